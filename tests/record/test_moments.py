"""Moments as the record writes them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from memcon.record.moments import after_1970, now, since_1970

MICROSECONDS = st.integers(0, 10**16 - 1)


@given(MICROSECONDS, MICROSECONDS)
def test_the_order_of_moments_is_that_of_their_letters(one: int, other: int) -> None:
    assert (after_1970(one) < after_1970(other)) == (one < other)
    assert since_1970(after_1970(one)) == one


def test_now_is_now_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= datetime.fromisoformat(now()) <= datetime.now(UTC)
    assert now().endswith("+00:00")


def test_a_moment_to_the_second_comes_before_all_in_that_second() -> None:
    # a record of before has them so, and so does who asks the API
    assert after_1970(since_1970("2026-02-03T10:00:00.000001+00:00")) > "2026-02-03T10:00:00+00:00"
