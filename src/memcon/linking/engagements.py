"""What happened: the accounts of one occasion joined, each field with its preferred value, rivals and reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from memcon.model import Cited, EngagementKind, Mode, Participant, Place, Status

T = TypeVar("T")


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
    NOT_REPORTED = "not reported"


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A field of an engagement: the preferred value, every account's value, and the reason for the preference."""

    preferred: Cited[T] | None
    rivals: tuple[tuple[AccountKey, Cited[T]], ...] = ()
    reason: str = "not reported"
    standing: Standing = Standing.NOT_REPORTED


@dataclass(frozen=True, slots=True)
class Engagement:
    """One occasion with all its accounts.

    ``id`` is made from the keys of its accounts; ``main`` tells whether any document reports it as its subject;
    ``sources`` counts texts that differ (a copy of a text counts once); ``part_of`` is the id of the visit or
    conference that it is a part of.
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

    def values(self) -> Iterator[tuple[str, Cited[Any]]]:
        """Give each value that a row on the engagement shows, with the name of its field."""
        for field in ("kind", "status", "mode", "start", "end", "place", "forum"):
            choice: Choice[Any] = getattr(self, field)
            if choice.preferred is not None:
                yield field, choice.preferred
        yield from (("party", party) for party in self.parties)
        for person in self.participants:
            told = (("name", person.name), ("office", person.office), ("represents", person.party))
            yield from ((field, value) for field, value in told if value is not None)

    def sure(self) -> float | None:
        """Give the confidence of its least sure value, 0.01 to 0.99; None where one was not measured."""
        found = [value.confidence for _, value in self.values()]
        return None if None in found else min(c for c in found if c is not None)
