"""How sure a value is: how often values found in the same way were right in hand-coded documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.table import data_file, read_table

_WEIGHT = 8
"""How many values the wider class counts for beside the narrower one's own (see :class:`Confidences`)."""
_MOST, _LEAST = 0.99, 0.01


class Told(StrEnum):
    """Where a value stands: in what a document reports as its subject, in what it mentions, or about the document."""

    SUBJECT = "subject"
    MENTION = "mention"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Measured:
    """How many values of a ``field``, found by a ``rule``, hand-coded documents hold, and how many are ``right``."""

    field: str
    told: Told
    rule: str
    values: int
    right: int


class Confidences:
    """Shares of right values, from the narrowest class that was measured.

    The classes are a rule in a field so told, a field so told, and a field. The share of a class with ``n`` values,
    ``r`` of them right, inside a wider class of share ``q`` is ``(r + 8 q) / (n + 8)``: few values move it little
    (additive smoothing towards the wider class). It is kept within 0.01 and 0.99.
    """

    def __init__(self, measured: tuple[Measured, ...]) -> None:
        self._right: dict[tuple[str, ...], int] = {}
        self._values: dict[tuple[str, ...], int] = {}
        for row in measured:
            for key in ((), (row.field,), (row.field, row.told.value), (row.field, row.told.value, row.rule)):
                self._values[key] = self._values.get(key, 0) + row.values
                self._right[key] = self._right.get(key, 0) + row.right

    def of(self, field: str, told: Told, rule: str) -> float:
        """Give the share, 0.01 to 0.99, of right ones among values of ``field``, so told, that ``rule`` found."""
        share = 1.0
        key: tuple[str, ...] = ()
        for part in ("", field, told.value, rule):
            key = (*key, part) if part else key
            values, right = self._values.get(key, 0), self._right.get(key, 0)
            share = (right + _WEIGHT * share) / (values + _WEIGHT)
        return round(min(_MOST, max(_LEAST, share)), 2)


@cache
def confidences() -> Confidences:
    """Give the confidences that ship with memcon; ``scripts/confidence`` measures them."""
    return Confidences(read_table(data_file("confidence.tsv"), Measured))
