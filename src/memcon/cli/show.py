"""``memcon show``: the note on one engagement."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.exporting.copies import Source
from memcon.exporting.note import note
from memcon.linking.engagements import Engagement
from memcon.linking.reprints import Reprint
from memcon.record import Filters, Record

_EPILOG = """Examples:

  memcon show E-3f9a2c

  memcon show --all
"""


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("show", epilog=_EPILOG, help="Show the note on an engagement, each line with the words it comes from.")(
        show
    )


def show(
    engagement: Annotated[
        str | None, typer.Argument(help="The engagement's id or the beginning of it.", metavar="ID")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    everything: Annotated[bool, typer.Option("--all", "-a", help="Show the notes on all engagements.")] = False,
) -> None:
    """Print one note, or all."""
    if (engagement is None) == (not everything):
        raise typer.BadParameter("give either an engagement's ID or --all")
    with existing(record) as store:
        wanted = store.engagements(Filters()) if everything else [store.engagement(engagement or "")]
        mentions = store.engagements(Filters(main_only=False))
        reprints = store.reprints()
        notes = [_note(store, e, mentions, reprints) for e in wanted]
    typer.echo(("\n" + "─" * 100 + "\n\n").join(notes), nl=False)


def _note(store: Record, engagement: Engagement, mentions: list[Engagement], reprints: list[Reprint]) -> str:
    remarks = store.remarks(engagement.accounts)
    said_in = sorted({remark.span.document for remark in remarks if remark.span is not None})
    names = {document.id: document.title or document.name for document in map(store.document, said_in)}
    related = _related(engagement, mentions)
    return note(engagement, sources_of(store, engagement), related, reprints, remarks, names)


def sources_of(store: Record, engagement: Engagement) -> list[Source]:
    """Give the accounts of an engagement with their documents and readings, in the order of publication."""
    found = [(document, store.reading(document.id), account) for document, account in store.accounts_of(engagement)]
    return sorted(found, key=lambda s: (s[0].published or "9999", s[0].id))


def _related(engagement: Engagement, others: list[Engagement]) -> list[Engagement]:
    documents = {key.document for key in engagement.accounts}
    return [o for o in others if o.id != engagement.id and documents & {key.document for key in o.accounts}]
