"""Replay decisions over accounts: which hold, what linking must join and keep apart, and what wants a second look.

A pure function of the decisions and of the readings that they rest on. Decisions are replayed in the order of their
times. One on joining that contradicts an earlier one that holds is set aside whole, so that what is handed to linking
never contradicts itself; a correction of what was corrected before takes its place. What was undone does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from memcon.decisions.anchoring import Placed, place
from memcon.decisions.values import JOINING, Decision, Verb
from memcon.linking.constraints import NONE, Constraints, Pair, pair
from memcon.linking.engagements import AccountKey
from memcon.model import Reading

Side = tuple[AccountKey, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of a decision.

    ``decision`` has the accounts of its last confirmation; ``placed`` tells where they are now, side by side;
    ``undone`` names the undo in force; ``against`` the earlier decisions that it contradicts and is set aside for;
    ``later`` the decision that says since of what its accounts are a part.
    """

    decision: Decision
    placed: tuple[tuple[Placed, ...], ...] = ()
    undone: str | None = None
    against: tuple[str, ...] = ()
    confirmed: str | None = None
    later: str | None = None

    @property
    def looks(self) -> tuple[str, ...]:
        """Why a human should look at it again, as far as its accounts tell."""
        if self.undone is not None or self.later is not None:
            return ()
        gone = tuple(p.look for side in self.placed for p in side if p.look)
        keys = [p.key for side in self.placed for p in side if p.key]
        same = ("two of the accounts it tells apart are one now",) if len(set(keys)) < len(keys) else ()
        contrary = (f"contradicts {', '.join(self.against)}, which is earlier; undo either",) if self.against else ()
        return contrary + gone + same

    @property
    def sides(self) -> tuple[Side, ...]:
        """The accounts that it holds for: found, and telling what they told."""
        if self.undone is not None or self.against or self.later is not None:
            return ()
        return tuple(tuple(p.key for p in side if p.key is not None and p.look is None) for side in self.placed)

    @property
    def keys(self) -> frozenset[AccountKey]:
        """All accounts that were found, whatever they tell."""
        return frozenset(p.key for side in self.placed for p in side if p.key is not None)


@dataclass(frozen=True)
class Replay:
    """Decisions replayed, in their order: what becomes of each, and what linking is asked for."""

    outcomes: tuple[Outcome, ...] = ()
    constraints: Constraints = NONE
    _of: dict[AccountKey, list[Outcome]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, accounts: Iterable[AccountKey]) -> list[Outcome]:
        """Give what became of the decisions that rest on any of these accounts, in their order."""
        found = {o.decision.id: o for key in accounts for o in self._of.get(key, ())}
        return sorted(found.values(), key=lambda o: o.decision.order)

    def and_also(self, constraints: Constraints) -> Replay:
        """Give the same with further constraints."""
        return replace(self, constraints=self.constraints.and_also(constraints))


NOTHING_DECIDED = Replay()


def replay(decisions: Iterable[Decision], readings: Mapping[str, Reading]) -> Replay:
    """Replay decisions, given in any order; ``readings`` has those of the documents that they rest on, by their ids."""
    ordered = sorted({d.id: d for d in decisions}.values(), key=lambda d: d.order)
    undone = _undone(ordered)
    confirmed = {d.of: d for d in ordered if d.verb is Verb.ACCEPT and d.of and d.id not in undone}
    bound = _Bound()
    outcomes: list[Outcome] = []
    for decision in ordered:
        latest = confirmed.get(decision.id)
        if latest is not None:
            decision = replace(decision, sides=latest.sides, saw=latest.saw or decision.saw)
        placed = tuple(
            tuple(place(decision, anchor, readings.get(anchor.document)) for anchor in side) for side in decision.sides
        )
        found = Outcome(decision, placed, undone.get(decision.id), confirmed=latest.id if latest else None)
        if decision.verb in JOINING and found.undone is None:
            found = replace(found, against=bound.take(found))
        outcomes.append(found)
    parts = _Parts(outcomes)
    outcomes = [replace(o, later=parts.later(o)) for o in outcomes]
    by_account: dict[AccountKey, list[Outcome]] = defaultdict(list)
    for found in outcomes:
        for key in found.keys:
            by_account[key].append(found)
    return Replay(tuple(outcomes), bound.constraints().and_also(parts.constraints()), dict(by_account))


def documents_of(decisions: Iterable[Decision]) -> set[str]:
    """Give the ids of the documents that decisions rest on."""
    return {anchor.document for decision in decisions for anchor in decision.anchors}


def related(decisions: Iterable[Decision], documents: Iterable[str], ids: Iterable[str] = ()) -> list[Decision]:
    """Give the decisions that rest on some documents or have some ids, and all that have to do with these.

    Decisions have to do with one another where they rest on a document in common, or one undoes or confirms the other;
    only such can change what becomes of one another.
    """
    near: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        for node in _nodes(decision):
            near[node].append(decision)
    rest = [*documents, *ids]
    seen, found = set(rest), {}
    while rest:
        for decision in near.get(rest.pop(), ()):
            if decision.id not in found:
                found[decision.id] = decision
                fresh = _nodes(decision) - seen
                seen |= fresh
                rest += fresh
    return list(found.values())


