"""``memcon forum``: forums as series, with their names, sessions, parties and numbers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.errors import UsageError
from memcon.exporting.forums import called, series_in_full, series_list
from memcon.linking.forums import Series
from memcon.linking.forums.finding import find
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.roster import known_party

_EPILOG = """Examples:

  memcon forum                                        all series with their counts

  memcon forum C5+1

  memcon forum "strategic partnership dialogue" US KZ
"""
_SHOWN = 8


class Format(StrEnum):
    """How series are written."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the subcommand to ``app``."""
    app.command("forum", epilog=_EPILOG, help="Show a forum as a series: its names, sessions in order, parties.")(forum)


def forum(
    name: Annotated[
        str | None, typer.Argument(help="Any of its names or its abbreviation.", metavar="NAME", show_default=False)
    ] = None,
    parties: Annotated[
        list[str] | None, typer.Argument(help="Parties that it is of, by code or name.", metavar="PARTY")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.TEXT,
) -> None:
    """Print one series, or without a name a line for each."""
    codes = [_code(party) for party in parties or ()]
    with existing(record) as store:
        series = store.series()
        if not series:
            raise UsageError(f"no engagement in {record} names a forum")
        if name is None:
            typer.echo(_json(series) if form is Format.JSON else series_list(series), nl=False)
            return
        wanted = _one(find(series, name, codes), name, codes, record.name)
        typer.echo(_json([wanted]) if form is Format.JSON else series_in_full(wanted, store.document), nl=False)


def _code(party: str) -> str:
    code = party_code(party)
    if not known_party(code):
        raise UsageError(f"{party!r} is no party that memcon knows; give a code or name such as KZ or Kazakhstan")
    return code


def _json(series: Sequence[Series]) -> str:
    """Write each series as one line of JSON."""
    return "".join(json.dumps(msgspec.to_builtins(one), ensure_ascii=False) + "\n" for one in series)


def _one(found: Sequence[Series], name: str, parties: Sequence[str], record: str) -> Series:
    if not found:
        of = f" of {', '.join(parties)}" if parties else ""
        raise UsageError(f"no forum{of} in {record} is called {name!r}; 'memcon forum' lists them")
    if len(found) > 1:
        names = "; ".join(called(one) for one in found[:_SHOWN]) + ("; ..." if len(found) > _SHOWN else "")
        raise UsageError(f"{name!r} fits {len(found)} forums: {names}; give more of the name, or the parties")
    return found[0]
