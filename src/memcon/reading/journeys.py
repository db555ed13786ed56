"""What an announcement tells of: the legs of a journey, one visit a country, and the occasions on the way."""

from __future__ import annotations

import re
from dataclasses import replace

from memcon.model import BlockKind, EngagementKind, Status
from memcon.reading.arguments import purpose_at
from memcon.reading.circumstances import PART_OF, day_of
from memcon.reading.drafts import Draft, tell
from memcon.reading.occasions import Occasion
from memcon.reading.scene import Scene
from memcon.reading.tellings import place_telling
from memcon.vocabulary.states import codes

_CLAUSE_END = re.compile(
    r"\b(?:where|to (?:attend|meet|participate|discuss|represent|lead|engage|hold)|as the head|for meetings)\b|\. "
)
_TOWARDS = re.compile(rf"(?:\b(?:to|in|and|visit|visits|visited|visiting|via|through)|[,;])(?: the)?{PART_OF} $")

# what a journey is for: "to attend the", "for the third", "to lead the delegation to the"
_GOING_FOR = re.compile(
    r"\b(?:for|at|attend|attends|attending|participat\w+ in|tak\w+ part in|join\w*|represent\w*|"
    r"(?:co-)?(?:host|chair|lead)\w*|(?:open|address)\w*|delegation (?:to|at))\b[^.;]{0,80}$|^ to(?: the)? $"
)

# what may stand before the day of a stop: "On April 27, in Bosnia", "In North Macedonia on April 28"
_STOP = re.compile(r"(?:(?:On|From|Then|Finally|In|While in|She|He)\b[^,.;]{0,45})?,? ?")
_ACCOMPANIED = re.compile(r"\b(?:will be|is|was|were) (?:accompanied|joined) by\b")


