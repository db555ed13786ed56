"""``memcon add``: read documents into the record."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from memcon.cli.options import DEFAULT_RECORD, RecordPath
from memcon.model import Document
from memcon.reading.reader import read_document
from memcon.record import Filters, Record
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
    counts = Counts()
    with Record.open(record, create=True) as store:
        try:
            _read(store, documents(paths, on_failure=failures.append), counts)
        finally:  # what was read before a stop is kept, and linked
            store.link(counts.ids)
        engagements = store.engagements(Filters())
    for failure in failures:
        typer.echo(f"memcon: {failure.origin}: {failure.reason}", err=True)
    typer.echo(
        f"{_count(counts.new, 'document')} new, {counts.known} known already, {len(failures)} failed; "
        f"the record at {record} holds {_count(len(engagements), 'engagement')}"
    )
    if failures:
        raise typer.Exit(1)


@dataclass
class Counts:
    """Which documents were new to the record, and how many it knew already."""

    ids: list[str] = field(default_factory=list)
    known: int = 0

    @property
    def new(self) -> int:
        """How many were new."""
        return len(self.ids)


def _read(store: Record, found: Iterable[Document], counts: Counts) -> None:
    """Read and keep each document that the record does not know yet."""
    fresh: dict[str, Document] = {}
    for document in found:
        if document.id in fresh or store.has(document.id):
            counts.known += 1
        else:
            fresh[document.id] = document
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    ) as progress:
        task = progress.add_task("reading", total=len(fresh))
        for document in fresh.values():
            if store.add(document, read_document(document)):
                counts.ids.append(document.id)
            progress.advance(task)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
