"""Which engagements a reviewer is offered beside one: what may be the same, and what it may be a part of."""

from __future__ import annotations

from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.model import EngagementKind
from memcon.record import Filters, Record

_OFFERED = 8
_SIDES = 2


def others(record: Record, engagement: Engagement, find: str | None) -> list[Engagement]:
    """Engagements that this one may be merged with: those with the words, else those of its parties on its day."""
    start = engagement.start.preferred
    parties = tuple(p.value for p in engagement.parties[:2])
    try:
        if find and find.strip():
            found = [record.engagement(find.strip())] if find.strip().startswith("E-") else []
            found += record.newest(Filters(text=find, main_only=False), _OFFERED + 1)
        elif find is not None and start is not None:
            day = start.value
            found = record.newest(Filters(parties=parties, since=day, until=day, main_only=False), _OFFERED + 1)
        else:
            found = []
    except UsageError:
        found = []
    return [e for e in found if e.id != engagement.id][:_OFFERED]


def wholes(record: Record, engagement: Engagement) -> list[Engagement]:
    """What an engagement may be a part of: what it is, and visits and conferences of its parties about its days."""
    found = {e.id: e for e in record.beside(engagement) if e.id == engagement.part_of}
    days = [c.preferred.value for c in (engagement.start, engagement.end) if c.preferred is not None]
    for kind in (EngagementKind.VISIT, EngagementKind.CONFERENCE) if days else ():
        for party in engagement.parties[:_SIDES]:
            filters = Filters(parties=(party.value,), kind=kind, since=days[0], until=days[-1], main_only=False)
            found |= {e.id: e for e in record.newest(filters, _OFFERED)}
    return [e for e in found.values() if e.id != engagement.id and e.part_of != engagement.id][:_OFFERED]