def announced_drafts(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """Every leg, meeting and conference of what an announcement tells of, to come or just past."""
    drafts: list[Draft] = []
    travellers = {id(m) for _, occasions in told for o in occasions if o.title for m in o.people}
    for index, occasions in told:
        if scene.passages[index].kind is not BlockKind.TEXT:
            continue
        for occasion in occasions:
            if occasion.title or (occasion.trigger.noun and not _on_journey(scene, occasion, occasions)):
                continue
            own = bool(travellers & {id(m) for m in occasion.people})
            if occasion.status is Status.HELD and not _present(occasion) and not (own and occasion.date):
                continue
            if not _worth_announcing(occasion):
                continue
            for single in legs(scene, occasion):
                place_telling(drafts, single, scene)
    _companions(scene, drafts)
    _days_of_stops(scene, drafts)
    return drafts + _meeting_of_visit(scene, told, drafts)


def _days_of_stops(scene: Scene, drafts: list[Draft]) -> None:
    """Date the stops of a journey told with its first and last day only by sentences of their own.

    "On April 25, she will thank Kosovo", "In North Macedonia on April 28, she will meet with": a sentence with one
    date at its head, inside the journey's, that names one of the countries first.
    """
    visits = [d for d in drafts if d.kind and d.kind.value is EngagementKind.VISIT and d.place and d.start and d.end]
    spread = [d for d in visits if d.start and sum(x.start == d.start and x.end == d.end for x in visits) > 1]
    countries = {d.place.value.country: d for d in spread if d.place}
    for index, passage in enumerate(scene.passages):
        for sentence in passage.parse.sents if passage.kind is BlockKind.TEXT else ():
            inside = range(sentence.start_char, sentence.end_char)
            dates = [d for d in passage.dates if d.start in inside]
            named = [p.place.country for p in scene.places[index] if p.start in inside and p.place.country in countries]
            if len(dates) != 1 or not named or not _STOP.fullmatch(passage.text, sentence.start_char, dates[0].start):
                continue
            visit = countries[named[0]]
            first, last = day_of(dates[0], passage)
            if first and last and visit.start and visit.end and visit.start.value <= first.value <= visit.end.value:
                visit.start, visit.end = first, last
                del countries[named[0]]


def _companions(scene: Scene, drafts: list[Draft]) -> None:
    """Let those who accompany the traveller share every visit: "She will be accompanied by Deputy ..."."""
    visits = [d for d in drafts if d.kind and d.kind.value is EngagementKind.VISIT]
    for index, passage in enumerate(scene.passages):
        for found in _ACCOMPANIED.finditer(passage.text):
            end = passage.text.find(".", found.end())
            for member in scene.members_in(index, found.end(), end if end > 0 else len(passage.text)):
                for visit in visits:
                    if member.names and member not in visit.people and member.code in {m.code for m in visit.people}:
                        visit.people.append(member)


def _meeting_of_visit(scene: Scene, told: list[tuple[int, list[Occasion]]], drafts: list[Draft]) -> list[Draft]:
    """The meeting that an announced visit is for, where the text speaks of "the meeting" of the two."""
    visit = next((d for d in drafts if d.kind and d.kind.value is EngagementKind.VISIT and len(d.codes()) > 1), None)
    if visit is None or len([m for m in visit.people if m.names]) < 2:
        return []
    if any(d.kind and d.kind.value is EngagementKind.MEETING for d in drafts):
        return []
    for index, occasions in told:
        for occasion in occasions:
            before = scene.passages[index].text[: occasion.trigger.start]
            if occasion.kind is EngagementKind.MEETING and occasion.trigger.noun and before.endswith("the "):
                occasion.people = list(visit.people)
                draft = Draft(main=True)
                tell(draft, occasion, scene)
                draft.status, draft.start, draft.end, draft.place = visit.status, visit.start, visit.end, visit.place
                return [draft]
    return []


def _on_journey(scene: Scene, occasion: Occasion, others: list[Occasion]) -> bool:
    """Whether a forum, or meetings with people named, are what a journey is for; its travellers then take part."""
    met = occasion.kind is EngagementKind.MEETING and (any(m.names for m in occasion.people) or _with_body(occasion))
    if occasion.forum is None and not met:
        return False
    for other in others:
        if (
            other.kind is EngagementKind.VISIT
            and other.sentence == occasion.sentence
            and not other.trigger.noun
            and other.trigger.start < occasion.trigger.start
            and _GOING_FOR.search(scene.passages[occasion.index].text[other.trigger.end : occasion.trigger.start])
        ):
            occasion.people = [*other.people, *(m for m in occasion.people if met and m not in other.people)]
            occasion.status, occasion.status_rule = other.status, other.status_rule
            occasion.date = occasion.date or other.date
            return True
    return occasion.trigger.root


def _with_body(occasion: Occasion) -> bool:
    """Whether a dated meeting is with officials of a body that is no state: "on June 22 for meetings with the KRG"."""
    return occasion.date is not None and any(p.value not in codes() for p in occasion.parties)


def _worth_announcing(occasion: Occasion) -> bool:
    """A meeting on a trip counts where its counterpart is named, or a party and a day or place of its own are."""
    if occasion.kind is not EngagementKind.MEETING or occasion.forum is not None:
        return True
    sides = {m.code for m in occasion.people if m.names} | {p.value for p in occasion.parties}
    named = {m.code for m in occasion.people if m.names}
    if _with_body(occasion) and named:
        return True
    own_day = occasion.date is not None and (occasion.trigger.root or occasion.date.start > occasion.trigger.start)
    return len(named) >= 2 or (bool(named) and len(sides) >= 2 and own_day)


def _present(occasion: Occasion) -> bool:
    verb = occasion.trigger.verb
    if verb is not None and verb.tag_ in ("VBZ", "VBP", "VBG"):
        occasion.status, occasion.status_rule = Status.PLANNED, "status.present-in-announcement"
        return True
    return False


def legs(scene: Scene, occasion: Occasion) -> list[Occasion]:
    """Cut a journey to several countries into one visit per country."""
    if occasion.kind is not EngagementKind.VISIT:
        return [occasion]
    end = occasion.sentence[1]
    text = scene.passages[occasion.index].text
    places = [
        p
        for p in scene.places[occasion.index]
        if occasion.trigger.end <= p.start < end and p.place.country and _TOWARDS.search(text[: p.start])
    ]
    limit = _CLAUSE_END.search(text, occasion.trigger.end, end)
    purpose = purpose_at(scene.passages[occasion.index], occasion.trigger.end, end)
    stop = min([end, *([limit.start()] if limit else []), *([purpose] if purpose is not None else [])])
    places = [p for p in places if p.start < stop]
    found: list[Occasion] = []
    for place in places:
        if any(leg.place and leg.place.place.country == place.place.country for leg in found):
            continue
        dates = [d for d in scene.passages[occasion.index].dates if place.start < d.start < stop]
        following = [p.start for p in places if p.start > place.end and p.place.country != place.place.country]
        near = [d for d in dates if not following or d.start < following[0]]
        date = near[0] if near else occasion.date
        shared = date is occasion.date
        found.append(replace(occasion, people=list(occasion.people), parties=[], date=date, place=place, shared=shared))
    if len(found) == 1:
        found[0].shared = False
    occasion.summed = len(found) > 1
    return found or [occasion]
