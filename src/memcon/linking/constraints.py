"""What people decided about joining: accounts that are of one occasion, and accounts that are not."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.linking.engagements import AccountKey

Pair = frozenset[AccountKey]


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


NONE = Constraints()
"""Nothing was decided."""
