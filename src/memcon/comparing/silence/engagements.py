"""Engagements that only one side reported, and plans that nobody reported as held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.comparing.material import Material, day_of, in_order, parties_of
from memcon.comparing.silence.sources import documents_of, sources_of, window
from memcon.comparing.silence.values import Absence, AbsenceKind
from memcon.linking.engagements import Engagement
from memcon.model import Span, Status
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.states import codes

_MOST_NAMES = 4
MOST_PARTIES = 6
"""Of an occasion of more parties than these, not each is expected to report."""


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
            looked = documents_of(material, party, *days)
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
    """Give the planned occasions, of days before the record's last, that no document reports as held or cancelled."""
    for engagement in in_order(engagements):
        day = engagement.end.preferred.value if engagement.end.preferred else day_of(engagement)
        days = window(day)
        if _status(engagement) is not Status.PLANNED or days is None or day >= (material.last_day or ""):
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
