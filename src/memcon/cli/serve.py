"""``memcon serve``: the record in a browser on this machine."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.errors import MemconError, UsageError

_EPILOG = """Examples:

  memcon serve

  memcon serve --record desk.memcon --port 8600
"""
_PORT = 8460
_BACKLOG = 128


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("serve", epilog=_EPILOG, help="Show the record in a browser, on this machine only.")(serve)


def serve(
    record: RecordPath = DEFAULT_RECORD,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to answer on; one of this machine's own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")] = _PORT,
) -> None:
    """Answer until stopped with Ctrl-C."""
    try:
        import uvicorn

        from memcon.web.app import create_app, is_loopback
    except ModuleNotFoundError as error:
        raise MemconError(f"memcon serve needs the package {error.name}: pip install 'memcon[web]'") from None
    if not is_loopback(host):
        raise UsageError(
            f"--host {host!r} can be reached from other machines, and there are no users yet: give 127.0.0.1, ::1 "
            "or localhost"
        )
    existing(record).close()
    listening = _listening(host.strip("[]"), port)
    server = uvicorn.Server(uvicorn.Config(create_app(record), log_level="warning", access_log=False))
    shown = f"[{host.strip('[]')}]" if ":" in host else host
    typer.echo(f"{record} at http://{shown}:{listening.getsockname()[1]}/ (stop with Ctrl-C)")
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
    finally:
        listening.close()


def _listening(host: str, port: int) -> socket.socket:
    """Open the port; raises UsageError where another program has it, or it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise UsageError(f"port {port} on {host} cannot be had ({error.strerror}); give another --port") from None
    return listening
