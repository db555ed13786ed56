from hypothesis import given
from hypothesis import strategies as st

from memcon.reading.view import view_of


def test_tags_joiners_and_spaces_are_cleaned_and_mapped_back() -> None:
    text = "the 21<sup>st</sup> century,\u00a0 COVID-\u206019"
    view = view_of(text, 0, len(text))
    assert view.text == "the 21st century, COVID-19"
    start = view.text.index("century")
    a, b = view.canonical(start, start + len("century"))
    assert text[a:b] == "century"
    start = view.text.index("21st")
    a, b = view.canonical(start, start + 4)
    assert text[a:b] == "21<sup>st"


@given(st.text())
def test_every_character_of_the_view_comes_from_where_it_says(text: str) -> None:
    view = view_of(text, 0, len(text))
    assert len(view.origins) == len(view.text) + 1
    assert list(view.origins) == sorted(view.origins)
    for char, origin in zip(view.text, view.origins, strict=False):
        assert char in (text[origin], " ")
    assert view.text == view.text.strip(" ")
    assert "  " not in view.text


def test_a_stretch_inside_a_text_keeps_the_text_s_offsets() -> None:
    text = "Title\n\n  A line  with spaces \n"
    view = view_of(text, 7, len(text))
    assert view.text == "A line with spaces"
    assert view.canonical(0, 1) == (9, 10)
