"""``memcon round``: blind review by several reviewers, and how far they agree."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from memcon.agreement import Agreement, Interval, mean_kappa
from memcon.cli.options import DEFAULT_RECORD, Author, RecordPath, author_of, existing
from memcon.cli.saying import Form, FormOption, json_lines, nothing_found
from memcon.decisions.changes import field_named
from memcon.exporting.rounds import agreement_values, round_value
from memcon.record import Filters
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.rounds import SEED, Draw, agreements
from memcon.vocabulary.parties import party_code

_MAKE = """Reviewers answer on the pages of 'memcon serve', each under the name given here.

Examples:

  memcon round make Pilot --reviewer "Ann Lee" --reviewer "Bo Ek"

  memcon round make Dates -w Ann -w Bo --items 100 --draw random --seed 7 --field date --since 2022
"""
_AGREEMENT = """Two answers are the same where both say that it is right, that nothing is told, that the words do not
let one tell, or give the same other value in normal form. In brackets 95 % intervals.

Example:

  memcon round agreement Pilot
"""
commands = typer.Typer(help="Blind review by several reviewers.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    commands.command("make", epilog=_MAKE, help="Draw the items of a round.")(make)
    commands.command("list", help="List the rounds and how far each reviewer has come.")(list_rounds)
    commands.command("agreement", epilog=_AGREEMENT, help="Tell how far the reviewers agree.")(agreement)
    app.add_typer(commands, name="round")


def make(
    name: Annotated[str, typer.Argument(help="What the round is called.", metavar="NAME")],
    reviewer: Annotated[list[str], typer.Option("--reviewer", "-w", help="A reviewer; give two or more.")],
    record: RecordPath = DEFAULT_RECORD,
    items: Annotated[int, typer.Option("--items", "-n", help="So many items.")] = 20,
    draw: Annotated[Draw, typer.Option("--draw", help="The first of the queue, or a sample by chance.")] = Draw.QUEUE,
    seed: Annotated[int, typer.Option("--seed", help="Of the chance; the same gives the same items.")] = SEED,
    party: Annotated[list[str] | None, typer.Option("--party", "-p", help="Only engagements with this party.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="Only engagements from this date on.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Only engagements up to this date.")] = None,
    field: Annotated[list[str] | None, typer.Option("--field", help="Only this field.")] = None,
    author: Author = None,
) -> None:
    """Draw items that every reviewer answers without seeing the answers of the others."""
    filters = Filters(parties=tuple(map(party_code, party or ())), since=since, until=until)
    fields = tuple(map(field_named, field)) if field else REVIEWED
    with existing(record) as store:
        made = store.make_round(
            name, reviewer, items, author=author_of(author), draw=draw, seed=seed, filters=filters, fields=fields
        )
        size = len(store.round_items(made.id))
    typer.echo(f"{made.id}: {made.name}: {size} item{'' if size == 1 else 's'}, {made.drawn}")


def list_rounds(record: RecordPath = DEFAULT_RECORD, form: FormOption = Form.TEXT) -> None:
    """Write the rounds, the latest first; nobody's answers."""
    with existing(record) as store:
        rows = [round_value(store, one) for one in store.rounds()]
    if form is Form.JSON:
        json_lines(rows)
    for row in rows if form is Form.TEXT else ():
        size = row["items"]
        typer.echo(f"{row['id']}  {row['name']}: {size} item{'' if size == 1 else 's'}, {row['drawn']}")
        typer.echo(f"    {', '.join(f'{who} {number} of {size}' for who, number in row['answered'].items())}")
    if not rows:
        nothing_found("there is no round; make one with 'memcon round make'")


def agreement(
    reference: Annotated[str, typer.Argument(help="The round's name or id.", metavar="ROUND")],
    record: RecordPath = DEFAULT_RECORD,
    form: FormOption = Form.TEXT,
) -> None:
    """Write raw agreement and Cohen's kappa, overall and by field, once all have answered everything."""
    with existing(record) as store:
        items, answers = store.round_items(reference), store.answers(reference)
    if form is Form.JSON:
        json_lines(agreement_values(items, answers))
        return
    found = agreements(items, answers)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Field", "Reviewers", "Same", "Raw", "Kappa"):
        table.add_column(heading, overflow="fold")
    for name, pairs in found:
        for pair, one in pairs:
            table.add_row(name, " and ".join(pair), f"{one.agreed} of {one.items}", *_told(one))
        if len(pairs) > 1:
            mean = mean_kappa(one for _, one in pairs)
            table.add_row(name, "mean of the pairs", "", "", "not defined" if mean is None else f"{mean:.2f}")
    Console(width=110).print(table, markup=False)


def _told(one: Agreement) -> tuple[str, str]:
    raw = "" if one.raw is None else f"{one.raw:.0%}{_range(one.raw_interval, '.0%')}"
    return raw, "not defined" if one.kappa is None else f"{one.kappa:.2f}{_range(one.interval, '.2f')}"


def _range(interval: Interval | None, form: str) -> str:
    return "" if interval is None else f" ({format(interval.low, form)} to {format(interval.high, form)})"
