"""Lay figures of several documents side by side: agreeing, contradicting one another, or grown with time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from memcon.comparing.figures.values import GENERIC, Figure
from memcon.vocabulary.quantities import Approximation, UnitKind

ABOUT = 0.1
"""How far "about" and "nearly" let a number lie from what is said: a tenth of it."""
_LIKE = 0.5


class Relation(StrEnum):
    """How two figures of one measure stand to one another."""

    AGREE = "agree"
    DIFFER = "differ"
    GROWN = "grown"
    FALLEN = "fallen"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures of one measure from two documents, the earlier date first, with the reason in words."""

    relation: Relation
    first: Figure
    second: Figure
    reason: str


def compare(figures: Sequence[Figure], engagement: Mapping[str, str]) -> tuple[Comparison, ...]:
    """Compare the figures of one measure and unit that different documents tell.

    ``engagement`` gives the engagement of which each document (by id) is an account: figures told of one engagement, or
    as of one date, must agree and differ where they do not; others have grown or fallen. Two numbers agree where some
    number fits both as they were said: rounded to the digits given, "about" and "nearly" within a tenth, "more than"
    and "up to" open to their side. Numbers told by their order only ("thousands of") and measures that say nothing by
    themselves ("people") are not compared.
    """
    found = []
    for a, b in combinations(figures, 2):
        if a.vague or b.vague or a.document == b.document or a.unit != b.unit or not same_measure(a, b):
            continue
        same = engagement.get(a.document) is not None and engagement.get(a.document) == engagement.get(b.document)
        if _too_general(a) or _too_general(b):
            continue
        found.append(_compared(*sorted((a, b), key=_when), same_occasion=same))
    return tuple(found)


def same_measure(a: Figure, b: Figure) -> bool:
    """Tell whether two figures measure the same thing: one head noun, and more than half of all words in common."""
    if a.measure is None or b.measure is None or a.measure.head != b.measure.head:
        return False
    common, every = a.measure.lemmas & b.measure.lemmas, a.measure.lemmas | b.measure.lemmas
    return len(common) > _LIKE * len(every)


def bounds(figure: Figure) -> tuple[float, float]:
    """Give the numbers that fit what is said, lowest and highest, by its rounding and approximation."""
    half = 0.5 * 10.0**figure.digits
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if figure.approximation is Approximation.ABOUT:
        return min(low - half, low * (1 - ABOUT)), max(high + half, high * (1 + ABOUT))
    if figure.approximation is Approximation.NEARLY:
        return low * (1 - ABOUT), high
    if figure.kind in (UnitKind.COUNT, UnitKind.DURATION) and figure.digits <= 0:
        return low, high
    return (low if figure.high is None else low - half), (high if figure.low is None else high + half)


def _too_general(figure: Figure) -> bool:
    return figure.measure is not None and figure.measure.lemmas <= GENERIC


def _when(figure: Figure) -> tuple[str, str, int]:
    return (figure.as_of.value if figure.as_of else "9999", figure.document, figure.span.start)


def _compared(a: Figure, b: Figure, *, same_occasion: bool) -> Comparison:
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if low_a <= high_b and low_b <= high_a:
        reason = "the same number" if (a.low, a.high) == (b.low, b.high) else "a number fits both as they were said"
        return Comparison(Relation.AGREE, a, b, reason)
    dates = (a.as_of.value if a.as_of else None, b.as_of.value if b.as_of else None)
    if same_occasion:
        return Comparison(Relation.DIFFER, a, b, "told of one engagement, and no number fits both")
    if None in dates or dates[0] == dates[1] or str(dates[1]).startswith(str(dates[0])):
        return Comparison(Relation.DIFFER, a, b, "told as of one date, and no number fits both")
    relation = Relation.GROWN if high_a < low_b else Relation.FALLEN
    return Comparison(relation, a, b, f"from {dates[0]} to {dates[1]}")
