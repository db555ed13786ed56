"""``memcon who`` and ``memcon office``: who held which office when, by documents and by rosters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.cli.saying import Form, FormOption, json_lines
from memcon.errors import NothingFoundError
from memcon.exporting.people import Held, held_by_roster, held_in_words, roster_entries_of, sighting_in_words
from memcon.exporting.tenures import held_by, held_value, holders
from memcon.linking.people import Person
from memcon.record import Record

_WIDTH = 100
_WHO = """Examples:

  memcon who Tokayev

  memcon who "Volodymyr Zelensky"
"""
_OFFICE = """Examples:

  memcon office "foreign minister" KZ

  memcon office "head of state" Jordan --at 2022-05-09
"""


def register(app: typer.Typer) -> None:
    """Add the subcommands to ``app``."""
    app.command("who", epilog=_WHO, help="Tell who somebody is: offices by date, with the words that say so.")(who)
    app.command("office", epilog=_OFFICE, help="Tell who held an office, by date, with the words that say so.")(office)


def who(
    name: Annotated[str, typer.Argument(help="A name or surname, in any spelling.", metavar="NAME")],
    record: RecordPath = DEFAULT_RECORD,
    form: FormOption = Form.TEXT,
) -> None:
    """Print each person of this name with the offices that documents and rosters tell of."""
    with existing(record) as store:
        roster, persons = store.roster(), store.persons(name)
        told = [(person, held_by(store, person, roster)) for person in persons]
        shown = {entry for person in persons for entry in roster_entries_of(person, roster)}
        besides = [held_by_roster(entry) for entry in roster.by_name(name) if entry not in shown]
        if not told and not besides:
            raise NothingFoundError(f"nobody in {record} or in the roster is called {name!r}")
        if form is Form.JSON:
            json_lines(_row(person) | held_value(one) for person, held in told for one in held)
            json_lines(_row(None) | held_value(one) for one in besides)
            return
        blocks = [_person(store, person, held) for person, held in told]
    if besides:
        blocks.append(["In the roster besides", *(line for one in besides for line in _line(one))])
    typer.echo("\n\n".join("\n".join(block) for block in blocks))


def _row(person: Person | None) -> dict[str, str | None]:
    return {"person": person.id if person else None, "qid": person.qid if person else None}


def _person(store: Record, person: Person, held: list[Held]) -> list[str]:
    head = " · ".join(x for x in (person.name, person.party, person.qid, person.id) if x)
    lines = [line for one in held for line in (*_line(one), *_sightings(store, one))]
    return [head, *(lines or ["  - named, without an office"])]


def office(
    title: Annotated[str, typer.Argument(help="An office, in any of its forms.", metavar="OFFICE")],
    party: Annotated[str, typer.Argument(help="A party's code or name.", metavar="PARTY")],
    record: RecordPath = DEFAULT_RECORD,
    at: Annotated[str | None, typer.Option("--at", metavar="DATE", help="On this day, month or year (ISO).")] = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Print the holders of an office by date; those of the roster are marked."""
    with existing(record) as store:
        found = holders(store, title, party, at)
        if form is Form.JSON:
            json_lines(map(held_value, found.held))
            return
        lines = [line for one in found.held for line in (*_line(one), *_sightings(store, one))]
    if found.remark:
        lines.append(f"  {found.remark}")
    typer.echo("\n".join(lines))


def _line(held: Held) -> list[str]:
    return textwrap.wrap(held_in_words(held), _WIDTH, initial_indent="  - ", subsequent_indent="    ")


def _sightings(store: Record, held: Held) -> Iterable[str]:
    """The words of the first and the last sighting."""
    ends = held.sightings[:1] + held.sightings[-1:]
    for mention in dict.fromkeys(ends):
        words = sighting_in_words(mention, store.document(mention.key.document))
        yield from textwrap.wrap(words, _WIDTH, initial_indent="      ", subsequent_indent="        ")
