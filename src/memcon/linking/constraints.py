"""What people decided about joining: accounts that are of one occasion, and accounts that are not."""

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

    Pairs of accounts that are not there have no effect.
    """

    together: frozenset[Pair] = field(default=frozenset())
    apart: frozenset[Pair] = field(default=frozenset())

    def part(self, some: Iterable[HasKey], others: Iterable[HasKey]) -> bool:
        """Tell whether any of ``some`` must not be joined with any of ``others``."""
        return bool(self.apart) and any(pair(x.key, y.key) in self.apart for x, y in product(some, others))

    def and_also(self, more: Constraints) -> Constraints:
        """Give these and ``more``."""
        return Constraints(self.together | more.together, self.apart | more.apart)


NONE = Constraints()
"""Nothing was decided."""
