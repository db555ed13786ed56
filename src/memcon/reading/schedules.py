"""What a schedule lists: each line that tells of an occasion, under the day, the place and the person that head it.

"SECRETARY ANTONY J. BLINKEN", "[Vice Minister Han Mi-rae] (on official trip to Hanoi)", "Tuesday 11 February 2025",
"Paris (local time)" head the lines below them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from memcon.model import BlockKind, Cited, EngagementKind, Mode, Place, Status
from memcon.reading.cast import Member
from memcon.reading.circumstances import place_value
from memcon.reading.drafts import Draft, tell
from memcon.reading.journeys import legs
from memcon.reading.occasions import Occasion
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene

_READ = (BlockKind.TEXT, BlockKind.HEADING, BlockKind.PLACE)
_CLOCK = re.compile(r"^\W*\d{1,2}[:.h]\d\d\b")
_LOCAL = re.compile(r"(?: ?\((?:local time|all times local)[^)]*\))?\W*$", re.IGNORECASE)
_AT_END = re.compile(r"\([^()]*$")
_WORDS_AROUND = 45
"""Most code points beside the person on a line that names whose lines follow."""


@dataclass(slots=True)
class _Heads:
    """What the lines read last put over those that follow."""

    day: Cited[str] | None = None
    place: Cited[Place] | None = None
    owner: list[Member] = field(default_factory=list)


def scheduled_drafts(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """Make a draft of each line's occasion, planned for the day of the line."""
    title = scene.title()
    heads = _Heads(scene.anchor, None, scene.members_in(title[0], 0, len(title[1].text))[:1] if title else [])
    occasions = dict(told)
    drafts: list[Draft] = []
    for index, passage in enumerate(scene.passages):
        if passage.kind not in _READ:
            continue
        _day_above(scene, passage, heads)
        if not _is_head(scene, index, passage, heads):
            drafts += _items(scene, occasions.get(index, []), heads)
        elif (on_trip := [o for o in occasions.get(index, []) if o.kind is EngagementKind.VISIT]) and heads.owner:
            drafts += _journey(scene, on_trip, heads)
    return drafts


def _day_above(scene: Scene, passage: Passage, heads: _Heads) -> None:
    """Take the last date on a line of its own before a passage."""
    at = passage.block.span.start
    known = heads.day.spans[0].start if heads.day and heads.day.spans else -1
    for stated in scene.layout.dates:
        if known < stated.span.start and stated.span.end <= at and len(stated.date) == 10:
            heads.day = Cited(stated.date, (stated.span,), stated.rule)


def _is_head(scene: Scene, index: int, passage: Passage, heads: _Heads) -> bool:
    """Take in a line that heads those below it; tells whether it is one."""
    text = passage.text
    if _CLOCK.match(text):
        return False
    whole = [d for d in passage.dates if d.first and not (text[: d.start] + text[d.end :]).strip(" ,.:")]
    if whole and whole[0].first:
        heads.day = Cited(whole[0].first, (passage.span(whole[0].start, whole[0].end),), whole[0].rule)
        heads.place = None
        return True
    for place in scene.places[index]:
        if place.place.city and not text[: place.start].strip() and _LOCAL.match(text, place.end):
            heads.place = place_value(place, passage)
            return True
    if (
        passage.people
        and passage.people[0].name
        and passage.people[0].end - passage.people[0].start >= (len(text) - _WORDS_AROUND)
    ):
        heads.owner, heads.place = scene.members.get((index, 0), [])[:1], None
        return True
    return False


def _journey(scene: Scene, occasions: list[Occasion], heads: _Heads) -> list[Draft]:
    """The journey that a heading tells its person to be on."""
    occasion = occasions[0]
    occasion.people = list(heads.owner)
    draft = Draft(main=False)
    tell(draft, occasion, scene)
    return [draft]


def _items(scene: Scene, occasions: list[Occasion], heads: _Heads) -> list[Draft]:
    seen: list[Draft] = []
    for occasion in [leg for told_here in occasions for leg in legs(scene, told_here)]:
        visits = occasion.kind is EngagementKind.VISIT and _visits(seen)
        if seen and not visits and set(map(id, occasion.people)) <= set(map(id, seen[0].people)):
            tell(seen[0], occasion, scene)
            continue
        if heads.owner and not any(m.code == heads.owner[0].code for m in occasion.people if m.names):
            occasion.people = heads.owner + occasion.people
        draft = Draft(main=True)
        tell(draft, occasion, scene)
        draft.status = Cited(Status.PLANNED, draft.kind.spans if draft.kind else (), "status.schedule")
        seen.append(draft)
    kept = seen if _visits(seen) else seen[:1]
    for draft in kept:
        if draft.start is None and heads.day is not None:
            draft.start = draft.end = heads.day
        elif draft.start is None and draft.end is not None:
            draft.start = heads.day  # "Munich Security Conference (until 16 February)"
        here = draft.mode is None or draft.mode.value is Mode.IN_PERSON
        if draft.place is None and here and draft.kind and draft.kind.value is not EngagementKind.CALL:
            draft.place = _place_at_end(scene, draft) or heads.place
    return kept


def _visits(drafts: list[Draft]) -> bool:
    return bool(drafts) and all(d.kind is not None and d.kind.value is EngagementKind.VISIT for d in drafts)


def _place_at_end(scene: Scene, draft: Draft) -> Cited[Place] | None:
    """The place in brackets at the end of a line: "(MOFA building, Seoul)"."""
    index = draft.tellings[0].index
    passage = scene.passages[index]
    for place in reversed(scene.places[index]):
        inside = _AT_END.search(passage.text, 0, place.start) is not None
        if inside and place.place.city and passage.text[place.end :].lstrip().startswith(")"):
            return place_value(place, passage)
    return None
