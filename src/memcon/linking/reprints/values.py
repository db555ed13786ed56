"""The values of reprinting: which text is whose copy, how, and why it is thought so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from memcon.model import Span

OF_SOURCE = "date.of-source"
"""The rule of a date that an account has from the account which it was reprinted from."""


class Manner(StrEnum):
    """How a copy has the text of its source."""

    WHOLE = "whole"  # the text as it was; lines around it may differ
    EXCERPT = "excerpt"  # a part of it
    EDITED = "edited"  # most of it, with words changed
    MERGED = "merged"  # beside the text of another source on the same page
    SAME_PAGE = "same page"  # the page of the same address, retrieved again
    NAMED = "named"  # the copy names the source; their words were not or could not be compared


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the copy and the stretch of the source that it has the words of, but for short edits."""

    copy: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Reprint:
    """One document has its text from another.

    ``copy`` and ``source`` are documents' ids; where the source is not in the record, ``source`` is None and ``named``
    is what the copy calls it (an address or a name), which may be told of one in the record as well.
    ``share_of_copy`` and ``share_of_source`` are the shares of their words that are copied, ``exact`` the share of
    the passages' words that are the same in both, all 0 to 1. ``reasons`` tell in words why this is the copy and that
    the source; ``sure`` how sure the direction is, 0.5 to 0.99. ``chain`` leads from the nearest source to the first:
    ids, or the name of one outside the record.
    """

    copy: str
    source: str | None
    manner: Manner
    named: str | None = None
    share_of_copy: float = 0.0
    share_of_source: float = 0.0
    exact: float = 0.0
    passages: tuple[Passage, ...] = ()
    reasons: tuple[str, ...] = ()
    sure: float = 0.99
    chain: tuple[str, ...] = ()
