"""The value that the finders of attributions share."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]

OUTERMOST = -1
"""The rank of a cue that has a whole sentence or quotation, as in '"We won," she said'."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in one paragraph (code points of the paragraph's view).

    ``head`` is the number of the cue's main token; ``rank`` tells which of two wins where each stands inside what the
    other ascribes (the lower). ``open`` is set where what is said is still to come in the next paragraph, ``says``
    where the cue is a verb that can stand by a quotation. ``rule`` is one of

    after         what follows a verb by the parse        passive      the subject of a passive, with its complement
    before        '"X," she said'                         raised       "She seems to agree"
    as            "As she said, X"                        noun         a noun: "her claim that X"
    quote-after   a quotation near a verb                 noun-alone   a noun of nobody: "fears of X"
    clause-after  a clause near a verb                    adjective    "She is sure that X"
    colon         'She said:', before a paragraph         according    "according to her, X"
    label         'Smith: X', '"X" — Smith'               in-view      "in her eyes, X"
    """

    head: int
    cue: Range
    source: Range | None
    pieces: tuple[Range, ...]
    rank: int
    rule: str
    open: bool = False
    says: bool = False
