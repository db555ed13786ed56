"""Tenures along the years: for each holder what rosters tell and what documents saw, drawn on the server."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.exporting.offices import Holder
from memcon.vocabulary.roster import first_day, last_day

WIDTH = 420
_ROW = 22
_LEAST = 3.0
_EVERY = (1, 2, 5, 10, 20, 50)
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time as a place in the drawing; ``open_end`` where the source does not tell its end."""

    x: float
    width: float
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """One holder's stretches: in office by rosters, and seen in office by documents."""

    roster: tuple[Stretch, ...]
    seen: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Tracks:
    """A track for each holder, in the order given, and the years that are marked with their places."""

    tracks: tuple[Track, ...]
    ticks: tuple[tuple[str, float], ...]
    width: int = WIDTH
    height: int = _ROW


def tracks(holders: Sequence[Holder]) -> Tracks | None:
    """Draw the tenures of some holders on one scale of years; None where no date is known."""
    dates = [d for h in holders for d in (h.since, h.until) if d[:4] not in ("0000", "9999")]
    if not dates:
        return None
    first, last = int(min(d[:4] for d in dates)), int(max(d[:4] for d in dates)) + 1
    scale = WIDTH / (last - first)

    def at(iso: str) -> float:
        day = date.fromisoformat(iso)
        return (day.year - first + (day.timetuple().tm_yday - 1) / 366) * scale

    def stretch(start: str | None, end: str | None) -> Stretch:
        x = at(first_day(start)) if start else 0.0 if end is None else max(0.0, at(first_day(end)) - _LEAST)
        to = at(last_day(end)) if end else min(WIDTH, x + 8 * scale if start else x + _LEAST)
        return Stretch(round(x, 1), round(max(_LEAST, to - x), 1), end is None)

    drawn = tuple(
        Track(
            tuple(stretch(e.start, e.end) for e in h.entries if e.start or e.end),
            tuple(stretch(t.first, t.last) for t in h.tenures),
        )
        for h in holders
    )
    every = next((n for n in _EVERY if (last - first) / n <= _TICKS), _EVERY[-1])
    years = range(math.ceil(first / every) * every, last, every)
    return Tracks(drawn, tuple((str(year), round((year - first) * scale, 1)) for year in years))
