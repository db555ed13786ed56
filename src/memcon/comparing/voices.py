"""In whose voice the words at a place are said: a statement's speakers, a turn's speaker, or the document's issuer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.comparing.material import Material
from memcon.model import Block, BlockKind, Span, Statement

SPOKEN = frozenset({BlockKind.TEXT, BlockKind.TURN})
"""Blocks that are running words."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: names or party codes, none where only the writer speaks; and the parties they speak for.

    ``sides`` are the issuer's parties where nobody is named, and empty where neither is known.
    """

    speakers: tuple[str, ...]
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says in a document: a statement, or a transcript's turn."""

    span: Span
    speakers: tuple[str, ...]


class Voices:
    """The voices of one document, looked up by place."""

    def __init__(self, material: Material, document: str) -> None:
        self._material = material
        self._document = document
        self._sayings = sorted(sayings(material, document), key=lambda s: (s.span.start, -s.span.end))
        self._starts = [s.span.start for s in self._sayings]
        self._longest = max((s.span.end - s.span.start for s in self._sayings), default=0)

    def at(self, start: int, end: int) -> Voice:
        """Give the voice of the words between two code points: that of the shortest saying that holds them."""
        place = bisect_right(self._starts, start)
        best: Saying | None = None
        while place > 0 and self._starts[place - 1] >= start - self._longest:
            place -= 1
            one = self._sayings[place]
            if one.span.end >= end and (best is None or len(one.span.text) < len(best.span.text)):
                best = one
        if best is None or not best.speakers:
            return Voice((), tuple(sorted(self._material.issuers[self._document])))
        sides = {side for s in best.speakers if (side := self._material.side_of(s, self._document))}
        return Voice(best.speakers, tuple(sorted(sides)))


def sayings(material: Material, document: str) -> Iterator[Saying]:
    """Give what a document has people say: the statements of its accounts, and its turns."""
    reading = material.readings[document]
    for account in reading.accounts:
        yield from (Saying(s.text, speakers_of(s)) for s in account.statements)
    for turn in reading.turns:
        yield Saying(turn.turn.words, (turn.speaker.value,) if turn.speaker else ())


def speakers_of(statement: Statement) -> tuple[str, ...]:
    """Give the speakers of a statement: names or codes."""
    return tuple(s.value for s in statement.speakers)


def running_blocks(material: Material, document: str) -> tuple[Block, ...]:
    """Give the blocks of a document that are running words, in order."""
    return tuple(b for b in material.readings[document].layout.blocks if b.kind in SPOKEN)
