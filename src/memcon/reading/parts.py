"""Which engagements of a document are parts of others: meetings within a visit, meetings beside a conference."""

from __future__ import annotations

from memcon.model import Cited, EngagementKind, Mode
from memcon.reading.drafts import Draft

_MONTH = len("2022-05")
_PARTS = frozenset({EngagementKind.MEETING, EngagementKind.CONFERENCE, EngagementKind.CEREMONY})


def find_parts(drafts: list[Draft]) -> None:
    """Mark the parts: a meeting or conference in the country of a visit on its days and with one of its travellers,
    and a meeting told in the sentence that names the conference beside which it was held. A part of a visit whose
    place nothing tells is where the visit goes.
    """
    for part in drafts:
        if part.kind is None or part.kind.value not in _PARTS:
            continue
        visits = [d for d in drafts if d is not part and d.kind and d.kind.value is EngagementKind.VISIT]
        visit = next((visit for visit in visits if _within(part, visit)), None)
        part.whole = visit or _beside(part, drafts)
        if visit is not None and visit.place and part.place is None and _in_person(part):
            part.place = Cited(visit.place.value, visit.place.spans, "place.visit")
            part.mode = part.mode or Cited(Mode.IN_PERSON, visit.place.spans, "mode.place-is-in-person")
        if visit is not None and part.main and part.start is None and visit.start and visit.end:
            first, last = visit.start.value, visit.end.value
            if first[:_MONTH] == last[:_MONTH] and len(first) >= _MONTH:  # the day if there is one, else the month
                day = first if first == last else first[:_MONTH]
                part.start = part.end = Cited(day, visit.start.spans, "date.visit")


def _in_person(part: Draft) -> bool:
    return part.mode is None or part.mode.value is Mode.IN_PERSON


def _within(part: Draft, visit: Draft) -> bool:
    there = visit.place.value.country if visit.place else None
    here = part.place.value.country if part.place else None
    if there is None or (here is not None and here != there):
        return False
    if here is None and there not in part.codes() and not _told_together(part, visit):
        return False
    travellers = {id(m) for m in visit.people}
    return bool(travellers & {id(m) for m in part.people}) and _days_touch(part, visit)


def _told_together(part: Draft, visit: Draft) -> bool:
    """Whether one sentence tells of both: "will travel to Doha to attend the Forum"."""
    sentences = {(t.index, t.sentence) for t in visit.tellings}
    return any((t.index, t.sentence) in sentences for t in part.tellings)


def _days_touch(part: Draft, visit: Draft) -> bool:
    if part.start is None or visit.start is None:
        return part.start is None and (visit.start is None or part.main)
    day, first = part.start.value, visit.start.value
    last = visit.end.value if visit.end else first
    return first[: len(day)] <= day[: len(first)] and day[: len(last)] <= last[: len(day)]


def _beside(part: Draft, drafts: list[Draft]) -> Draft | None:
    if part.kind is None or part.kind.value is not EngagementKind.MEETING:
        return None
    for other in drafts:
        if other is not part and other.start is not None and other.start.rule == "date.sidelines":
            sentences = {(t.index, t.sentence) for t in part.tellings}
            if any((t.index, t.sentence) in sentences for t in other.tellings):
                return other
    return None
