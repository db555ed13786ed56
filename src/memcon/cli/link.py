"""``memcon link``: read documents and tell which of them report the same occasion."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from memcon.errors import MemconError
from memcon.exporting.linked import write_linked
from memcon.linking.link import link as link_readings
from memcon.linking.reprints import find_reprints
from memcon.model import Document, Reading
from memcon.reading.reader import read_document
from memcon.sources import Failure, documents

_EPILOG = """Example:

  memcon link documents.jsonl -o linked/
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("link", epilog=_EPILOG, help="Tell which documents report the same occasion: two JSON Lines files.")(
        link
    )


def link(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, or -.", metavar="PATH...")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.")],
) -> None:
    """Write ``occasions.jsonl`` and ``accounts.jsonl`` for the documents given."""
    failures: list[Failure] = []
    readings: dict[str, Reading] = {}
    given: dict[str, Document] = {}
    for document in documents(paths, on_failure=failures.append):
        if document.id not in readings:
            readings[document.id] = read_document(document)
            given[document.id] = document
    reprints = find_reprints(given.values(), {name: r.layout for name, r in readings.items()})
    engagements = link_readings(readings.values(), reprints)
    accounts = {(r.document, a.id): a for r in readings.values() for a in r.accounts}
    write_linked(engagements, accounts, {name: d.name for name, d in given.items()}, output)
    typer.echo(f"{len(readings)} documents tell of {len(engagements)} occasions; written to {output}")
    for failure in failures:
        typer.echo(f"memcon: {failure.origin}: {failure.reason}", err=True)
    if failures:
        raise MemconError(f"{len(failures)} of the inputs could not be read")
