"""The words that dates are told with: months, weekdays, "yesterday", and what stands around dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from memcon.errors import VocabularyError
from memcon.vocabulary.table import data_file, read_numbered


class DateWordKind(StrEnum):
    """What a form of ``data/date_words.tsv`` is; the file's head explains each."""

    MONTH = "month"
    MONTH_OR_NAME = "month-or-name"
    SHORT_MONTH = "short-month"
    WEEKDAY = "weekday"
    SHORT_WEEKDAY = "short-weekday"
    NUMBER = "number"
    SOME = "some"
    DAY = "day"
    WEEK = "week"
    MONTH_SHIFT = "month-shift"
    YEAR = "year"
    SEASON = "season"
    SAME_DAY = "same-day"
    WITHIN_DAY = "within-day"
    NO_DATE = "no-date"
    YEAR_LEAD = "year-lead"
    MONTH_LEAD = "month-lead"
    OPENS = "opens"
    CLOSES = "closes"
    DEADLINE = "deadline"
    PAST = "past"
    FUTURE = "future"


_WITHOUT_VALUE = frozenset(
    {
        DateWordKind.NO_DATE,
        DateWordKind.YEAR_LEAD,
        DateWordKind.MONTH_LEAD,
        DateWordKind.OPENS,
        DateWordKind.CLOSES,
        DateWordKind.DEADLINE,
        DateWordKind.PAST,
        DateWordKind.FUTURE,
    }
)
_SPANS = frozenset({DateWordKind.SOME, DateWordKind.SEASON})
_BOUNDS = {
    DateWordKind.MONTH: (1, 12),
    DateWordKind.MONTH_OR_NAME: (1, 12),
    DateWordKind.SHORT_MONTH: (1, 12),
    DateWordKind.WEEKDAY: (1, 7),
    DateWordKind.SHORT_WEEKDAY: (1, 7),
    DateWordKind.NUMBER: (1, 99),
}


@dataclass(frozen=True, slots=True)
class DateWord:
    """A form with what it stands for; see ``data/date_words.tsv``."""

    form: str
    kind: DateWordKind
    value: str | None

    def numbers(self) -> tuple[int, int]:
        """Give the value as a pair: its two ends, or the same number twice; (0, 0) if it has none."""
        if self.value is None:
            return 0, 0
        low, _, high = self.value.partition("-") if self.kind in _SPANS else (self.value, "", self.value)
        return int(low), int(high)


def read_date_words(path: Path) -> tuple[DateWord, ...]:
    """Read the file at ``path``; raises VocabularyError, with the line, for a value its kind cannot have."""
    words: list[DateWord] = []
    for number, word in read_numbered(path, DateWord):
        pattern = "" if word.kind in _WITHOUT_VALUE else r"\d{1,2}-\d{1,2}" if word.kind in _SPANS else r"-?\d{1,2}"
        if not re.fullmatch(pattern, word.value or ""):
            raise VocabularyError(f"{path}:{number}: {word.kind} cannot have the value {word.value!r}")
        low, high = _BOUNDS.get(word.kind, (-99, 99))
        if not low <= word.numbers()[0] <= high and word.value is not None:
            raise VocabularyError(f"{path}:{number}: {word.value} is not between {low} and {high}")
        words.append(word)
    return tuple(words)


@cache
def date_words(*kinds: DateWordKind) -> dict[str, DateWord]:
    """Give the words of the kinds named, by case-folded form, the longest form first."""
    words = [word for word in read_date_words(data_file("date_words.tsv")) if word.kind in kinds]
    return {word.form.casefold(): word for word in sorted(words, key=lambda w: (-len(w.form), w.form))}


@cache
def date_pattern(*kinds: DateWordKind) -> str:
    """Give a regular expression, as text, for any form of the kinds named, the longest first."""
    return "(?:" + "|".join(re.escape(word.form) for word in date_words(*kinds).values()) + ")"
