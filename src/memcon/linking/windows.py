"""When an occasion can have been: whole days, with how exactly they are known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from memcon.model import Account, Status

FULL_DAY = len("2022-05-09")
"""Characters of an ISO date that tells the day."""
_LOOKING_BACK = 366
"""Days before its document in which an occasion without a date is looked for: longer ago, people say when."""


class Exactness(IntEnum):
    """How exactly a window is known, the least exactly first."""

    UNKNOWN = 0  # no date, and no document's own date to count from
    BOUNDED = 1  # no date; before or after its document
    YEAR = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day that an occasion can have lain on, as proleptic ordinals (``date.toordinal``).

    With :attr:`Exactness.DAY` they are its own first and last day.
    """

    first: int
    last: int
    exactness: Exactness

    @property
    def exact(self) -> bool:
        """Whether both days are told."""
        return self.exactness is Exactness.DAY

    def gap(self, other: Window) -> int:
        """Give the days between two windows: 0 where they touch in a day, 1 for neighbours, and so on."""
        return max(0, self.first - other.last, other.first - self.last)

    def holds(self, other: Window) -> bool:
        """Tell whether ``other`` lies within this window."""
        return self.first <= other.first and other.last <= self.last


ALWAYS = Window(date.min.toordinal(), date.max.toordinal(), Exactness.UNKNOWN)
"""Nothing is known of the day."""


def first_day(iso: str) -> int:
    """Give the ordinal of the first day of an ISO date, month or year."""
    year, *rest = (int(part) for part in iso.split("-"))
    return date(year, rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1).toordinal()


def last_day(iso: str) -> int:
    """Give the ordinal of the last day of an ISO date, month or year."""
    year, *rest = (int(part) for part in iso.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]).toordinal()


def iso_day(ordinal: int) -> str:
    """Give a day as ISO date."""
    return date.fromordinal(ordinal).isoformat()


def window_of(account: Account, told_on: str | None, not_after: str | None) -> Window:
    """Give the window of an account.

    ``told_on`` is its document's own day, by which an occasion without a date is bounded: one that was held lies in
    the year before, one to come in the year after. ``not_after`` is a day on which the document was there already,
    such as a reprint's date.
    """
    start, end = account.start, account.end
    if start is not None:
        first = first_day(start.value)
        last = last_day(end.value) if end is not None and end.value >= start.value else last_day(start.value)
        exactness = {FULL_DAY: Exactness.DAY, len("2022-05"): Exactness.MONTH}.get(len(start.value), Exactness.YEAR)
        return Window(first, max(first, last), exactness)
    if end is not None:
        last = last_day(end.value)
        return Window(last - _LOOKING_BACK, last, Exactness.BOUNDED)
    if told_on is not None:
        day = first_day(told_on)
        if account.status.value is Status.PLANNED:
            return Window(day, day + _LOOKING_BACK, Exactness.BOUNDED)
        return Window(day - _LOOKING_BACK, day, Exactness.BOUNDED)
    if not_after is not None:
        return Window(ALWAYS.first, last_day(not_after), Exactness.UNKNOWN)
    return ALWAYS
