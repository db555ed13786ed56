"""What happened: the accounts of one occasion joined, each field with its preferred value, rivals and reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from memcon.model import Cited, EngagementKind, Mode, Participant, Place, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class AccountKey:
    """Which account: the document's id and the account's id inside it."""

    document: str
    account: str


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A field of an engagement: the preferred value, every account's value, and the reason for the preference."""

    preferred: Cited[T] | None
    rivals: tuple[tuple[AccountKey, Cited[T]], ...] = ()
    reason: str = "not reported"


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
