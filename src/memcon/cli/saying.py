"""How commands say what they found.

Rows go to standard output, in words or as JSON; what is to be said about them goes to standard error. Where nothing
fits, that is an answer: exit code 0, one line that begins "nothing found:" on standard error, and on standard output an
empty list (no line of JSON, or the header of a table of comma-separated values).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer


class Form(StrEnum):
    """How a command writes what it found."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="In words, or as JSON, a row a line.")]


def json_lines(rows: Iterable[Any]) -> None:
    """Write one line of JSON for each row."""
    sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def nothing_found(words: str) -> None:
    """Say on standard error that nothing was found, and why; that is an answer, and no failure."""
    typer.echo(f"nothing found: {words}", err=True)
