"""Whom a pronoun or a description at the verb of an occasion means: "she will meet with", "the guest called on"."""

from __future__ import annotations

import re

from memcon.model import BlockKind, DocumentKind
from memcon.reading.arguments import subject_token
from memcon.reading.cast import Member
from memcon.reading.scene import Scene
from memcon.reading.trigger_nouns import Trigger
from memcon.vocabulary.offices import Rank

_ONE = frozenset({"he", "she"})
_VISITOR = re.compile(r"\b(?:guest|visitor|visiting|dignitary|delegation)s?\b", re.IGNORECASE)
_PARTY = re.compile(r"they|the (?:[\w.-]+ )?(?:delegation|group|team|party)", re.IGNORECASE)
_MINISTERIAL = {Rank.FOREIGN_MINISTER: Rank.MINISTER}
_REACH = 2
"""How many paragraphs back a pronoun is followed."""


def subject_meant(scene: Scene, index: int, trigger: Trigger) -> list[Member]:
    """Give the person whom the subject of a trigger's verb means without naming; empty where it is no such word.

    "he" and "she" are the first person of the sentence so far, else of the last sentence before that names one;
    "the guest", "the visiting dignitary" whoever was named last and is not the publisher's own.
    """
    subject = None if trigger.noun else subject_token(trigger)
    if subject is None:
        return []
    passage = scene.passages[index]
    if subject.lower_ == "i" and passage.kind is BlockKind.TEXT:
        return issuer_of(scene) or _first_named(scene, BlockKind.TITLE)
    if subject.text.casefold() in _ONE:
        return _first_before(scene, index, subject.idx)
    words = passage.text[subject.left_edge.idx : subject.idx + len(subject.text)]
    if scene.kind.value is DocumentKind.ANNOUNCEMENT and _PARTY.fullmatch(words):
        return travellers(scene)
    if _VISITOR.search(words):
        return visitor(scene, index, subject.idx)
    return []


def travellers(scene: Scene) -> list[Member]:
    """Those of the publisher's side whom the title of an announced journey names: "the delegation will meet with"."""
    title = scene.title()
    named = [m for m in scene.members_in(title[0], 0, len(title[1].text)) if m.names] if title else []
    return [m for m in named if m.code == scene.home]


def several_meant(scene: Scene, index: int, trigger: Trigger) -> list[Member]:
    """Give those whom a subject in the plural names by their rank: "the two Ministers held a working meeting".

    One holder of the rank from each party, those named first; empty where fewer than two are known.
    """
    subject = subject_token(trigger)
    if subject is None:
        return []
    passage = scene.passages[index]
    end = subject.idx + len(subject.text)
    ranks = {m.head.rank for m in passage.people if m.plural and m.head and subject.left_edge.idx <= m.start < end}
    found: list[Member] = []
    for member in scene.cast.members:
        fits = {_MINISTERIAL.get(head.rank, head.rank) for _, head in member.offices} & {
            _MINISTERIAL.get(rank, rank) for rank in ranks
        }
        if fits and member.names and member.code and all(member.code != m.code for m in found):
            found.append(member)
    return found if len(found) > 1 else []


def visitor(scene: Scene, index: int, at: int) -> list[Member]:
    """Give who was named last before ``at`` (an offset of the passage's view) and is not the publisher's own."""
    if scene.home is None:
        return []
    position = scene.passages[index].position(at)
    foreign = [m for m in scene.cast.members if m.names and m.code not in (None, scene.home)]
    seen = [(max((p for p in m.seen if p < position), default=-1), m) for m in foreign]
    latest = max(seen, key=lambda pair: pair[0], default=None)
    return [latest[1]] if latest and latest[0] >= 0 else []


def issuer_of(scene: Scene) -> list[Member]:
    """The person in whose name a text is issued, as its issuer line says."""
    return _first_named(scene, BlockKind.ISSUER)


def _first_named(scene: Scene, kind: BlockKind) -> list[Member]:
    """The first person named in the first block of this kind that names one."""
    for index, passage in enumerate(scene.passages):
        if passage.kind is kind:
            named = [m for m in scene.members_in(index, 0, len(passage.text)) if m.names]
            if named:
                return named[:1]
    return []


def _first_before(scene: Scene, index: int, at: int) -> list[Member]:
    """The first named person of the sentence before ``at``, else of the nearest sentence before, else of the title."""
    for back in range(index, max(-1, index - _REACH - 1), -1):
        passage = scene.passages[back]
        if passage.kind not in (BlockKind.TEXT, BlockKind.TURN):
            continue
        for sentence in reversed(list(passage.parse.sents)):
            if back == index and sentence.start_char >= at:
                continue
            if back == index and (clause := passage.text.rfind(";", sentence.start_char, at)) >= 0:
                found = [m for m in scene.members_in(back, sentence.start_char, clause) if m.names]
                if found:
                    return found[:1]
            if any(t.lower_ in _ONE and t.dep_ == "nsubj" and t.head == sentence.root for t in sentence):
                continue  # "He will also meet the Minister. He is to visit Hiroshima"
            end = min(sentence.end_char, at) if back == index else sentence.end_char
            found = [m for m in scene.members_in(back, sentence.start_char, end) if m.names]
            if found:
                return found[:1]
    title = scene.title()
    return [m for m in scene.members_in(title[0], 0, len(title[1].text)) if m.names][:1] if title else []
