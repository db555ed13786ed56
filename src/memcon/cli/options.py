"""Options that several subcommands share."""

from __future__ import annotations

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


def existing(path: Path) -> Record:
    """Open a record that must be there; raises UsageError with what to do where it is not."""
    if not path.exists():
        raise UsageError(f"there is no record at {path}: make one with 'memcon add FILES --record {path}'")
    return Record.open(path, create=False)
