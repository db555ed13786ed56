"""Readings made by hand: one document an account, its participants as "name / office / party"."""

from collections.abc import Callable

import pytest

from memcon.linking.people import People, RemarkKind, people_of
from memcon.model import (
    Account,
    Cited,
    DocumentKind,
    EngagementKind,
    Layout,
    Participant,
    Reading,
    Span,
    Status,
)
from memcon.vocabulary.roster import Exact, RosterEntry
from memcon.vocabulary.rosters import Roster

Told = tuple[str | None, list[str]]


def cited(document: str, words: str) -> Cited[str] | None:
    words = words.strip()
    return Cited(words, (Span(document, 7, 7 + len(words), words),)) if words else None


def reading(number: int, date: str | None, people: list[str]) -> Reading:
    document = f"{number:064}"
    participants = tuple(Participant(*(cited(document, words) for words in person.split("/"))) for person in people)
    start = Cited(date, ()) if date else None
    account = Account(
        "e1",
        document,
        True,
        Cited(EngagementKind.MEETING, ()),
        Cited(Status.HELD, ()),
        start=start,
        participants=participants,
    )
    return Reading(document, "test", Cited(DocumentKind.READOUT, ()), "en", Layout(), (account,))


@pytest.fixture
def people() -> Callable[..., People]:
    def made(*told: Told, roster: tuple[RosterEntry, ...] = ()) -> People:
        return people_of([reading(n, date, who) for n, (date, who) in enumerate(told)], Roster(roster))

    return made


@pytest.fixture
def names() -> Callable[[People], list[str | None]]:
    """The names of the persons of all mentions, in order."""
    return lambda people: [person.name if (person := people.person(m.key, m.number)) else None for m in people.mentions]


@pytest.fixture
def told() -> Callable[[People, RemarkKind], list[tuple[str, str, str]]]:
    """The remarks of a kind: value, rule, source."""
    return lambda people, kind: [(r.value, r.rule, r.source) for r in people.remarks if r.kind is kind]


@pytest.fixture
def entry() -> Callable[..., RosterEntry]:
    def made(
        name: str, office: str | None, party: str, start: str | None = None, end: str | None = None, seen: bool = False
    ) -> RosterEntry:
        exact = {4: Exact.YEAR, 7: Exact.MONTH, 10: Exact.DAY}
        end_exact = Exact.SEEN if seen else exact[len(end)] if end else None
        return RosterEntry(
            name, office, party, start, exact[len(start)] if start else None, end, end_exact, "Q5", "own"
        )

    return made
