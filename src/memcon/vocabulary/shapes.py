"""The shapes of states for a world map (``data/world_shapes.tsv``, built by ``scripts/worldmap``).

Natural Earth's boundaries, which show who holds a territory in fact, in the Equal Earth projection.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.vocabulary.table import data_file, read_table

WIDTH, HEIGHT = 2000, 868
"""The size of the map in units of its drawing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A state's outline (an SVG path, None at a scale too small for it) and a point in its largest part.

    ``code`` is None for areas that have none; ``dot`` tells that the outline alone is too small to be hit.
    """

    code: str | None
    x: int
    y: int
    dot: bool
    path: str | None


@cache
def shapes() -> tuple[Shape, ...]:
    """Give all shapes, by code."""
    return read_table(data_file("world_shapes.tsv"), Shape)
