"""Complete the subjects of a report: the publisher's own side, and calls that one sentence tells together."""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited, EngagementKind, Mode, Span
from memcon.reading.arguments import bare_parties
from memcon.reading.drafts import Draft
from memcon.reading.scene import Scene

# who was there beside the principals; the first form has them after it, the second before it
_ATTENDED = re.compile(
    r"\b(?:[Aa]lso |[Jj]oining )?(?:(?:participating|taking part) )?(?:in|at|on) the (?:meeting|talks|call|"
    r"conversation|session|"
    r"discussion) (?:were|was) (?=(?:the )?[A-Z])|\b(?:was|were) (?:also )?joined (?:in the (?:meeting|call|"
    r"talks) )?by\b|"
    r"\b(?:meeting|talks|call|conversation|ceremony|reception|audience|discussions?|session)s?,?(?: \w+)? "
    r"(?:was|were)(?: also)? attended by\b|\b(?:[Aa]lso )?(?:[Pp]resent|[Aa]ttending|in attendance|participating)"
    r"(?: at| in| from)?[^.;:]{0,40}?\b(?:was|were)\b|"
    r"\b(?:was|were)(?: also)? (?:present|in attendance)(?: at (?:the )?(?:meeting|talks))?|"
    r"\b(?:also )?(?:attended|took part in|participated in) the (?:meeting|talks|audience)\b"
)
# the principals told in a list of their own: "Participants in the call included Prime Minister X of Canada, ..."
_TAKING_PART = re.compile(
    r"\b(?:[Oo]ther )?(?:[Pp]articipants|[Pp]articipating leaders|[Aa]ttendees|"
    r"[Ll]eaders (?:participating|who participated))\b"
    r"[^.;:]{0,60}?\b(?:included|include|were|are)\b:?"
)
_ALSO_THERE = re.compile(
    r"\b(?:was|were)(?: also)? (?:present|in attendance)\b|"
    r"\b(?:also )?(?:attended|took part in|participated in) the (?:meeting|talks|audience)\b"
)
_MINE = re.compile(r"\b(?:my|our) (?:[\w-]+ ){0,3}counterparts?\b")
_LONGEST_ITEM = 160
_LEAST_PARTIES = 2
_OPENING = 2  # paragraphs
_MET_THERE = frozenset({EngagementKind.MEETING, EngagementKind.CEREMONY})
_SAT = frozenset({EngagementKind.MEETING, EngagementKind.CONFERENCE})
_CHAIRED = re.compile(
    r"\b(?:[Ss]ession|[Mm]eeting|[Dd]ialogue|[Cc]onsultations|[Cc]ommission|[Tt]alks|It|They) (?:was|"
    r"were) (?:co-)?chaired by "
)
_LED = re.compile(
    r"\b(?:delegation|side|team)s?,? (?:was |were |is )?(?:led|headed|represented|chaired) (?P<by>by) |"
    r" (?:led|headed) the (?:[\w-]+ ){0,2}(?:delegation|side)\b"
)
_SEPARATELY = re.compile(r"\bseparate(?:ly)?\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:conversations|calls|phone talks)\b", re.IGNORECASE)


def people_of_title(scene: Scene, draft: Draft) -> None:
    """Add the first of each party whom the opening names, where the title tells parties: "Egypt, Sudan hold talks"."""
    if any(m.names for m in draft.people) or len(draft.codes()) < _LEAST_PARTIES:
        return
    opening = [i for i, p in enumerate(scene.passages) if p.kind is BlockKind.TEXT][:_OPENING]
    for index in opening:
        for member in scene.members_in(index, 0, len(scene.passages[index].text)):
            fits = member.names and member.code in draft.codes() and not member.speaks_for_others
            if fits and all(m.code != member.code for m in draft.people):
                draft.people.append(member)


def home_side(scene: Scene, draft: Draft) -> None:
    """Add the publisher's own people whom the first sentence names, where a draft has only the other side.

    "During the telephone conversation, Vladimir Putin and President X discussed" under "Telephone conversation with
    President X".
    """
    if scene.home is None or scene.home in draft.codes():
        return
    own = _first_person(scene, draft)
    if own is not None:
        draft.parties.insert(0, Cited(scene.home, (own,), "party.publisher-speaks"))
        return
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        first = next(iter(passage.parse.sents), None)
        if first is None:
            continue
        for member in scene.members_in(index, first.start_char, first.end_char):
            if member.code == scene.home and member not in draft.people:
                draft.people.insert(0, member)
        return


def _first_person(scene: Scene, draft: Draft) -> Span | None:
    """The words by which who publishes a text tells of a meeting of his own: "a meeting with my Greek counterpart"."""
    for telling in draft.tellings:
        passage = scene.passages[telling.index]
        own = _MINE.search(passage.text, telling.trigger.end, telling.sentence[1])
        if own and passage.kind is BlockKind.TEXT:
            return passage.span(*own.span())
    return None


def attendees(scene: Scene, drafts: list[Draft]) -> None:
    """Add those of whom a later sentence says that they were there: "The meeting was attended by"."""
    subject = next((d for d in drafts if d.main and d.kind and d.kind.value is not EngagementKind.VISIT), None)
    if subject is None:
        return
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        for sentence in passage.parse.sents:
            found = _ATTENDED.search(passage.text, sentence.start_char, sentence.end_char)
            if found is None:
                continue
            before = _ALSO_THERE.search(passage.text, sentence.start_char, sentence.end_char)
            zone = (sentence.start_char, found.start()) if before else (found.end(), sentence.end_char)
            for member in scene.members_in(index, *zone):
                if member.names and member.code in (None, *subject.codes()) and member not in subject.people:
                    subject.people.append(member)


