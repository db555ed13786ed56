"""The occasion that a briefing is about: told by officials who are not those who meet.

"Briefing with Senior Officials on the Secretary's Upcoming Travel to Oslo", "Background Press Call on the President's
Call with President X": the title says what the briefing is about, the first words of the briefers say when. Where
the title names only the briefers, it is what the first of them says was held that day.
"""

from __future__ import annotations

import re

from memcon.model import BlockKind, EngagementKind, Mode, Status
from memcon.reading.cast import Member
from memcon.reading.drafts import Draft, tell
from memcon.reading.journeys import legs
from memcon.reading.occasions import Occasion
from memcon.reading.scene import Scene
from memcon.reading.transcripts import place_line

_BRIEFING = re.compile(
    r"(?:(?:special|background|press|media|joint|on-the-record|online|virtual|telephonic|digital|video) )*"
    r"(?:briefing|press call|call with reporters|backgrounder)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:on|following|after|previewing|to preview|ahead of|regarding|about)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:upcoming|preview\w*|ahead of)\b", re.IGNORECASE)
_ASKED = re.compile(r"Q|QUESTION|OPERATOR|MODERATOR|REPORTER", re.IGNORECASE)
_CONTENT = re.compile(r"[A-Z][\w-]+|\d\w+")
_COMMON = frozenset({"Meeting", "Ministerial", "Summit", "Conference", "Forum", "The", "Foreign", "Ministers"})
_OPENING = 8  # paragraphs, or occasions, of the briefers' first words
_NAME_GOES_ON = 25  # code points after "a ministerial" in which its subject is named

Told = list[tuple[int, list[Occasion]]]


def briefed_drafts(scene: Scene, told: Told) -> list[Draft] | None:
    """Make drafts of what a briefing is about: none where it is about no engagement, None where it is no briefing.

    A briefing itself is no engagement: officials and journalists of any country are there.
    """
    title = scene.title()
    briefing = _BRIEFING.match(title[1].text) if title else None
    if title is None or briefing is None:
        return None
    about = _ABOUT.search(title[1].text, briefing.end())
    named = [o for _, occasions in told for o in occasions if o.title and about and o.trigger.start >= about.end()]
    if about is not None and named:
        people = scene.members_in(title[0], about.end(), len(title[1].text))
        planned = _TO_COME.search(title[1].text, briefing.end()) is not None
        return _named_drafts(scene, told, named, people, planned=planned)
    return _held_today(scene, told) if about is None else []


def _named_drafts(
    scene: Scene, told: Told, named: list[Occasion], people: list[Member], *, planned: bool
) -> list[Draft]:
    status = Status.PLANNED if planned else Status.HELD
    drafts: list[Draft] = []
    for occasion in named:
        occasion.people = [m for m in occasion.people if m in people]
        occasion.status, occasion.mode = status, None if occasion.mode is Mode.PHONE else occasion.mode
        occasion.status_rule = "status.future-words" if planned else "status.remarks-at-the-occasion"
        for leg in legs(scene, occasion):
            draft = Draft(main=True)
            tell(draft, leg, scene)
            drafts.append(draft)
    spoken = [o for i, occasions in told if scene.passages[i].kind is BlockKind.TURN for o in occasions]
    for occasion in spoken:
        meant = next((d for d in drafts if occasion.status is status and _tells_of(scene, d, occasion)), None)
        if meant is not None:
            if occasion.kind is EngagementKind.VISIT:
                occasion.people = [m for m in occasion.people if m in people]
            tell(meant, occasion, scene)
    if planned:
        drafts.extend(_journeys(scene, spoken[:_OPENING], people, drafts))
    return drafts


def _tells_of(scene: Scene, draft: Draft, occasion: Occasion) -> bool:
    """Whether a briefer's words are of the occasion in the title: the same people, or the same forum by its words."""
    assert draft.kind is not None
    if draft.kind.value is not occasion.kind or not _in_the_days(draft, occasion):
        return False
    if occasion.kind is EngagementKind.VISIT:
        here, there = draft.place, occasion.place
        return bool(here and there and here.value.country == there.place.country)
    if draft.forum is not None:
        text = scene.passages[occasion.index].text[occasion.trigger.start : occasion.trigger.end + _NAME_GOES_ON]
        said = occasion.forum.text if occasion.forum else text
        return bool((set(_CONTENT.findall(draft.forum.value)) - _COMMON) & set(_CONTENT.findall(said)))
    named = [m for m in occasion.people if m.names]
    return len(named) > 1 and all(m in draft.people for m in named)


def _in_the_days(draft: Draft, occasion: Occasion) -> bool:
    """Whether a telling can lie in the draft's days: "the G20 on June 28 and 29", "its ministers on the 29th"."""
    if draft.start is None or draft.end is None or occasion.date is None or occasion.date.first is None:
        return True
    return draft.start.value <= occasion.date.first <= draft.end.value


def _journeys(scene: Scene, spoken: list[Occasion], people: list[Member], drafts: list[Draft]) -> list[Draft]:
    """The journey on which the occasions of the title lie: "previewing the Secretary's trip to Oslo for meetings"."""
    found: list[Draft] = []
    known = {d.place.value.country for d in drafts if d.place and d.kind and d.kind.value is EngagementKind.VISIT}
    for occasion in spoken:
        traveller = any(m in people for m in occasion.people)
        if occasion.kind is not EngagementKind.VISIT or occasion.earlier or not traveller:
            continue
        for leg in legs(scene, occasion):
            if leg.place is None or leg.place.place.country in known or leg.place.place.country == scene.home:
                continue
            leg.people = [m for m in leg.people if m in people]
            leg.status, leg.status_rule, leg.mode = Status.PLANNED, "status.future-words", None
            draft = Draft(main=True)
            tell(draft, leg, scene)
            known.add(leg.place.place.country)
            found.append(draft)
    return found


def _held_today(scene: Scene, told: Told) -> list[Draft]:
    """What the first briefer says was held that day between two named people of different parties."""
    if all(_ASKED.fullmatch(t.label.text.strip()) for t in scene.layout.turns) or scene.anchor is None:
        return []
    opening = [i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TURN][:_OPENING]
    for index, occasions in told:
        for occasion in occasions if index in opening else ():
            today = occasion.date is not None and occasion.date.first == scene.anchor.value
            if not today or occasion.status is not Status.HELD or occasion.kind is EngagementKind.MESSAGE:
                continue
            occasion.people = _own_side(scene, occasion) + occasion.people
            if len({m.code for m in occasion.people if m.names and m.code}) > 1:
                draft = Draft(main=True)
                tell(draft, occasion, scene)
                if occasion.kind is EngagementKind.MEETING:
                    place_line(scene, draft, abroad=True)
                return [draft]
    return []


def _own_side(scene: Scene, occasion: Occasion) -> list[Member]:
    """The first of the publisher's side named before, where a briefer names only whom he met."""
    if any(m.code == scene.home for m in occasion.people):
        return []
    before = scene.members_in(occasion.index, 0, occasion.trigger.start)
    return [m for m in before if m.names and m.code == scene.home][:1]
