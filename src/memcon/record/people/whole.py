"""Tell who all people of a record are anew, and keep it with what later additions are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from memcon.linking.people import People, Sighting
from memcon.linking.people.nearness import Form, form_of
from memcon.linking.people.tenures import is_of_one_holder, runs_of, sightings, tenure_of
from memcon.record import schema
from memcon.record.people.rows import (
    Row,
    mention_row,
    of_people,
    person_row,
    remark_row,
    sighting_row,
    sightings_in,
    tenure_row,
    words_of,
    write_forms,
)
from memcon.record.people.state import note_told
from memcon.vocabulary.office_forms import Key


def keep_people(connection: sa.Connection, people: People) -> None:
    """Put the people in the place of those in the record."""
    tables = (
        (schema.persons, [person_row(p) for p in people.persons]),
        (schema.person_mentions, [mention_row(m, people.person(m.key, m.number)) for m in people.mentions]),
        (schema.person_remarks, [remark_row(remark) for remark in people.remarks]),
    )
    for table, _ in reversed(tables):
        connection.execute(table.delete())
    for table, rows in tables:
        _insert(connection, table, rows)
    told = [(m, person) for m in people.mentions if (person := people.person(m.key, m.number)) is not None]
    _keep_indexes(connection, told)
    note_told(connection)


def index_people(connection: sa.Connection) -> None:
    """Make anew what follows from the persons and mentions in a record: words, the index of names, tenures."""
    for table in (schema.persons, schema.person_mentions):
        c = table.c
        names = connection.execute(sa.select(c.name).where(c.name.is_not(None)).distinct()).all()
        values = [{"given": row.name, "spelt": words_of(row.name)} for row in names]
        _each(connection, table.update().where(c.name == sa.bindparam("given")), values, table)
    _keep_indexes(connection, sightings_in(connection, of_people()))


def _each(connection: sa.Connection, update: sa.Update, values: Sequence[Row], table: sa.Table) -> None:
    if not values:
        return
    index = sa.Index(f"{table.name}_by_name_for_now", table.c.name)
    index.create(connection)
    connection.execute(update.values(words=sa.bindparam("spelt")), values)
    index.drop(connection)
    table.indexes.discard(index)


def _keep_indexes(connection: sa.Connection, told: Sequence[Sighting]) -> None:
    """Keep what follows from the mentions that are somebody's, given in order of document, account and number."""
    for table in (schema.name_forms, schema.sightings, schema.tenures):
        connection.execute(table.delete())
    write_forms(connection, _names(told))
    seen: dict[tuple[str | None, Key], list[Sighting]] = defaultdict(list)
    of_person: dict[str, list[Sighting]] = defaultdict(list)
    for mention, person in told:
        of_person[person.id].append((mention, person))
    for mine in of_person.values():
        for at, mentions in sightings(mention for mention, _ in mine).items():
            seen[at] += [(mention, mine[0][1]) for mention in mentions]
    of_one = [sighting_row(m, p, key) for (_, key), held in seen.items() if is_of_one_holder(key) for m, p in held]
    _insert(connection, schema.sightings, of_one)
    tenures = [
        tenure_row(tenure_of(person, run), key) for (_, key), held in seen.items() for person, run in runs_of(key, held)
    ]
    _insert(connection, schema.tenures, tenures)


def _names(told: Iterable[Sighting]) -> set[Form]:
    """The names in mentions, and those of the persons, each for the parties of its mentions."""
    found: set[Form] = set()
    for mention, person in told:
        found.add(form_of(mention.name or "", mention.party))
        found.add(form_of(person.name, mention.party))
        found.add(form_of(person.name, person.party))
    return found


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(table.insert(), rows)
