"""Lay the sentences of one account beside those of the one before: kept, reworded, new, dropped."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from memcon.comparing.words import content_stems
from memcon.model import Span
from memcon.vocabulary.fold import fold

KEPT = 97.0
REWORDED = 55.0
"""Likeness (0 to 100) from which two sentences are the same, and from which the one is the other in other words."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")


class Fate(StrEnum):
    """What became of a sentence between one account and the next."""

    KEPT = "kept"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a word diff: ``sign`` is "=" for words in both, "-" for the earlier text's, "+" for the later's."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of the earlier account, of the later, or both, and what became of it; ``likeness`` 0 to 100."""

    fate: Fate
    before: Span | None
    after: Span | None
    likeness: float
    diff: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the words by which it is compared."""

    span: Span
    key: str


def line_of(span: Span, names: frozenset[str]) -> Line:
    """Make a sentence comparable; words of ``names`` (folded), who speaks and to whom, count for nothing."""
    words = (w.casefold().removesuffix("'s") for w in _WORD.findall(fold(span.text)))
    return Line(span, " ".join(w for w in words if w[0].isalnum() and w not in names))


def align(before: Sequence[Line], after: Sequence[Line]) -> list[Change]:
    """Give what became of each sentence, in the order of the later account, those dropped where they stood.

    The likest pairs are laid beside each other first, each sentence once.
    """
    scores = process.cdist([b.key for b in before], [a.key for a in after], scorer=likeness)
    pairs = sorted(
        ((float(scores[i][j]), i, j) for i in range(len(before)) for j in range(len(after))),
        key=lambda p: (-p[0], abs(p[1] - p[2]), p[1], p[2]),
    )
    partner: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, i, j in pairs:
        if score >= REWORDED and j not in partner and i not in used:
            partner[j] = (i, score)
            used.add(i)
    changes: list[Change] = []
    waiting = [i for i in range(len(before)) if i not in used]
    for j, line in enumerate(after):
        if j not in partner:
            changes.append(Change(Fate.NEW, None, line.span, 0.0))
            continue
        i, score = partner[j]
        while waiting and waiting[0] < i:
            changes.append(Change(Fate.DROPPED, before[waiting.pop(0)].span, None, 0.0))
        changes.append(_pair(before[i], line, score))
    changes += [Change(Fate.DROPPED, before[i].span, None, 0.0) for i in waiting]
    return changes


def likeness(a: str, b: str, *, processor: object = None, score_cutoff: float | None = None) -> float:
    """Give the likeness of two sentences (0 to 100): two parts content words in any order, one all words."""
    del processor, score_cutoff
    if a == b:
        return 100.0 if a else 0.0
    in_order = fuzz.ratio(a.split(), b.split())
    content = fuzz.token_sort_ratio(" ".join(content_stems(a)), " ".join(content_stems(b)))
    return float(in_order + 2 * content) / 3


def _pair(before: Line, after: Line, score: float) -> Change:
    if score >= KEPT:
        return Change(Fate.KEPT, before.span, after.span, score)
    return Change(Fate.REWORDED, before.span, after.span, score, word_diff(before.span.text, after.span.text))


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Give the word diff of two texts; the pieces' words are joined by single spaces."""
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(a=[_plain(w) for w in old], b=[_plain(w) for w in new], autojunk=False)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("=", " ".join(new[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece("-", " ".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("+", " ".join(new[j1:j2])))
    return tuple(pieces)


def _plain(word: str) -> str:
    return fold(word).casefold().strip(".,;:")
