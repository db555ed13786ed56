"""``memcon serve``: the record in a browser, on this machine or for a team."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.errors import MemconError, UsageError

if TYPE_CHECKING:
    from memcon.users import Users

_EPILOG = """On 127.0.0.1 nobody has to log in. On any other address everybody has to; 'memcon user add' makes
users.

Examples:

  memcon serve

  memcon serve --record desk.memcon --port 8600

  memcon serve --host 192.0.2.7 --name desk.example --certificate desk.pem --key desk.key
"""
_PORT = 8460
_BACKLOG = 128


@dataclass(frozen=True)
class _Way:
    """How it is reached: the address and names answered to, TLS, and the proxy in front of it."""

    host: str
    names: list[str]
    certificate: Path | None
    key: Path | None
    proxy: str | None
    log_in: bool

    @property
    def is_open(self) -> bool:
        """Whether nobody can reach it but whoever sits at this machine, so that nobody need log in."""
        from memcon.web.hosts import is_loopback

        return is_loopback(self.host) and not (self.names or self.proxy or self.log_in)

    def settings(self) -> dict[str, Any]:
        """What uvicorn is told. Who came in through a proxy is believed of the one proxy that was named."""
        told: dict[str, Any] = {"proxy_headers": self.proxy is not None, "forwarded_allow_ips": self.proxy or ""}
        if self.certificate is not None:
            told |= {"ssl_certfile": str(self.certificate), "ssl_keyfile": str(self.key) if self.key else None}
        return told

    def check(self) -> None:
        """Raise UsageError where parts of it are wrong."""
        if self.key is not None and self.certificate is None:
            raise UsageError("--key goes with --certificate")
        if self.proxy is not None:
            try:
                ipaddress.ip_network(self.proxy)
            except ValueError:
                raise UsageError(f"--proxy {self.proxy!r} is no IP address or network of a proxy") from None
        if self.certificate is not None:
            try:
                ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(self.certificate, self.key)
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or getattr(error, "reason", None) or error
                raise UsageError(f"--certificate {self.certificate} cannot be used with its key ({reason})") from None


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("serve", epilog=_EPILOG, help="Show the record in a browser, on this machine or for a team.")(serve)


def serve(
    record: RecordPath = DEFAULT_RECORD,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to answer on; one of this machine's own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")] = _PORT,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="NAME", help="A host name to answer to; may be repeated.")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="PEM", help="Answer over https, with this certificate.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="PEM", help="The certificate's key, if it is in another file.")
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option("--proxy", metavar="ADDRESS", help="The reverse proxy whose X-Forwarded headers are believed."),
    ] = None,
    log_in: Annotated[
        bool, typer.Option("--log-in", help="Users log in on 127.0.0.1 too, as they do with --name and --proxy.")
    ] = False,
) -> None:
    """Answer until stopped with Ctrl-C."""
    try:
        import uvicorn

        from memcon.web.app import create_app
        from memcon.web.hosts import HostNames, is_loopback
        from memcon.web.warming import warm_up
    except ModuleNotFoundError as error:
        raise MemconError(f"memcon serve needs the package {error.name}: pip install 'memcon[web]'") from None
    way = _Way(host, name or [], certificate, key, proxy, log_in)
    way.check()
    existing(record).close()
    users = None if way.is_open else _users(record, host)
    app = create_app(record, users, HostNames.of(host, way.names))
    listening = _listening(host.strip("[]"), port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, **way.settings()))
    shown = f"[{host.strip('[]')}]" if ":" in host else host
    scheme = "https" if certificate else "http"
    typer.echo(f"{record} at {scheme}://{shown}:{listening.getsockname()[1]}/ (stop with Ctrl-C)")
    if not is_loopback(host) and certificate is None and proxy is None:
        typer.echo(
            "memcon: passwords travel in the clear; give --certificate and --key, or put a proxy before it", err=True
        )
    warm_up()
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
    finally:
        listening.close()


def _users(record: Path, host: str) -> Users:
    """Open the users of a record; raises UsageError with the command that makes one where nobody could log in."""
    from memcon.users import Users, users_path
    from memcon.web.hosts import is_loopback

    users = Users.open(record) if users_path(record).exists() else None
    if users is None or all(user.disabled for user in users.all()):
        command = f"memcon user add NAME --role admin --record {record}"
        why = (
            "who opens it has to log in" if is_loopback(host) else f"--host {host!r} can be reached from other machines"
        )
        raise UsageError(f"{why}, and there is no user who could: make one with '{command}'")
    return users


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
