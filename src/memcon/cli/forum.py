"""``memcon forum``: forums as series, with their names, sessions, parties and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec
import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines
from memcon.errors import NothingFoundError, UsageError
from memcon.exporting.forums import called, series_in_full, series_list
from memcon.exporting.tenures import party_named
from memcon.linking.forums import Series
from memcon.linking.forums.finding import find

_EPILOG = """Examples:

  memcon forum                                        all series with their counts

  memcon forum C5+1

  memcon forum "strategic partnership dialogue" US KZ
"""
_SHOWN = 8


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
    form: FormOption = Form.TEXT,
) -> None:
    """Print one series, or without a name a line for each."""
    codes = [party_named(party) for party in parties or ()]
    with existing(record) as store:
        series = store.series()
        if not series:
            raise NothingFoundError(f"no engagement in {record} names a forum")
        wanted = [_one(find(series, name, codes), name, codes, record.name)] if name is not None else series
        if form is Form.JSON:
            json_lines(map(msgspec.to_builtins, wanted))
        elif name is None:
            typer.echo(series_list(series), nl=False)
        else:
            typer.echo(series_in_full(wanted[0], store.document), nl=False)


def _one(found: Sequence[Series], name: str, parties: Sequence[str], record: str) -> Series:
    if not found:
        of = f" of {', '.join(parties)}" if parties else ""
        raise NothingFoundError(f"no forum{of} in {record} is called {name!r}; 'memcon forum' lists them")
    if len(found) > 1:
        names = "; ".join(called(one) for one in found[:_SHOWN]) + ("; ..." if len(found) > _SHOWN else "")
        raise UsageError(f"{name!r} fits {len(found)} forums: {names}; give more of the name, or the parties")
    return found[0]
