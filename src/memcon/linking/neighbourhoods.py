"""Which accounts can have to do with one another: those joined by a chain of links.

A link is a pair of accounts that the evidence joins, or a visit and what may be a part of it. All that linking makes of
an account is a function of its neighbourhood, so that after a change only the neighbourhoods it touches are made anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.linking.blocking import Key, keys_of
from memcon.linking.clustering import THRESHOLD
from memcon.linking.constraints import NONE, Constraints
from memcon.linking.engagements import AccountKey
from memcon.linking.evidence import told_apart, travel_together, weigh
from memcon.linking.parts import may_be_part, may_date, one_stay
from memcon.linking.tellings import Telling
from memcon.model import EngagementKind

NEARLY = -3.0
"""Bits above which accounts that are not joined were nearly: odds of 8 to 1 against it."""


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """Two accounts, the smaller key first, that were compared, and the evidence in bits, above :data:`NEARLY`."""

    one: AccountKey
    other: AccountKey
    bits: float


def _related(a: Telling, b: Telling) -> bool:
    together = a.kind is b.kind is EngagementKind.VISIT and travel_together(a, b)
    return together or may_be_part(a, b) or may_date(a, b) or one_stay(a, b)


class Neighbourhoods:
    """Accounts with the links between them; accounts come and go, and the links are those that there would be
    had they all come at once.
    """

    def __init__(self, constraints: Constraints = NONE) -> None:
        self.constraints = constraints
        self.tellings: dict[AccountKey, Telling] = {}
        self.bits: dict[AccountKey, dict[AccountKey, float]] = defaultdict(dict)
        self.compared = 0
        self.nearly: dict[AccountKey, dict[AccountKey, float]] = defaultdict(dict)
        self._near: dict[AccountKey, set[AccountKey]] = defaultdict(set)
        self._documents: dict[str, set[AccountKey]] = defaultdict(set)
        self._blocks: dict[Key, set[AccountKey]] = defaultdict(set)
        self._together: dict[AccountKey, set[AccountKey]] = defaultdict(set)
        for wanted in constraints.linked:
            for key in wanted:
                self._together[key] |= wanted - {key}

    def add(self, tellings: Iterable[Telling]) -> None:
        """Add accounts; each is compared with those that share a block with it."""
        for telling in tellings:
            mates: set[AccountKey] = set()
            for block in keys_of(telling):
                mates |= self._blocks[block]
                self._blocks[block].add(telling.key)
            mates |= self._documents[telling.key.document] | self._together[telling.key]
            self._documents[telling.key.document].add(telling.key)
            self.tellings[telling.key] = telling
            for key in mates - {telling.key}:
                if key in self.tellings:
                    self._link(telling, self.tellings[key])

    def remove(self, document: str) -> None:
        """Take out the accounts of a document."""
        for key in self._documents.pop(document, set()):
            telling = self.tellings.pop(key)
            for block in keys_of(telling):
                self._blocks[block].discard(key)
            for other in self._near.pop(key, set()):
                self._near[other].discard(key)
                self.bits[other].pop(key, None)
            self.bits.pop(key, None)

    def of_document(self, document: str) -> set[AccountKey]:
        """Give the keys of a document's accounts."""
        return set(self._documents.get(document, ()))

    def of(self, keys: Iterable[AccountKey]) -> Iterator[list[Telling]]:
        """Give the neighbourhoods that hold any of ``keys``, each once, its accounts in the order of their keys."""
        seen: set[AccountKey] = set()
        for start in keys:
            if start in seen or start not in self.tellings:
                continue
            found, rest = {start}, [start]
            while rest:
                for key in self._near[rest.pop()] - found:
                    found.add(key)
                    rest.append(key)
            seen |= found
            yield [self.tellings[key] for key in sorted(found)]

    def near_pairs(self, documents: Iterable[str] | None = None) -> Iterator[Near]:
        """Give the pairs with evidence above :data:`NEARLY`, joined or not; only those with an account of
        ``documents`` where these are given. Those of documents taken out are left.
        """
        wanted = None if documents is None else set(documents)
        for one, others in self.nearly.items():
            for other, bits in others.items():
                if wanted is None or one.document in wanted or other.document in wanted:
                    yield Near(one, other, bits)

    def _link(self, a: Telling, b: Telling) -> None:
        near = b.key in self._together[a.key]
        near = near or any(_related(x, y) for x, y in ((a, b), (b, a)))
        if not told_apart(a, b):
            self.compared += 1
            bits = weigh(a, b).bits
            if bits > NEARLY:
                first, second = sorted((a.key, b.key))
                self.nearly[first][second] = bits
            if bits > THRESHOLD:
                self.bits[a.key][b.key] = self.bits[b.key][a.key] = bits
                near = True
        if near:
            self._near[a.key].add(b.key)
            self._near[b.key].add(a.key)
