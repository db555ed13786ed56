"""Group the accounts of a neighbourhood into occasions.

What a human said is one is together from the start, whatever the evidence. Pairs are then joined from the heaviest
evidence down; a join is refused where it would put together two accounts of one document (which tells them apart), two
that a human told apart, or two with decisive evidence against one another.
Accounts with days come first; one that gives only a month, a year or no date joins an occasion afterwards, and only
where no other fits nearly as well. Ties are broken by the accounts' keys, so the order of reading does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from memcon.linking.constraints import Constraints, pair
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
    seeds = _together(tellings, constraints)
    rules = _Rules(links, weigh, constraints, seeds)
    dated = [seed for seed in seeds if any(t.window.exact for t in seed)]
    groups = _agglomerate(dated, rules)
    rest: list[Cluster] = []
    for seed in (seed for seed in seeds if not any(t.window.exact for t in seed)):
        home = _home(seed, groups, rules)
        if home is None:
            rest.append(seed)
        else:
            groups[home] = tuple(sorted((*groups[home], *seed), key=_key))
    return sorted(groups + _agglomerate(rest, rules), key=lambda group: group[0].key)


def _key(telling: Telling) -> AccountKey:
    return telling.key


class _Rules:
    """Whether groups may be joined, and how strongly they should be."""

    def __init__(self, links: Links, weigh: Weigh, constraints: Constraints, seeds: Sequence[Cluster]) -> None:
        self.links = links
        self.weigh = weigh
        self.constraints = constraints
        self.seed_of = {t.key: seed for seed in seeds for t in seed}

    def allowed(self, a: Cluster, b: Cluster) -> bool:
        """Whether nothing keeps two groups apart.

        What fits one of those that a human joined fits them all, and so does what else fits any of them.
        """
        if any(self._told_apart(x, y) for x in a for y in b):
            return False
        ours, theirs = self._seeds(a), self._seeds(b)
        joined = [seed for seed in (*ours, *theirs) if len(seed) > 1]
        return all(self._fit(s, t, joined) for s in ours for t in theirs)

    def _told_apart(self, x: Telling, y: Telling) -> bool:
        return pair(x.key, y.key) in self.constraints.apart or told_apart(x, y)

    def _seeds(self, group: Cluster) -> list[Cluster]:
        return _distinct(self.seed_of[t.key] for t in group)

    def _fit(self, a: Cluster, b: Cluster, joined: Sequence[Cluster] = ()) -> bool:
        if any(self.weigh(x, y).worst > VETO for x in a for y in b):
            return True
        return any(self._fit(a, seed) and self._fit(seed, b) for seed in joined)

    def strength(self, group: Cluster, other: Cluster) -> float:
        found = [links[t.key] for s in group if (links := self.links.get(s.key)) for t in other if t.key in links]
        return max(found, default=THRESHOLD)


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


def _home(undated: Cluster, groups: list[Cluster], rules: _Rules) -> int | None:
    """Give the number of the one group that an account without a day clearly belongs to.

    A group that it is kept apart from counts as a rival: what fits that best fits no other clearly.
    """
    fits = sorted(((rules.strength(undated, group), -n) for n, group in enumerate(groups)), reverse=True)
    if not fits or fits[0][0] <= THRESHOLD or (len(fits) > 1 and fits[0][0] - fits[1][0] < CLEAR):
        return None
    home = -fits[0][1]
    return home if rules.allowed(undated, groups[home]) else None


def _together(tellings: Sequence[Telling], constraints: Constraints) -> list[Cluster]:
    """Give each account by itself, but together what a human said is one, unless that would join what is apart."""
    members: dict[AccountKey, Cluster] = {t.key: (t,) for t in sorted(tellings, key=_key)}
    for wanted in sorted(constraints.together, key=sorted):
        if len(wanted) != 2 or not wanted <= members.keys():
            continue
        one, other = (members[key] for key in sorted(wanted))
        if one is not other and not constraints.part(one, other):
            merged = tuple(sorted((*one, *other), key=_key))
            members.update((t.key, merged) for t in merged)
    return _distinct(members.values())


def _distinct(groups: Iterable[Cluster]) -> list[Cluster]:
    return list({group[0].key: group for group in groups}.values())
