"""Put the subcommands together, and turn errors into one line and an exit code."""

from __future__ import annotations

import os
import sys

import click
import typer

from memcon._version import __version__
from memcon.cli import add, code, explain, link, listing, remove, score, search, show
from memcon.errors import MemconError

app = typer.Typer(
    name="memcon",
    help="Read public diplomatic reporting and keep a record of who met whom, when, where and what was said.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (add, listing, show, explain, search, remove, code, link, score):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"memcon {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Read public diplomatic reporting and keep a record of engagements, every word traceable to its source."""


def main() -> None:
    """Run the command; the entry point of the ``memcon`` script."""
    try:
        app(standalone_mode=False)
    except MemconError as error:
        _fail(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        typer.echo(error.ctx.get_help() if error.ctx else str(error))
        sys.exit(2)
    except click.ClickException as error:
        context: click.Context | None = getattr(error, "ctx", None)
        hint = f" (see memcon {context.info_name} --help)" if context and context.parent else " (see memcon --help)"
        _fail(f"{error.format_message()}{hint}", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped", 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or 'system'}: {error.strerror or error}", 1)


def _fail(message: str, code: int) -> None:
    typer.echo(f"memcon: {' '.join(message.split())}", err=True)
    sys.exit(code)
