"""Keep the tenures in step with the mentions of some persons; what others lose or gain by it follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from memcon.linking.people import Sighting
from memcon.linking.people.stage import Of
from memcon.linking.people.tenures import is_of_one_holder, runs_of, sightings, tenure_of
from memcon.record import schema
from memcon.record.people.rows import (
    NO_PARTY,
    Row,
    form_of_office,
    mention_at,
    of_people,
    sighting_row,
    sightings_in,
    tenure_row,
)
from memcon.record.portions import portions
from memcon.vocabulary.office_forms import Key

_m, _s, _t = schema.person_mentions.c, schema.sightings.c, schema.tenures.c
_Name = tuple[Of, str]
"""A tenure by its first mention and the form of its office."""
_Run = tuple[str, tuple[Of, ...]]
"""Mentions of one person, one after another, in an office that has one holder at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """The row of a tenure as it was and as it is now; None where there was or is none."""

    before: Row | None
    now: Row | None


def tenures_anew(connection: sa.Connection, persons: Collection[str]) -> list[Change]:
    """Make the tenures of some persons anew, and those that theirs begin or end; give what has changed."""
    before: dict[_Name, Row] = {}
    now: dict[_Name, Row] = {}
    of_one: dict[tuple[str, Key], list[Sighting]] = defaultdict(list)
    for told in _mentions(connection, persons):
        person = told[0][1]
        for (party, key), seen in sightings(mention for mention, _ in told).items():
            if is_of_one_holder(key):
                of_one[party or NO_PARTY, key] += [(mention, person) for mention in seen]
            else:
                _put(now, ((tenure_of(person, run), key) for person, run in runs_of(key, [(m, person) for m in seen])))
    for some in portions(sorted(persons)):
        rows = connection.execute(sa.select(schema.tenures).where(_t.person.in_(some)))
        before |= {_name(row._mapping): dict(row._mapping) for row in rows}
    for succession in _successions(connection, persons, of_one):
        gone = [(run[0], succession.form) for _, run in succession.gone(persons)]
        before |= _rows(connection, set(gone) - before.keys())
        _put(now, succession.made(connection, persons))
    changed = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    _write(connection, changed, before, now)
    return [Change(before.get(name), now.get(name)) for name in sorted(changed)]


def _mentions(connection: sa.Connection, persons: Collection[str]) -> Iterator[list[Sighting]]:
    """The mentions of each person in an office, at a date."""
    for some in portions(sorted(persons)):
        query = of_people().where(_m.person.in_(some), _m.office.is_not(None), _m.date.is_not(None))
        told = sorted(sightings_in(connection, query), key=lambda pair: pair[1].id)
        yield from (list(mine) for _, mine in groupby(told, key=lambda pair: pair[1].id))


@dataclass
class _Succession:
    """Who is seen in an office, one after another, before and now; ``fresh`` are the mentions that were told anew."""

    form: str
    key: Key
    before: list[tuple[str, Of, str]]
    now: list[tuple[str, Of, str]]
    fresh: dict[Of, Sighting] = field(default_factory=dict)

    def gone(self, persons: Collection[str]) -> set[_Run]:
        """The tenures that are no more, or may be told otherwise."""
        return {run for run in _runs(self.before) if run[0] not in persons} - set(_runs(self.now))

    def made(self, connection: sa.Connection, persons: Collection[str]) -> Iterator[tuple[Any, Key]]:
        """The tenures that are new, or may be told otherwise."""
        kept = set(_runs(self.before))
        for person, run in _runs(self.now):
            if person in persons or (person, run) not in kept:
                told = self.fresh | _sightings_at(connection, set(run) - self.fresh.keys())
                yield tenure_of(told[run[0]][1], [told[at][0] for at in run]), self.key


def _successions(
    connection: sa.Connection, persons: Collection[str], of_one: dict[tuple[str, Key], list[Sighting]]
) -> Iterator[_Succession]:
    """Write who is seen in offices of one holder, and give the offices in which anything changes."""
    touched = {(party, form_of_office(key)): key for party, key in of_one}
    for some in portions(sorted(persons)):
        rows = connection.execute(sa.select(_s.party, _s.form).where(_s.person.in_(some)).distinct())
        for row in rows:
            touched.setdefault((row.party, row.form), frozenset(row.form.split()))
    found = []
    for (party, form), key in sorted(touched.items(), key=lambda item: item[0]):
        query = sa.select(schema.sightings).where(_s.party == party, _s.form == form)
        rows = connection.execute(query.order_by(_s.date, _s.document, _s.account, _s.number))
        before = [(row.date, mention_at(row._mapping), row.person) for row in rows]
        mine = of_one.get((party, key), [])
        others = [seen for seen in before if seen[2] not in persons]
        added = [(m.date or "", (m.key, m.number), person.id) for m, person in mine]
        fresh = {(m.key, m.number): (m, person) for m, person in mine}
        found.append(_Succession(form, key, before, sorted(others + added), fresh))
    for some in portions(sorted(persons)):
        connection.execute(schema.sightings.delete().where(_s.person.in_(some)))
    if made := [sighting_row(m, person, key) for (_, key), seen in of_one.items() for m, person in seen]:
        connection.execute(schema.sightings.insert(), made)
    yield from found


def _runs(seen: Iterable[tuple[str, Of, str]]) -> Iterator[_Run]:
    for person, run in groupby(seen, key=lambda one: one[2]):
        yield person, tuple(at for _, at, _ in run)


def _sightings_at(connection: sa.Connection, mentions: Collection[Of]) -> dict[Of, Sighting]:
    found: dict[Of, Sighting] = {}
    for some in portions(sorted({key.document for key, _ in mentions})):
        told = sightings_in(connection, of_people().where(_m.document.in_(some)))
        found |= {at: pair for pair in told if (at := (pair[0].key, pair[0].number)) in mentions}
    return found


def _put(rows: dict[_Name, Row], tenures: Iterable[tuple[Any, Key]]) -> None:
    for tenure, key in tenures:
        row = tenure_row(tenure, key)
        rows[_name(row)] = row


def _name(row: Any) -> _Name:
    return mention_at(row), row["form"]


def _rows(connection: sa.Connection, names: Collection[_Name]) -> dict[_Name, Row]:
    """The rows of some tenures, where they still stand."""
    found: dict[_Name, Row] = {}
    for some in portions(sorted({at[0].document for at, _ in names})):
        rows = connection.execute(sa.select(schema.tenures).where(_t.document.in_(some)))
        found |= {name: dict(row._mapping) for row in rows if (name := _name(row._mapping)) in names}
    return found


def _write(
    connection: sa.Connection, names: Collection[_Name], before: dict[_Name, Row], now: dict[_Name, Row]
) -> None:
    which = [c == sa.bindparam(f"{c.name}_") for c in (_t.document, _t.account, _t.number, _t.form)]
    gone = [
        {"document_": key.document, "account_": key.account, "number_": number, "form_": form}
        for (key, number), form in sorted(names & before.keys())
    ]
    if gone:
        connection.execute(schema.tenures.delete().where(*which), gone)
    if made := [now[name] for name in sorted(names & now.keys())]:
        connection.execute(schema.tenures.insert(), made)
