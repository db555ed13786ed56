"""Whoever is told apart step by step is told apart as if all were at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.people.conftest import reading

from memcon.linking.people import mentions_of, people_of
from memcon.linking.people.tenures import is_of_one_holder
from memcon.model import Reading
from memcon.record import schema
from memcon.record.people import keep_people, keep_some
from memcon.vocabulary.roster import Exact, RosterEntry
from memcon.vocabulary.rosters import Roster

NAMES = (
    *("Anna Virta", "A. Virta", "Anna Maria Virta", "Virta", "Wirta", "Bruno Virta", "B. Virta", "Anna Wirta"),
    *("Bill Novak", "William Novak", "Novak", "Maria Lopez", "Maria Lopez Garcia", "Garcia", "Lopez", "Maria", "李"),
    *("ANNA VIRTA", "Ali bin Hamad", "Hamad bin Ali", "Ali bin Hamad Al Novak", "Ali Hamad"),
)
OFFICES = (
    *("Foreign Minister", "Minister of Foreign Affairs", "Minister", "President", "Prime Minister", "Ambassador", ""),
    *("Prime Minister and Minister of Defence", "former President", "Foreign Minister"),
)
PARTIES = ("FI", "FI", "MT", "US", "NATO", "")
DATES = (None, "2019", "2021-05", "2021-05-03", "2021-07-09", "2022-01-01", "1975-01-01", "2031-03-03", "2023-02-02")
ROSTER = Roster(
    RosterEntry(name, office, party, start, Exact.YEAR, end, Exact.YEAR, item, "own")
    for name, office, party, start, end, item in (
        ("Anna Maria Virta", "Minister of Foreign Affairs", "FI", "2020", "2022", "Q1"),
        ("Bruno Virta", "Prime Minister", "FI", "2018", "2024", "Q2"),
        ("William Novak", "President", "MT", "2019", "2023", "Q3"),
        ("Carla Garcia", "President", "US", "2021", "2025", "Q4"),
    )
)
TABLES = ("persons", "person_mentions", "person_remarks", "tenures", "sightings")
KEPT = [schema.metadata.tables[t] for t in ("documents", "roster", "made_of", "name_forms", *TABLES)]

T = TypeVar("T")
Step = tuple[int, str | None, list[str]]
"""What a document, by its number, tells from now on: the date, and who takes part; nobody where it tells of nothing."""


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """Few names, offices and dates at a time, so that they meet."""

    def some(things: tuple[T, ...], most: int) -> st.SearchStrategy[T]:
        return st.sampled_from(draw(st.lists(st.sampled_from(things), min_size=1, max_size=most)))

    names, offices, parties, dates = some((*NAMES, ""), 5), some(OFFICES, 3), some(PARTIES, 3), some(DATES, 4)
    someone = st.builds("/".join, st.tuples(names, offices, parties))
    step = st.tuples(st.integers(0, 7), dates, st.lists(someone, max_size=3))
    return draw(st.lists(step, min_size=2, max_size=10))


@cache
def engine() -> sa.Engine:
    made = sa.create_engine("sqlite://")
    sa.event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
    schema.metadata.create_all(made, KEPT)
    return made


@contextmanager
def empty_record() -> Iterator[sa.Connection]:
    with engine().connect() as connection:
        yield connection
        connection.rollback()


def with_documents(connection: sa.Connection, readings: Sequence[Reading]) -> None:
    names = {r.document for r in readings} - set(connection.execute(sa.select(schema.documents.c.id)).scalars())
    for name in sorted(names):
        row = {"id": name, "name": "x", "raw": b"", "media_type": "text/plain", "text": "", "added": "2026"}
        connection.execute(schema.documents.insert(), row)


def rows(connection: sa.Connection) -> dict[str, list[str]]:
    found = {t: connection.execute(sa.select(schema.metadata.tables[t])).all() for t in TABLES}
    return {t: sorted(map(repr, told)) for t, told in found.items()}


def at_once(readings: Sequence[Reading]) -> dict[str, list[str]]:
    with empty_record() as connection:
        with_documents(connection, readings)
        keep_people(connection, people_of(readings, ROSTER))
        return rows(connection)


def one_by_one(told: Sequence[Sequence[Reading]]) -> dict[str, list[str]]:
    with empty_record() as connection:
        for readings in told:
            with_documents(connection, readings)
            keep_some(connection, {r.document for r in readings}, mentions_of(readings), ROSTER)
        return rows(connection)


def told_by(step: Step) -> Reading:
    number, date, people = step
    return reading(number, date, people)


def steps_of(*told: tuple[int, str]) -> list[Step]:
    return [(number, "2021-05-03", [who] if who else []) for number, who in told]


FOREIGN = "Foreign Minister/FI"
CASES: dict[str, list[Step]] = {
    "a bare name is seen in a new full one": steps_of((1, f"Virta/{FOREIGN}"), (0, f"Anna Virta/{FOREIGN}")),
    "one whom a roster names loses a mention": steps_of((0, f"A. Virta/{FOREIGN}"), (1, f"Virta/{FOREIGN}"), (0, "")),
    "one whom a roster names is named otherwise too": steps_of((5, f"A. Virta/{FOREIGN}"), (1, f"Virta/{FOREIGN}")),
    "a roster tells that a name is another's": steps_of((0, f"Anna Virta/{FOREIGN}"), (1, f"Maria/{FOREIGN}")),
    "and that one is known by an earlier mention": steps_of(
        (3, f"Anna Virta/{FOREIGN}"), (5, f"Maria/{FOREIGN}"), (1, f"Anna Virta/{FOREIGN}")
    ),
    "one name in two parties": steps_of((0, "Anna Virta/President/FI"), (1, "Anna Virta/President/MT")),
    "a holder comes in between": [
        (0, "2021-05-03", ["/President/MT"]),
        (1, "2021-05-03", ["Maria Lopez/President/MT"]),
        (2, "2019", ["Maria Lopez/President/MT"]),
        (3, "2022-01-01", ["Maria Lopez/President/MT"]),
        (2, "2019", ["Anna Virta/President/MT"]),
    ],
    "an office comes to light": steps_of((1, "Anna Virta//FI"), (4, f"Anna Virta/{FOREIGN}"), (4, "")),
    "who held an office comes to light": steps_of((1, "/President/US"), (4, "Maria Lopez/President/US"), (4, "")),
}


@pytest.mark.parametrize("case", CASES)
def test_what_comes_later_tells_apart_what_was_there(case: str) -> None:
    check(CASES[case], 1)


@settings(max_examples=100, deadline=None)
@given(steps(), st.integers(1, 2))
def test_people_are_the_same_whatever_came_when(given_: list[Step], several: int) -> None:
    check(given_, several)


def check(given_: list[Step], several: int) -> None:
    """Hold what is kept step by step, some documents at a time, against what is kept at once."""
    told = [told_by(step) for step in given_]
    latest = {r.document: r for r in told}
    portions = [told[at : at + several] for at in range(0, len(told), several)]
    added = one_by_one([list({r.document: r for r in portion}.values()) for portion in portions])
    assert added == at_once([latest[name] for name in sorted(latest)])


@pytest.mark.parametrize("backwards", [False, True])
def test_a_tenure_ends_where_another_comes_in_between(*, backwards: bool) -> None:
    told = [
        reading(n, date, [f"{who}/President/MT"])
        for n, (date, who) in enumerate([("2021-01-01", "Anna Virta"), ("2023-01-01", "Anna Virta")])
    ]
    between = reading(5, "2022-01-01", ["Maria Lopez/President/MT"])
    order = [[between], told] if backwards else [told, [between]]
    assert is_of_one_holder(frozenset({"president"}))
    found = one_by_one(order)
    assert len(found["tenures"]) == 3
    assert found == at_once([*told, between])
