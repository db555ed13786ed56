"""What was agreed or pledged according to each account, and what the others make of it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.comparing.sides.values import Commitment, Point, Row, Side, callings
from memcon.model import PROMISES, Act


def commitments_of(sides: Sequence[Side], rows: Sequence[Row]) -> tuple[Commitment, ...]:
    """List the commitments of all accounts, column by column in the order of their texts."""
    found = [
        Commitment(side, point, point.speakers, _standing(side, sides, row))
        for row in rows
        for side, point in enumerate(row.points)
        if point is not None and point.act in PROMISES
    ]
    return tuple(sorted(found, key=lambda c: (c.side, c.point.span.start)))


def _standing(side: int, sides: Sequence[Side], row: Row) -> str:
    """What the other accounts make of it: that one is silent is no denial."""
    others = [(n, p) for n, p in enumerate(row.points) if n != side]
    told = [_told(n, sides, p) for n, p in others if p is not None]
    if row.contradictions:
        told = [c.why for c in row.contradictions]
    if not told:
        return f"in {callings(sides)[side]}’s account only"
    return "; ".join(told)


def _told(n: int, sides: Sequence[Side], point: Point) -> str:
    name = callings(sides)[n]
    if point.act in PROMISES:
        return f"{name} has it as {'agreed' if point.act is Act.AGREE else 'pledged'} too"
    said = f"as a point of {point.act.value}" if point.act else "without saying that it was agreed"
    return f"{name} has the point {said}"
