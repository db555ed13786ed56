import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from memcon.web.highlights import KINDS, Mark, counted, marked

MARKS = st.lists(
    st.builds(
        lambda start, length, kind: Mark(start, start + length, (kind,), ('said "so" <b>',)),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from([*KINDS, "block-title"]),
    ),
    max_size=8,
    unique_by=lambda m: (m.start, m.end),
)


@given(st.text(max_size=40), MARKS)
def test_marks_change_no_word_and_are_closed_in_order(text: str, marks: list[Mark]) -> None:
    html = str(marked(text, marks))
    assert re.sub(r"</?(?:mark|span)\b[^>]*>", "", html) == str(marked(text, []))
    depth: list[str] = []
    for closing, tag in re.findall(r"<(/?)(mark|span)\b[^>]*>", html):
        if closing:
            assert depth.pop() == tag
        else:
            depth.append(tag)
    assert depth == []
    wanted = {f"c{m.start}-{m.end}" for m in marks if m.start < min(m.end, len(text)) and m.kinds[0] in KINDS}
    ids = re.findall(r' id="(c\d+-\d+)"', html)
    assert set(ids) >= {i for i in wanted if int(i.split("-")[1]) <= len(text)}
    assert len(ids) == len(set(ids))


@given(st.text(alphabet="ab<>&\"'é\U0001f54a\n", max_size=40), MARKS)
def test_offsets_are_code_points(text: str, marks: list[Mark]) -> None:
    shown = re.sub(r"</?(?:mark|span)\b[^>]*>", "", str(marked(text, marks)))
    assert unescape(shown) == text


def test_marks_that_cross_are_cut_and_the_anchor_stands_once() -> None:
    html = marked("one two three", [Mark(0, 7, ("statement",)), Mark(4, 13, ("person",))])
    assert html == (
        '<mark id="c0-7" class="k-statement">one <mark id="c4-13" class="k-person">two</mark></mark>'
        '<mark class="k-person"> three</mark>'
    )


def test_one_colour_a_mark_the_most_telling() -> None:
    html = marked("Astana", [Mark(0, 6, ("occasion", "statement", "place"), ("mode: in-person", "place: Astana"))])
    assert 'class="k-statement k-place"' in html
    assert 'title="mode: in-person; place: Astana"' in html


def test_the_legend_counts_each_kind() -> None:
    marks = [Mark(0, 1, ("person",)), Mark(1, 2, ("person", "party")), Mark(0, 9, ("block-title",))]
    assert counted(marks) == [("person", "people", 2), ("party", "parties", 1)]
