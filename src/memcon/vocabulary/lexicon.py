"""Find the names of parties, forums and places in a text, the longest first.

Names are matched as written or in capitals throughout ("RUSSIAN FEDERATION"), diacritics and kinds of apostrophe and
hyphen aside. Two parties joined by a hyphen ("U.S.-Japan") are two matches; a possessive ending is part of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.fold import fold
from memcon.vocabulary.forums import forums
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.places import city_exclusions, named_places
from memcon.vocabulary.states import states
from memcon.vocabulary.table import data_file, read_table

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:\+\d)?|[^\w\s]")
_SHORTEST_SHOUTED = 4
_JOINING = frozenset("@#/_")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a text: its range (code points), what kind of phrase it is and the code of what it names.

    ``kind``: state-name, state-adjective, state-people, seat, metonym, organisation, forum or place. The code of a
    place is its name in ``data/places.tsv``, that of a forum its code in ``data/forums.tsv``.
    """

    start: int
    end: int
    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name that contains a party's or a city's and means neither; see ``data/not_parties.tsv``."""

    name: str


class CueSide(StrEnum):
    """On which side of a building's name a cue stands."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class MetonymCue:
    """A word that tells whether a building stands for a government; see ``data/metonym_cues.tsv``."""

    where: CueSide
    word: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, folded, with its range."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a form names: ``kind`` is None for other names; ``government`` is the code where a building has one."""

    kind: str | None
    code: str
    government: str | None = None


_Key = tuple[str, ...]


def _words(text: str) -> list[_Word]:
    return [_Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(fold(text))]


def _key(form: str) -> _Key:
    return tuple(word.text for word in _words(form))


@cache
def _metonyms() -> dict[_Key, str]:
    return {_key(form): state.code for state in states() for form in state.metonyms}


def _forms() -> Iterator[tuple[str, _Entry]]:
    """Every form with what it names; of one form the last entry wins."""
    for state in states():
        yield from ((form, _Entry("seat", state.code)) for form in state.seats if form not in city_exclusions())
    for state in states():
        yield from ((form, _Entry("metonym", state.code)) for form in state.metonyms)
        yield from ((form, _Entry("state-people", state.code)) for form in state.people)
    for key, place in named_places().items():
        if place.city is None or fold(place.city) != key:
            yield place.name, _Entry("place", place.name, _metonyms().get(_key(place.name)))
    for state in states():
        yield from ((form, _Entry("state-adjective", state.code)) for form in state.adjectives)
    for state in states():
        yield from ((form, _Entry("state-name", state.code)) for form in state.names)
    yield from ((form, _Entry("organisation", body.code)) for body in organisations() for form in body.names)
    yield from ((form, _Entry("forum", row.code)) for row in forums().values() for form in row.names)
    yield from ((row.name, _Entry(None, "")) for row in read_table(data_file("not_parties.tsv"), OtherName))


@cache
def _table() -> tuple[dict[_Key, _Entry], dict[str, int]]:
    """Entries by their words, and the most words of any entry by its first word."""
    written: dict[_Key, _Entry] = {}
    shouted: dict[_Key, _Entry] = {}
    for form, entry in _forms():
        written[_key(form)] = entry
        if len(form) >= _SHORTEST_SHOUTED:
            shouted[_key(form.upper())] = entry
    entries = shouted | written
    longest: dict[str, int] = {}
    for words in entries:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return entries, longest


@cache
def _cues(where: CueSide) -> frozenset[str]:
    rows = read_table(data_file("metonym_cues.tsv"), MetonymCue)
    return frozenset(row.word for row in rows if row.where is where)


def find_phrases(text: str) -> list[Match]:
    """Find the phrases in ``text``, in order, not overlapping, the longest at each place."""
    words = _words(text)
    found: list[Match] = []
    for first, past, entry in _walk(words):
        if entry.kind is None or text[words[past - 1].end : words[past - 1].end + 1] == "$":
            continue  # "US$ 20 million"
        kind, code = entry.kind, entry.code
        if entry.government and _means_government(words, first, past):
            kind, code = "metonym", entry.government
        found.append(Match(words[first].start, words[past - 1].end, kind, code))
    return found


def find_other_names(text: str) -> list[tuple[int, int]]:
    """Give the ranges of names such as "Paris Agreement", which contain a party's or city's name and mean neither."""
    words = _words(text)
    return [(words[first].start, words[past - 1].end) for first, past, entry in _walk(words) if entry.kind is None]


def _walk(words: list[_Word]) -> Iterator[tuple[int, int, _Entry]]:
    """Give each entry that ``words`` hold, longest first, with its first word and the word past its last."""
    entries, longest = _table()
    at = 0
    while at < len(words):
        most = longest.get(words[at].text, 0)
        for length in range(min(most, len(words) - at), 0, -1):
            entry = entries.get(tuple(word.text for word in words[at : at + length]))
            if entry is not None and not _joined(words, at):
                yield at, at + length, entry
                at += length
                break
        else:
            at += 1


def _joined(words: list[_Word], at: int) -> bool:
    """Whether the word is part of an address or tag ("@StateDept", "gov/US")."""
    return at > 0 and words[at - 1].end == words[at].start and words[at - 1].text in _JOINING


def _means_government(words: list[_Word], first: int, past: int) -> bool:
    """Whether a building's name stands for its people: "the White House said", not "met at the White House"."""
    before = first - 1
    if before >= 0 and words[before].text.casefold() == "the":
        before -= 1
    if before >= 0 and words[before].text.casefold() in _cues(CueSide.BEFORE):
        return False
    return past < len(words) and words[past].text in _cues(CueSide.AFTER)
