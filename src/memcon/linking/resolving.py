"""What happened, of one neighbourhood of accounts: occasions, parts, derived days, preferred values."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from memcon.linking.clustering import Cluster, Links, Weigh, cluster
from memcon.linking.constraints import Constraints
from memcon.linking.deriving import NOTHING, Derived, dated_by_main, dated_by_stay, derived_days
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.parts import may_be_part
from memcon.linking.reconciling import reconcile
from memcon.linking.tellings import Telling
from memcon.linking.visits import Days, days_of, is_visit, merged_visits, parts_of, within
from memcon.linking.windows import FULL_DAY


def resolve(neighbourhood: Sequence[Telling], links: Links, weigh: Weigh, constraints: Constraints) -> list[Engagement]:
    """Make the engagements of a neighbourhood; a pure function of its accounts and the decisions on them."""
    clusters = merged_visits(cluster(neighbourhood, links, weigh, constraints), constraints)
    names = {c[0].key: identity(c) for c in clusters}
    days = {c[0].key: when for c in clusters if is_visit(c) and (when := days_of(c, parts_of(c, clusters)))}
    wholes = _wholes(clusters, days, constraints)
    derived: dict[AccountKey, Derived] = {}
    for each in clusters:
        whole = wholes.get(each[0].key)
        found = derived_days(each, days.get(each[0].key), whole, days.get(whole[0].key) if whole else None)
        derived[each[0].key] = dated_by_stay(each, clusters) if found is NOTHING and whole is None else found
    main_days = _days_of_subjects(clusters, derived)
    made: list[Engagement] = []
    for each in clusters:
        whole = wholes.get(each[0].key)
        found = derived[each[0].key]
        found = dated_by_main(each, main_days) if found is NOTHING else found
        made.append(reconcile(names[each[0].key], each, names[whole[0].key] if whole else None, found))
    return made


def _days_of_subjects(clusters: Sequence[Cluster], derived: Mapping[AccountKey, Derived]) -> dict[str, str]:
    """Give the day of their subject for documents that have no day themselves."""
    found: dict[str, str] = {}
    for each in clusters:
        start = derived[each[0].key].start or next((t.account.start for t in each if t.window.exact), None)
        if start is not None and len(start.value) == FULL_DAY:
            found.update((t.key.document, start.value) for t in each if t.account.main and t.told_on is None)
    return found


def identity(accounts: Sequence[Telling]) -> str:
    """A short id that stays the same as long as the first of its accounts does."""
    return name_of(min(t.key for t in accounts))


def name_of(first: AccountKey) -> str:
    """The id of an engagement whose first account this is."""
    return "E-" + hashlib.sha256(f"{first.document}/{first.account}".encode()).hexdigest()[:8]


def _wholes(
    clusters: Sequence[Cluster], days: Mapping[AccountKey, Days], constraints: Constraints
) -> dict[AccountKey, Cluster]:
    """Give the occasion that each is a part of, by the first account of the part; what people said comes first."""
    by_hand, found = _without_circles(_wholes_by_hand(clusters, constraints)), dict[AccountKey, Cluster]()
    for part in clusters:
        if part[0].key in by_hand or any(t.key in constraints.whole for t in part):
            continue
        votes: Counter[int] = Counter()
        for n, whole in enumerate(clusters):
            if whole is not part and _at_the_time(part, days.get(whole[0].key)):
                votes[n] = sum(
                    may_be_part(p, w) * (2 if p.key.document == w.key.document else 1) for p in part for w in whole
                )
        best = [n for n, count in votes.items() if count and count == max(votes.values())]
        undated = not any(t.window.exact for t in part)
        if best and (len(best) == 1 or not undated):
            found[part[0].key] = clusters[best[0]]
    return _without_circles(found, by_hand)


def _wholes_by_hand(clusters: Sequence[Cluster], constraints: Constraints) -> dict[AccountKey, Cluster]:
    of = {t.key: c for c in clusters for t in c} if constraints.within else {}
    pairs = ((of[p], of[w]) for p, w in sorted(constraints.within) if p in of and w in of)
    return {part[0].key: whole for part, whole in pairs if part is not whole}


def _at_the_time(part: Cluster, days: Days | None) -> bool:
    exact = [t for t in part if t.window.exact]
    return days is None or not exact or any(within(t.window, days) for t in exact)


def _without_circles(
    wholes: Mapping[AccountKey, Cluster], sure: Mapping[AccountKey, Cluster] | None = None
) -> dict[AccountKey, Cluster]:
    """Drop what would make an occasion a part of itself; what is ``sure`` stays."""
    kept: dict[AccountKey, Cluster] = dict(sure or {})
    for part in sorted(wholes):
        above = wholes[part][0].key
        while above in kept:
            above = kept[above][0].key
        if above != part:
            kept[part] = wholes[part]
    return kept
