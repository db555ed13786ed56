from hypothesis import given
from hypothesis import strategies as st

from memcon.record.portions import portions


@given(st.integers(0, 1700))
def test_portions_are_all_values_in_order_and_none_is_too_long(number: int) -> None:
    values = [str(n) for n in range(number)]
    cut = list(portions(values))
    assert [value for some in cut for value in some] == values
    assert all(0 < len(some) <= 999 for some in cut)
