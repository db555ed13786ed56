"""Tell who the people are whom some documents have to do with; all others stay as they were told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from memcon.linking.people import Mention, Person
from memcon.linking.people.nearness import Form, form_of
from memcon.linking.people.stage import Of
from memcon.record import schema
from memcon.record.people.nearby import Nearby, nearby
from memcon.record.people.remarking import Changes, remark_anew
from memcon.record.people.rows import Row, mention_at, mention_row, person_row, write_forms
from memcon.record.people.seen import tenures_anew
from memcon.record.portions import portions
from memcon.vocabulary.rosters import Roster

_m = schema.person_mentions.c


def keep_some(connection: sa.Connection, documents: Iterable[str], mentions: Iterable[Mention], roster: Roster) -> None:
    """Keep whom some documents (ids) name, and whoever is told apart otherwise by that.

    ``documents`` are those that are new, whose accounts have got other dates, or in which people decided otherwise whom
    they name; ``mentions`` are all that they have now. The record is then the same as if all its people were told apart
    anew.
    """
    taken = _take_in(connection, set(documents), mentions)
    if not taken.mentions:
        return
    around = nearby(connection, taken.forms, taken.persons, roster)
    persons = _persons_anew(connection, around)
    moved = {at for at, was in around.before.items() if around.told.of_mention[at].id != was}
    _move(connection, moved, around.told.of_mention)
    met = {around.told.of_mention[at].id for at in moved | taken.mentions if at in around.told.of_mention}
    left = {was for at in moved if (was := around.before[at]) is not None} | taken.persons
    changes = Changes(taken.mentions | moved, persons, tenures_anew(connection, met | left | persons))
    remark_anew(connection, around, changes, roster)
    _forget(connection, left)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The mentions that were added, changed or taken out, their names, and the ids of the persons whose they were."""

    mentions: set[Of]
    forms: set[Form]
    persons: set[str]


def _take_in(connection: sa.Connection, documents: set[str], fresh: Iterable[Mention]) -> _Taken:
    """Put the mentions of some documents in the place of those that were there."""
    before: dict[Of, Any] = {}
    for some in portions(sorted(documents)):
        rows = connection.execute(sa.select(schema.person_mentions).where(_m.document.in_(some)))
        before |= {mention_at(dict(row._mapping)): dict(row._mapping) for row in rows}
    now: dict[Of, Any] = {mention_at(row): row for row in (mention_row(m, None) for m in fresh)}
    changed = {at for at in before.keys() | now.keys() if not _same(before.get(at), now.get(at))}
    _delete(connection, changed & before.keys())
    if added := [now[at] for at in sorted(changed & now.keys())]:
        connection.execute(schema.person_mentions.insert(), added)
    told = [rows[at] for rows in (before, now) for at in changed if at in rows]
    forms = {form_of(row["name"], row["party"]) for row in told if row["name"] is not None}
    write_forms(connection, forms)
    persons = {before[at]["person"] for at in changed & before.keys() if before[at]["person"] is not None}
    return _Taken(changed, forms, persons)


def _same(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    return one is not None and other is not None and all(one[name] == other[name] for name in other if name != "person")


def _delete(connection: sa.Connection, mentions: Collection[Of]) -> None:
    at = {"document_": _m.document, "account_": _m.account, "number_": _m.number}
    which = [column == sa.bindparam(name) for name, column in at.items()]
    if mentions:
        connection.execute(schema.person_mentions.delete().where(*which), [_named(of) for of in sorted(mentions)])


def _named(of: Of) -> Row:
    key, number = of
    return {"document_": key.document, "account_": key.account, "number_": number}


def _persons_anew(connection: sa.Connection, around: Nearby) -> set[str]:
    """Write the persons that are new or called otherwise, and give their ids."""
    known: dict[str, Any] = {}
    table, ids = schema.persons, sorted({p.id for p in around.told.persons})
    for some in portions(ids):
        found = connection.execute(sa.select(table).where(table.c.id.in_(some)))
        known |= {row.id: dict(row._mapping) for row in found}
    rows = [row for person in around.told.persons if (row := person_row(person)) != known.get(person.id)]
    for row in rows:
        if row["id"] in known:
            connection.execute(table.update().where(table.c.id == row["id"]), row)
        else:
            connection.execute(table.insert(), row)
    parties: dict[str, set[str | None]] = {p.id: {p.party} for p in around.told.persons}
    for mention in around.mentions:
        parties[around.told.of_mention[mention.key, mention.number].id].add(mention.party)
    write_forms(connection, {form_of(p.name, party) for p in around.told.persons for party in parties[p.id]})
    return {str(row["id"]) for row in rows}


def _move(connection: sa.Connection, moved: Iterable[Of], of_mention: Mapping[Of, Person]) -> None:
    """Write whose some mentions are now."""
    which = (_m.document == sa.bindparam("document_"), _m.account == sa.bindparam("account_"))
    update = schema.person_mentions.update().where(*which, _m.number == sa.bindparam("number_"))
    rows = [{**_named(at), "whose": of_mention[at].id} for at in sorted(moved)]
    if rows:
        connection.execute(update.values(person=sa.bindparam("whose")), rows)


def _forget(connection: sa.Connection, persons: Collection[str]) -> None:
    """Take out those of some persons of whom there is no mention any more."""
    p = schema.persons.c
    for some in portions(sorted(persons)):
        left = sa.select(_m.person).where(_m.person.in_(some))
        connection.execute(schema.persons.delete().where(p.id.in_(some), p.id.not_in(left)))
