"""``memcon log``, ``undo`` and ``decide``: what was decided, taking it back, and bringing it to another record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, Author, Because, RecordPath, author_of, existing
from memcon.cli.saying import nothing_found
from memcon.decisions import Decision
from memcon.decisions.ruling import when_in_words
from memcon.errors import UsageError
from memcon.exporting.decisions import decisions_in, log_entry, log_line

_LOG = """Examples:

  memcon log

  memcon log E-3f9a2c

  memcon log --look                             what wants a second look

  memcon log --format json > decisions.jsonl    for another record: 'memcon decide'
"""
_UNDO = """An undo is a decision of its own, and can be undone.

Example:

  memcon undo D-1f0c2a --because "I had the wrong page"
"""
_DECIDE = """Decisions that are there already are left as they are; those that contradict earlier ones, or whose
documents are not in the record, are kept and shown for a second look.

Example:

  memcon decide decisions.jsonl --record theirs.memcon
"""


class Format(StrEnum):
    """How the log is written."""

    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    app.command("undo", epilog=_UNDO, help="Undo a decision.")(undo)
    app.command("log", epilog=_LOG, help="Show what was decided, by whom, when and why, and whether it holds.")(log)
    app.command("decide", epilog=_DECIDE, help="Take over decisions from another record.")(decide)


def log(
    reference: Annotated[str | None, typer.Argument(help="An engagement's or a decision's id.", metavar="[ID]")] = None,
    record: RecordPath = DEFAULT_RECORD,
    look: Annotated[bool, typer.Option("--look", help="Only what wants a second look.")] = False,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write it; json is JSON Lines.")] = Format.TABLE,
) -> None:
    """Write the decisions, oldest first."""
    with existing(record) as store:
        found = [entry for entry in store.log(reference) if entry.looks or not look]
    if form is Format.JSON:
        sys.stdout.writelines(log_line(entry) + "\n" for entry in found)
    for entry in found if form is Format.TABLE else ():
        typer.echo("\n".join(log_entry(entry)))
    if not found:
        nothing_found("nothing wants a second look" if look else "nothing was decided")


def undo(
    decision: Annotated[str, typer.Argument(help="The decision's id or the beginning of it.", metavar="DECISION")],
    record: RecordPath = DEFAULT_RECORD,
    because: Because = None,
    author: Author = None,
) -> None:
    """Take a decision back; the record is as it would be without it, and both stay in the log."""
    with existing(record) as store:
        made = store.undo(decision, author=author_of(author), because=because)
        undone = store.decision(made.of or "")
    typer.echo(f"{made.id}: undone: {undone.verb.value} {undone.id} of {undone.author}, {when_in_words(undone.at)}")


def decide(
    file: Annotated[str, typer.Argument(help="A file of JSON Lines, or - for standard input.", metavar="FILE")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Take over the decisions of a file that 'memcon log --format json' wrote."""
    with existing(record) as store:
        new = store.take(given := list(_read(file)))
        looks = len(store.second_looks())
    again = f"; {looks} want a second look: memcon log --look" if looks else ""
    typer.echo(f"{new} new, {len({d.id for d in given}) - new} known already{again}")


def _read(file: str) -> Iterator[Decision]:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from None
    return decisions_in(data, file)
