"""Quantities of a stretch of text by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.comparing.figures.counted import counted_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly 100 ships sailed", [("ship", "nearly 100 ships")]),
        ("100 billion US dollars of trade", [("USD", "100 billion US dollars")]),
        ("15 per cent", [("percent", "15 per cent")]),
        ("they met at 40 of them", []),
        ("Typhoon No. 14 and the 2015 agreements", []),
    ],
)
def test_what_they_are_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.of, c.words) for c in counted_in(text)] == expected


def test_numbers_of_dates_are_left_out() -> None:
    assert [c.of for c in counted_in("on 12 June tanks came")] == ["june"]
    assert counted_in("on 12 June tanks came", dates=[(3, 10)]) == ()


@given(st.integers(2, 10_000), st.sampled_from(["ships", "soldiers", "tonnes of grain", "%", "million euros"]))
def test_words_are_those_of_the_text(number: int, unit: str) -> None:
    text = f"They counted {number} {unit} there"
    assert all(c.words in text for c in counted_in(text))
