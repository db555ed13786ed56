"""Small multiples: counts by year of many things, a little drawing each, all on one scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from memcon.web.timeline import Bar

WIDTH, HEIGHT = 220, 70
"""The size of a drawing, in its own units."""
_TOP, _BOTTOM = 14, 16
_LABEL = 30
"""The width that a year's label needs."""
_GAP = 0.24


@dataclass(frozen=True, slots=True)
class Small:
    """One of the drawings: its name, where that leads, its total, and its bars, without labels; years without any
    have none."""

    name: str
    href: str
    total: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Multiples:
    """The drawings, and the years of all with where their middles stand: each, or the first and the last."""

    smalls: tuple[Small, ...]
    years: tuple[tuple[str, float], ...]
    width: int = WIDTH
    height: int = HEIGHT
    ground: int = HEIGHT - _BOTTOM


def multiples(
    counts: Sequence[tuple[str, str, int, Mapping[str, int]]], href: Callable[[int, str], str]
) -> Multiples | None:
    """Draw counts by year: name, address and total of each with its numbers; None where there is no year at all.

    ``href`` gives the address that the bar of a year leads to, by the number of its drawing (from 0) and the year. The
    highest bar of all is as high as a drawing, so that drawings can be held against one another.
    """
    years = sorted({year for *_, by_year in counts for year, number in by_year.items() if number})
    if not years:
        return None
    span = range(int(years[0]), int(years[-1]) + 1)
    most = max(number for *_, by_year in counts for number in by_year.values())
    step = min(WIDTH / len(span), 44)
    smalls = []
    for at, (name, leads, total, by_year) in enumerate(counts):
        bars = tuple(
            _bar(str(year), by_year[str(year)], href(at, str(year)), place, step, most)
            for place, year in enumerate(span)
            if by_year.get(str(year))
        )
        smalls.append(Small(name, leads, total, bars))
    shown = [(str(year), round((place + 0.5) * step, 1)) for place, year in enumerate(span)]
    shown = shown if step >= _LABEL or len(shown) < 3 else [shown[0], shown[-1]]
    return Multiples(tuple(smalls), tuple((year, min(max(x, 12), WIDTH - 12)) for year, x in shown))


def _bar(year: str, number: int, href: str, place: int, step: float, most: int) -> Bar:
    height = max(2.0, (HEIGHT - _TOP - _BOTTOM) * number / most)
    x, width = place * step + step * _GAP / 2, step * (1 - _GAP)
    count = str(number) if width >= 7 * len(str(number)) else ""
    x, y, width, height = (round(v, 1) for v in (x, HEIGHT - _BOTTOM - height, width, height))
    return Bar(year, number, href, x, y, width, height, "", count)
