"""Engagements that only one side reported, and plans that nobody reported as held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from memcon.comparing.material import MOST_PARTIES, Material, day_of, in_order, parties_of
from memcon.comparing.silence.sources import documents_of, from_the_day, sources_of, window
from memcon.comparing.silence.values import Absence, AbsenceKind
from memcon.linking.engagements import Engagement
from memcon.linking.windows import FULL_DAY
from memcon.model import Span, Status
from memcon.reading.names import same_person
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.spellings import one_name
from memcon.vocabulary.states import codes

_MOST_NAMES = 4


def one_sided(material: Material, engagements: Iterable[Engagement]) -> Iterator[Absence]:
    """Give the held engagements that the documents of one party or more tell of, for each party whose do not.

    Documents of third parties belong to no side. Any account counts, also one that mentions the engagement only.
    """
    publishing = codes() | {o.code for o in organisations()}
    for engagement in in_order(engagements):
        if not engagement.main or _status(engagement) is not Status.HELD or len(engagement.parties) > MOST_PARTIES:
            continue
        parties = parties_of(engagement)
        told = {p for k in engagement.accounts for p in material.issuers[k.document]} & parties
        days = window(day_of(engagement))
        if not told or days is None:
            continue
        for party in sorted((parties - told) & publishing):
            if _perhaps_told(material, engagement, party):
                continue
            looked = from_the_day(material, documents_of(material, party, *days), day_of(engagement))
            yield Absence(
                AbsenceKind.ENGAGEMENT,
                engagement.id,
                day_of(engagement),
                tuple(sorted(told)),
                party,
                _name(engagement),
                _words(material, engagement),
                sources_of(material, looked),
                len(looked),
            )


def unconfirmed(material: Material, engagements: Iterable[Engagement]) -> Iterator[Absence]:
    """Give the planned occasions, of days before the record's last, that no document reports as held or cancelled.

    One of whose people an engagement of the same parties on these days is told counts as reported.
    """
    for engagement in in_order(engagements):
        day = _last_day(engagement)
        days = window(day)
        if _status(engagement) is not Status.PLANNED or days is None or day >= (material.last_day or ""):
            continue
        if _was_there(engagement, material.engagements):
            continue
        parties = parties_of(engagement)
        looked = dict.fromkeys(d for p in sorted(parties) for d in documents_of(material, p, day, days[1]))
        told = {p for k in engagement.accounts for p in material.issuers[k.document]}
        yield Absence(
            AbsenceKind.PLAN,
            engagement.id,
            day,
            tuple(sorted(told & parties)),
            None,
            _name(engagement),
            _words(material, engagement),
            sources_of(material, looked),
            len(looked),
        )


def _perhaps_told(material: Material, engagement: Engagement, party: str) -> bool:
    """Whether a party tells of an engagement of the same parties and people a day off: perhaps the same, not joined."""
    day = day_of(engagement)
    return any(
        other.id != engagement.id
        and _shifted(day, -1) <= day_of(other) <= _shifted(day, 1)
        and parties_of(engagement) == parties_of(other)
        and all(any(same_person(a, b) or one_name(a, b) for b in _people(other)) for a in _people(engagement))
        and any(party in material.issuers[k.document] for k in other.accounts)
        for other in material.engagements
    )


def _was_there(plan: Engagement, others: Iterable[Engagement]) -> bool:
    """Whether somebody of a plan is told of at an engagement of its parties on its days, or the day before or after."""
    first, last = _shifted(day_of(plan), -1), _shifted(_last_day(plan), 1)
    parties = parties_of(plan)
    return any(
        _status(other) is Status.HELD
        and first <= day_of(other) <= last
        and parties <= parties_of(other)
        and any(same_person(a, b) for a in _people(plan) for b in _people(other))
        for other in others
    )


def _people(engagement: Engagement) -> list[str]:
    return [p.name.value for p in engagement.participants if p.name]


def _last_day(engagement: Engagement) -> str:
    return engagement.end.preferred.value if engagement.end.preferred else day_of(engagement)


def _shifted(day: str, days: int) -> str:
    """A day so many days later; a month or a year as it is."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat() if len(day) == FULL_DAY else day


def _status(engagement: Engagement) -> Status | None:
    return engagement.status.preferred.value if engagement.status.preferred else None


def _name(engagement: Engagement) -> str:
    """The kind of an engagement and its forum, or its people and their parties."""
    kind = engagement.kind.preferred.value.value if engagement.kind.preferred else "engagement"
    if engagement.forum.preferred:
        return f"{kind}: {engagement.forum.preferred.value}"
    people = [f"{p.name.value} ({p.party.value})" for p in engagement.participants if p.name and p.party]
    rest = sorted(parties_of(engagement) - {p.party.value for p in engagement.participants if p.name and p.party})
    return f"{kind}: {', '.join([*people[:_MOST_NAMES], *rest])}"


def _words(material: Material, engagement: Engagement) -> Span:
    """The words that tell what sort of occasion it was, of its first account that reports it as its subject."""
    accounts = [material.accounts[k] for k in engagement.accounts]
    first = next((a for a in accounts if a.main), accounts[0])
    return first.kind.spans[0]
