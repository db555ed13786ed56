"""Find the names of parties, forums and places in a text, the longest first.

Names are matched as written, diacritics and kinds of apostrophe and hyphen aside; a text all in capitals is matched
without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memcon.vocabulary.fold import fold
from memcon.vocabulary.forums import forums
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.places import named_places
from memcon.vocabulary.states import states

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:\+\d)?|[^\w\s]")
_SHORTEST_SHOUTED = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a text: its range (code points), what kind of phrase it is and the code of what it names.

    ``kind``: state-name, state-adjective, state-people, seat, metonym, organisation, forum or place.
    """

    start: int
    end: int
    kind: str
    code: str


Entry = tuple[str, str]


def _forms() -> Iterator[tuple[str, Entry]]:
    """Every form with its kind and code; of one form the last entry wins."""
    yield from ((form, ("seat", state.code)) for state in states() for form in state.seats)
    yield from ((form, ("metonym", state.code)) for state in states() for form in state.metonyms)
    yield from ((form, ("state-people", state.code)) for state in states() for form in state.people)
    for key, place in named_places().items():
        if place.city is None or fold(place.city) != key:
            yield place.name, ("place", place.name)
    yield from ((form, ("state-adjective", state.code)) for state in states() for form in state.adjectives)
    yield from ((form, ("state-name", state.code)) for state in states() for form in state.names)
    yield from ((form, ("organisation", body.code)) for body in organisations() for form in body.names)
    yield from ((form, ("forum", row.code)) for row in forums().values() for form in row.names)


def _words(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.group()) for m in _WORD.finditer(fold(text))]


@cache
def _table(*, shouted: bool) -> tuple[dict[tuple[str, ...], Entry], dict[str, int]]:
    """Entries by their words, and the most words of any entry by its first word."""
    entries: dict[tuple[str, ...], Entry] = {}
    for form, entry in _forms():
        if shouted and len(form) < _SHORTEST_SHOUTED and not form.isupper():
            continue
        entries[tuple(w.upper() if shouted else w for _, _, w in _words(form))] = entry
    longest: dict[str, int] = {}
    for words in entries:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return entries, longest


def find_phrases(text: str) -> list[Match]:
    """Find the phrases in ``text``, in order, not overlapping, the longest at each place."""
    shouted = text.isupper()
    entries, longest = _table(shouted=shouted)
    words = _words(text)
    found: list[Match] = []
    at = 0
    while at < len(words):
        match = _longest_at(words, at, entries, longest)
        if match is None:
            at += 1
            continue
        length, (kind, code) = match
        found.append(Match(words[at][0], words[at + length - 1][1], kind, code))
        at += length
    return found


def _longest_at(
    words: list[tuple[int, int, str]], at: int, entries: dict[tuple[str, ...], Entry], longest: dict[str, int]
) -> tuple[int, Entry] | None:
    most = longest.get(words[at][2], 0)
    for length in range(min(most, len(words) - at), 0, -1):
        entry = entries.get(tuple(w for _, _, w in words[at : at + length]))
        if entry is not None and _apart(words, at):
            return length, entry
    return None


def _apart(words: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a match is no part of a longer word written with a dot or digits ("US" in "US50")."""
    before = words[at - 1] if at else None
    joined_before = before is not None and before[1] == words[at][0] and before[2] in ("@", "#", "/", "_")
    return not joined_before
