"""The values of decisions: what a human said, about which accounts, and what he had before him when he said it.

A decision never names an engagement, whose id changes with its accounts; it names accounts, each by its document (a
hash of bytes), by the place of the words that tell of the occasion, and by what the account told then.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import msgspec

from memcon.linking.engagements import Engagement
from memcon.model import Account, Cited, Participant, Place, Span


class Verb(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    SPLIT = "split"
    APART = "apart"
    CORRECT = "correct"
    ACCEPT = "accept"
    DISMISS = "dismiss"
    PART_OF = "part-of"
    UNDO = "undo"


JOINING = frozenset({Verb.MERGE, Verb.SPLIT, Verb.APART})
"""Decisions on which accounts are of one occasion."""

BETWEEN = JOINING | {Verb.PART_OF}
"""Decisions on how accounts hang together."""


class Field(StrEnum):
    """What can be corrected or accepted; ``place`` and ``date`` are country with city, and first with last day.

    ``venue``, the house or room in a place, is told by people alone: memcon reads none.
    """

    KIND = "kind"
    STATUS = "status"
    MODE = "mode"
    START = "start"
    END = "end"
    DATE = "date"
    COUNTRY = "country"
    CITY = "city"
    PLACE = "place"
    VENUE = "venue"
    FORUM = "forum"
    PARTIES = "parties"
    PARTICIPANTS = "participants"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A participant in plain words."""

    name: str | None
    office: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What an account or an engagement tells, in plain words and without its sources."""

    kind: str | None
    status: str | None
    mode: str | None
    start: str | None
    end: str | None
    country: str | None
    city: str | None
    forum: str | None
    parties: tuple[str, ...]
    participants: tuple[Named, ...]
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which account a decision rests on.

    ``document`` is the document's id and ``name`` its name; ``account`` the account's id in the reading of that time,
    ``at`` the first code point of the words that tell of the occasion, ``told`` what the account told.
    """

    document: str
    name: str
    account: str
    at: int | None
    told: Told


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction puts in the place of what was read.

    ``value`` is the right value in normal form, None where there is none (nothing is told). Of ``parties`` it is one
    party and of ``participants`` the name, or the office where no name is told, of one person: who is added where he is
    not there, taken out with ``remove``, or given another ``name``, ``office`` or ``party``.

    Of ``statements`` there are the ``words`` that are one, wherever they stand, with its ``speakers``, ``act`` and
    ``mode``, or with ``remove`` none; ``was`` says what they were before, None where no statement.
    """

    field: Field
    value: str | None
    remove: bool = False
    name: str | None = None
    office: str | None = None
    party: str | None = None
    words: tuple[Span, ...] = ()
    speakers: tuple[str, ...] = ()
    act: str | None = None
    mode: str | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a human said.

    ``id`` is made from all the rest; ``at`` is UTC (ISO 8601, microseconds); ``sides`` are the accounts that it rests
    on: of a merge one side per engagement, of a split those taken out and those that stay, of ``apart`` the two, else
    one side; a ``dismiss`` says that what they tell of is no engagement; of ``part-of`` the part and the whole, or the
    part alone, where it is a part of nothing. ``change`` is what a correction sets,
    ``field`` what was accepted (None: all), ``saw`` what the engagement told at the time, ``of`` the decision that is
    undone, or confirmed by an ``accept``. ``along`` is the first of several decisions that one answer of a reviewer
    makes; it changes nothing but that they are undone together.
    """

    id: str
    verb: Verb
    author: str
    at: str
    sides: tuple[tuple[Anchor, ...], ...] = ()
    because: str | None = None
    change: Change | None = None
    field: Field | None = None
    saw: Told | None = None
    of: str | None = None
    along: str | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """All accounts that it rests on."""
        return tuple(anchor for side in self.sides for anchor in side)

    @property
    def order(self) -> tuple[str, str]:
        """What decisions are replayed by."""
        return (self.at, self.id)


def identified(decision: Decision) -> Decision:
    """Give the decision with the id that its content makes.

    What is empty does not count, so that a decision keeps its id when later versions have further fields.
    """
    content = msgspec.json.encode(_filled(msgspec.to_builtins(replace(decision, id=""))), order="sorted")
    return replace(decision, id="D-" + hashlib.sha256(content).hexdigest()[:10])


def _filled(value: Any) -> Any:
    """Plain values without those entries of mappings that are empty."""
    if isinstance(value, dict):
        return {name: _filled(v) for name, v in value.items() if v or (v == 0 and v is not False)}
    return [_filled(v) for v in value] if isinstance(value, list | tuple) else value


def told_of(account: Account) -> Told:
    """Give what an account tells; people and parties in the order of the alphabet."""
    place = account.place.value if account.place else Place(None, None)
    return Told(
        kind=_text(account.kind),
        status=_text(account.status),
        mode=_text(account.mode),
        start=_text(account.start),
        end=_text(account.end),
        country=place.country,
        city=place.city,
        forum=_text(account.forum),
        parties=tuple(sorted({p.value for p in account.parties})),
        participants=tuple(sorted(map(named, account.participants), key=by_words)),
    )


def told_by(engagement: Engagement) -> Told:
    """Give what an engagement tells: its preferred values."""
    place = engagement.place.preferred.value if engagement.place.preferred else Place(None, None)
    return Told(
        kind=_text(engagement.kind.preferred),
        status=_text(engagement.status.preferred),
        mode=_text(engagement.mode.preferred),
        start=_text(engagement.start.preferred),
        end=_text(engagement.end.preferred),
        country=place.country,
        city=place.city,
        forum=_text(engagement.forum.preferred),
        parties=tuple(sorted({p.value for p in engagement.parties})),
        participants=tuple(sorted(map(named, engagement.participants), key=by_words)),
        venue=_text(engagement.venue.preferred),
    )


def named(participant: Participant) -> Named:
    """Give a participant in plain words."""
    return Named(_text(participant.name), _text(participant.office), _text(participant.party))


def by_words(person: Named) -> tuple[str, str, str]:
    """What people are put in order by."""
    return (person.name or "", person.office or "", person.party or "")


def _text(cited: Cited[Any] | None) -> str | None:
    return str(cited.value) if cited is not None else None
