"""Find which points of several accounts are one: one assignment, the likeliest pair first.

Where one side takes up an item of another's point alone, the item is what is matched, and the rest of the point stands
by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from memcon.comparing.sides.content import Content
from memcon.comparing.sides.likeness import Likeness, Scale

THRESHOLD = -1.0
"""The log of the odds from which two points are taken for one (measured in docs/quality.md)."""

_ITEM_COST = 0.5  # by how much an item must fit better than the whole point that it stands in


@dataclass(frozen=True, slots=True)
class Candidate:
    """A point of the account in column ``side``, by its index; or one of its items, by the item's index."""

    content: Content
    side: int
    point: int
    item: int | None = None

    @property
    def key(self) -> tuple[int, int, int]:
        """What tells it from all others: column, point, item (-1 for the whole point)."""
        return self.side, self.point, -1 if self.item is None else self.item


@dataclass(frozen=True, slots=True)
class Link:
    """Two candidates taken for one point."""

    a: Candidate
    b: Candidate
    likeness: Likeness


@dataclass(slots=True)
class Group:
    """Candidates taken for one point, at most one of each account, and the links that put them together."""

    members: dict[int, Candidate] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def match(columns: Sequence[Sequence[Candidate]], scale: Scale, threshold: float = THRESHOLD) -> list[Group]:
    """Group the candidates of several accounts, each point or item in one group at most.

    The likeliest pair is taken first, and what it holds is then taken: an item takes its whole with it and leaves its
    sisters, a whole all its items. Only groups of two and more are given, in the order of their first member.
    """
    groups: dict[tuple[int, int, int], Group] = {}
    for link in _weighed(columns, scale, threshold):
        mine = groups.get(link.a.key) or Group({link.a.side: link.a})
        other = groups.get(link.b.key) or Group({link.b.side: link.b})
        if mine is other or mine.members.keys() & other.members.keys():
            continue
        if not all(_free(c, groups) for c in (link.a, link.b)):
            continue
        joined = Group({**mine.members, **other.members}, [*mine.links, *other.links, link])
        for member in joined.members.values():
            groups[member.key] = joined
    distinct = {id(g): g for g in groups.values()}
    return sorted(distinct.values(), key=lambda g: min(m.key for m in g.members.values()))


def _free(candidate: Candidate, groups: dict[tuple[int, int, int], Group]) -> bool:
    """Whether no other stretch over the same words is taken."""
    if candidate.key in groups:
        return True
    side, point = candidate.side, candidate.point
    if candidate.item is None:
        return not any(key[:2] == (side, point) for key in groups)
    return (side, point, -1) not in groups


def _weighed(columns: Sequence[Sequence[Candidate]], scale: Scale, threshold: float) -> list[Link]:
    """All pairs above the threshold, the likeliest first; an item gives way to a whole that fits as well."""
    ranked = sorted(_pairs(columns, scale, threshold), key=lambda pair: (-pair[0], pair[1].a.key, pair[1].b.key))
    return [link for _, link in ranked]


def _pairs(columns: Sequence[Sequence[Candidate]], scale: Scale, threshold: float) -> Iterator[tuple[float, Link]]:
    vectors = [scale.vectors([c.content for c in column]) for column in columns]
    for first, second in combinations(range(len(columns)), 2):
        u, v = vectors[first], vectors[second]
        near = u @ v.T if u is not None and v is not None else None
        for i, a in enumerate(columns[first]):
            for j, b in enumerate(columns[second]):
                meaning = round(float(near[i, j]), 4) if near is not None else 0.0
                likeness = scale.compare(a.content, b.content, meaning)
                if likeness.odds >= threshold:
                    cost = _ITEM_COST * ((a.item is not None) + (b.item is not None))
                    yield round(likeness.odds - cost, 6), Link(a, b, likeness)
