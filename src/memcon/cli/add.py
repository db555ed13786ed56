"""``memcon add``: read documents into the record."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath
from memcon.cli.progress import progress
from memcon.record import Filters, Record
from memcon.record.intake import take_in
from memcon.sources import Failure, documents

_EPILOG = """Examples:

  memcon add samples/                     every document in a folder

  memcon add page.html feed.rss 'notes/*.txt' --record work.memcon

  curl -s https://example.org/readout | memcon add -
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("add", epilog=_EPILOG, help="Read documents and keep them, with what they report, in the record.")(add)


def add(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="PATH...")
    ],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Read documents into the record and print a summary; exit code 1 where an input could not be read."""
    failures: list[Failure] = []
    with Record.open(record, create=True) as store:
        with progress() as watch:
            taken = take_in(store, documents(paths, on_failure=failures.append), watch=watch)
        engagements = store.engagement_count(Filters())
    for failure in failures:
        typer.echo(f"memcon: {failure.origin}: {failure.reason}", err=True)
    typer.echo(
        f"{_count(len(taken.new), 'document')} new, {taken.known} known already, {len(failures)} failed; "
        f"the record at {record} holds {_count(engagements, 'engagement')}"
    )
    if failures:
        raise typer.Exit(1)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
