"""``memcon search``: find words in the documents."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines, nothing_found

_EPILOG = """Examples:

  memcon search territorial integrity

  memcon search '"strategic partnership"' --limit 5
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("search", epilog=_EPILOG, help="Find words in titles and texts, the best matches first.")(search)


def search(
    words: Annotated[
        list[str], typer.Argument(help='Words that must all occur; "a phrase" in quotation marks.', metavar="WORDS...")
    ],
    record: RecordPath = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many documents at most.")] = 20,
    form: FormOption = Form.TEXT,
) -> None:
    """Print each document that has the words, with the place where they stand."""
    with existing(record) as store:
        hits = store.search(" ".join(words), limit)
    if form is Form.JSON:
        json_lines(map(asdict, hits))
    else:
        for hit in hits:
            typer.echo(f"{hit.document[:12]}  {hit.name}  {hit.title or ''}")
            typer.echo(f"    {' '.join(hit.snippet.split())}")
    if not hits:
        nothing_found("no document has these words")
