"""Paragraphs as the finder of attributions works on them: parsed, with quotations and sentences that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from memcon.reading.attribution_types import Range
from memcon.reading.model_english import english
from memcon.reading.quotations import find_quotations
from memcon.reading.view import View, view_of

_DATELINE = re.compile(r"[A-Z][A-Z.’' ]{2,30}(?:, [A-Z][\w. ]{1,20})?(?: \([\w. ]{2,20}\))? ?(?:--|[–—―-]) ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: the view of it, its parse, its quotations with their marks, and its sentences.

    A sentence that the parser ends within a quotation goes on to where the quotation is over; ``units`` are pairs of
    token numbers. ``quoted`` tells of each token whether it stands inside a quotation.
    """

    view: View
    doc: Doc
    quotes: tuple[Range, ...]
    units: tuple[Range, ...]
    quoted: tuple[bool, ...]

    def unit(self, token: Token) -> Range:
        """Give the sentence of a token."""
        return next((u for u in self.units if u[0] <= token.i < u[1]), (token.sent.start, token.sent.end))

    def quote_over(self, start: int, end: int) -> Range | None:
        """Give the first quotation that shares a character with a range of the view."""
        return next((q for q in self.quotes if q[0] < end and start < q[1]), None)

    def with_quotes(self, start: int, end: int) -> Range:
        """Widen a range so that it holds the quotations whole that it shares a character with."""
        for first, last in self.quotes:
            if first < end and start < last:
                start, end = min(start, first), max(end, last)
        return start, end


def paragraphs_of(text: str) -> list[Paragraph]:
    """Cut a text at its line ends and parse each paragraph that is not empty."""
    views = [view for start, end in _lines(text) if (view := _plain_marks(view_of(text, start, end))).text]
    parses = english().pipe((view.text for view in views), batch_size=64)
    return [_paragraph(view, doc) for view, doc in zip(views, parses, strict=True)]


def _lines(text: str) -> Iterator[Range]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _plain_marks(view: View) -> View:
    """Make two apostrophes one quotation mark, as wires and archives print it."""
    if "''" not in view.text:
        return view
    characters: list[str] = []
    origins: list[int] = []
    at = 0
    while at < len(view.text):
        pair = view.text.startswith("''", at)
        opens = pair and (at == 0 or view.text[at - 1].isspace())
        characters.append('"' if pair else view.text[at])
        origins.append(view.origins[at + (pair and not opens)])
        at += 2 if pair else 1
    return View("".join(characters), (*origins, view.origins[-1]))


def _paragraph(view: View, doc: Doc) -> Paragraph:
    text = "“" + view.text[1:] if view.text.startswith("”") else view.text  # opened by the wrong mark
    quotes = tuple((start, end) for start, end, _, _ in find_quotations(text) if view.text[start] != "‘")
    dateline = _DATELINE.match(view.text)
    begin = next((t.i for t in doc if dateline and t.idx >= dateline.end()), 0)
    units = tuple((max(first, begin), last) for first, last in _units(doc, quotes) if last > begin)
    quoted = tuple(any(s <= t.idx < e for s, e in quotes) for t in doc)
    return Paragraph(view, doc, quotes, units, quoted)


def _units(doc: Doc, quotes: tuple[Range, ...]) -> Iterator[Range]:
    first: int | None = None
    for sentence in doc.sents:
        first = sentence.start if first is None else first
        if not any(s < sentence.end_char < e for s, e in quotes):
            yield first, sentence.end
            first = None
    if first is not None:
        yield first, len(doc)
