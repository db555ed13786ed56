"""The subjects of a readout or news report: what its title and opening tell, and what it tells after them.

A report may tell of several occasions in turn ("He also met with", "On the same day, the President received", "At the
meeting with Foreign Minister X"): each that is held on the days of the first, by one who took part in it, is a subject.
"""

from __future__ import annotations

import re

from memcon.model import BlockKind, EngagementKind, Status
from memcon.reading.arguments import bare_parties
from memcon.reading.cast import Member
from memcon.reading.drafts import Draft, tell
from memcon.reading.journeys import legs
from memcon.reading.occasions import Occasion
from memcon.reading.scene import Scene
from memcon.reading.subjects import home_side, people_of_title, split_calls
from memcon.reading.tellings import place_telling, title_decides, welcomes

_LEAD_SENTENCES = 3
_OPENING = 3  # paragraphs
_WHOLE_DAY = len("2022-05-09")
_FURTHER = frozenset({EngagementKind.MEETING, EngagementKind.CALL, EngagementKind.CEREMONY, EngagementKind.MESSAGE})
_SEVERAL = re.compile(
    r"\b(?:meetings|conversations|calls|talks with (?:his|her) (?:[\w-]+,? (?:and )?){2,6}counterparts)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(?:tele)?phone|\bcall|\bvideo", re.IGNORECASE)
_WITH = re.compile(r" (?:with|between)\b")
_FRAME = re.compile(
    r"(?:\([^)]{2,30}\) )?(?:(?:During|At|In|In the course of|Following|After)\b(?: (?:the|a|his|her|their))?"
    r"(?: (?!with\b)[\w-]+){0,3} ?)?$"
)


