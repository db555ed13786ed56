"""Complete the subjects of a report: the publisher's own side, and calls that one sentence tells together."""

from __future__ import annotations

import re

from memcon.model import BlockKind, EngagementKind
from memcon.reading.drafts import Draft
from memcon.reading.scene import Scene

# who was there beside the principals; the first form has them after it, the second before it
_ATTENDED = re.compile(
    r"\b(?:meeting|talks|call|conversation|ceremony|reception|audience|discussions?|session)s?,?(?: \w+)? "
    r"(?:was|were)(?: also)? attended by\b|\b(?:[Aa]lso )?(?:[Pp]resent|[Aa]ttending|in attendance|participating)"
    r"(?: at| in| from)?[^.;:]{0,40}?\b(?:was|were)\b|"
    r"\b(?:was|were)(?: also)? (?:present|in attendance)(?: at (?:the )?(?:meeting|talks))?|"
    r"\b(?:also )?(?:attended|took part in|participated in) the (?:meeting|talks|audience)\b"
)
_ALSO_THERE = re.compile(
    r"\b(?:was|were)(?: also)? (?:present|in attendance)\b|"
    r"\b(?:also )?(?:attended|took part in|participated in) the (?:meeting|talks|audience)\b"
)
_SEVERAL = re.compile(r"\b(?:conversations|calls)\b", re.IGNORECASE)


def home_side(scene: Scene, draft: Draft) -> None:
    """Add the publisher's own people whom the first sentence names, where a draft has only the other side.

    "During the telephone conversation, Vladimir Putin and President X discussed" under "Telephone conversation with
    President X".
    """
    if scene.home is None or scene.home in draft.codes():
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


def split_calls(scene: Scene, draft: Draft) -> list[Draft]:
    """Cut "telephone conversations with President A and Prime Minister B" into one call per counterpart."""
    several = any(_SEVERAL.search(scene.passages[t.index].text, t.trigger.start, t.trigger.end) for t in draft.tellings)
    others = [m for m in draft.people if m.code and m.code != scene.home]
    if draft.kind is None or draft.kind.value is not EngagementKind.CALL or not several or len(others) < 2:
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
