"""Reckon calendar dates from what a text tells: which year "May 9" is, which day "Wednesday" is."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from memcon.vocabulary.date_words import DateWordKind, date_pattern

Tense = Literal["past", "future"]

# A page goes out a little before or after what it tells of: across time zones it may tell of "tomorrow" in
# the past tense, and it may be put up days after a "will" was written. Dates so near need no other year.
_PAST_SLACK = 1
_FUTURE_SLACK = 7
_REACH_BEFORE = 90
_REACH_AFTER = 80
_SENTENCE_BREAK = re.compile(r"[.!?][\"”')]? +(?=[\"“(]?[A-Z])|\n")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    ``start`` and ``end`` are code points in the text; ``first`` and ``last`` ISO 8601 prefixes (day, month
    or year), the same for one day, month or year. ``first`` is None where the date cannot be resolved, or
    where only the end is told ("until May 9"); ``last`` also where the end is open ("since May 9"). ``rule``
    is ``stated`` for a complete date, else the name of the rule that resolved it.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What dates are reckoned from: the text (spaces and dashes plain), the document's date, a tense."""

    text: str
    anchor: date | None
    tense: Tense | None

    def direction(self, start: int, end: int) -> Tense | None:
        """Tell on which side of the document's date ``text[start:end]`` lies, by tense or words around."""
        return self.tense or _told_direction(self.text, start, end)


@cache
def _cues() -> re.Pattern[str]:
    future = date_pattern(DateWordKind.FUTURE)
    past = date_pattern(DateWordKind.PAST)
    between = "(?: (?:also|not|then|be|have|jointly|further|first))*"
    return re.compile(
        rf"\b(?:(?P<future>(?:will|shall|would|to be|[\w]+'ll){between}(?: [a-z]+)?|{future}"
        # what was agreed or planned is to come: "agreed to send experts to a meeting in February"
        r"|(?:agreed|decided|planned|plans?|invited|invites|expects?|hopes?|intends?|pledged|committed)"
        r"(?: [\w.'-]+){0,4}? to)"
        # what is talked of may be past or to come: "discussed the President's June trip"
        rf"|(?P<past>{past}|(?!(?:discuss|review|consider|rais|outlin|address|prepar)ed\b)[a-z]{{2,}}ed(?! by)))"
        r"(?![\w'-])"
    )


def _told_direction(text: str, start: int, end: int) -> Tense | None:
    low = max(0, start - _REACH_BEFORE)
    for stop in _SENTENCE_BREAK.finditer(text, low, start):
        low = stop.end()
    found: Tense | None = None
    for cue in _cues().finditer(text, low, start):
        found = "future" if cue["future"] else "past"
    if found:
        return found
    high = min(len(text), end + _REACH_AFTER)
    stop_after = _SENTENCE_BREAK.search(text, end, high)
    after = _cues().search(text, end, stop_after.start() if stop_after else high)
    if after:
        return "future" if after["future"] else "past"
    return None


def make_date(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def exists(month: int, day: int) -> bool:
    """Tell whether some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


def shift_days(day: date, days: int) -> date | None:
    """Give the day so many days on, or None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> tuple[int, int] | None:
    """Give year and month so many months on, or None beyond the calendar's ends."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return (year, month + 1) if 1 <= year <= 9999 else None


def iso_month(year: int, month: int) -> str:
    """Write a month as ``2022-09``."""
    return f"{year:04d}-{month:02d}"


def year_of_day(month: int, day: int, anchor: date, direction: Tense | None, weekday: int | None = None) -> date | None:
    """Give the day of that month nearest to the anchor, on the side that ``direction`` names.

    A ``weekday`` (1 Monday) told with the date decides first, where one of the years around has it.
    """
    # Up to eight years lie between two 29ths of February; a late reprint's weekday may be two years back.
    back, ahead = (8, 8) if (month, day) == (2, 29) else (2 if weekday else 1, 1)
    years = range(anchor.year - back, anchor.year + ahead + 1)
    days = [found for year in years if (found := make_date(year, month, day))]
    fitting = [found for found in days if found.isoweekday() == weekday]
    return _nearest(fitting or days, anchor, direction)


def _nearest(days: list[date], anchor: date, direction: Tense | None) -> date | None:
    def key(found: date) -> tuple[bool, int, bool]:
        ahead = (found - anchor).days
        wrong = (direction == "past" and ahead > _PAST_SLACK) or (direction == "future" and ahead < -_FUTURE_SLACK)
        return wrong, abs(ahead), ahead > 0

    return min(days, key=key, default=None)


def year_of_month(month: int, anchor: date, direction: Tense | None) -> int:
    """Give the year of the month nearest to the anchor: not after it if past, not before it if future."""
    here = anchor.year * 12 + anchor.month
    best = min(
        (year * 12 + month - here for year in range(anchor.year - 1, anchor.year + 2) if 1 <= year <= 9999),
        key=lambda ahead: (
            (direction == "past" and ahead > 0) or (direction == "future" and ahead < 0),
            abs(ahead),
            ahead > 0,
        ),
    )
    return (here + best - 1) // 12


def day_of_month(day: int, anchor: date, direction: Tense | None) -> date | None:
    """Give the day of this, the last or the next month ("on the 14th") nearest to the anchor."""
    months = [found for shift in (-1, 0, 1) if (found := shift_months(anchor, shift))]
    days = [made for year, number in months if (made := make_date(year, number, day))]
    return _nearest(days, anchor, direction)


def day_of_weekday(weekday: int, anchor: date, direction: Tense | None, *, strict: bool = False) -> date | None:
    """Give the next such day for the future, else the last one; the anchor's own counts unless ``strict``."""
    if direction == "future":
        ahead = (weekday - anchor.isoweekday()) % 7
        return shift_days(anchor, 7 if strict and not ahead else ahead)
    back = (anchor.isoweekday() - weekday) % 7
    return shift_days(anchor, -(7 if strict and not back else back))


def common_prefix(low: date, high: date) -> str | None:
    """Give the month, else the year, that two days have in common."""
    if low.year != high.year:
        return None
    return iso_month(low.year, low.month) if low.month == high.month else f"{low.year:04d}"
