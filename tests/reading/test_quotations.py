from hypothesis import given
from hypothesis import strategies as st

from memcon.reading.quotations import find_quotations


def inner(text: str) -> list[str]:
    return [text[start:end] for _, _, start, end in find_quotations(text)]


def test_marks_of_several_languages() -> None:
    assert inner('«One two,» he said. “Three,” she said. „Vier“ sagte er. "Five," they said.') == [
        "One two,",
        "Three,",
        "Vier",
        "Five,",
    ]


def test_straight_marks_nested() -> None:
    text = '"There is no "gray" zone here," he said.'
    assert inner(text) == ['There is no "gray" zone here,']


def test_an_apostrophe_is_no_mark() -> None:
    assert inner("Malta’s and the ministers’ views; it’s fine") == []


def test_a_mark_left_open_at_the_head_of_a_paragraph_runs_to_its_end() -> None:
    assert inner("“A first paragraph that goes on") == ["A first paragraph that goes on"]


@given(st.text(alphabet='ab «»“”„"‘’.,'))
def test_quotations_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for outer, close, start, end in find_quotations(text):
        assert last <= outer < start <= end <= close <= len(text)
        last = close


def test_marks_of_two_kinds_close_each_other() -> None:
    assert inner('"We are late,” he said. “We are sorry," she said.') == ["We are late,", "We are sorry,"]


def test_a_straight_mark_left_open_at_the_head_runs_to_the_end() -> None:
    assert inner('"A first paragraph that goes on') == ["A first paragraph that goes on"]
