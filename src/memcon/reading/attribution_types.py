"""The value that the finders of attributions share."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in one paragraph (code points of the paragraph's view).

    ``head`` is the number of the cue's main token; ``rank`` tells which of two wins where each stands inside what the
    other ascribes (the lower); ``open`` is set where what is said is still to come in the next paragraph, ``says`` where
    the cue is a verb that can stand by a quotation.
    """

    head: int
    cue: Range
    source: Range | None
    pieces: tuple[Range, ...]
    rank: int
    rule: str
    open: bool = False
    says: bool = False
