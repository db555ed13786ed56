"""``memcon code``: code documents by the codebook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from memcon.errors import MemconError
from memcon.exporting.coded import coded
from memcon.reading.reader import read_document
from memcon.sources import Failure, documents

_EPILOG = """Example:

  memcon code documents.jsonl -o coded.jsonl && memcon score gold.jsonl coded.jsonl
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("code", epilog=_EPILOG, help="Code documents by the codebook: one JSON line per document.")(code)


def code(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, or -.", metavar="PATH...")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write; standard output if not given.")
    ] = None,
) -> None:
    """Write the coding of every document, in the order given."""
    failures: list[Failure] = []
    lines = [
        json.dumps(coded(read_document(document), document.name), ensure_ascii=False)
        for document in documents(paths, on_failure=failures.append)
    ]
    text = "".join(line + "\n" for line in lines)
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
    for failure in failures:
        typer.echo(f"memcon: {failure.origin}: {failure.reason}", err=True)
    if failures:
        raise MemconError(f"{len(failures)} of the inputs could not be read")
