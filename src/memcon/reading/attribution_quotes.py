"""Quotations that go on: after their speaker, over the paragraph's end, and after a colon."""

from __future__ import annotations

from memcon.reading.attribution_paragraphs import Paragraph, Range
from memcon.reading.attribution_types import Found

Piece = tuple[Paragraph, Range]
_LEAST_WORDS = 3

Held = tuple[tuple[Paragraph, Found], list[Piece]]


def continued(paragraphs: list[Paragraph], found: list[list[Found]]) -> list[Held]:
    """Give each attribution with the quotations after it that go on with its content."""
    held: list[Held] = []
    last: Held | None = None
    for paragraph, items in zip(paragraphs, found, strict=True):
        here = [((paragraph, item), []) for item in items]
        last = _go_on(paragraph, here, last)
        held.extend(here)
    return held


def _go_on(paragraph: Paragraph, here: list[Held], last: Held | None) -> Held | None:
    """Give the quotations that stand alone to who spoke last; give who speaks at the paragraph's end."""
    waiting = last
    if waiting is not None and waiting[0][1].open and not waiting[1]:
        end = len(paragraph.doc.text)
        if not here or paragraph.quotes and paragraph.quotes[0][0] == 0:
            first = paragraph.quotes[0] if paragraph.quotes and paragraph.quotes[0][0] == 0 else (0, end)
            waiting[1].append((paragraph, first))
    _take_in(paragraph, here)
    for begin, stop in paragraph.units:
        words = [t for t in paragraph.doc[begin:stop] if not t.is_space]
        inside = [t for t in words if paragraph.quoted[t.i]]
        cues = [h for h in here if begin <= h[0][1].head < stop]
        if inside and len(inside) >= len(words) - 1 and not cues:
            start, end = words[0].idx, words[-1].idx + len(words[-1].text)
            taken = any(s <= start < e for h in here for s, e in h[0][1].pieces)
            if waiting is not None and not taken:
                waiting[1].append((paragraph, (start, end)))
        elif inside:
            said = [h for h in cues if any(paragraph.quote_over(s, e) for s, e in h[0][1].pieces)]
            waiting = said[-1] if said else None
        else:
            waiting = next((h for h in reversed(cues) if h[0][1].open), None)
    return waiting


def _take_in(paragraph: Paragraph, here: list[Held]) -> None:
    """Give a quotation that nobody has to the cue before it in its sentence: '"We won," she said, smiling, "at last"'."""
    for start, end in paragraph.quotes:
        claimed = any(s < end and start < e for h in here for s, e in h[0][1].pieces)
        if claimed or len(paragraph.doc.text[start:end].split()) < _LEAST_WORDS:
            continue
        unit = next((u for u in paragraph.units if paragraph.doc[u[0]].idx <= start <= paragraph.doc[u[1] - 1].idx), None)
        before = [h for h in here if unit and h[0][1].head >= unit[0] and paragraph.doc[h[0][1].head].idx < start]
        if before and before[-1][0][1].says:
            before[-1][1].append((paragraph, (start, end)))
