"""What the record keeps beside the coded format: who asked for it, how long it lasted, what was signed."""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited
from memcon.reading.drafts import Draft
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene

_INITIATIVE = re.compile(
    r"\b(?:(?:[Aa]t|[Oo]n) the (?:request|initiative|invitation) of (?:the )?(?P<side>[^.,;]{2,60}?)"
    r"|initiated by (?:the )?(?P<by>[^.,;]{2,60}?)|(?P<who>[A-Z][^.,;]{2,40}?) initiated the (?:call|conversation))"
    r"(?=[.,;]|$| (?:took|was|had|held|on|in|to|and)\b)"
)
_NUMBER = (
    r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|ten|twenty|thirty|forty|forty-five|fifty|sixty|ninety|half an)"
)
_DURATION = re.compile(
    rf"\b(?:for|lasted|lasting|took)(?: (?:approximately|about|around|nearly|almost|over|more than|just over|some))* "
    rf"(?P<time>{_NUMBER}(?: and a half)?[ -](?:minutes?|hours?))"
    rf"|\b(?P<long>{_NUMBER}-(?:minute|hour)(?:-long)?) (?:(?:tele)?phone |video )?"
    r"(?:call|conversation|meeting|talks|session)"
)
_SIGNED = re.compile(
    r"\bsign(?:ed|ing)(?: of)? (?:an? |the |two |three |several )?"
    r"(?P<what>[^.;]{0,120}?\b(?:[Aa]greements?|[Mm]emorand(?:um|a)(?: of [Uu]nderstanding)?|"
    r"[Tt]reat(?:y|ies)|[Pp]rotocols?|"
    r"[Dd]eclarations?|[Cc]ommuniqu[eé]s?|[Cc]ontracts?|[Rr]oadmaps?|[Aa]rrangements?|[Cc]harters?)\b[^.;,]{0,100})"
)


def add_details(scene: Scene, drafts: list[Draft]) -> None:
    """Add initiator, duration and what was signed to the first subject of a document."""
    main = next((d for d in drafts if d.main), None)
    if main is None:
        return
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        main.initiator = main.initiator or _initiator(scene, index)
        main.duration = main.duration or _found(passage, _DURATION)
        main.signed.extend(
            Cited(" ".join(m["what"].split()), (passage.span(*m.span("what")),)) for m in _SIGNED.finditer(passage.text)
        )


def _found(passage: Passage, pattern: re.Pattern[str]) -> Cited[str] | None:
    match = pattern.search(passage.text)
    if match is None:
        return None
    group = match.lastgroup or ""
    return Cited(match[group].replace("-", " "), (passage.span(*match.span(group)),))


def _initiator(scene: Scene, index: int) -> Cited[str] | None:
    """Who asked for the occasion: a person of the cast, or a party ("the American side")."""
    passage = scene.passages[index]
    match = _INITIATIVE.search(passage.text)
    if match is None:
        return None
    start, end = match.span(match.lastgroup or 0)
    span = passage.span(start, end)
    members = scene.members_in(index, start, end)
    if members and members[0].name is not None:
        return Cited(members[0].name.value, (span,))
    phrase = next((p for p in passage.phrases if start <= p.start and p.end <= end and p.kind != "place"), None)
    return Cited(phrase.code, (span,)) if phrase else None
