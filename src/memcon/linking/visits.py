"""The days of a visit: what its accounts give, and what was done in the country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.linking.clustering import Cluster
from memcon.linking.constraints import NONE, Constraints
from memcon.linking.evidence import same_named, told_apart, travel_together, travellers
from memcon.linking.parts import may_be_part, reach_of
from memcon.linking.tellings import Telling
from memcon.linking.windows import Window, first_day
from memcon.model import EngagementKind, Status


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of an occasion as ordinals, with the accounts that give each."""

    first: int
    last: int
    first_from: Telling
    last_from: Telling

    def window_gap(self, other: Days) -> int:
        """Give the days between two occasions, 0 where they touch."""
        return max(0, self.first - other.last, other.first - self.last)


def is_visit(cluster: Cluster) -> bool:
    """Tell whether the accounts tell of a visit."""
    return all(t.kind is EngagementKind.VISIT for t in cluster)


def parts_of(visit: Cluster, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Give the occasions that may be parts of a visit."""
    return [c for c in clusters if not is_visit(c) and any(may_be_part(p, w) for p in c for w in visit)]


def days_of(visit: Cluster, parts: Sequence[Cluster]) -> Days | None:
    """Give the first and last day of a visit; None where neither its accounts nor its parts have a day.

    The days of one leg of a journey are those of what was done in the country; the journey's own days only where
    nothing is told of that. Otherwise what its accounts give, with the days on which its parts went on.
    """
    alive = [t for t in visit if t.account.status.value is not Status.CANCELLED] or list(visit)
    told = [t for t in alive if t.window.exact]
    stays = [t for t in told if not t.leg]
    reaches = [reach for t in alive if (reach := reach_of(t)) is not None]
    there = [t for cluster in parts for t in cluster if t.window.exact and _tells_of_stay(t, visit)]
    there = [t for t in there if any(t.window.gap(reach) == 0 for reach in reaches)]
    if stays:
        return _extended(_span(stays), there)
    if there:
        return _extended(_span([_surest(there, alive)]), there)
    return _span(told) if told else None


def _surest(there: Sequence[Telling], visit: Sequence[Telling]) -> Telling:
    """What was done in the country on the day that most accounts tell of, for a leg of a journey.

    Other visits without days are most likely those nearest to the day of a document that tells of them.
    """
    days = [first_day(t.told_on) for t in visit if t.told_on]
    leg = any(t.leg for t in visit)

    def rank(t: Telling) -> tuple[object, ...]:
        near = min((abs(t.window.first - day) for day in days), default=0)
        same = sum(other.window.gap(t.window) == 0 for other in there)
        return (-same, near, t.window.first, t.key) if leg else (near, t.window.first, t.key)

    return min(there, key=rank)


def _tells_of_stay(part: Telling, visit: Sequence[Telling]) -> bool:
    """Whether an account places the visitor in the country: what is held there, and another's plan."""
    status = part.account.status.value
    if status is Status.PLANNED:
        return part.key.document not in {t.key.document for t in visit}
    return status is Status.HELD


def _span(tellings: Sequence[Telling]) -> Days:
    first = min(tellings, key=lambda t: (t.window.first, t.key))
    last = min(tellings, key=lambda t: (-t.window.last, t.key))
    return Days(first.window.first, last.window.last, first, last)


def _extended(days: Days, there: Sequence[Telling]) -> Days:
    """Add the days of what was done in the country as long as they follow on one another."""
    for t in sorted(there, key=lambda t: (t.window.first, t.key)):
        if days.last < t.window.last and t.window.first <= days.last + 1:
            days = Days(days.first, t.window.last, days.first_from, t)
    for t in sorted(there, key=lambda t: (-t.window.last, t.key)):
        if t.window.first < days.first and t.window.last >= days.first - 1:
            days = Days(t.window.first, days.last, t, days.last_from)
    return days


def merged_visits(clusters: Sequence[Cluster], constraints: Constraints = NONE) -> list[Cluster]:
    """Put together the visits of one traveller to one country whose days, parts included, follow on one another.

    What ``constraints`` hold apart stays apart.
    """
    groups = list(clusters)
    while (found := _mergeable(groups, constraints)) is not None:
        a, b = found
        groups = [g for g in groups if g is not a and g is not b]
        groups.append(tuple(sorted((*a, *b), key=lambda t: t.key)))
        groups.sort(key=lambda group: group[0].key)
    return groups


def _mergeable(groups: Sequence[Cluster], constraints: Constraints) -> tuple[Cluster, Cluster] | None:
    visits = [(g, days) for g in groups if is_visit(g) and (days := days_of(g, parts_of(g, groups))) is not None]
    for n, (a, one) in enumerate(visits):
        for b, other in visits[n + 1 :]:
            fits = _one_party(a, b) or (one.window_gap(other) <= 1 and _same_journey(a, b))
            if fits and not constraints.part(a, b):
                return a, b
    return None


def _one_party(a: Cluster, b: Cluster) -> bool:
    """Whether a document sends officials to the country together, and none tells the two apart otherwise."""
    pairs = [(x, y) for x in a for y in b]
    together = [pair for pair in pairs if travel_together(*pair)]
    return bool(together) and not any(told_apart(*pair) for pair in pairs if pair not in together)


def _same_journey(a: Cluster, b: Cluster) -> bool:
    if any(told_apart(x, y) for x in a for y in b):
        return False
    if {t.country for t in a} != {t.country for t in b} or a[0].country is None:
        return False
    return any(same_named(p, q) for x in a for y in b for p in travellers(x) for q in travellers(y) if p.name)


def within(window: Window, days: Days) -> bool:
    """Tell whether an exact window lies within the days."""
    return days.first <= window.first and window.last <= days.last
