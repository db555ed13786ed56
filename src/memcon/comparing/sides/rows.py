"""The matrix: every point of every account once, matched points on one line."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.comparing.sides.content import Common, content_of
from memcon.comparing.sides.contradictions import contradictions_of
from memcon.comparing.sides.embeddings import Encoder
from memcon.comparing.sides.likeness import Scale
from memcon.comparing.sides.matching import Candidate, Group, match
from memcon.comparing.sides.values import Match, Point, Row
from memcon.model import Document, Span

_Key = tuple[int, int]  # column and canonical offset of a point


def rows_of(
    documents: Sequence[Document],
    columns: Sequence[Sequence[Point]],
    commons: Sequence[Common],
    encoder: Encoder | None,
) -> tuple[Row, ...]:
    """Lay the points of several accounts side by side, in the order of the first account.

    A point of a later account that no earlier one has stands after the point that it follows in its own.
    """
    wholes = [
        [Candidate(content_of(p.span, p.speakers, p.act, common), side, n) for n, p in enumerate(points)]
        for side, (points, common) in enumerate(zip(columns, commons, strict=True))
    ]
    items = [
        [
            Candidate(content_of(span, p.speakers, p.act, common), side, n, k)
            for n, p in enumerate(points)
            for k, span in enumerate(p.items)
        ]
        for side, (points, common) in enumerate(zip(columns, commons, strict=True))
    ]
    scale = Scale([c.content for column in wholes for c in column], encoder)
    groups = match([[*whole, *item] for whole, item in zip(wholes, items, strict=True)], scale)
    return _ordered(documents, columns, groups)


def _ordered(
    documents: Sequence[Document], columns: Sequence[Sequence[Point]], groups: Sequence[Group]
) -> tuple[Row, ...]:
    held: dict[tuple[int, int, int], Group] = {m.key: g for g in groups for m in g.members.values()}
    made: dict[int, Row] = {}
    placed: list[Row] = []
    for side, points in enumerate(columns):
        after = 0
        for n, point in enumerate(points):
            for part, group in _parts(documents[side], side, n, point, held):
                if group is None:
                    row = Row(tuple(part if k == side else None for k in range(len(columns))))
                elif id(group) in made:
                    after = placed.index(made[id(group)]) + 1
                    continue
                else:
                    row = made[id(group)] = _row(columns, group)
                placed.insert(after, row)
                after += 1
    return tuple(placed)


def _parts(
    document: Document, side: int, n: int, point: Point, held: dict[tuple[int, int, int], Group]
) -> list[tuple[Point, Group | None]]:
    """A point whole, or, where an item of it is matched alone, its items, with what is left of it between them."""
    whole = held.get((side, n, -1))
    taken = {k: held[side, n, k] for k in range(len(point.items)) if (side, n, k) in held}
    if whole is not None or not taken:
        return [(point, whole)]
    parts: list[tuple[Point, Group | None]] = []
    left: list[Span] = []
    for k, span in enumerate(point.items):
        if k not in taken:
            left.append(span)
            continue
        if left:
            parts.append((_part(document, point, left), None))
        parts.append((_part(document, point, [span]), taken[k]))
        left = []
    if left:
        parts.append((_part(document, point, left), None))
    return parts


def _part(document: Document, point: Point, spans: Sequence[Span]) -> Point:
    """What ``spans``, which follow one another, make of a point, with their part of its share."""
    span = document.span(spans[0].start, spans[-1].end)
    share = point.share * len(span.text) / len(point.span.text)
    return Point(span, point.order, share, point.speakers, point.act)


def _point(columns: Sequence[Sequence[Point]], member: Candidate) -> Point:
    point = columns[member.side][member.point]
    if member.item is None:
        return point
    span = point.items[member.item]
    return Point(span, point.order, point.share * len(span.text) / len(point.span.text), point.speakers, point.act)


def _row(columns: Sequence[Sequence[Point]], group: Group) -> Row:
    points = {side: _point(columns, member) for side, member in group.members.items()}
    matches = tuple(
        Match(
            (link.a.side, link.b.side),
            points[link.a.side],
            points[link.b.side],
            round(link.likeness.probability, 3),
            link.likeness.reasons,
            contradictions_of(link.a.content, link.b.content),
        )
        for link in sorted(group.links, key=lambda x: (x.a.side, x.b.side))
    )
    return Row(tuple(points.get(side) for side in range(len(columns))), matches)
