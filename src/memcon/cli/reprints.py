"""``memcon reprints``: which documents have their text from another, and why it is thought so."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines, nothing_found
from memcon.exporting.copies import reprint_in_words, reprint_value
from memcon.exporting.quoting import wrapped
from memcon.linking.reprints import Manner, Reprint
from memcon.model import Document
from memcon.record import Record

_EPILOG = """Examples:

  memcon reprints

  memcon reprints 05-call-reprint      what it was reprinted from, and what from it
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("reprints", epilog=_EPILOG, help="List which documents were reprinted from which, with the reasons.")(
        reprints
    )


def reprints(
    document: Annotated[
        str | None,
        typer.Argument(help="Only this document's: its id, the beginning of it, or its name.", metavar="DOC"),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    form: FormOption = Form.TEXT,
) -> None:
    """Print each copy with its source, the reasons, and how much of the two texts is copied."""
    with existing(record) as store:
        found = store.reprints(store.document(document).id if document is not None else None)
        if form is Form.JSON:
            json_lines(reprint_value(reprint, store.document) for reprint in found)
        for reprint in found if form is Form.TEXT else ():
            for line in _lines(store, reprint):
                typer.echo("\n".join(wrapped(line.strip(), len(line) - len(line.lstrip()), 0)))
    if not found:
        nothing_found("no reprints")


def _lines(store: Record, reprint: Reprint) -> list[str]:
    def name_of(reference: str) -> str:
        return _head(store.document(reference)) if len(reference) == 64 else reference

    lines = [_head(store.document(reprint.copy)), f"  {reprint_in_words(reprint, name_of)}"]
    if reprint.manner is not Manner.NAMED:
        lines.append(
            f"  {reprint.share_of_copy:.0%} of it, {reprint.share_of_source:.0%} of the source; "
            f"{reprint.exact:.0%} of the words there unchanged; direction {reprint.sure:.0%} sure"
        )
    lines += [
        f"    {p.copy.start}–{p.copy.end} = {p.source.start}–{p.source.end} of the source" for p in reprint.passages
    ]
    return lines


def _head(document: Document) -> str:
    return f"{document.name} ({document.id[:12]})"
