import pytest

from memcon.model import Document, Span


def document(text: str) -> Document:
    return Document(id="d" * 64, name="d", raw=text.encode(), media_type="text/plain", text=text)


def test_a_span_knows_whether_it_stands_in_a_text() -> None:
    text = "Für Elise und Zoë"
    span = document(text).span(14, 17)
    assert span.text == "Zoë"
    assert span.stands_in(text)
    assert not span.stands_in("x" + text)
    assert not Span("d", 14, 18, "Zoë").stands_in(text)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_no_span_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        document("a text").span(start, end)


def test_selectors_of_the_w3c() -> None:
    text = "The ministers met in Gdańsk on Monday."
    span = document(text).span(21, 27)
    assert span.position_selector() == {"type": "TextPositionSelector", "start": 21, "end": 27}
    assert span.quote_selector(text, context=4) == {
        "type": "TextQuoteSelector",
        "exact": "Gdańsk",
        "prefix": " in ",
        "suffix": " on ",
    }
