"""Counts by year as bars, drawn on the server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDE, NARROW = 640, 380
"""The widths of a drawing over the whole page and of one in a side column, in units of its height."""
_HEIGHT = 150
_TOP, _BOTTOM = 26, 28
_WIDEST = 64
_LABEL = 60
"""The width that a year's label needs."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's bar in units of the drawing; ``label`` is empty where there is no room for one."""

    year: str
    number: int
    href: str
    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars with the size of the drawing and the line that they stand on."""

    bars: tuple[Bar, ...]
    width: int
    height: int = _HEIGHT
    ground: int = _HEIGHT - _BOTTOM


def timeline(counts: Sequence[tuple[str, int]], href: Callable[[str], str], width: int = WIDE) -> Timeline | None:
    """Draw the numbers of the years, in order, years without any between them too; None where there is no year.

    ``href`` gives the address that a year's bar leads to; ``width`` is that of the drawing.
    """
    known = {int(year): number for year, number in counts if year.isdigit()}
    if not known:
        return None
    years = range(min(known), max(known) + 1)
    step = width / len(years)
    highest, room = max(known.values()), _HEIGHT - _TOP - _BOTTOM
    every = -(-len(years) * _LABEL // width)
    bars = []
    for at, year in enumerate(years):
        number = known.get(year, 0)
        if not number:
            continue
        breadth, height = min(step * 0.8, _WIDEST), max(3.0, room * number / highest)
        x, y = at * step + (step - breadth) / 2, _HEIGHT - _BOTTOM - height
        label = str(year) if at % every == 0 else ""
        x, y, breadth, height = (round(v, 1) for v in (x, y, breadth, height))
        bars.append(Bar(str(year), number, href(str(year)), x, y, breadth, height, label))
    return Timeline(tuple(bars), width)
