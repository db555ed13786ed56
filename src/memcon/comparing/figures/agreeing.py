"""Lay figures of several documents side by side: agreeing, contradicting one another, or grown with time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Protocol

from memcon.comparing.figures.values import GENERIC, Figure
from memcon.vocabulary.quantities import Approximation, UnitKind

ABOUT = 0.1
"""How far "about" and "nearly" let a number lie from what is said: a tenth of it."""
_LIKE = 0.5
_HALF = 0.5 - 1e-9
"""Of the last digit given, how far a number may lie from what is said: what lies just between fits one side only."""
_NEAR = 1.5
"""How far apart two open numbers may be said and still agree: "more than 30" and "32", not "more than 20,000" and
"200,000", which are not at odds either."""
_OF_DOCUMENT = "figure.as-of-document"


class Relation(StrEnum):
    """How two figures of one measure stand to one another."""

    AGREE = "agree"
    DIFFER = "differ"
    GROWN = "grown"
    FALLEN = "fallen"


class Told(Protocol):
    """A number as it is said: see :class:`memcon.comparing.figures.values.Figure` for the meaning of its fields."""

    @property
    def low(self) -> float | None:
        """The lower end."""

    @property
    def high(self) -> float | None:
        """The upper end."""

    @property
    def digits(self) -> int:
        """The last decimal place given."""

    @property
    def kind(self) -> UnitKind:
        """What sort of unit it is in."""

    @property
    def approximation(self) -> Approximation:
        """How it is approximated."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures of one measure from two documents, the earlier date first, with the reason in words."""

    relation: Relation
    first: Figure
    second: Figure
    reason: str


def compare(figures: Sequence[Figure], engagement: Mapping[str, str]) -> tuple[Comparison, ...]:
    """Compare the figures of one measure and unit that different documents tell.

    ``engagement`` gives the engagement of which each document (by id) is an account. Figures told of one engagement, or
    in words as of one date, must agree and differ where they do not; others have grown or fallen. Two numbers agree
    where some number fits both as they were said: rounded to the digits given, "about" and "nearly" within a tenth,
    "more than" and "up to" open to their side. Numbers told by their order only ("thousands of") and measures that say
    nothing by themselves ("people") are not compared.
    """
    found = []
    for a, b in combinations(figures, 2):
        if a.vague or b.vague or a.document == b.document or a.unit != b.unit or not same_measure(a, b):
            continue
        same = engagement.get(a.document) is not None and engagement.get(a.document) == engagement.get(b.document)
        if _too_general(a) or _too_general(b):
            continue
        comparison = _compared(*sorted((a, b), key=_when), same_occasion=same)
        if comparison is not None:
            found.append(comparison)
    return tuple(found)


def same_measure(a: Figure, b: Figure) -> bool:
    """Tell whether two figures measure the same thing: one head noun, and more than half of all words in common."""
    if a.measure is None or b.measure is None or a.measure.head != b.measure.head:
        return False
    common, every = a.measure.lemmas & b.measure.lemmas, a.measure.lemmas | b.measure.lemmas
    return len(common) > _LIKE * len(every)


def bounds(figure: Told) -> tuple[float, float]:
    """Give the numbers that fit what is said, lowest and highest, by its rounding and approximation."""
    half = _HALF * 10.0**figure.digits
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if figure.approximation is Approximation.ABOUT:
        return min(low - half, low * (1 - ABOUT)), max(high + half, high * (1 + ABOUT))
    if figure.approximation is Approximation.NEARLY:
        return low * (1 - ABOUT), high
    if figure.kind in (UnitKind.COUNT, UnitKind.DURATION) and figure.digits <= 0:
        return low, high
    return (low if figure.high is None else low - half), (high if figure.low is None else high + half)


def fit_one_number(a: Told, b: Told) -> bool:
    """Tell whether some number fits both of two numbers of one unit as they were said."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return low_a <= high_b and low_b <= high_a


def _too_general(figure: Figure) -> bool:
    return figure.measure is not None and figure.measure.lemmas <= GENERIC


def _when(figure: Figure) -> tuple[str, str, int]:
    return (figure.as_of.value if figure.as_of else "9999", figure.document, figure.span.start)


def _compared(a: Figure, b: Figure, *, same_occasion: bool) -> Comparison | None:
    """How two figures of one measure stand to one another, None where that says nothing."""
    if fit_one_number(a, b):
        if _stated(a) > _NEAR * _stated(b) or _stated(b) > _NEAR * _stated(a):
            return None
        reason = "the same number" if (a.low, a.high) == (b.low, b.high) else "a number fits both as they were said"
        return Comparison(Relation.AGREE, a, b, reason)
    if same_occasion:
        return Comparison(Relation.DIFFER, a, b, "told of one engagement, and no number fits both")
    if a.as_of is None or b.as_of is None or _one_word_count(a) or _one_word_count(b):
        return None
    if a.as_of.value == b.as_of.value:
        reason = "told as of one date, and no number fits both"
        derived = _OF_DOCUMENT in (a.as_of.rule, b.as_of.rule)
        return None if derived else Comparison(Relation.DIFFER, a, b, reason)
    if b.as_of.value.startswith(a.as_of.value):
        return None
    relation = Relation.GROWN if bounds(a)[1] < bounds(b)[0] else Relation.FALLEN
    return Comparison(relation, a, b, f"from {a.as_of.value} to {b.as_of.value}")


def _stated(figure: Figure) -> float:
    """The number as said, the lower of a range: 30 of "more than 30"."""
    return figure.low if figure.low is not None else figure.high or 0.0


def _one_word_count(figure: Figure) -> bool:
    """Whether a count is of a bare noun ("students"), which elsewhere may be other ones."""
    return figure.kind is UnitKind.COUNT and figure.measure is not None and len(figure.measure.lemmas) < 2
