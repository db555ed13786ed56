import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.vocabulary.ordinals import ordinals_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the third meeting", [3]),
        ("the Twenty-First session", [21]),
        ("the twenty first session", [21]),
        ("the one hundred and third session", [103]),
        ("the 12th Session", [12]),
        ("the 26<sup>th</sup> conference", [26]),
        ("the XII Summit and Berlin II", [12, 2]),
        ("an inaugural, first-ever or maiden round", [1, 1, 1]),
        ("the first, second and third rounds", [1, 2, 3]),
        ("I met three of the two in 2022 at C5+1 and V4", []),
        ("1,000th visitor", []),
        ("the 0th", []),
    ],
)
def test_numbers_in_words_figures_and_roman_numerals(text: str, numbers: list[int]) -> None:
    assert [o.number for o in ordinals_in(text)] == numbers


@given(st.integers(1, 199), st.sampled_from(["", "the ", "its "]))
def test_figures_stand_where_they_are_said_to(number: int, before: str) -> None:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    text = f"{before}{number}{suffix} session"
    (found,) = ordinals_in(text)
    assert (found.number, text[found.start : found.end]) == (number, f"{number}{suffix}")


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for found in ordinals_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.number > 0
