"""``memcon who`` and ``memcon office``: who held which office when, by documents and by rosters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Annotated

import typer

from memcon.cli.options import DEFAULT_RECORD, RecordPath, existing
from memcon.errors import UsageError
from memcon.exporting.people import (
    Held,
    held_by_documents,
    held_by_roster,
    held_in_words,
    held_undated,
    in_order,
    roster_entries_of,
    sighting_in_words,
)
from memcon.linking.people import Mention, Person, Tenure
from memcon.linking.rosters import Roster
from memcon.record import Record
from memcon.record.filters import checked_date
from memcon.vocabulary.office_forms import asked_for
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.roster import first_day, known_party, last_day

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
) -> None:
    """Print each person of this name with the offices that documents and rosters tell of."""
    with existing(record) as store:
        roster, persons = store.roster(), store.persons(name)
        left = roster.by_name(name)
        blocks = [_person(store, person, roster) for person in persons]
    shown = {entry for person in persons for entry in roster_entries_of(person, roster)}
    left = [entry for entry in left if entry not in shown]
    if left:
        blocks.append(["In the roster besides", *(line for entry in left for line in _line(held_by_roster(entry)))])
    if not blocks:
        raise UsageError(f"nobody in {record} or in the roster is called {name!r}")
    typer.echo("\n\n".join("\n".join(block) for block in blocks))


def _person(store: Record, person: Person, roster: Roster) -> list[str]:
    head = " · ".join(x for x in (person.name, person.party, person.qid, person.id) if x)
    held = [held_by_documents(t) for t in store.tenures([person])]
    held = held or _undated(store.undated([person]))
    held += [held_by_roster(entry) for entry in roster_entries_of(person, roster)]
    lines = [line for one in in_order(held) for line in (*_line(one), *_sightings(store, one))]
    return [head, *(lines or ["  - named, without an office"])]


def office(
    title: Annotated[str, typer.Argument(help="An office, in any of its forms.", metavar="OFFICE")],
    party: Annotated[str, typer.Argument(help="A party's code or name.", metavar="PARTY")],
    record: RecordPath = DEFAULT_RECORD,
    at: Annotated[str | None, typer.Option("--at", metavar="DATE", help="On this day, month or year (ISO).")] = None,
) -> None:
    """Print the holders of an office by date; those of the roster are marked."""
    code = party_code(party)
    if not known_party(code):
        raise UsageError(f"{party!r} is no party that memcon knows; give a code or name such as KZ or Kazakhstan")
    at = checked_date(at, "--at") if at else None
    with existing(record) as store:
        seen = [t for t in store.tenures(party=code) if asked_for(title, t.office, code)]
        roster = store.roster()
        named = [(m, p) for m, p in store.undated(party=code) if asked_for(title, m.office or "", code)]
        held = [held_by_documents(t) for t in (_about(seen, at) if at else seen)]
        held += [held_by_roster(e, roster.fits(e, at) if at else None) for e in roster.holders(title, code, at)]
        held += _undated([(m, p) for m, p in named if all(t.person.id != p.id for t in seen)])
        if not held:
            when = f" at {at}" if at else ""
            raise UsageError(f"neither {record} nor the roster knows who is {title!r} of {code}{when}")
        lines = [line for one in in_order(held) for line in (*_line(one), *_sightings(store, one))]
    if at and not any(t.covers(at) for t in seen) and seen:
        lines.append(f"  no document sees anybody in this office both before and after {at}")
    typer.echo("\n".join(lines))


def _undated(named: Iterable[tuple[Mention, Person]]) -> list[Held]:
    """A line for each person and office, with the first words."""
    first = {(p.id, m.office): held_undated(m, p) for m, p in reversed(list(named))}
    return [first[key] for key in sorted(first, key=str)]


def _about(seen: list[Tenure], at: str) -> list[Tenure]:
    """The tenures that cover a date; else the last before it and the first after it."""
    covering = [t for t in seen if t.covers(at)]
    if covering:
        return covering
    before = [t for t in seen if last_day(t.last) < first_day(at)]
    after = [t for t in seen if first_day(t.first) > last_day(at)]
    near = [t for t in seen if t not in before and t not in after]
    return [*sorted(before, key=lambda t: t.last)[-1:], *near, *after[:1]]


def _line(held: Held) -> list[str]:
    return textwrap.wrap(held_in_words(held), _WIDTH, initial_indent="  - ", subsequent_indent="    ")


def _sightings(store: Record, held: Held) -> Iterable[str]:
    """The words of the first and the last sighting."""
    ends = held.sightings[:1] + held.sightings[-1:]
    for mention in dict.fromkeys(ends):
        words = sighting_in_words(mention, store.document(mention.key.document))
        yield from textwrap.wrap(words, _WIDTH, initial_indent="      ", subsequent_indent="        ")
