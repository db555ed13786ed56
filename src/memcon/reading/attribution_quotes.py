"""Quotations that go on: after their speaker, over the paragraph's end, and after a colon."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_types import Found, Range

_LEAST_WORDS = 3


@dataclass(slots=True)
class Continued:
    """An attribution with the stretches after it, in its own paragraph or later ones, that go on with its content."""

    paragraph: Paragraph
    found: Found
    more: list[tuple[Paragraph, Range]] = field(default_factory=list)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether its content shares a character with a range of its own paragraph."""
        return any(s < end and start < e for s, e in self.found.pieces)


def continued(paragraphs: list[Paragraph], found: list[list[Found]]) -> list[Continued]:
    """Give each attribution with the quotations after it that go on with its content."""
    everything: list[Continued] = []
    last: Continued | None = None
    for paragraph, items in zip(paragraphs, found, strict=True):
        here = [Continued(paragraph, item) for item in items]
        if last is not None and last.found.open and not last.more:
            _open_with(paragraph, here, last)
        _take_in(paragraph, here)
        last = _go_on(paragraph, here, last)
        everything.extend(here)
    return everything


def _open_with(paragraph: Paragraph, here: list[Continued], last: Continued) -> None:
    """Give the paragraph after a colon to who speaks there: the quotation that it begins with, else all of it."""
    quote = paragraph.quote_over(0, 1)
    if quote is not None or not here:
        last.more.append((paragraph, quote or (0, len(paragraph.doc.text))))


def _go_on(paragraph: Paragraph, here: list[Continued], last: Continued | None) -> Continued | None:
    """Give the quotations that stand alone to who spoke last; give who speaks at the paragraph's end."""
    for begin, stop in paragraph.units:
        words = paragraph.doc[begin:stop]
        inside = sum(paragraph.quoted[t.i] for t in words)
        cues = [h for h in here if begin <= h.found.head < stop]
        if inside and inside >= len(words) - 1 and not cues:
            alone = (paragraph, (words.start_char, words.end_char))
            taken = any(h.holds(words.start_char, words.start_char + 1) for h in here)
            if last is not None and not taken and alone not in last.more:
                last.more.append(alone)
        elif inside:
            quoting = [h for h in cues if any(paragraph.quote_over(*piece) for piece in h.found.pieces)]
            last = quoting[-1] if quoting else None
        else:
            last = next((h for h in reversed(cues) if h.found.open), None)
    return last


def _take_in(paragraph: Paragraph, here: list[Continued]) -> None:
    """Give a quotation that nobody has to the cue before it in its sentence: '"We won," she said, smiling, "big"'."""
    for start, end in paragraph.quotes:
        if any(h.holds(start, end) for h in here) or len(paragraph.doc.text[start:end].split()) < _LEAST_WORDS:
            continue
        first = next((t for t in paragraph.doc if t.idx >= start), None)
        if first is None:
            continue
        begin, _ = paragraph.unit(first)
        before = [h for h in here if begin <= h.found.head < first.i]
        if before and before[-1].found.says:
            before[-1].more.append((paragraph, (start, end)))
