"""What one copy of a text has where another has a gap."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.linking.reprints.alignment import align
from memcon.linking.reprints.direction import LOST
from memcon.linking.reprints.texts import Text
from memcon.model import Document, Gap, Layout, Span

_LONGEST = 40
_LEAST_AROUND = 4
_MOST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class GapReading:
    """Words of one copy that stand where the other has a gap: a reading of the other text, not a part of it."""

    gap: Gap
    words: Span


def read_gaps(document: Document, layout: Layout, other: Document, other_layout: Layout) -> tuple[GapReading, ...]:
    """Give, for each gap such as "(inaudible)" in ``document``, the words that ``other``, a copy of it, has there.

    Only where both have the same words before and after, and ``other`` has no gap of its own there.
    """
    gaps = [gap for gap in layout.gaps if gap.kind in LOST]
    if not gaps:
        return ()
    mine, theirs = Text(document, layout).words, Text(other, other_layout).words
    lost = [gap.span for gap in other_layout.gaps if gap.kind in LOST]
    found: list[GapReading] = []
    for before, edit, after in align(mine, theirs).joints(_LONGEST):
        if min(before.size, after.size) < _LEAST_AROUND or edit.b[0] == edit.b[1]:
            continue
        start, end = theirs.starts[edit.b[0]], theirs.ends[edit.b[1] - 1]
        if any(span.start < end and start < span.end for span in lost):
            continue
        low, high = mine.ends[edit.a[0] - 1], mine.starts[edit.a[1]]
        inside = [gap for gap in gaps if low <= gap.span.start and gap.span.end <= high]
        beside = edit.a[1] - edit.a[0] - sum(len(gap.span.text.split()) for gap in inside)
        if len(inside) == 1 and beside <= _MOST_BESIDE:
            found.append(GapReading(inside[0], other.span(start, end)))
    return tuple(found)
