"""What people decided about joining: accounts that are of one occasion or not, and what is a part of what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

from memcon.linking.engagements import AccountKey

Pair = frozenset[AccountKey]


class HasKey(Protocol):
    """An account in any form that tells which it is."""

    @property
    def key(self) -> AccountKey:
        """Which account."""


def pair(a: AccountKey, b: AccountKey) -> Pair:
    """Give two accounts as a pair, in no order."""
    return frozenset((a, b))


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs that must be joined and pairs that must not; where both are asked for, apart wins.

    ``within`` are accounts of parts, each with one of the whole, ``whole`` accounts of what is a part of nothing but
    that. Accounts that are not there have no effect.
    """

    together: frozenset[Pair] = field(default=frozenset())
    apart: frozenset[Pair] = field(default=frozenset())
    within: frozenset[tuple[AccountKey, AccountKey]] = field(default=frozenset())
    whole: frozenset[AccountKey] = field(default=frozenset())

    @property
    def linked(self) -> frozenset[Pair]:
        """Pairs that have to do with one another because people said so."""
        return self.together | {pair(a, b) for a, b in self.within}

    def part(self, some: Iterable[HasKey], others: Iterable[HasKey]) -> bool:
        """Tell whether any of ``some`` must not be joined with any of ``others``."""
        return bool(self.apart) and any(pair(x.key, y.key) in self.apart for x, y in product(some, others))

    def and_also(self, more: Constraints) -> Constraints:
        """Give these and ``more``."""
        return Constraints(
            self.together | more.together, self.apart | more.apart, self.within | more.within, self.whole | more.whole
        )


NONE = Constraints()
"""Nothing was decided."""
