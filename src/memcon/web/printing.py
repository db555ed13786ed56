"""What of an engagement goes onto two printed pages, and what is left to the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from memcon.exporting.copies import Source
from memcon.web.notes import Fact, Said, Side, Value

_PAGES = 111
"""Lines of print on two pages of A4 (58 each), less what breaks between pages leave empty."""
_LINE, _NOTE, _CELL = 96, 106, 34
"""Characters in a line of the text, of the notes, and of a cell of the table of rivals."""
_HEADING, _HEAD, _FOOT = 2, 10, 3
_LEAST = 12
"""So many lines are left to statements in any case."""
SOURCES, FURTHER, TOPICS = 10, 6, 12
"""So many sources, other engagements under a heading, and topics are printed at most."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is left out of the print: the statements, and how many of the sources; and the day it is made (ISO, UTC)."""

    beyond: frozenset[Said]
    sources: int
    day: str


def fitted(groups: Sequence[Mapping[str, Sequence[Said]]], taken: int, sources: int) -> Print:
    """Choose the statements that fit on two pages beside ``taken`` lines of everything else.

    ``groups`` are statements by side, the group to be kept first; within a group the sides are taken in turn, so that a
    side that says much does not crowd out the others.
    """
    room = max(_LEAST, _PAGES - taken - _HEADING * sum(1 for group in groups if group))
    kept: set[Said] = set()
    beyond: set[Said] = set()
    begun: set[tuple[int, str, str]] = set()
    for number, group in enumerate(groups):
        for side, said in _in_turn(group):
            heads = {(number, side, ""), (number, side, said.speakers)} - begun
            room -= _lines(said.words, _LINE, len(said.act) + 6) + len(heads)
            if room < 0:
                beyond.add(said)
            else:
                kept.add(said)
                begun |= heads
    return Print(frozenset(beyond - kept), max(0, sources - SOURCES), datetime.now(UTC).date().isoformat())


def lines_beside(
    sides: Sequence[Side],
    disputed: Sequence[Fact],
    circumstances: Sequence[tuple[str, Value]],
    sources: Sequence[Source],
    further: Iterable[int],
) -> int:
    """Estimate how many lines all but the statements take; ``further`` are the numbers of engagements in each list."""
    people = _HEADING + (sum(1 + len(side.people) for side in sides) + 1) // 2
    table = sum(max(_in_cells(fact), 1) for fact in disputed)
    told = sum(_lines(value.words, _LINE - 12) for _, value in circumstances)
    notes = sum(
        _lines(document.title or document.name, _NOTE, 70) + _lines(document.url or "", _LINE)
        for document, _, _ in sources[:SOURCES]
    )
    lists = sum(_HEADING + min(number, FURTHER) for number in further if number)
    headed = sum(_HEADING + lines for lines in (table, told, notes) if lines)
    return _HEAD + people + headed + lists + TOPICS * 28 // _LINE + _FOOT


def _in_cells(fact: Fact) -> int:
    told = sum(_lines(r.words, _CELL, 4) + (_lines(r.why, _CELL) if r.why else 0) for r in fact.rivals)
    return max(told, _lines(fact.reason, _CELL, 14))


def _lines(words: str, width: int, more: int = 0) -> int:
    return -(-(len(words) + more) // width) if words else 0


def _in_turn(group: Mapping[str, Sequence[Said]]) -> list[tuple[str, Said]]:
    longest = max(map(len, group.values()), default=0)
    return [(side, told[n]) for n in range(longest) for side, told in group.items() if n < len(told)]
