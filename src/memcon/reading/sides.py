"""Whom a side, a heading or a companion names to its party: "the Chilean side was headed by", "accompanied by"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from memcon.model import BlockKind, Cited
from memcon.reading.cast import Member
from memcon.reading.passages import Passage
from memcon.reading.scene import Scene
from memcon.vocabulary.homes import knows_office
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.offices import titles

_LED_BY = (
    r" (?:[\w-]+ )?(?:delegation|side|team)s?,? (?:(?:which|that) )?(?:was |were |is |will be )?(?:led|headed|"
    r"represented|chaired) by "
    r"(?:(?:the|its|his|her) )?"
)
_ALONG = re.compile(r"\baccompanied by (?:an? (?:[\w-]+ )*delegation,? (?:including|of) )?")
_IN_THE_LIST = re.compile(r"[, ]*(?:and )?(?:(?:the|his|her|its|[A-Z][\w.]+) )*")
_DELEGATION_OF = re.compile(
    r"\bdelegation (?:of|from) (?:the )?(?:(?:[Mm]inistry|Parliament|Government|Senate)\b[\w ,-]{0,50}? of (?:the )?)?$"
)
_AND = re.compile(r",? and (?:the |his |her |its )?")
_LISTED = re.compile(r",? (?:and )?(?:the |his |her |its )?")
_TWO = 2
_HEADED = r",? (?:headed|led) by (?:(?:the|its) )?"
_COUNTERPART = r" counterpart, (?:the )?"


def sides(scene: Scene) -> None:
    """Give whom a side or a heading names to its party: "the Chilean side was headed by", "(Chile) Minister X"."""
    for index, passage in enumerate(scene.passages):
        if passage.kind is not BlockKind.TEXT:
            continue
        for mention, member in scene.mentioned(index):
            before = any(name.start < passage.block.span.start for name in member.names)
            phrase = None if member.parties else _side_of(passage, mention.start, under_heading=not before)
            if phrase is not None:
                span = passage.span(phrase.start, phrase.end)
                member.parties.append(Cited(phrase.code, (span,), "party.side"))


def companions(scene: Scene) -> None:
    """Give those in whose company somebody travels to his party: "X was accompanied by a delegation including Y"."""
    for index, passage in enumerate(scene.passages):
        for along in _ALONG.finditer(passage.text) if passage.kind is BlockKind.TEXT else ():
            leader = _before(scene, index, along.start())
            at = along.end()
            for number, mention in enumerate(passage.people):
                if mention.start < along.end():
                    continue
                if not _IN_THE_LIST.fullmatch(passage.text, at, mention.start):
                    break
                at = mention.end
                for member in scene.members.get((index, number), []):
                    if leader is not None and leader.parties and not member.parties and member is not leader:
                        member.parties.append(
                            Cited(leader.parties[0].value, leader.parties[0].spans, "party.companion")
                        )


def _before(scene: Scene, index: int, at: int) -> Member | None:
    """Who is named last before ``at``; an office without a name is its holder named before in the paragraph."""
    passage = scene.passages[index]
    before = [(n, m) for n, m in enumerate(passage.people) if m.end <= at]
    for number, mention in reversed(before):
        last = before[-1][1]
        if mention is last or (mention.head and last.head and mention.head.head == last.head.head):
            for member in scene.members.get((index, number), []):
                return member
    return None


def listed_beside(scene: Scene) -> None:
    """Give an office-holder named in one breath with a foreign one to his party: "President X and Vice Minister Y"."""
    for index, passage in enumerate(scene.passages):
        mentioned = list(scene.mentioned(index)) if passage.kind is BlockKind.TEXT else []
        for (left, first), (right, second) in pairwise(mentioned):
            foreign = first.parties and first.code not in (None, scene.home) and scene.home is not None
            if not foreign or second.parties or not second.offices or second is first:
                continue
            if scene.home and all(knows_office(scene.home, head.head) for _, head in second.offices):
                continue  # the publisher's own
            if _AND.fullmatch(passage.text, left.end, right.start):
                second.parties.append(Cited(first.parties[0].value, first.parties[0].spans, "party.listed-beside"))


def listed_between(scene: Scene) -> None:
    """Give whom a list names between two people of one foreign party to it: "Prime Minister X, Minister Y and Z"."""
    for index, passage in enumerate(scene.passages):
        mentioned = [(x, m) for x, m in scene.mentioned(index) if m.names] if passage.kind is BlockKind.TEXT else []
        for first in range(len(mentioned) - _TWO):
            left, beside = mentioned[first][1], mentioned[first + 1][1]
            if left.code in (None, scene.home) or beside.parties or not beside.offices:
                continue
            last = first + 1
            while last < len(mentioned) and _LISTED.fullmatch(
                passage.text, mentioned[last - 1][0].end, mentioned[last][0].start
            ):
                if mentioned[last][1].code == left.code:
                    source = left.party or left.parties[0]
                    beside.parties.append(Cited(source.value, source.spans, "party.listed-beside"))
                    break
                last += 1


def across_the_table(scene: Scene) -> None:
    """Give who takes part in a dialogue of two states with somebody of the one side to the other.

    "The Under Secretary and Foreign Minister X will co-chair the US-Paraguay Dialogue": Paraguay.
    """
    for index, passage in enumerate(scene.passages):
        for forum in scene.forums[index] if passage.kind is BlockKind.TEXT else ():
            sentence = passage.sentence_at(forum.start)
            if sentence is None or len(forum.parties) != _TWO or forum.known:
                continue
            there = [m for x, m in scene.mentioned(index) if sentence.start_char <= x.start < forum.start and m.names]
            loose = [m for m in there if not m.parties and m.offices]
            ours = {m.code for m in there if m.code in forum.parties}
            if len(loose) == 1 and len(ours) == 1:
                other = next(code for code in forum.parties if code not in ours)
                span = passage.span(forum.start, forum.end)
                loose[0].parties.append(Cited(other, (span,), "party.other-side-of-forum"))


@cache
def _leads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a party and the person who leads its side, its delegation, or is its counterpart."""
    return tuple(re.compile(p + f"(?:(?:{titles()}) )*") for p in (_LED_BY, _HEADED, _COUNTERPART))  # type: ignore[return-value]


def _side_of(passage: Passage, start: int, *, under_heading: bool) -> Match | None:
    """The party whose side is led by the person at ``start``, or under whose heading the sentence stands."""
    before = passage.text[:start]
    for phrase in reversed(passage.phrases):
        if phrase.end > start:
            continue
        led, headed, counterpart = _leads()
        of = _DELEGATION_OF.search(before, 0, phrase.start) is not None and headed.fullmatch(before, phrase.end)
        if of or led.fullmatch(before, phrase.end) or counterpart.fullmatch(before, phrase.end):
            return phrase
    first = passage.phrases[0] if passage.phrases else None
    if under_heading and first and before[: first.start] == "(" and before[first.end : first.end + 1] == ")":
        return first
    return None
