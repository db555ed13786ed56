"""What linking compares of an account: its parts made comparable once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.linking.engagements import AccountKey
from memcon.linking.windows import Window, window_of
from memcon.model import Account, Cited, DateRole, EngagementKind, Participant, Reading
from memcon.reading.names import fold_name
from memcon.vocabulary.forum_names import ForumName, forum_name
from memcon.vocabulary.linking import repetition_in, title_words
from memcon.vocabulary.states import codes

_PROPER = re.compile(r"(?<![.!?»”\"] )\b[A-Z][\w-]{2,}")
SHORTEST = 3
"""Letters of the shortest word of a name by which people are looked up."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part: the words of the name (empty where only the office is told), office, party."""

    name: str | None
    words: tuple[str, ...]
    office: frozenset[str]
    party: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """An account ready for comparison.

    ``topics`` are proper names in its statements; ``title`` what the title tells of a main account beyond people and
    parties; ``repetition`` the number that the text gives the occasion ("their second call this week", "again" and
    "another" are 2); ``companions`` what else the document tells of, as far as it can be told apart; ``leg`` marks a
    visit whose days are those of a journey to several countries; ``reprinted`` are dates of reprints of its page.
    """

    key: AccountKey
    account: Account
    window: Window
    told_on: str | None
    people: tuple[Person, ...]
    parties: frozenset[str]
    forum: ForumName | None
    topics: frozenset[str]
    title: frozenset[str]
    repetition: int | None
    companions: frozenset[str]
    leg: bool = False
    reprinted: tuple[Cited[str], ...] = ()

    @property
    def kind(self) -> EngagementKind:
        """The account's kind of engagement."""
        return self.account.kind.value

    @property
    def country(self) -> str | None:
        """The country that the account gives as its place."""
        return self.account.place.value.country if self.account.place else None

    @property
    def name_words(self) -> frozenset[str]:
        """The words of all names, by which people can be looked up; initials and particles left out."""
        return frozenset(w for p in self.people for w in p.words if len(w) >= SHORTEST)


def tellings_of(reading: Reading) -> tuple[Telling, ...]:
    """Give the accounts of a document as tellings."""
    told_on = reading.dated.value if reading.dated else None
    reprinted = tuple(
        Cited(d.date, (d.span,), "date.of-reprint") for d in reading.layout.dates if d.role is DateRole.REPRINTED
    )
    not_after = min((d.value for d in reprinted), default=None)
    signs = {a.id: _sign(a) for a in reading.accounts}
    return tuple(
        Telling(
            key=AccountKey(reading.document, account.id),
            account=account,
            window=window_of(account, told_on, not_after),
            told_on=told_on,
            people=tuple(person_of(p) for p in account.participants),
            parties=frozenset(p.value for p in account.parties),
            forum=forum_name(account.forum.value) if account.forum else None,
            topics=_topics(account),
            title=_title(reading, account),
            repetition=_repetition(reading, account),
            leg=_is_leg(account, reading.accounts),
            reprinted=reprinted,
            companions=frozenset(s for i, s in signs.items() if s and i != account.id and s != signs[account.id]),
        )
        for account in reading.accounts
    )


def person_of(participant: Participant) -> Person:
    """Make a participant comparable."""
    name = participant.name.value if participant.name else None
    office = frozenset(fold_name(participant.office.value)) if participant.office else frozenset()
    return Person(
        name, tuple(fold_name(name)) if name else (), office, participant.party.value if participant.party else None
    )


def _topics(account: Account) -> frozenset[str]:
    """Proper names in the statements that are no participant's, first words of sentences aside."""
    own = {w for p in account.participants for v in (p.name, p.office) if v for w in fold_name(v.value)}
    words = (w for s in account.statements for found in _PROPER.findall(s.text.text) for w in fold_name(found))
    return frozenset(w for w in words if w not in own and len(w) >= SHORTEST)


def _is_leg(account: Account, others: Iterable[Account]) -> bool:
    """Whether the days of a visit are those of a journey: it goes to further countries, or holds another visit."""
    if account.kind.value is not EngagementKind.VISIT or account.start is None or account.end is None:
        return False
    if account.start.value == account.end.value:
        return False
    country = _country(account)
    homes = {p.party.value for p in account.participants if p.party}
    if {p.value for p in account.parties if p.value in codes()} - homes - {country}:
        return True
    return any(
        other.kind.value is EngagementKind.VISIT
        and _country(other) != country
        and other.start is not None
        and other.end is not None
        and account.start.value <= other.start.value <= other.end.value <= account.end.value
        and homes & {p.party.value for p in other.participants if p.party}
        for other in others
    )


def _country(account: Account) -> str | None:
    return account.place.value.country if account.place else None


def _title(reading: Reading, account: Account) -> frozenset[str]:
    """What the title tells beyond people, parties, offices and the sort of text, of what the document is about."""
    title = reading.layout.title
    if title is None or not account.main:
        return frozenset()
    own = {w for p in account.participants for v in (p.name, p.office) if v for w in fold_name(v.value)}
    topics = forum_name(title.text).topics - codes()
    return frozenset(w for w in topics if len(w) > SHORTEST and w not in title_words() and w not in own)


def _sign(account: Account) -> str | None:
    """A short form of an occasion that other documents may tell of as well: its forum, or its people and its day."""
    if account.forum:
        return "forum " + " ".join(sorted(forum_name(account.forum.value).topics))
    names = sorted({fold_name(p.name.value)[-1] for p in account.participants if p.name})
    if account.start and len(names) > 1:
        return f"{account.kind.value} {account.start.value} {' '.join(names)}"
    return None


def _repetition(reading: Reading, account: Account) -> int | None:
    """The number that the words around an account's kind give the occasion."""
    spans = account.kind.spans
    for block in reading.layout.blocks:
        for span in spans:
            if block.span.start <= span.start < block.span.end:
                at = span.start - block.span.start
                number = repetition_in(block.span.text, at, at + len(span.text))
                if number is not None:
                    return number
    return None


def all_tellings(readings: Iterable[Reading]) -> list[Telling]:
    """Give the tellings of all readings in the order of their keys."""
    return sorted((t for reading in readings for t in tellings_of(reading)), key=lambda t: t.key)
