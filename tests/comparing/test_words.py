"""Words as they are compared, and sentences."""

from hypothesis import given
from hypothesis import strategies as st

from memcon.comparing.sentences import sentence_ranges
from memcon.comparing.words import content_stems, stem, weights_of


def test_stems_of_content_words() -> None:
    assert stem("provided") == stem("provide") == stem("provides")
    assert content_stems("They will provide the Ice-Pilots, by 2025.") == ("provid", "ice", "pilot", "2025")


def test_a_word_of_one_text_weighs_one_and_a_common_word_little() -> None:
    weights = weights_of([("sea", "ice"), ("sea", "law"), ("sea", "port")])
    assert weights["ice"] == 1
    assert weights["sea"] < 0.5
    assert weights_of([]) == {}


def test_sentences_end_at_no_abbreviation() -> None:
    text = " The U.S. Secretary met Dr. Virta. “Good.” They left! "
    assert [text[a:b] for a, b in sentence_ranges(text)] == [
        "The U.S. Secretary met Dr. Virta.",
        "“Good.”",
        "They left!",
    ]


@given(st.text(max_size=200))
def test_sentences_are_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end in sentence_ranges(text):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end
