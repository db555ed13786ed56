"""``memcon attributions``: who says, thinks or wants what in documents."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from memcon.attribution import Attribution
from memcon.cli.saying import json_lines, nothing_found
from memcon.errors import MemconError
from memcon.exporting.attributions import attribution_value
from memcon.model import Document, Span
from memcon.reading.attributions import find_attributions
from memcon.sources import Failure, documents

_EPILOG = """Examples:

  memcon attributions story.txt

  memcon attributions news/ --format json > attributions.jsonl
"""


class Format(StrEnum):
    """How the attributions are written."""

    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("attributions", epilog=_EPILOG, help="Show who says, thinks or wants what: source, cue and content.")(
        attributions
    )


def attributions(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, or -.", metavar="PATH...")],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="A table, or one JSON line for each attribution.")
    ] = Format.TABLE,
) -> None:
    """Write the attributions of every document, in the order of its text."""
    failures: list[Failure] = []
    number = 0
    for document in documents(paths, on_failure=failures.append):
        found = find_attributions(document.text, document.id)
        number += len(found)
        if form is Format.JSON:
            json_lines(attribution_value(document, a) for a in found)
        else:
            _table(document, found)
    for failure in failures:
        typer.echo(f"memcon: {failure.origin}: {failure.reason}", err=True)
    if not number and not failures:
        nothing_found("nobody is told to say, think or want anything")
    if failures:
        raise MemconError(f"{len(failures)} of the inputs could not be read")


def _table(document: Document, found: list[Attribution]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 120)
    typer.echo(f"{document.name}: {len(found)} attributions")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, share in (("Source", 2), ("Cue", 1), ("Content", 5)):
        table.add_column(heading, overflow="fold", ratio=share)
    for item in found:
        said = " … ".join(piece.text for piece in item.pieces)
        table.add_row(*(" ".join(words.split()) for words in (_words(item.source), _words(item.cue), said)))
    if found:
        console.print(table, markup=False)


def _words(span: Span | None) -> str:
    return span.text if span is not None else "–"
