"""Where engagements took place as a world map, drawn on the server."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from memcon.vocabulary.shapes import HEIGHT, WIDTH, Shape, shapes
from memcon.vocabulary.states import state_name

SHADES = 5
_REACH = 25
"""Half the width of a dot's target, in units of the drawing: 24 pixels and more where it is 1,000 wide."""
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Area:
    """A country with engagements: its shade from 1 to :data:`SHADES`, its outline, and its dot.

    ``path`` is None where the country is too small to be drawn; ``reach`` is how far from its point it can be hit, None
    where its outline is enough.
    """

    code: str
    name: str
    number: int
    href: str
    shade: int
    path: str | None
    x: int
    y: int
    reach: float | None


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The countries with engagements, the rest of the land, and the numbers that each shade stands for."""

    areas: tuple[Area, ...]
    land: str
    shades: tuple[tuple[int, int, int], ...]
    width: int = WIDTH
    height: int = HEIGHT


def world_map(counts: Sequence[tuple[str, int]], href: Callable[[str], str]) -> WorldMap | None:
    """Draw the numbers of countries (codes); None where none of them can be placed.

    ``href`` gives the address that a country leads to. Shades are steps of equal ratio, so that a few countries with
    very many engagements do not make all others alike. No two dots reach into one another.
    """
    known = {shape.code: shape for shape in shapes() if shape.code}
    told = [(known[code], number) for code, number in counts if code in known and number > 0]
    if not told:
        return None
    limits = _limits(max(number for _, number in told))
    dotted = [shape for shape, _ in told if shape.dot]
    areas = [_area(shape, number, href, limits, dotted) for shape, number in told]
    drawn = {area.code for area in areas}
    land = "".join(shape.path or "" for shape in shapes() if shape.code not in drawn)
    areas.sort(key=lambda area: (area.reach is not None, area.path is None, -(area.reach or 0), area.code))
    return WorldMap(tuple(areas), land, tuple((shade, low, high) for shade, (low, high) in limits.items()))


def _limits(most: int) -> dict[int, tuple[int, int]]:
    """The numbers of each shade, from and to; the darkest is that of the largest, few numbers make few shades."""
    tops = sorted({max(1, round(most ** (at / SHADES))) for at in range(1, SHADES + 1)})
    first = SHADES - len(tops) + 1
    return {shade: (low + 1, top) for shade, (low, top) in enumerate(zip([0, *tops], tops, strict=False), first)}


def _area(
    shape: Shape, number: int, href: Callable[[str], str], limits: dict[int, tuple[int, int]], dotted: list[Shape]
) -> Area:
    code = shape.code or ""
    shade = next(shade for shade, (_, top) in limits.items() if number <= top)
    reach = _reach(shape, dotted) if shape.dot else None
    return Area(code, state_name(code) or code, number, href(code), shade, shape.path, shape.x, shape.y, reach)


def _reach(shape: Shape, dotted: list[Shape]) -> float:
    """How far from its dot a country can be hit: to the middle between it and the next dot at most."""
    near = (math.hypot(shape.x - o.x, shape.y - o.y) / 2 for o in dotted if o is not shape)
    return round(max(_LEAST, min((_REACH, *near))), 1)
