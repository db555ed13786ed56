from memcon import Document
from memcon.linking.reprints import read_gaps
from memcon.reading.layout import read_layout

from .conftest import page

WHOLE = (
    "FOREIGN MINISTER OZOLS: It is a pleasure to see you here in Riga again. The working group on northern ferries has "
    "met three times since the autumn, and its report shows how well our ports work together.\n\n"
    "SECRETARY WHITLOW: Thank you, Minister. We stand by our friends in every season."
)


def readings(text: str, other: str = WHOLE) -> list[tuple[str, str]]:
    mine, theirs = page(text, "mine"), page(other, "theirs")
    found = read_gaps(mine, read_layout(mine), theirs, read_layout(theirs))
    for reading in found:
        assert reading.gap.span.stands_in(mine.text)
        assert reading.words.stands_in(theirs.text)
    return [(r.gap.span.text, r.words.text) for r in found]


def test_what_the_other_copy_has_in_the_place_of_a_gap() -> None:
    cut = WHOLE.replace("northern ferries", "(inaudible)").replace("in every season", "in every (inaudible)")
    assert readings(cut) == [("(inaudible)", "northern ferries")], (
        "nothing stands after the second to tell where it ends"
    )


def test_several_words_and_no_words() -> None:
    assert readings(WHOLE.replace("three times since the autumn", "(inaudible)")) == [
        ("(inaudible)", "three times since the autumn")
    ]
    assert readings(WHOLE) == []
    assert readings(WHOLE.replace("has met", "has (inaudible) met")) == [], "the other has no word there"


def test_no_reading_from_another_gap_or_another_text(source: Document) -> None:
    cut = WHOLE.replace("northern ferries", "(inaudible)")
    assert readings(cut, cut) == []
    assert readings(cut, source.text) == []


def test_laughter_hides_no_words() -> None:
    assert readings(WHOLE.replace("northern ferries", "(laughter)")) == []
