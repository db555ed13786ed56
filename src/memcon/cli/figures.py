"""``memcon figures``: amounts, counts, shares and durations, with what they measure, and how accounts agree on them."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer
from rich.progress import track

from memcon.cli.material import party_codes
from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.comparing.figures import list_figures
from memcon.errors import UsageError
from memcon.exporting.figures import figures_as_json, figures_in_words
from memcon.linking.engagements import Engagement
from memcon.linking.reprints import Reprint
from memcon.model import Document, Reading
from memcon.record import Filters, Record

_EPILOG = """Examples:

  memcon figures KZ US                    of all engagements of the two

  memcon figures --engagement E-3f9a2c    of one, its accounts side by side

  memcon figures --document 4f21 --format json
"""


class Format(StrEnum):
    """How figures are written."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command(
        "figures",
        epilog=_EPILOG,
        help="List amounts, counts, shares and durations with what they measure, and compare accounts.",
    )(figures)


def figures(
    parties: Annotated[
        list[str] | None, typer.Argument(help="Codes or names of parties that all take part.", metavar="[PARTY]...")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    engagement: Annotated[
        str | None, typer.Option("--engagement", "-e", metavar="ID", help="The accounts of this engagement.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="ID", help="This document (id or name).")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = Format.TEXT,
) -> None:
    """Print the figures of engagements or of one document."""
    if sum(bool(given) for given in (parties, engagement, document)) != 1:
        raise typer.BadParameter("give either parties, --engagement ID or --document ID")
    codes = party_codes(parties)
    with existing(record) as store:
        if document is not None:
            one = store.document(document)
            told: _Accounts = ([(one, store.reading(one.id))], {}, {})
        else:
            told = _accounts(store, codes, engagement)
        sources, engagements, only = told
        source_of = _sources_of(store.reprints())
        listing = list_figures(
            track(sources, "reading", disable=not sys.stderr.isatty(), transient=True), engagements, source_of, only
        )
    if not listing.groups:
        typer.echo("there are no figures in these documents", err=True)
        raise typer.Exit(1)
    if form is Format.JSON:
        typer.echo(json.dumps(figures_as_json(listing), ensure_ascii=False, indent=2))
    else:
        typer.echo(figures_in_words(listing), nl=False)


_Accounts = tuple[list[tuple[Document, Reading]], dict[str, str], dict[str, list[tuple[int, int]]]]


def _accounts(store: Record, parties: tuple[str, ...], engagement: str | None) -> _Accounts:
    """The documents that tell of the engagements, with the engagement that each is of and the ranges that tell of it.

    The whole of a document counts where the engagement is its subject, else the statements made at it.
    """
    found: list[Engagement] = (
        [store.engagement(engagement)] if engagement else store.engagements(Filters(parties=parties))
    )
    if not found:
        raise UsageError("no engagement of these parties is on record; see 'memcon list'")
    sources: dict[str, tuple[Document, Reading]] = {}
    of: dict[str, str] = {}
    only: dict[str, list[tuple[int, int]]] = {}
    whole: set[str] = set()
    for each in found:
        for source, account in store.accounts_of(each):
            sources.setdefault(source.id, (source, store.reading(source.id)))
            if account.main:
                whole.add(source.id)
                of.setdefault(source.id, each.id)
            only.setdefault(source.id, []).extend((s.text.start, s.text.end) for s in account.statements)
    return list(sources.values()), of, {id: ranges for id, ranges in only.items() if id not in whole}


def _sources_of(reprints: list[Reprint]) -> dict[str, str]:
    return {r.copy: r.source for r in reprints if r.source is not None}
