"""The program as a whole: its subcommands, and errors turned into one line and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import typer

from memcon._version import __version__
from memcon.cli.commands import Commands
from memcon.cli.saying import nothing_found
from memcon.errors import MemconError, NothingFoundError

app = typer.Typer(
    name="memcon",
    cls=Commands,
    help="Read public diplomatic reporting and keep a record of who met whom, when, where and what was said.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"memcon {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Read public diplomatic reporting and keep a record of engagements, every word traceable to its source."""


# Typer's own error class, wherever the installed version keeps it (click, or a copy of click inside typer)
_WrongUse: type[Exception] = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")


def main() -> None:
    """Run the command; the entry point of the ``memcon`` script."""
    try:
        code = app(standalone_mode=False)
    except NothingFoundError as error:
        nothing_found(str(error))
        sys.exit(0)
    except MemconError as error:
        _fail(str(error), error.exit_code)
    except _WrongUse as error:
        _wrong_use(error)
    except (typer.Abort, KeyboardInterrupt):
        _fail("stopped", 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or 'system'}: {error.strerror or error}", 1)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _wrong_use(error: Any) -> NoReturn:
    """Say what is wrong with the words of the command, and where its help is; with no words at all, give the help."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        typer.echo(context.get_help())
        sys.exit(2)
    command = f"memcon {context.info_name}" if context is not None and context.parent is not None else "memcon"
    message = str(error.format_message()).replace("Value error, ", "").removeprefix("Invalid value: ").rstrip(".")
    _fail(f"{message} (see {command} --help)", 2)


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(f"memcon: {' '.join(message.split())}", err=True)
    sys.exit(code)
