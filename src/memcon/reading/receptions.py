"""Whom an office-holder represents who receives a guest at home, where no publisher tells whose voice a text has.

"Prime Minister X received Vietnamese Deputy Prime Minister Y in Prague": who receives is at home. "The Ambassador of
Japan to Bangladesh called on Foreign Minister X": whom an ambassador sees is of the state that he is accredited to.
"""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited
from memcon.reading.cast import Member
from memcon.reading.passages import Passage
from memcon.reading.people import PersonMention
from memcon.reading.scene import Scene
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.offices import Rank

_OF_A_STATE = frozenset(
    {Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER, Rank.MINISTER, Rank.DEPUTY}
)
_RECEIVES = re.compile(
    r",?(?: (?:today|yesterday|on \w+(?: \d{1,2})?(?: \w+)?),?)?(?: has| have)? "
    r"(?:receive[sd]?|host(?:s|ed)?|welcome[sd]?|greet(?:s|ed)?)\b"
)
_RECEIVED_BY = re.compile(r"\b(?:received|hosted|welcomed|greeted)(?: \w+){0,4} by (?:the )?$")
_MEETS = re.compile(
    r"\b(?:meets?|met|meeting|talks|receive[sd]?|call(?:s|ed)? on|call on|credentials|letters? of credence)\b"
)
_ACCREDITED = re.compile(r"\bto (?:the )?$")


def received_at_home(scene: Scene) -> None:
    """Give a party to office-holders without one who receive somebody of another, or whom a foreign ambassador sees."""
    if scene.home is not None:
        return
    for index, passage in enumerate(scene.passages):
        if passage.kind not in (BlockKind.TITLE, BlockKind.TEXT):
            continue
        for mention, member in list(scene.mentioned(index)):
            if member.parties or not {h.rank for _, h in member.offices} & _OF_A_STATE:
                continue
            party = _accredited_to(scene, index, mention, member) or _host(scene, index, mention)
            if party is not None:
                member.parties.append(party)


def _beside(scene: Scene, index: int, mention: PersonMention) -> list[tuple[PersonMention, Member]]:
    """The other people with a party in a person's sentence."""
    sentence = scene.passages[index].sentence_at(mention.start)
    if sentence is None:
        return []
    return [
        (other, member)
        for other, member in scene.mentioned(index)
        if sentence.start_char <= other.start < sentence.end_char and other is not mention and member.parties
    ]


def _accredited_to(scene: Scene, index: int, mention: PersonMention, member: Member) -> Cited[str] | None:
    """The state that an ambassador is accredited to, for one without a party whom he sees."""
    passage = scene.passages[index]
    for other, ambassador in _beside(scene, index, mention):
        if member is ambassador or not any(h.rank is Rank.AMBASSADOR for _, h in ambassador.offices):
            continue
        to = next((p for p in passage.phrases if _is_accredited(passage, other, p, ambassador.code)), None)
        if to is not None:
            return Cited(to.code, (passage.span(to.start, to.end),), "party.accredited")
    return None


def _is_accredited(passage: Passage, other: PersonMention, phrase: Match, sending: str | None) -> bool:
    inside = other.start <= phrase.start and phrase.end <= other.end
    return (
        inside
        and phrase.kind == "state-name"
        and phrase.code != sending
        and _ACCREDITED.search(passage.text, other.start, phrase.start) is not None
    )


def _host(scene: Scene, index: int, mention: PersonMention) -> Cited[str] | None:
    """The country of the one city of the sentence, for who receives somebody there or is seen by an ambassador."""
    passage = scene.passages[index]
    guests = _beside(scene, index, mention)
    if not guests or not (_receives(passage, mention) or _sees_ambassador(passage, mention, guests)):
        return None
    sentence = passage.sentence_at(mention.start)
    assert sentence is not None
    places = [
        p
        for p in scene.places[index]
        if p.place.city and sentence.start_char <= p.start < sentence.end_char and p.start > mention.start
    ]
    countries = {p.place.country for p in places}
    country = countries.pop() if len(countries) == 1 else None
    if country is None or any(member.code == country for _, member in guests):
        return None
    return Cited(country, (passage.span(places[0].start, places[0].end),), "party.receives-at-home")


def _receives(passage: Passage, mention: PersonMention) -> bool:
    return (
        _RECEIVES.match(passage.text, mention.end) is not None
        or _RECEIVED_BY.search(passage.text, 0, mention.start) is not None
    )


def _sees_ambassador(passage: Passage, mention: PersonMention, guests: list[tuple[PersonMention, Member]]) -> bool:
    for other, member in guests:
        if any(h.rank is Rank.AMBASSADOR for _, h in member.offices):
            between = sorted((mention.end, other.start)) if mention.end <= other.start else (other.end, mention.start)
            if _MEETS.search(passage.text, *between):
                return True
    return False
