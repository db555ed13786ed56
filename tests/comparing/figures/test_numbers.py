"""Numbers in words and digits."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.comparing.figures.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("62 billion", 62e9, 62e9),
        ("1,500", 1500, 1500),
        ("12,345.5", 12345.5, 12345.5),
        ("$4.5bn", 4.5e9, 4.5e9),
        ("10m", 1e7, 1e7),
        ("500 crore", 5e9, 5e9),
        ("two hundred and fifty", 250, 250),
        ("twenty-five", 25, 25),
        ("a hundred million", 1e8, 1e8),
        ("half a billion", 5e8, 5e8),
        ("a quarter of a million", 250_000, 250_000),
        ("three and a half million", 3.5e6, 3.5e6),
        ("two and a half", 2.5, 2.5),
        ("two dozen", 24, 24),
        ("two-thirds", 200 / 3, 200 / 3),
        ("tens of thousands of", 20_000, 100_000),
    ],
)
def test_one_number(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(text)
    assert number.low == pytest.approx(low)
    assert number.high == pytest.approx(high)


def test_the_last_digit_that_is_told() -> None:
    assert [n.digits for n in find_numbers("1.2 billion")] == [8]
    assert [n.digits for n in find_numbers("62 billion")] == [9]
    assert [n.digits for n in find_numbers("30,000")] == [4]
    assert [n.digits for n in find_numbers("30")] == [0]


def test_an_order_is_told_whole() -> None:
    text = "hundreds of thousands and soon millions of refugees"
    assert [text[n.start : n.end] for n in find_numbers(text)] == ["hundreds of thousands", "millions"]


def test_no_part_of_a_longer_number_is_one() -> None:
    assert [("21st"[n.start : n.end]) for n in find_numbers("21st")] == ["21"]
    assert [n.low for n in find_numbers("in 2022,14.5 million")][-1] == 14.5e6


@given(st.text(alphabet="0123456789.,-% abdefghilmnorstuvwyz$", max_size=80))
def test_any_text_gives_ranges_in_order(text: str) -> None:
    numbers = list(find_numbers(text))
    assert all(0 <= n.start < n.end <= len(text) for n in numbers)
    assert all(a.end <= b.start for a, b in itertools.pairwise(numbers))
    assert all(n.low <= n.high for n in numbers)


@given(st.integers(min_value=1, max_value=999_999_999_999))
def test_a_number_with_commas_is_read_back(value: int) -> None:
    (number,) = find_numbers(f"{value:,}")
    assert number.low == value
