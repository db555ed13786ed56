"""``memcon roster``: the roster of office-holders, and a user's own."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from memcon.cli.listing import Format
from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import json_lines, nothing_found
from memcon.errors import UsageError
from memcon.exporting.tenures import roster_rows
from memcon.record import Record
from memcon.vocabulary.roster import RosterEntry, read_roster_file
from memcon.vocabulary.rosters import Roster

_ADD = """A roster is a CSV or tab-separated file with a header line: name, and any of office, party, start,
start_exact, end, end_exact, qid. Dates are ISO days, months or years.

Example:

  memcon roster add ministers.csv
"""
_LIST = """Examples:

  memcon roster list --party KZ --office president --at 2022-05-09

  memcon roster list --name Blinken --format csv > mine.csv
"""
commands = typer.Typer(help="The roster of office-holders, and your own.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    commands.command("add", epilog=_ADD, help="Keep your own roster in the record.")(add)
    commands.command("list", epilog=_LIST, help="List the roster, the shipped and your own, oldest first.")(list_roster)
    commands.command("remove", help="Remove your own roster from the record.")(remove)
    app.add_typer(commands, name="roster")


def add(
    file: Annotated[Path, typer.Argument(help="A CSV or tab-separated file with a header line.", metavar="FILE")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Keep the entries of a file in the record; one of the same name that was added before is replaced."""
    if not file.is_file():
        raise UsageError(f"there is no file {file}")
    entries = read_roster_file(file)
    if not entries:
        raise UsageError(f"{file}: holds no entry under its header")
    with Record.open(record, create=True) as store:
        store.add_roster(entries)
        store.rebuild_people()
    typer.echo(f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'} of {file.name} kept in {record}")


def remove(
    source: Annotated[str, typer.Argument(help="The name of the file that was added.", metavar="NAME")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Remove a user's own roster."""
    with existing(record) as store:
        gone = store.remove_roster(source)
        store.rebuild_people()
    typer.echo(f"{gone:,} {'entry' if gone == 1 else 'entries'} of {source} removed from {record}")


def list_roster(
    record: RecordPath = DEFAULT_RECORD,
    party: Annotated[str | None, typer.Option("--party", "-p", help="A party's code or name.")] = None,
    office: Annotated[str | None, typer.Option("--office", "-o", help="An office, in any of its forms.")] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", help="A name or surname, in any spelling.")] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="DATE", help="Who can have been in office then (ISO).")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the list.")] = Format.TABLE,
) -> None:
    """Write the entries that fit all filters; a record need not be there."""
    roster = Roster.with_own()
    if record.exists():
        with existing(record) as store:
            roster = store.roster()
    _write(roster_rows(roster, party=party, office=office, name=name, at=at), form)


def _write(found: Sequence[RosterEntry], form: Format) -> None:
    if form is Format.CSV:
        writer = csv.DictWriter(sys.stdout, [f.name for f in fields(RosterEntry)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(entry) for entry in found)
    elif form is Format.JSON:
        json_lines(asdict(entry) for entry in found)
    elif found:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in ("Name", "Party", "Office", "Tenure", "Source"):
            table.add_column(heading, overflow="fold", no_wrap=heading == "Party")
        for entry in found:
            office = entry.office or "(office not told)"
            table.add_row(entry.name, entry.party or "", office, entry.in_words(), entry.source)
        Console(width=None if sys.stdout.isatty() else 160).print(table, markup=False)
    if not found:
        nothing_found("no entry fits these filters")
