"""Group the accounts of a neighbourhood into occasions.

Pairs are joined from the heaviest evidence down; a join is refused where it would put together two accounts of one
document (which tells them apart), two that a human told apart, or two with decisive evidence against one another.
Accounts with days come first; one that gives only a month, a year or no date joins an occasion afterwards, and only
where no other fits nearly as well. Ties are broken by the accounts' keys, so the order of reading does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from memcon.linking.constraints import Constraints, Pair, pair
from memcon.linking.engagements import AccountKey
from memcon.linking.evidence import Weighed, told_apart
from memcon.linking.tellings import Telling

THRESHOLD = 0.0
"""Bits of evidence above which two accounts are of one occasion: even odds."""

VETO = -4.5
"""An outcome that weighs this much or less keeps two accounts apart whatever else joins their occasions."""

CLEAR = 3.0
"""Bits by which the best occasion for an account without a day must be ahead of the second best."""

Weigh = Callable[[Telling, Telling], Weighed]
Links = Mapping[AccountKey, Mapping[AccountKey, float]]
Cluster = tuple[Telling, ...]


def cluster(tellings: Sequence[Telling], links: Links, weigh: Weigh, constraints: Constraints) -> list[Cluster]:
    """Group ``tellings`` into occasions, each in the order of keys.

    ``links`` has the bits of all pairs of them above :data:`THRESHOLD`, both ways; ``weigh`` is asked for what speaks
    against other pairs whose occasions are about to be joined.
    """
    rules = _Rules(links, weigh, constraints)
    dated = [t for t in tellings if t.window.exact]
    groups = _agglomerate([(t,) for t in sorted(dated, key=_key)], rules)
    rest: list[Cluster] = []
    for telling in sorted((t for t in tellings if not t.window.exact), key=_key):
        home = _home(telling, groups, rules)
        if home is None:
            rest.append((telling,))
        else:
            groups[home] = tuple(sorted((*groups[home], telling), key=_key))
    return sorted(_together(groups + _agglomerate(rest, rules), rules), key=lambda group: group[0].key)


def _key(telling: Telling) -> AccountKey:
    return telling.key


class _Rules:
    """Whether groups may be joined, and how strongly they should be."""

    def __init__(self, links: Links, weigh: Weigh, constraints: Constraints) -> None:
        self.links = links
        self.weigh = weigh
        self.constraints = constraints

    def allowed(self, a: Cluster, b: Cluster) -> bool:
        return not any(self._forbidden(x, y) for x in a for y in b)

    def _forbidden(self, x: Telling, y: Telling) -> bool:
        both = pair(x.key, y.key)
        if both in self.constraints.apart:
            return True
        if both in self.constraints.together:
            return False
        return told_apart(x, y) or self.weigh(x, y).worst <= VETO

    def strength(self, telling: Telling, group: Cluster) -> float:
        links = self.links.get(telling.key, {})
        return max((links[t.key] for t in group if t.key in links), default=THRESHOLD)


def _agglomerate(groups: list[Cluster], rules: _Rules) -> list[Cluster]:
    """Join the pairs in the order of their strength."""
    members = {t.key: group for group in groups for t in group}
    pairs = ((-bits, a, b) for a in members for b, bits in rules.links.get(a, {}).items() if a < b and b in members)
    for _, a, b in sorted(pairs):
        one, other = members[a], members[b]
        if one is not other and rules.allowed(one, other):
            merged = tuple(sorted((*one, *other), key=_key))
            members.update((t.key, merged) for t in merged)
    return _distinct(members.values())


def _home(telling: Telling, groups: list[Cluster], rules: _Rules) -> int | None:
    """Give the number of the one group that an account without a day clearly belongs to.

    A group that it is kept apart from counts as a rival: what fits that best fits no other clearly.
    """
    fits = sorted(((rules.strength(telling, group), -n) for n, group in enumerate(groups)), reverse=True)
    if not fits or fits[0][0] <= THRESHOLD or (len(fits) > 1 and fits[0][0] - fits[1][0] < CLEAR):
        return None
    home = -fits[0][1]
    return home if rules.allowed((telling,), groups[home]) else None


def _together(groups: list[Cluster], rules: _Rules) -> list[Cluster]:
    """Put together what a human said is one, unless another decision keeps it apart."""
    members = {t.key: group for group in groups for t in group}
    for wanted in sorted(rules.constraints.together, key=sorted):
        if len(wanted) != 2 or not wanted <= members.keys():
            continue
        one, other = (members[key] for key in sorted(wanted))
        if one is not other and not _apart(one, other, rules.constraints.apart):
            merged = tuple(sorted((*one, *other), key=_key))
            members.update((t.key, merged) for t in merged)
    return _distinct(members.values())


def _apart(a: Cluster, b: Cluster, apart: frozenset[Pair]) -> bool:
    return any(pair(x.key, y.key) in apart for x in a for y in b)


def _distinct(groups: Iterable[Cluster]) -> list[Cluster]:
    return list({group[0].key: group for group in groups}.values())
