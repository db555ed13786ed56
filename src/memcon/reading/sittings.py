"""The sitting of a body of the United Nations that a report of its debate is about.

Such reports ("Security Council Hears of ..., as Speakers Urge ...") name most speakers by their states only: "the
representative of the United States", "Japan's delegate", "the speaker for France".
"""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited, EngagementKind, Status
from memcon.reading.cast import Member
from memcon.reading.drafts import Draft
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene

_BODY = re.compile(
    r"(?:(?:UN|United Nations) )?(?:Security Council|General Assembly|Human Rights Council|Economic and Social Council|"
    r"Peacebuilding Commission|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Disarmament Commission)\b"
)
_DELEGATE = r"(?:representative|delegate|speaker|envoy|ambassador)s?"
_BEFORE = re.compile(rf"\b{_DELEGATE} (?:of|for|from) (?:the )?$", re.IGNORECASE)
_AFTER = re.compile(rf"[’']s? (?:own )?{_DELEGATE}\b", re.IGNORECASE)
_ALSO_FOR = re.compile(r"\bspeaking (?:also )?(?:for|on behalf of) [^.;]{0,120}$")
_LISTED = re.compile(r"\b(?:and|for|of|the)\b|[, ]")
_LEAST_DELEGATES = 3


def sitting_draft(scene: Scene) -> Draft | None:
    """Make the draft of the sitting; None where the title names no body or fewer than three delegates speak."""
    title = scene.title()
    body = _BODY.match(title[1].text) if title else None
    if title is None or body is None:
        return None
    delegates = _delegates(scene)
    if len({d.value for d in delegates}) < _LEAST_DELEGATES:
        return None
    words = (title[1].span(*body.span()),)
    draft = Draft(main=True)
    draft.kind = Cited(EngagementKind.CONFERENCE, words, "kind.sitting")
    draft.status = Cited(Status.HELD, words, "status.past-tense")
    draft.forum = Cited(words[0].text, words)
    draft.parties = [Cited("UN", words, "party.forum")]
    draft.people = [m for m in scene.cast.members if m.names and m.offices and _speaks(scene, m)]
    draft.parties += [d for k, d in enumerate(delegates) if all(d.value != e.value for e in delegates[:k])]
    return draft


def _delegates(scene: Scene) -> list[Cited[str]]:
    """The parties whose delegates the text names, in order, those spoken for by another included."""
    found: list[Cited[str]] = []
    for passage in scene.passages:
        for phrase in passage.phrases if passage.kind is BlockKind.TEXT else ():
            text = passage.text
            spoken_for = _spoken_for(passage, phrase.start)
            if _BEFORE.search(text, 0, phrase.start) or _AFTER.match(text, phrase.end) or spoken_for:
                found.append(Cited(phrase.code, (passage.span(phrase.start, phrase.end),)))
    return found


def _spoken_for(passage: Passage, start: int) -> bool:
    """Whether a party stands in the list of those for whom another speaks: "speaking also for Algeria, Guyana and"."""
    spoken = _ALSO_FOR.search(passage.text, 0, start)
    if spoken is None:
        return False
    between = passage.text[spoken.start() : start]
    for phrase in passage.phrases:
        if spoken.start() <= phrase.start and phrase.end <= start:
            between = between.replace(passage.text[phrase.start : phrase.end], " ")
    return not _LISTED.sub("", re.sub(r"^speaking (?:also )?(?:for|on behalf of)", "", between)).strip()


def _speaks(scene: Scene, member: Member) -> bool:
    """Whether somebody named is told to say something: "said X", "X, who described", "X explained"."""
    for (index, number), members in scene.members.items():
        passage = scene.passages[index]
        mention = passage.people[number]
        if passage.kind is BlockKind.TEXT and member in members and mention.name:
            return bool(
                re.search(r"(?:\bsaid|\bbriefing (?:was|were)|\btold [^.]{0,60}) $", passage.text[: mention.start])
            )
    return False
