"""Counts by year as bars, drawn on the server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDE, NARROW = 640, 380
"""The widths of a drawing over the whole page and of one in a side column, in units of its height."""
_HEIGHT = 150
_TOP, _BOTTOM = 26, 28
_WIDEST = 64
_LABEL = 60
"""The width that a year's label needs."""
_DIGIT = 9
"""The width of a digit of a number."""
_LONGEST_GAP = 4
"""More empty years than these in a row are left out, where so the rest has more room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's bar in units of the drawing; ``label`` and ``count`` are empty where there is no room for them."""

    year: str
    number: int
    href: str
    x: float
    y: float
    width: float
    height: float
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars with the size of the drawing, the line that they stand on, and where on it years are left out."""

    bars: tuple[Bar, ...]
    breaks: tuple[float, ...]
    width: int
    height: int = _HEIGHT
    ground: int = _HEIGHT - _BOTTOM


def timeline(counts: Sequence[tuple[str, int]], href: Callable[[str], str], width: int = WIDE) -> Timeline | None:
    """Draw the numbers of the years, in order, years without any between them too; None where there is no year.

    ``href`` gives the address that a year's bar leads to; ``width`` is that of the drawing. Long runs of empty years
    are left out, each marked by a break of the line.
    """
    known = {int(year): number for year, number in counts if year.isdigit() and number}
    if not known:
        return None
    slots = _slots(sorted(known))
    step = width / len(slots)
    highest, room = max(known.values()), _HEIGHT - _TOP - _BOTTOM
    bars: list[Bar] = []
    labelled = -float(width)
    for at, year in enumerate(slots):
        if year is None or not (number := known.get(year, 0)):
            continue
        breadth, height = min(step * 0.8, _WIDEST), max(3.0, room * number / highest)
        x, y = at * step + (step - breadth) / 2, _HEIGHT - _BOTTOM - height
        label = str(year) if x + breadth / 2 - labelled >= _LABEL else ""
        labelled = x + breadth / 2 if label else labelled
        count = str(number) if _has_room(number, at, slots, known, step) else ""
        x, y, breadth, height = (round(v, 1) for v in (x, y, breadth, height))
        bars.append(Bar(str(year), number, href(str(year)), x, y, breadth, height, label, count))
    breaks = tuple(round((at + 0.5) * step, 1) for at, year in enumerate(slots) if year is None)
    return Timeline(tuple(bars), breaks, width)


def _slots(years: Sequence[int]) -> list[int | None]:
    """The years from the first to the last, with None in the place of a long run of empty ones."""
    slots: list[int | None] = [years[0]]
    for before, year in pairwise(years):
        empty = range(before + 1, year)
        slots += [None] if len(empty) > _LONGEST_GAP else list(empty)
        slots.append(year)
    return slots


def _has_room(number: int, at: int, slots: Sequence[int | None], known: dict[int, int], step: float) -> bool:
    """Whether a bar's number stands clear of the bars beside it, or above them."""
    if _DIGIT * len(str(number)) <= step:
        return True
    near = [slots[n] for n in (at - 1, at + 1) if 0 <= n < len(slots)]
    return all(number > known.get(year, 0) for year in near if year is not None)
