"""``memcon list``: the engagements on record, filtered, as a table, CSV or JSON lines."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import json_lines, nothing_found
from memcon.exporting.rows import csv_lines, row_of
from memcon.exporting.words import party_in_words
from memcon.linking.engagements import Review
from memcon.model import EngagementKind, Mode, Status
from memcon.record import Band, Filters

_EPILOG = """Examples:

  memcon list --party KZ --party US --since 2023

  memcon list --person Blinken --kind call --format csv > calls.csv

  memcon list --topic "climate change" --topic trade

  memcon list --sure 0.9      what hardly needs checking; see also 'memcon queue'
"""
_SHORTEST = 60


class Format(StrEnum):
    """How the list is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("list", epilog=_EPILOG, help="List the engagements on record, oldest first.")(list_engagements)


def list_engagements(
    record: RecordPath = DEFAULT_RECORD,
    party: Annotated[
        list[str] | None, typer.Option("--party", "-p", help="A party's code or name; several must all take part.")
    ] = None,
    person: Annotated[str | None, typer.Option("--person", help="A part of a participant's name.")] = None,
    office: Annotated[str | None, typer.Option("--office", help="An office in which somebody took part.")] = None,
    kind: Annotated[EngagementKind | None, typer.Option("--kind", help="The kind of engagement.")] = None,
    status: Annotated[Status | None, typer.Option("--status", help="Held, planned or cancelled.")] = None,
    mode: Annotated[Mode | None, typer.Option("--mode", help="How the parties met.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From this year, month or day on (ISO).")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Up to this year, month or day (ISO).")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="A city or country.")] = None,
    text: Annotated[str | None, typer.Option("--text", help="Words in what was said or in the documents.")] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", help="A topic of what was said, by name or EuroVoc code; several must all be there."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="The publisher of one of its documents, as written.")
    ] = None,
    confidence: Annotated[
        Band | None,
        typer.Option(
            "--confidence",
            help="How sure its least sure value is: doubtful (under 0.5), fair (to 0.7), good (to 0.9), high.",
        ),
    ] = None,
    reviewed: Annotated[
        Review | None,
        typer.Option("--reviewed", help="Checked by somebody, unchecked, or wanting a second look (again)."),
    ] = None,
    sure: Annotated[
        float | None,
        typer.Option("--sure", metavar="SHARE", help="Only where every value is at least this sure (0 to 1)."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", "-a", help="Also what documents only mention.")] = False,
    dismissed: Annotated[bool, typer.Option("--dismissed", help="Only what people said is no engagement.")] = False,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the list.")] = Format.TABLE,
) -> None:
    """Write the engagements that fit all filters."""
    filters = Filters(
        parties=tuple(party or ()),
        person=person,
        kind=kind,
        status=status,
        since=since,
        until=until,
        place=place,
        text=text,
        main_only=not everything,
        sure=sure,
        dismissed=dismissed,
        mode=mode,
        office=office,
        topics=tuple(topic or ()),
        publisher=source,
        band=confidence,
        review=reviewed,
    )
    with existing(record) as store:
        rows = [row_of(e) for e in store.engagements(filters)]
    if form is Format.CSV:
        sys.stdout.writelines(csv_lines(rows))
    elif form is Format.JSON:
        json_lines(rows)
    elif rows:
        _table(rows)
    if not rows:
        nothing_found("no engagement fits these filters")


def _table(rows: list[dict[str, Any]]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 160)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("ID", "Date", "Kind", "Place", "Parties", "Who"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("ID", "Date", "Kind"))
    for row in rows:
        date = row["start"] or "undated"
        if row["end"] and row["end"] != row["start"]:
            date += f"/{row['end']}"
        kind = row["kind"] + ("" if row["status"] == "held" else f" ({row['status']})")
        where = ", ".join(x for x in (row["city"], party_in_words(row["country"]) if row["country"] else None) if x)
        who = row["forum"] or "; ".join(row["participants"])
        table.add_row(row["id"], date, kind, where, ", ".join(row["parties"]), who)
    console.print(table, markup=False)
