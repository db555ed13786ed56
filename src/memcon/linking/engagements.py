"""What happened: the accounts of one occasion joined, each field with its preferred value, rivals and reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from memcon.model import Cited, EngagementKind, Mode, Participant, Place, Span, Statement, Status

T = TypeVar("T")

CORRECTED = "human.correction"
"""The rule of a value that a human put in the place of what was read."""

_CHECKED_AS = {"party": "parties", "name": "participants", "office": "participants", "represents": "participants"}
"""The field under which a value of a party or a participant is accepted, by its name in :meth:`Engagement.values`."""


@dataclass(frozen=True, slots=True, order=True)
class AccountKey:
    """Which account: the document's id and the account's id inside it."""

    document: str
    account: str


class Standing(StrEnum):
    """What is known of a field; that it is not reported is no denial."""

    STATED = "stated"
    DERIVED = "derived"
    CONTRADICTED = "contradicted"
    CORRECTED = "corrected"
    NOT_REPORTED = "not reported"


class Review(StrEnum):
    """Whether somebody has looked at an engagement."""

    CHECKED = "checked"
    """All of it was accepted, and that holds."""
    UNCHECKED = "unchecked"
    """Nobody has accepted all of it."""
    AGAIN = "again"
    """A decision on it wants a second look."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A field of an engagement: the preferred value, every account's value, and the reason for the preference."""

    preferred: Cited[T] | None
    rivals: tuple[tuple[AccountKey, Cited[T]], ...] = ()
    reason: str = "not reported"
    standing: Standing = Standing.NOT_REPORTED


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a human decided on an engagement, and what has become of it (:mod:`memcon.decisions`).

    ``decision`` is its id, ``verb`` what it does, ``at`` when (UTC, ISO 8601); ``field`` what was corrected or accepted
    (None: all), ``value`` the correction in words, ``read`` what stood there without it, with the reason for that.
    ``in_force`` tells whether it holds; ``looks`` why a human should look at it again; ``superseded`` by which
    decision it was; ``followed`` whether a correction was put in, be it that a later one took its place.
    """

    decision: str
    verb: str
    author: str
    at: str
    because: str | None = None
    field: str | None = None
    value: str | None = None
    read: str | None = None
    in_force: bool = True
    looks: tuple[str, ...] = ()
    superseded: str | None = None
    followed: bool = True


@dataclass(frozen=True, slots=True)
class Restated:
    """What a human said of some words of an account: that they are this statement, or (None) that they are none.

    ``why`` tells who said so, when and why.
    """

    account: AccountKey
    text: Span
    statement: Statement | None
    why: str


@dataclass(frozen=True, slots=True)
class Engagement:
    """One occasion with all its accounts.

    ``id`` is made from the keys of its accounts; ``main`` tells whether any document reports it as its subject;
    ``sources`` counts texts that differ (a copy of a text counts once); ``part_of`` is the id of the visit or
    conference that it is a part of; ``rulings`` are what people decided on it, in the order of their times;
    ``venue``, the house or room in its place, is told by people alone; ``said`` is what people corrected of its
    statements, which are else those of its accounts.
    """

    id: str
    kind: Choice[EngagementKind]
    status: Choice[Status]
    mode: Choice[Mode]
    start: Choice[str]
    end: Choice[str]
    place: Choice[Place]
    forum: Choice[str]
    parties: tuple[Cited[str], ...]
    participants: tuple[Participant, ...]
    accounts: tuple[AccountKey, ...]
    main: bool
    sources: int
    part_of: str | None = None
    rulings: tuple[Ruling, ...] = ()
    venue: Choice[str] = Choice(None)
    said: tuple[Restated, ...] = ()

    def values(self) -> Iterator[tuple[str, Cited[Any]]]:
        """Give each value that a row on the engagement shows, with the name of its field."""
        for field in ("kind", "status", "mode", "start", "end", "place", "venue", "forum"):
            choice: Choice[Any] = getattr(self, field)
            if choice.preferred is not None:
                yield field, choice.preferred
        yield from (("party", party) for party in self.parties)
        for person in self.participants:
            told = (("name", person.name), ("office", person.office), ("represents", person.party))
            yield from ((field, value) for field, value in told if value is not None)

    @property
    def dismissed(self) -> bool:
        """Whether a human said that it is no engagement."""
        return any(r.in_force and r.verb == "dismiss" for r in self.rulings)

    def is_checked(self, field: str) -> bool:
        """Tell whether a human accepted the values of a field, named as :meth:`values` or as a decision names it."""
        name = decided_as(field)
        wider = {"start": "date", "end": "date", "country": "place", "city": "place"}
        accepted = [r for r in self.rulings if r.in_force and r.verb == "accept"]
        return any(r.field is None or r.field in (name, wider.get(name)) for r in accepted)

    @property
    def review(self) -> Review:
        """Whether it was checked, as its rulings tell."""
        if any(ruling.looks for ruling in self.rulings):
            return Review.AGAIN
        whole = any(r.in_force and r.verb == "accept" and r.field is None for r in self.rulings)
        return Review.CHECKED if whole else Review.UNCHECKED

    def sure(self) -> float | None:
        """Give the confidence of its least sure value, 0.01 to 0.99; None where one was not measured.

        What a human corrected or accepted is as sure as can be.
        """
        found = [
            0.99 if value.rule == CORRECTED or self.is_checked(field) else value.confidence
            for field, value in self.values()
        ]
        return None if None in found else min(c for c in found if c is not None)


def decided_as(field: str) -> str:
    """Give the name by which decisions call a field of :meth:`Engagement.values`: a name is one of participants."""
    return _CHECKED_AS.get(field, field)
