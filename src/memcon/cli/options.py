"""Options that several subcommands share."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from memcon.errors import UsageError
from memcon.record import Record

DEFAULT_RECORD = Path("record.memcon")

RecordPath = Annotated[
    Path,
    typer.Option("--record", "-r", envvar="MEMCON_RECORD", help="The record, one SQLite file.", show_default=True),
]

Author = Annotated[
    str | None,
    typer.Option("--author", envvar="MEMCON_AUTHOR", help="Who decides; your name on this machine if not given."),
]
Because = Annotated[str | None, typer.Option("--because", "-b", metavar="REASON", help="Why, in words.")]


def author_of(given: str | None) -> str:
    """Give who decides: who was named, else whoever uses this machine; raises UsageError where nobody is known."""
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise UsageError("nobody is known to decide; name yourself with --author or MEMCON_AUTHOR") from None


def existing(path: Path) -> Record:
    """Open a record that must be there; raises UsageError with what to do where it is not."""
    if not path.exists():
        raise UsageError(f"there is no record at {path}: make one with 'memcon add FILES --record {path}'")
    return Record.open(path, create=False)
