"""Where accounts hold together least."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from memcon.linking.constraints import NONE, Constraints, pair
from memcon.linking.engagements import AccountKey
from memcon.reviewing.joins import doubt_of, doubt_of_parting, weakest_join

A, B, C, D = (AccountKey(name, "e1") for name in "abcd")
BITS = {pair(A, B): 9.0, pair(B, C): 2.0, pair(C, D): 7.0, pair(A, C): 1.0}


def bits(one: AccountKey, other: AccountKey) -> float:
    return BITS.get(pair(one, other), -5.0)


def test_the_weakest_join_parts_an_engagement_in_two() -> None:
    join = weakest_join((A, B, C, D), bits, NONE)
    assert join is not None
    assert (join.bits, {join.one, join.other}, join.side) == (2.0, {B, C}, (A, B))


def test_what_a_human_joined_is_certain() -> None:
    join = weakest_join((A, B, C, D), bits, Constraints(together=frozenset({pair(B, C)})))
    assert join is not None
    assert join.bits == 7.0
    assert weakest_join((B, C), bits, Constraints(together=frozenset({pair(B, C)}))) is None


def test_one_account_and_one_stay_of_a_document_are_in_no_doubt() -> None:
    assert weakest_join((A,), bits, NONE) is None
    assert weakest_join((A, AccountKey("a", "e2")), bits, NONE) is None


@given(st.lists(st.floats(-10, 10), min_size=6, max_size=6))
def test_every_account_is_on_one_of_two_sides(weights: list[float]) -> None:
    keys = (A, B, C, D)
    all_pairs = [pair(x, y) for n, x in enumerate(keys) for y in keys[n + 1 :]]
    table = dict(zip(all_pairs, weights, strict=True))
    join = weakest_join(keys, lambda x, y: table[pair(x, y)], NONE)
    assert join is not None
    assert 1 <= len(join.side) <= 2
    assert (join.one in join.side) is not (join.other in join.side)
    across = max(table[pair(x, y)] for x in join.side for y in keys if y not in join.side)
    assert join.bits == across


def test_doubt_falls_with_evidence_and_of_parting_is_at_most_even() -> None:
    told = [doubt_of(b) for b in range(-6, 7)]
    assert all(x > y for x, y in pairwise(told))
    assert doubt_of(0.0) == 0.5
    assert doubt_of_parting(-3.0) < doubt_of_parting(0.0) == doubt_of_parting(5.0) == 0.5
