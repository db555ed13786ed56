"""Where the accounts of an engagement hold together least, and which occasions were nearly taken for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from memcon.linking.constraints import Constraints, pair
from memcon.linking.engagements import AccountKey

SURE = 6.0
"""Bits from which a join is in no doubt: odds of 64 to 1."""

_CERTAIN = 99.0
EVEN = 0.5
"""The most that two accounts which were kept apart can be in doubt."""


@dataclass(frozen=True, slots=True)
class Join:
    """The weakest of the joins that hold an engagement together.

    ``bits`` is the evidence for the pair ``one`` and ``other``; without it the accounts would fall into ``side``, the
    smaller of two, and the rest.
    """

    bits: float
    one: AccountKey
    other: AccountKey
    side: tuple[AccountKey, ...]


def doubt_of(bits: float) -> float:
    """Give the chance that two joined accounts are not of one occasion, by the evidence in bits."""
    return 1 / (1 + 2**bits)


def doubt_of_parting(bits: float) -> float:
    """Give the chance that two accounts that were kept apart are of one occasion, at most one half.

    Where the evidence was for joining them, what kept them apart outweighed it.
    """
    return min(EVEN, 1 - doubt_of(bits))


def weakest_join(
    accounts: Sequence[AccountKey], bits: Callable[[AccountKey, AccountKey], float], constraints: Constraints
) -> Join | None:
    """Give the weakest join of an engagement; None of one account, and where what joins them is certain.

    The joins are those of the heaviest tree over all accounts. What a human joined, and what one document tells of one
    stay, is certain. ``bits`` gives the evidence on two accounts.
    """
    edges = sorted(
        ((-_strength(a, b, bits, constraints), a, b) for n, a in enumerate(accounts) for b in accounts[n + 1 :])
    )
    group = {key: frozenset({key}) for key in accounts}
    tree: list[tuple[float, AccountKey, AccountKey]] = []
    for minus, a, b in edges:
        if group[a] is not group[b]:
            both = group[a] | group[b]
            group |= dict.fromkeys(both, both)
            tree.append((-minus, a, b))
    if not tree or tree[-1][0] >= _CERTAIN:
        return None
    least, one, other = tree[-1]
    reached, rest = {other}, [other]
    while rest:
        at = rest.pop()
        more = {b if a == at else a for _, a, b in tree[:-1] if at in (a, b)} - reached
        reached |= more
        rest += more
    left = set(accounts) - reached
    side = min((reached, left), key=lambda keys: (len(keys), sorted(keys)))
    return Join(least, one, other, tuple(sorted(side)))


def _strength(
    a: AccountKey, b: AccountKey, bits: Callable[[AccountKey, AccountKey], float], constraints: Constraints
) -> float:
    if a.document == b.document or pair(a, b) in constraints.together:
        return _CERTAIN
    return min(bits(a, b), _CERTAIN - 1)
