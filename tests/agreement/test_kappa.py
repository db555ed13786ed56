"""Kappa against worked examples that were published, and what holds of it whatever the ratings."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.agreement import agreement, mean_kappa

CATEGORIES = st.sampled_from(["right", "wrong", "other", "cannot tell"])
RATINGS = st.lists(st.tuples(CATEGORIES, CATEGORIES), min_size=1, max_size=40)


def rated(table: Sequence[Sequence[int]]) -> list[tuple[str, str]]:
    """The items of a table: the first rater by line, the second by column."""
    return [
        (str(line), str(column))
        for line, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("table", "raw", "expected", "kappa", "error"),
    [
        # Fleiss, Cohen and Everitt 1969: three categories, 200 subjects; the variance of kappa is given as .002885
        ([[106, 10, 4], [22, 28, 10], [2, 12, 6]], 0.70, 0.475, 0.429, math.sqrt(0.002885)),
        # Fleiss, Statistical Methods for Rates and Proportions: 100 subjects, psychotic, neurotic, organic
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.89, 0.66, 0.68, 0.087),
        # fifty grant proposals read by two, the usual textbook table of two lines
        ([[20, 5], [10, 15]], 0.70, 0.50, 0.40, None),
        ([[45, 15], [25, 15]], 0.60, 0.54, 0.1304, None),
        ([[25, 35], [5, 35]], 0.60, 0.46, 0.2593, None),
    ],
)
def test_published_examples(
    table: list[list[int]], raw: float, expected: float, kappa: float, error: float | None
) -> None:
    found = agreement(rated(table))
    assert found.raw == pytest.approx(raw, abs=1e-9)
    assert found.expected == pytest.approx(expected, abs=0.0005)
    assert found.kappa == pytest.approx(kappa, abs=0.004)
    assert found.interval is not None
    if error is not None:
        assert found.error == pytest.approx(error, abs=0.001)
        assert found.interval.high - found.interval.low == pytest.approx(2 * 1.96 * error, abs=0.004)


def test_the_interval_of_raw_agreement_is_wilsons() -> None:
    found = agreement(rated([[8, 1], [1, 0]])).raw_interval
    assert found is not None
    assert [found.low, found.high] == pytest.approx([0.4902, 0.9433], abs=5e-4)


def test_one_category_leaves_kappa_undefined_and_says_why() -> None:
    found = agreement([("right", "right")] * 7)
    assert (found.raw, found.kappa, found.interval, found.error) == (1.0, None, None, None)
    assert found.undefined is not None
    assert "one category" in found.undefined


def test_nothing_rated_is_no_agreement() -> None:
    found = agreement([])
    assert (found.items, found.raw, found.kappa) == (0, None, None)
    assert found.undefined == "there is no item"


def test_a_rater_with_one_category_gives_kappa_zero() -> None:
    assert agreement([("right", "right"), ("right", "wrong")]).kappa == pytest.approx(0.0)


def test_the_mean_leaves_out_what_is_undefined() -> None:
    one, other = agreement(rated([[20, 5], [10, 15]])), agreement([("right", "right")])
    assert mean_kappa([one, other]) == pytest.approx(0.4)
    assert mean_kappa([other]) is None


@given(RATINGS)
def test_it_stays_within_its_bounds(ratings: list[tuple[str, str]]) -> None:
    found = agreement(ratings)
    assert found.raw is not None
    assert found.raw_interval is not None
    assert 0 <= found.raw_interval.low <= found.raw <= found.raw_interval.high + 1e-12 <= 1 + 1e-9
    assert sum(found.table.values()) == found.items == len(ratings)
    if found.kappa is not None:
        assert found.interval is not None
        assert -1 <= found.interval.low <= found.kappa + 1e-12 <= found.interval.high + 2e-12
        assert found.kappa <= found.raw + 1e-12
        assert found.error is not None
        assert math.isfinite(found.error)
    else:
        assert found.undefined is not None


@given(RATINGS)
def test_it_does_not_matter_who_is_first_nor_in_which_order(ratings: list[tuple[str, str]]) -> None:
    one, other = agreement(ratings), agreement([(b, a) for a, b in reversed(ratings)])
    assert one.raw == other.raw
    assert (one.kappa is None) == (other.kappa is None)
    if one.kappa is not None and other.kappa is not None and one.error is not None:
        assert one.kappa == pytest.approx(other.kappa)
        assert one.error == pytest.approx(other.error, abs=1e-9)


@given(RATINGS)
def test_names_of_categories_do_not_matter(ratings: list[tuple[str, str]]) -> None:
    renamed = [(f"x{a}", f"x{b}") for a, b in ratings]
    assert agreement(ratings).kappa == agreement(renamed).kappa


@given(st.lists(CATEGORIES, min_size=2, max_size=30).filter(lambda given: len(set(given)) > 1))
def test_full_agreement_on_several_categories_is_one(categories: list[str]) -> None:
    found = agreement([(c, c) for c in categories])
    assert found.kappa == pytest.approx(1.0)
    assert found.error == pytest.approx(0.0, abs=1e-6)
