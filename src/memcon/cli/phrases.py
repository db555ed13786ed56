"""``memcon phrases`` and ``memcon drift``: set phrases over time, and the wording of successive readouts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines, nothing_found
from memcon.comparing.phrases import (
    History,
    Scope,
    drift,
    histories,
    history,
)
from memcon.comparing.recorded import material_of, party_codes, scope_of
from memcon.errors import NothingFoundError, UsageError
from memcon.exporting.drift import drift_as_text, step_value
from memcon.exporting.phrases import histories_as_text, history_value
from memcon.exporting.plot import Series, plot

_PHRASES = """Examples:

  memcon phrases US KZ                     the dealings of two parties

  memcon phrases "Antony Blinken"          what one person says

  memcon phrases US JP --phrase ironclad --svg ironclad.svg
"""
_DRIFT = """Examples:

  memcon drift US KZ

  memcon drift US UA --by "White House" --format json
"""
_PLOTTED = 12


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    app.command("phrases", epilog=_PHRASES, help="Follow set phrases over time: uses, gaps, wordings, by side.")(
        phrases
    )
    app.command("drift", epilog=_DRIFT, help="Show how the wording of successive readouts on two parties changed.")(
        drift_command
    )


def phrases(
    who: Annotated[
        list[str] | None, typer.Argument(help="A party or two, by code or name, or a person.", metavar="WHO")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    phrase: Annotated[str | None, typer.Option("--phrase", help="Only this phrase, with its known variants.")] = None,
    svg: Annotated[Path | None, typer.Option("--svg", help="Also write a plot by year to this file.")] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Print the history of each set phrase: those known to the trade, and those found by counting."""
    if not who and phrase is None:
        raise UsageError("give a party or two, a person, or --phrase (see memcon phrases --help)")
    with existing(record) as store:
        material = material_of(store)
    scope = scope_of(material, who or [])
    if phrase is not None:
        one = history(material, scope, phrase)
        told = [one] if one else []
    else:
        told = histories(material, scope)
    if not told:
        wanted = f"{phrase!r} does not stand" if phrase else "no set phrase stands"
        count = f"{len(scope.documents)} document{'' if len(scope.documents) == 1 else 's'}"
        where = "" if phrase and not who else f" on {scope.name}"
        nothing_found(f"{wanted} in the {count}{where} in {record}")
    elif svg is not None:
        svg.write_text(_plot(scope, told), encoding="utf-8")
    if form is Form.JSON:
        value = {"scope": scope.name, "documents": len(scope.documents), "engagements": len(scope.engagements)}
        typer.echo(json.dumps(value | {"phrases": [history_value(h) for h in told]}, ensure_ascii=False))
    elif told:
        typer.echo("\n".join(histories_as_text(scope, told, material.documents)))


def _plot(scope: Scope, told: list[History]) -> str:
    dated = [h for h in told if h.by_year()][:_PLOTTED]
    if not dated:
        raise UsageError("no use of these phrases has a date, so there is nothing to plot")
    described = "; ".join(f"{h.phrase}: " + ", ".join(f"{y} {n}" for y, n in h.by_year().items()) for h in dated)
    series = [Series(h.phrase, h.by_year()) for h in dated]
    return plot(series, f"Set phrases by year: {scope.name}", f"Documents a year, reprints counted once. {described}.")


def drift_command(
    a: Annotated[str, typer.Argument(help="A party's code or name.", metavar="PARTY")],
    b: Annotated[str, typer.Argument(help="Another's.", metavar="PARTY")],
    record: RecordPath = DEFAULT_RECORD,
    by: Annotated[str | None, typer.Option("--by", help="Only issuers with these words in their name.")] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Print, for each issuer, what became of every sentence from one readout on the pair to the next."""
    parties = party_codes([a, b], 2)
    with existing(record) as store:
        material = material_of(store)
    steps = [s for s in drift(material, parties) if by is None or by.casefold() in s.issuer.casefold()]
    if not steps:
        raise NothingFoundError(
            f"{record} has no two readouts by {'one issuer' if by is None else f'an issuer like {by!r}'} "
            f"of dealings of {a} and {b} alone; "
            f"see 'memcon list -p {a} -p {b}'"
        )
    if form is Form.JSON:
        json_lines(map(step_value, steps))
    else:
        typer.echo("\n".join(drift_as_text(steps, material.documents)))
