"""Words shown with the sentences around them."""

from hypothesis import given
from hypothesis import strategies as st

from memcon import document
from memcon.web.excerpts import excerpts

TEXT = (
    "A meeting in Oslo\n\nThe ministers arrived. Minister J. K. Berg met Ms. Vella on Monday. They spoke of fish. "
    "Later they dined.\nAnother paragraph tells of Bergen. And of Tromsø."
)
MADE = document(TEXT, name="d")


def shown(words: str) -> str:
    at = TEXT.index(words)
    (found,) = excerpts(MADE, [MADE.span(at, at + len(words))])
    return "".join(f"[{text}]" if hit else text for hit, text in found.pieces).strip()


def test_the_sentence_with_the_one_before_and_after() -> None:
    assert (
        shown("Monday") == "The ministers arrived. Minister J. K. Berg met Ms. Vella on [Monday]. They spoke of fish."
    )
    assert shown("Bergen") == "Later they dined. Another paragraph tells of [Bergen]. And of Tromsø."
    assert shown("A meeting") == "[A meeting] in Oslo"


def test_what_stands_near_is_one_stretch_and_what_stands_nowhere_is_left_out() -> None:
    spans = [MADE.span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("Berg met", "fish", "Oslo")]
    found = excerpts(MADE, [*spans, *spans])
    assert sum(hit for one in found for hit, _ in one.pieces) == 3
    assert found[0].href.endswith(f"#c{spans[2].start}-{spans[2].end}")
    other = document("Other words entirely.", name="e")
    assert excerpts(other, spans) == []


@given(st.text(alphabet="ab. \nAé", min_size=2, max_size=900), st.data())
def test_no_word_is_lost_or_added(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    made = document(text, name="d")
    starts = data.draw(st.lists(st.integers(0, len(made.text) - 1), min_size=1, max_size=4))
    spans = [made.span(s, data.draw(st.integers(s + 1, min(len(made.text), s + 30)))) for s in starts]
    found = excerpts(made, spans)
    squeezed = " ".join(made.text.split())
    for one in found:
        words = " ".join("".join(piece for _, piece in one.pieces).split())
        assert words in squeezed
    hits = sorted({(s.start, s.end) for s in spans})
    covered = sum(len(piece) for one in found for hit, piece in one.pieces if hit)
    assert covered <= sum(b - a for a, b in hits)
    assert len(found) <= len(hits)
