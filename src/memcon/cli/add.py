"""``memcon add``: read documents into the record."""

from __future__ import annotations

import sys
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
    with Record.open(record, create=True) as store:
        new, known = _read(store, documents(paths, on_failure=failures.append))
        if new:
            store.relink()
        engagements = store.engagements(Filters())
    for failure in failures:
        typer.echo(f"memcon: {failure.origin}: {failure.reason}", err=True)
    typer.echo(
        f"{_count(new, 'document')} new, {known} known already, {len(failures)} failed; "
        f"the record at {record} holds {_count(len(engagements), 'engagement')}"
    )
    if failures:
        raise typer.Exit(1)


def _read(store: Record, found: object) -> tuple[int, int]:
    """Read and keep each document that the record does not know yet; count new and known ones."""
    new = known = 0
    fresh: list[Document] = []
    for document in found:  # type: ignore[attr-defined]
        if store.has(document.id) or any(document.id == f.id for f in fresh):
            known += 1
        else:
            fresh.append(document)
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not sys.stderr.isatty(),
        transient=True,
    ) as progress:
        task = progress.add_task("reading", total=len(fresh))
        for document in fresh:
            if store.add(document, read_document(document)):
                new += 1
            progress.advance(task)
    return new, known


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
