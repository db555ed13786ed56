"""What joins accounts: the levels of evidence with their weights, and words that number an occasion."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.vocabulary.table import data_file, read_numbered, read_table

LEVELS_FILE = "link_levels.tsv"


@dataclass(frozen=True, slots=True)
class LinkLevel:
    """One outcome of one comparison of two accounts; see ``data/link_levels.tsv``.

    ``m`` is the share of pairs of accounts of one occasion that have this outcome, ``u`` the share of compared pairs
    of different occasions that do.
    """

    comparison: str
    level: str
    m: float
    u: float
    words: str

    @property
    def bits(self) -> float:
        """The weight of the outcome: how much it moves the odds, in powers of two (Fellegi and Sunter 1969)."""
        return math.log2(self.m / self.u)


@cache
def link_levels() -> dict[tuple[str, str], LinkLevel]:
    """Give all levels by comparison and level; raises VocabularyError where a share is not between 0 and 1."""
    path = data_file(LEVELS_FILE)
    found: dict[tuple[str, str], LinkLevel] = {}
    for number, row in read_numbered(path, LinkLevel):
        if not (0 < row.m < 1 and 0 < row.u < 1):
            raise VocabularyError(f"{path}:{number}: m and u must lie between 0 and 1")
        if (row.comparison, row.level) in found:
            raise VocabularyError(f"{path}:{number}: {row.comparison} {row.level} stands twice")
        found[row.comparison, row.level] = row
    return found


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A word of titles that tells no occasion from another; see ``data/title_words.tsv``."""

    word: str


@cache
def title_words() -> frozenset[str]:
    """Give the words of titles that tell no occasion from another."""
    return frozenset(row.word for row in read_table(data_file("title_words.tsv"), TitleWord))


class Side(StrEnum):
    """On which side of a verb or noun something stands."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class RepetitionWords:
    """Words that number an occasion; see ``data/repetition_words.tsv``."""

    words: str
    where: Side
    number: int


@cache
def _repetitions() -> tuple[tuple[re.Pattern[str], Side, int], ...]:
    found = []
    rows = read_table(data_file("repetition_words.tsv"), RepetitionWords)
    for row in sorted(rows, key=lambda row: -len(row.words)):
        near = r"(?:\W+\w+){0,3}\W*$" if row.where is Side.BEFORE else ""
        lead = "" if row.where is Side.BEFORE else r"^(?:\W+\w+){0,4}?\W+"
        found.append((re.compile(rf"{lead}\b{re.escape(row.words)}\b{near}", re.IGNORECASE), row.where, row.number))
    return tuple(found)


def repetition_in(text: str, start: int, end: int) -> int | None:
    """Give the number that the words beside ``text[start:end]``, within its sentence, give an occasion, if any."""
    before = re.split(r"[.;!?\n]", text[:start])[-1]
    after = re.split(r"[.;!?\n]", text[end:])[0]
    for pattern, where, number in _repetitions():
        if pattern.search(before if where is Side.BEFORE else after):
            return number
    return None
