"""Sittings of a series beside the one that a document is about: "the next round of the consultations in Santiago"."""

from __future__ import annotations

import re

from memcon.model import Cited, EngagementKind
from memcon.reading.drafts import Draft
from memcon.reading.occasions import Occasion
from memcon.reading.scene import Scene

_NUMBERED = re.compile(
    r"\b(?:next|last|previous|preceding|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|"
    r"[IVX]{1,5})\b",
    re.IGNORECASE,
)
_NOT_TELLING = frozenset(
    {
        "the",
        "of",
        "and",
        "for",
        "on",
        "a",
        "an",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "session",
        "round",
        "meeting",
        "foreign",
        "ministers",
        "high",
        "level",
    }
)
_ACRONYM = re.compile(r" ?\(([A-Z]{2,6})\)")
_BEFORE = 45
"""How many code points before an occasion's words its number may stand."""


def of_series(scene: Scene, occasion: Occasion, main: list[Draft]) -> bool:
    """Tell whether an occasion is another sitting of the subject's series, and give it the subject's parties then.

    It must be numbered or called the next or the last, share a telling word (or the acronym) with the name of the
    subject's forum, and have a day or a place of its own.
    """
    first = main[0] if main else None
    if first is None or first.forum is None or first.kind is None or first.kind.value is not EngagementKind.MEETING:
        return False
    if occasion.kind not in (EngagementKind.MEETING, EngagementKind.CONFERENCE) or len(first.codes()) < 2:
        return False
    if any(m.names for m in occasion.people) or (occasion.forum is not None and occasion.forum.parties):
        return False
    if (occasion.date is None or occasion.date.first is None) and occasion.place is None:
        return False
    text = scene.passages[occasion.index].text
    start, end = occasion.trigger.start, occasion.forum.end if occasion.forum else occasion.trigger.end
    if not _NUMBERED.search(text, max(occasion.sentence[0], start - _BEFORE), end):
        return False
    if not _telling(text[start:end]) & _name(scene, first):
        return False
    span = first.forum.spans[:1]
    occasion.people = []
    occasion.parties = [Cited(code, span, "party.series") for code in first.codes()]
    occasion.kind = EngagementKind.MEETING
    return True


def _telling(name: str) -> set[str]:
    """The words of a forum's name that tell it from others, without endings of the plural."""
    return {w.casefold().rstrip("s") for w in re.findall(r"\w+", name)} - _NOT_TELLING


def _name(scene: Scene, draft: Draft) -> set[str]:
    """The telling words of the subject's forum, with the acronym that the document gives it."""
    assert draft.forum is not None
    words = _telling(draft.forum.value)
    span = draft.forum.spans[0] if draft.forum.spans else None
    acronym = _ACRONYM.match(scene.document.text, span.end) if span else None
    for telling in draft.tellings:
        if telling.forum is not None:
            passage = scene.passages[telling.index]
            acronym = acronym or _ACRONYM.match(passage.text, telling.forum.end)
            acronym = acronym or _ACRONYM.search(telling.forum.text)
    return words | ({acronym[1].casefold()} if acronym else set())
