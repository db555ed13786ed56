"""The sentences that words stand in, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.model import Document, Span
from memcon.web import links

_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-ZÀ-Þ0-9])|\n"
)
_BESIDE = 240
"""Code points of context, at most, on either side of the words; further sentences are left out."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a document: pieces of text, true for those that are the words, and the address of the words."""

    document: str
    href: str
    pieces: tuple[tuple[bool, str], ...]
    before: bool
    """Whether the text goes on before it."""
    after: bool


def excerpts(document: Document, spans: Iterable[Span]) -> list[Excerpt]:
    """Give the stretches of a document around some of its words, in order; those that meet are one."""
    here = sorted({(s.start, s.end) for s in spans if s.document == document.id and s.stands_in(document.text)})
    found: list[tuple[int, int, list[tuple[int, int]]]] = []
    for start, end in here:
        low, high = _around(document.text, start, end)
        if found and low <= found[-1][1]:
            last = found[-1]
            found[-1] = (last[0], max(last[1], high), [*last[2], (start, end)])
        else:
            found.append((low, high, [(start, end)]))
    return [_excerpt(document, low, high, words) for low, high, words in found]


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence with the words, the one before and the one after, as far as they are near."""
    ends = [m.end() for m in _END.finditer(text, max(0, start - 3 * _BESIDE), start)]
    low = max(ends[-2] if len(ends) > 1 else ends[0] if ends else 0, start - _BESIDE)
    if low == start - _BESIDE:
        low = _word(text, low)
    more = [m.end() for m in _END.finditer(text, max(0, end - 1), min(len(text), end + 3 * _BESIDE))]
    high = min(more[1] if len(more) > 1 else len(text), end + _BESIDE)
    if high == end + _BESIDE:
        high = text.rfind(" ", end, high) + 1 or high
    return low, max(high, end)


def _word(text: str, at: int) -> int:
    """The beginning of the next word."""
    return text.find(" ", at) + 1 or at


def _excerpt(document: Document, low: int, high: int, words: Sequence[tuple[int, int]]) -> Excerpt:
    pieces: list[tuple[bool, str]] = []
    at = low
    for start, end in words:
        if end <= at:
            continue
        pieces += [(False, document.text[at : max(at, start)]), (True, document.text[max(at, start) : end])]
        at = end
    pieces.append((False, document.text[at:high]))
    first = document.span(*words[0])
    kept = [(hit, text) for hit, text in pieces if text]
    return Excerpt(
        document.id,
        links.words(first),
        tuple(_trimmed(kept)),
        bool(document.text[:low].strip()),
        bool(document.text[high:].strip()),
    )


def _trimmed(pieces: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """The pieces with every run of blanks one blank, since a document's lines mean nothing here."""
    return [(hit, re.sub(r"\s+", " ", text)) for hit, text in pieces]
