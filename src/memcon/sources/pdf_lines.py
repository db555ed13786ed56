"""The lines of a PDF page, and how they flow into paragraphs.

A PDF knows no paragraphs, only where each letter stands. A paragraph ends where the gap to the next line is wider
than usual, the size of type changes, the next line is indented or begins with a bullet, or a line stops well short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

# PDFium's mark for a hyphen at a line's end (it joins the two lines itself), and the soft hyphen
_HYPHEN = re.compile(r"(\w*)[\ufffe\u0002\u00ad](\w*)")
_PAGE_NUMBER = re.compile(r"(?:page |- ?|– ?)?\d{1,3}(?: ?-| ?–| ?(?:/|of) ?\d+)?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•●▪■◦‣·*–—-]|\(?(?:\d{1,2}|[a-zivx]{1,4})[.)])\s")
_SENTENCE_END = re.compile(r"[.:;!?][”’\"')\]»]*$")
_WIDE_GAP = 1.35  # times the usual distance of lines
_INDENT = 6.0  # points
_OTHER_SIZE = 1.5  # points
_SHORT, _VERY_SHORT = 0.85, 0.6  # of the width of the text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its place in points from the page's lower left corner.

    A line that PDFium joined over a hyphen begins higher than it ends: ``top`` is where its first letter stands,
    ``bottom`` where its last one does.
    """

    text: str
    page: int
    top: float
    bottom: float
    left: float
    right: float
    size: float


def lines_of(page: Any, number: int) -> list[Line]:
    """Give the lines of a page of pypdfium2, without a first or last line that is only a page number."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    exact = text_page.count_chars() == len(text)  # a letter of two code units would shift all places after it
    found: list[Line] = []
    start = 0
    for piece in re.split(r"(\r\n|\r|\n)", text):
        words = piece.strip()
        if words:
            first = start + piece.index(words[0])
            last = first + len(words) - 1
            box, end = (text_page.get_charbox(i, loose=True) if exact else (0.0,) * 4 for i in (first, last))
            found.append(Line(words, number, box[1], end[1], box[0], end[2], box[3] - box[1]))
        start += len(piece)
    return [
        line for i, line in enumerate(found) if i not in (0, len(found) - 1) or not _PAGE_NUMBER.fullmatch(line.text)
    ]


def paragraphs(lines: list[Line]) -> str:
    """Join the lines of each paragraph; paragraphs are parted by an empty line."""
    pairs = list(pairwise(lines))
    gaps = [a.bottom - b.top for a, b in pairs if a.page == b.page and a.bottom > b.top]
    usual = median(gaps) if gaps else 0.0
    width = max((line.right for line in lines), default=0.0)
    text = lines[0].text if lines else ""
    for before, after in pairs:
        text += (" " if _goes_on(before, after, usual, width) else "\n\n") + after.text
    return _without_line_end_hyphens(text)


def _goes_on(before: Line, after: Line, usual: float, width: float) -> bool:
    ended = bool(_SENTENCE_END.search(before.text))
    if before.page != after.page or after.top >= before.bottom:  # over the page or up into the next column
        return not ended and after.text[0].islower()
    return not any(
        (
            before.bottom - after.top > _WIDE_GAP * usual,
            abs(before.size - after.size) > _OTHER_SIZE,
            _BULLET.match(after.text),
            after.left > before.left + _INDENT and not _BULLET.match(before.text),
            before.right < (_SHORT if ended else _VERY_SHORT) * width,
        )
    )


def _without_line_end_hyphens(text: str) -> str:
    """Join words parted at a line's end; the hyphen stays where the text has the word with a hyphen elsewhere."""

    def joined(found: re.Match[str]) -> str:
        before, after = found.groups()
        keep = not (before[-1:].islower() and after[:1].islower()) or re.search(
            rf"\b{re.escape(before)}-{re.escape(after)}\b", text, re.IGNORECASE
        )
        return f"{before}-{after}" if keep else before + after

    return _HYPHEN.sub(joined, text)


def all_lines(document: Any) -> Iterator[Line]:
    """Give the lines of all pages of a document of pypdfium2."""
    for number, page in enumerate(document, start=1):
        yield from lines_of(page, number)