def _nodes(decision: Decision) -> set[str]:
    """What a decision can have in common with others: its documents, its own id and that of the one it is about."""
    return {a.document for a in decision.anchors} | {decision.id} | ({decision.of} if decision.of else set())


def _undone(ordered: list[Decision]) -> dict[str, str]:
    """What is undone, with the undo in force; the last word counts, since an undo can be undone."""
    found: dict[str, str] = {}
    for decision in reversed(ordered):
        if decision.verb is Verb.UNDO and decision.of is not None and decision.id not in found:
            found.setdefault(decision.of, decision.id)
    return found


class _Parts:
    """Of what each account is a part, by the latest decision on that."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._latest: dict[AccountKey, Outcome] = {}
        for outcome in outcomes:
            if outcome.decision.verb is Verb.PART_OF and outcome.undone is None:
                self._latest |= dict.fromkeys(_placed(outcome), outcome)

    def later(self, outcome: Outcome) -> str | None:
        """The decision that took the place of one on all of its accounts."""
        if outcome.decision.verb is not Verb.PART_OF or outcome.undone is not None:
            return None
        since = [self._latest[key].decision for key in _placed(outcome)]
        if not since or outcome.decision.id in {d.id for d in since}:
            return None
        return max(since, key=lambda d: d.order).id

    def constraints(self) -> Constraints:
        """What linking is asked for."""
        within: set[tuple[AccountKey, AccountKey]] = set()
        whole: set[AccountKey] = set()
        for key, outcome in self._latest.items():
            if key not in outcome.sides[0]:
                continue
            if len(outcome.sides) == 1:
                whole.add(key)
            elif outcome.sides[1]:
                within.add((key, min(outcome.sides[1])))
        return Constraints(within=frozenset(within), whole=frozenset(whole))


def _placed(outcome: Outcome) -> list[AccountKey]:
    """The accounts of the part, as they are found now."""
    return [p.key for p in outcome.placed[0] if p.key is not None]


class _Bound:
    """What has been joined and parted so far, never both."""

    def __init__(self) -> None:
        self._joined: dict[Pair, str] = {}
        self._parted: dict[Pair, str] = {}
        self._parted_from: dict[AccountKey, set[Pair]] = defaultdict(set)
        self._group: dict[AccountKey, frozenset[AccountKey]] = {}

    def take(self, outcome: Outcome) -> tuple[str, ...]:
        """Add what a decision asks for; where that contradicts earlier ones, give these and add nothing."""
        name, together = outcome.decision.id, set(_together(outcome))
        apart = dict.fromkeys(_apart(outcome), name)
        groups = self._joining(together)

        def one(wanted: Pair) -> bool:
            return len({groups.get(k) or self._group.get(k) or frozenset({k}) for k in wanted}) == 1

        known = {wanted for key in groups for wanted in self._parted_from.get(key, ())}
        broken = {wanted for wanted in known | apart.keys() if one(wanted)}
        if broken:
            return self._against(broken, groups, apart.keys())
        self._group |= groups
        self._joined |= dict.fromkeys(together, name)
        for wanted in apart.keys() - self._parted.keys():
            self._parted[wanted] = name
            for key in wanted:
                self._parted_from[key].add(wanted)
        return ()

    def constraints(self) -> Constraints:
        """What linking is asked for."""
        return Constraints(frozenset(self._joined), frozenset(self._parted))

    def _joining(self, together: Iterable[Pair]) -> dict[AccountKey, frozenset[AccountKey]]:
        """The groups that there would be, of the accounts whose groups would grow."""
        groups: dict[AccountKey, frozenset[AccountKey]] = {}
        for wanted in together:
            each = [groups.get(k) or self._group.get(k) or frozenset({k}) for k in wanted]
            both = frozenset().union(*each)
            groups.update(dict.fromkeys(both, both))
        return groups

    def _against(
        self, broken: set[Pair], groups: Mapping[AccountKey, frozenset[AccountKey]], apart: Iterable[Pair]
    ) -> tuple[str, ...]:
        """The decisions that parted what would be joined, or joined what would be parted."""
        parted = {self._parted[wanted] for wanted in broken if wanted in self._parted}
        torn: set[AccountKey] = set()
        for wanted in broken & set(apart):
            torn |= next((g for k in wanted if (g := groups.get(k) or self._group.get(k))), frozenset())
        joined = {name for wanted, name in self._joined.items() if wanted <= torn}
        return tuple(sorted(parted | joined))


def _together(outcome: Outcome) -> Iterator[Pair]:
    """What a merge joins: all; what a split joins: those that it takes out."""
    sides = outcome.sides
    if not sides or outcome.decision.verb is Verb.APART:
        return
    keys = sorted({k for side in sides for k in side} if outcome.decision.verb is Verb.MERGE else set(sides[0]))
    yield from (pair(keys[0], other) for other in keys[1:])


def _apart(outcome: Outcome) -> Iterator[Pair]:
    """What a decision parts: each account of the one side from each of the other."""
    if outcome.decision.verb is Verb.MERGE or len(outcome.sides) != 2:
        return
    yield from (pair(a, b) for a, b in product(*outcome.sides) if a != b)
