"""What the commands over time share: how a report is written."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from memcon.comparing.material import Material, parties_of


class Form(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


def nothing_of(material: Material, parties: Sequence[str], words: str) -> str:
    """Say that nothing was found: ``words``, or that the record has no engagement of the parties to look at."""
    if any(frozenset(parties) <= parties_of(e) for e in material.engagements):
        return words
    of = f" of {' and '.join(parties)}" if parties else ""
    return f"the record has no engagement{of}; see 'memcon list'"