def principals(scene: Scene, drafts: list[Draft]) -> None:
    """Add to a report's subject those whom a list tells as its participants, one a line or in one sentence."""
    subject = next((d for d in drafts if d.main and d.kind and d.kind.value is not EngagementKind.VISIT), None)
    if subject is None:
        return
    for index, passage in enumerate(scene.passages):
        found = _TAKING_PART.search(passage.text) if passage.kind is BlockKind.TEXT else None
        if found is None:
            continue
        sentence = passage.sentence_at(found.start())
        end = len(passage.text) if found.group().endswith(":") or sentence is None else sentence.end_char
        listed = [(index, found.end(), end)]
        if passage.text.rstrip().endswith(":") or end == found.end():
            listed += _items_after(scene, index)
        for at, first, last in listed:
            subject.people += [m for m in scene.members_in(at, first, last) if m.names and m not in subject.people]
            subject.parties += [
                p for p in bare_parties(scene, at, (first, last), title=False) if p.value not in subject.codes()
            ]


def heads_of_delegations(scene: Scene, drafts: list[Draft]) -> None:
    """Add those who led the sides of a report's subject: "The Indian delegation was led by X, while"."""
    subject = next((d for d in drafts if d.main and d.kind and d.kind.value in _SAT), None)
    if subject is None:
        return
    codes = set(subject.codes())
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        for found in _CHAIRED.finditer(passage.text):
            end = passage.text.find(". ", found.end())
            chairs = scene.members_in(index, found.end(), end if end > 0 else len(passage.text))
            subject.people += [m for m in chairs if m.names and m not in subject.people]
        for found in _LED.finditer(passage.text):
            zone = (found.end(), len(passage.text)) if found["by"] else (0, found.start())
            members = [m for m in scene.members_in(index, *zone) if m.names]
            for leader in members[:1] if found["by"] else members[-1:]:
                if leader not in subject.people and leader.code in (None, *codes):
                    subject.people.append(leader)


def days_of_journey(scene: Scene, drafts: list[Draft]) -> None:
    """Date what an account of a journey tells without a date by the journey, where the document is of a later day."""
    visits = [d for d in drafts if d.main and d.kind and d.kind.value is EngagementKind.VISIT and d.start and d.end]
    if len(visits) != 1 or scene.anchor is None:
        return
    (visit,) = visits
    if visit.start is None or visit.end is None or visit.end.value >= scene.anchor.value:
        return
    travellers = {id(m) for m in visit.people}
    for draft in drafts:
        undated = draft.start is not None and draft.start.rule in ("date.of-document", "date.publication")
        if undated and draft is not visit and travellers & {id(m) for m in draft.people}:
            draft.start = Cited(visit.start.value, visit.start.spans, "date.visit")
            draft.end = Cited(visit.end.value, visit.end.spans, "date.visit")


def places_of_journey(drafts: list[Draft]) -> None:
    """Place what an account of a journey to one country tells without a place where the traveller then was."""
    visits = [d for d in drafts if d.main and d.kind and d.kind.value is EngagementKind.VISIT]
    if len(visits) != 1 or visits[0].place is None or visits[0].start is None or visits[0].end is None:
        return
    place, days = visits[0].place, (visits[0].start.value, visits[0].end.value)
    travellers = {id(m) for m in visits[0].people if m.names}
    for draft in drafts:
        met = draft.main and draft.kind is not None and draft.kind.value in _MET_THERE
        here = draft.place is None and draft.mode is not None and draft.mode.value is Mode.IN_PERSON
        during = draft.start is not None and days[0] <= draft.start.value <= days[1]
        if met and here and during and travellers & {id(m) for m in draft.people}:
            draft.place = Cited(place.value, place.spans, "place.visit")


def not_from_dateline(drafts: list[Draft]) -> None:
    """Take back the dateline's city where a report tells that its subject met in another country."""
    told = [d.place.value.country for d in drafts if d.main and d.place and d.place.rule != "place.dateline"]
    for draft in drafts:
        place = draft.place if draft.place is not None and draft.place.rule == "place.dateline" else None
        if place is not None and any(country not in (None, place.value.country) for country in told):
            draft.place = None


def _items_after(scene: Scene, index: int) -> list[tuple[int, int, int]]:
    """The short lines after a paragraph that ends with a colon: the items of its list."""
    items: list[tuple[int, int, int]] = []
    for at in range(index + 1, len(scene.passages)):
        passage = scene.passages[at]
        if passage.kind is not BlockKind.TEXT or len(passage.text) > _LONGEST_ITEM or passage.text.endswith("."):
            break
        items.append((at, 0, len(passage.text)))
    return items


def split_calls(scene: Scene, draft: Draft) -> list[Draft]:
    """Cut "telephone conversations with President A and Prime Minister B" into one call per counterpart.

    Meetings are cut where they are told to have been held separately.
    """
    kind = draft.kind.value if draft.kind else None
    apart = any(
        _SEPARATELY.search(scene.passages[t.index].text, max(0, t.trigger.start - 20), t.trigger.end + 20)
        for t in draft.tellings
    )
    several = any(_SEVERAL.search(scene.passages[t.index].text, t.trigger.start, t.trigger.end) for t in draft.tellings)
    others = [m for m in draft.people if m.code and m.code != scene.home]
    cut = (kind is EngagementKind.CALL and several) or (kind is EngagementKind.MEETING and apart)
    if not cut or len(others) < _LEAST_PARTIES:
        return [draft]
    own = [m for m in draft.people if m.code == scene.home]
    return [
        Draft(
            True,
            list(draft.tellings),
            [*own, other],
            [],
            draft.kind,
            draft.status,
            draft.mode,
            draft.start,
            draft.end,
            draft.place,
            draft.forum,
        )
        for other in others
    ]