def reported_drafts(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """Subjects of a readout or news report: the title's occasion and those of the lead's main verbs."""
    titles = [o for _, occasions in told for o in occasions if o.title]
    lead = _lead(scene, told)
    titles = [o for o in titles if o.trigger.alone or o.forum] or titles
    titles = [o for o in titles if o.trigger.start == min(t.trigger.start for t in titles)]
    trip = any(o.kind is EngagementKind.VISIT and o.status is Status.HELD for o in [*titles, *lead])
    for _, occasions in told if trip else []:
        for occasion in occasions:
            _talked_on_the_spot(scene, occasion)
    drafts: list[Draft] = []
    for occasion in lead + (_body(scene, told, lead) if trip else []):
        for leg in legs(scene, occasion):
            place_telling(drafts, leg, scene)
    for occasion in titles:
        place_telling(drafts, occasion, scene, title=True)
    for draft in drafts:
        title_decides(draft, scene)
        people_of_title(scene, draft)
        home_side(scene, draft)
    drafts = [single for draft in drafts for single in split_calls(scene, draft)]
    return with_further(scene, told, drafts)


def with_further(scene: Scene, told: list[tuple[int, list[Occasion]]], drafts: list[Draft]) -> list[Draft]:
    """Add the occasions that a report tells of after its first; a summary of several gives way to each of them."""
    if not drafts or drafts[0].status is None or drafts[0].status.value is not Status.HELD:
        return drafts
    first = drafts[0]
    several = _sums_up(scene, first)
    used = {id(o) for d in drafts for o in d.tellings}
    found: list[Draft] = []
    for index, occasions in told:
        if scene.passages[index].kind is not BlockKind.TEXT:
            continue
        for occasion in occasions:
            if id(occasion) in used or _attends(occasion, [*drafts, *found]):
                continue
            if not _tells_further(scene, occasion, first):
                continue
            _complete(scene, occasion, first)
            known = [d for d in [*drafts, *found] if d is not first or not several]
            if len(_parties(occasion)) < 2 or any(_all_there(occasion, d) for d in known):
                continue
            draft = Draft(main=True)
            tell(draft, occasion, scene)
            found.append(draft)
    if len(found) > 1 and several:
        for telling in first.tellings:
            telling.summed = True
        for draft in found:
            draft.place, draft.start, draft.end = (
                draft.place or first.place,
                draft.start or (first.start if first.start == first.end else None),
                draft.end or (first.end if first.start == first.end else None),
            )
        drafts = [d for d in drafts if d is not first]
    return drafts + [single for draft in found for single in split_calls(scene, draft)]


def _tells_further(scene: Scene, occasion: Occasion, first: Draft) -> bool:
    """Whether a later sentence tells of an occasion of its own, held on the days of the first."""
    if (
        occasion.kind not in _FURTHER
        or occasion.status is not Status.HELD
        or occasion.earlier
        or _before_that(occasion)
        or _only_signed(occasion)
    ):
        return False
    text = scene.passages[occasion.index].text
    if not occasion.trigger.root and not (_opening(text, occasion) and _WITH.match(text, occasion.trigger.end)):
        return False
    if not any(m.names for m in occasion.people):
        return False
    if occasion.date is None or occasion.date.first is None or first.start is None:
        return (
            occasion.date is None
            or occasion.date.first is None
            or not scene.anchor
            or (occasion.date.first[:10] == scene.anchor.value)
        )
    last = first.end.value if first.end else first.start.value
    return first.start.value[:10] <= occasion.date.first <= last[:10]


def _attends(occasion: Occasion, drafts: list[Draft]) -> bool:
    """Whether a sentence only tells who else was there: "The meeting was attended by"; they then take part."""
    verb = occasion.trigger.verb
    alike = [d for d in drafts if d.kind and d.kind.value is occasion.kind]
    if verb is None or verb.lemma_ != "attend" or verb.tag_ != "VBN" or occasion.forum or not alike:
        return False
    beside = [m for m in occasion.people if m.names and m not in alike[-1].people]
    alike[-1].people.extend(beside)
    alike[-1].attending.extend(beside)
    return True


def _before_that(occasion: Occasion) -> bool:
    """Whether the verb tells of the time before: "had met in Geneva in May", "last met"."""
    verb = occasion.trigger.verb
    return verb is not None and any(c.lower_ in ("had", "’d", "last", "previously", "earlier") for c in verb.children)


def _complete(scene: Scene, occasion: Occasion, first: Draft) -> None:
    """Add whoever of the first occasion's people the publisher speaks for, where a telling names the others only."""
    if any(m in first.people for m in occasion.people):
        return
    own = [m for m in first.people if m.names and m.code == scene.home] or [m for m in first.people if m.names][:1]
    occasion.people = own[:1] + occasion.people


def _parties(occasion: Occasion) -> set[str]:
    return {m.code for m in occasion.people if m.code} | {p.value for p in occasion.parties}


def _all_there(occasion: Occasion, draft: Draft) -> bool:
    """Whether a draft already tells of these people meeting in this way."""
    kind = draft.kind.value if draft.kind else None
    theirs: set[int] = {id(m) for m in occasion.people if m.names}
    return (kind is occasion.kind or welcomes(draft, occasion)) and theirs <= {id(m) for m in draft.people}


def _sums_up(scene: Scene, draft: Draft) -> bool:
    """Whether an occasion only sums up several: "held bilateral meetings with the Foreign Ministers of"."""
    return any(
        _SEVERAL.search(scene.passages[t.index].text, t.trigger.start, t.trigger.end + 60) for t in draft.tellings
    )


def first_told(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Draft]:
    """The occasion that a report's opening tells beside its main verb: "called for a truce after meeting X".

    Where only its noun is told ("discussed trade in a telephone conversation"), those whom the sentence names met.
    """
    opening = [(i, o) for i, o in told if scene.passages[i].kind is BlockKind.TEXT][:_OPENING]
    for index, occasions in opening:
        for occasion in occasions:
            if len({m.code for m in occasion.people if m.names and m.code}) < 2:
                named = [m for m in scene.members_in(index, *occasion.sentence) if m.names and not m.speaks_for_others]
                occasion.people += [m for m in named if m not in occasion.people]
            parties = {m.code for m in occasion.people if m.names and m.code}
            home = scene.home if len(parties) == 1 and scene.home not in parties else None
            if home is not None and (own := _own_before(scene, index)) is not None:
                occasion.people.insert(0, own)
                parties.add(home)
            if len(parties) == 1:  # "Minister X of A and a delegation of B discussed trade at a meeting in"
                beside = bare_parties(scene, index, (occasion.sentence[0], occasion.trigger.start), title=False)
                occasion.parties += [p for p in beside if p.value not in parties]
                parties |= {p.value for p in beside}
            if occasion.kind is not EngagementKind.VISIT and len(parties) >= 2 and occasion.status is Status.HELD:
                draft = Draft(main=True)
                tell(draft, occasion, scene)
                return [draft]
    return []


def _talked_on_the_spot(scene: Scene, occasion: Occasion) -> None:
    """Take "talked with" in the account of a journey for a meeting, where no telephone is told of."""
    verb = occasion.trigger.verb
    text = scene.passages[occasion.index].text
    talked = occasion.kind is EngagementKind.CALL and verb is not None and verb.lemma_ == "talk"
    if talked and not occasion.trigger.noun and not _PHONE.search(text, *occasion.sentence):
        occasion.kind, occasion.mode = EngagementKind.MEETING, None


def _own_before(scene: Scene, index: int) -> Member | None:
    """Who of the publisher's side is named first, up to a paragraph: "He made the remarks in a meeting with"."""
    for at in range(index + 1):
        if scene.passages[at].kind is BlockKind.TEXT:
            for member in scene.members_in(at, 0, len(scene.passages[at].text)):
                if member.names and member.code == scene.home and not member.speaks_for_others:
                    return member
    return None


def _lead(scene: Scene, told: list[tuple[int, list[Occasion]]]) -> list[Occasion]:
    """Occasions of main verbs in the first sentences of the running text."""
    found: list[Occasion] = []
    sentences = 0
    for index, occasions in told:
        passage = scene.passages[index]
        if passage.kind is not BlockKind.TEXT:
            continue
        for sentence in passage.parse.sents:
            if sentences >= _LEAD_SENTENCES:
                return found
            inside = [
                o
                for o in occasions
                if sentence.start_char <= o.trigger.start < sentence.end_char
                and (o.trigger.root or _opening(passage.text, o))
            ]
            if found and not inside:
                return found
            found.extend(o for o in inside if not found or (_adds(found[0], o) and not _apart(scene, found[0], o)))
            sentences += 1
    return found


def _opening(text: str, occasion: Occasion) -> bool:
    """Whether a report opens with the occasion's frame: "During a meeting with X in Kyiv, President Y called for"."""
    before = text[occasion.sentence[0] : occasion.trigger.start]
    framed = re.match(r"(?:During|At|In the course of|Following|After)\b[^,]{0,40}$", before) or _FRAME.match(before)
    return any(m.names for m in occasion.people) and framed is not None


def _adds(first: Occasion, other: Occasion) -> bool:
    """Whether a later sentence of the lead tells more of the first occasion, or is beside the subject."""
    people = {id(m) for m in first.people}
    same = other.index == first.index and other.status is first.status
    return same and bool(people & {id(m) for m in other.people})


def _apart(scene: Scene, first: Occasion, other: Occasion) -> bool:
    """Whether a later sentence of the lead tells nothing of the first occasion's."""
    return _only_signed(other) or _other_day(scene, first, other)


def _other_day(scene: Scene, first: Occasion, other: Occasion) -> bool:
    """Whether a later sentence of the lead tells of another day than the first; a visit has several."""
    day = first.date.first if first.date else scene.anchor.value if scene.anchor else None
    if day is None or other.date is None or other.date.first is None:
        return False
    visit = EngagementKind.VISIT in (first.kind, other.kind)
    return not visit and not (day.startswith(other.date.first) or other.date.first.startswith(day))


def _only_signed(occasion: Occasion) -> bool:
    """Whether something was signed or opened with no day or place of its own: "The ministers also signed a treaty".

    Neither is a year or month one: "signed a memorandum on health in 2019".
    """
    if occasion.kind is not EngagementKind.CEREMONY or occasion.trigger.noun:
        return False
    day = occasion.date.first if occasion.date else None
    bare = occasion.trigger.first + 1 == occasion.trigger.last
    return bare and (len(day) < _WHOLE_DAY if day else occasion.place is None)


def _body(scene: Scene, told: list[tuple[int, list[Occasion]]], lead: list[Occasion]) -> list[Occasion]:
    return [
        o
        for index, occasions in told
        for o in occasions
        if not o.title
        and o not in lead
        and o.status is Status.HELD
        and not (o.earlier or _before_that(o) or _only_signed(o))
        and (o.trigger.root or (o.kind is EngagementKind.MEETING and o.people))
        and scene.passages[index].kind is BlockKind.TEXT
    ]
