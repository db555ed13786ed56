"""Which of two texts is the copy: evidence with weights, each with its reason in words.

A weight is what the evidence adds to the log odds that the one is the copy; what a copy says of itself outweighs
days, and days outweigh completeness.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.linking.reprints.judging import Judgement
from memcon.linking.reprints.texts import Text
from memcon.model import GapKind

LOST = frozenset({GapKind.INAUDIBLE, GapKind.BREAK, GapKind.CROSSTALK})
"""Marks that stand for words which were not heard or left out."""

_CREDIT = 6.0
_OUTLET = 4.0
_REPRINT_LINE = 3.0
_OWN_TEXT = 2.5
_EARLIER = 2.0
_DATELINE = 1.0
_CREDITS_ONE = 1.0
_GAPS = 1.0
_FULLER = 0.75
_SLIGHT = 0.25
_EXCERPT = 0.9
_SUREST = 0.99


@dataclass(frozen=True, slots=True)
class Direction:
    """``copy`` has its text from ``source``, for these reasons; ``sure`` is 0.5 to 0.99."""

    copy: Text
    source: Text
    reasons: tuple[str, ...]
    sure: float


def direction(a: Text, b: Text, judgement: Judgement) -> Direction:
    """Tell which of two texts is the copy; without any evidence, the one whose id is the greater."""
    a_is_copy = list(_evidence(a, b, judgement.a.share, judgement.b.share))
    b_is_copy = list(_evidence(b, a, judgement.b.share, judgement.a.share))
    odds = sum(w for w, _ in a_is_copy) - sum(w for w, _ in b_is_copy)
    turned = odds > 0 or (odds == 0 and a.id > b.id)
    copy, source, evidence = (a, b, a_is_copy) if turned else (b, a, b_is_copy)
    reasons = tuple(reason for _, reason in sorted(evidence, key=lambda e: -e[0]))
    against = tuple(f"but: {reason}" for _, reason in (b_is_copy if turned else a_is_copy))
    sure = min(1 / (1 + math.exp(-abs(odds))), _SUREST)
    return Direction(copy, source, (reasons or ("nothing tells which is the source",)) + against, round(sure, 2))


def _evidence(copy: Text, source: Text, share_of_copy: float, share_of_source: float) -> Iterator[tuple[float, str]]:
    """What speaks for ``copy`` being a copy of ``source``."""
    yield from _credits(copy, source)
    yield from _days(copy, source)
    if source.is_official and not copy.is_official:
        yield _OWN_TEXT, f"the other is {source.document.publisher or 'an office'}’s own publication"
    if share_of_copy >= _EXCERPT and share_of_source < _EXCERPT and not _among_others(source, copy):
        yield _FULLER, "the other has more of the text"
    if _among_others(copy, source):
        yield _OWN_TEXT, "has the other’s title and text among others"
    lost, kept = (sum(g.kind in LOST for g in t.layout.gaps) for t in (copy, source))
    if lost > kept:
        yield _GAPS, f"{lost} gap{'' if lost == 1 else 's'} marked, the other {kept or 'none'}"
    if copy.layout.dateline and not source.layout.dateline:
        yield _DATELINE, "a dateline was put before the text"
    if source.layout.issuer and not copy.layout.issuer:
        yield _SLIGHT, "the other has the line of the office that issued it"


def _credits(copy: Text, source: Text) -> Iterator[tuple[float, str]]:
    if copy.names_address(source):
        yield _CREDIT, "names its address"
    elif copy.names_outlet(source):
        yield _OUTLET, f"names {source.document.publisher or 'its publisher'} as its source"
    elif source.outlet is not None and not source.is_official:
        return  # one paper that names a third tells nothing of another that does not
    elif copy.named and not source.named:
        yield _REPRINT_LINE, f"says that it is a reprint (“{copy.named[0]}”)"
    elif copy.credited and not source.credited:
        yield _CREDITS_ONE, f"credits “{copy.credited[0]}”"


def _days(copy: Text, source: Text) -> Iterator[tuple[float, str]]:
    if copy.day and source.day and copy.day > source.day:
        yield _EARLIER, f"published later ({copy.day}, the other {source.day})"
    elif copy.day == source.day and (copy.document.retrieved or "") > (source.document.retrieved or "~"):
        yield _SLIGHT, "retrieved later"


def _among_others(copy: Text, source: Text) -> bool:
    """Whether the source's title stands inside the copy's text, as in a page of several texts."""
    start, end = source.title
    title = source.words.keys[start:end]
    if len(title) < 4 or copy.words.keys[slice(*copy.title)] == title:
        return False
    first, last = copy.title[1], len(copy.words.keys) - len(title)
    return any(copy.words.keys[n : n + len(title)] == title for n in range(first, last + 1))
