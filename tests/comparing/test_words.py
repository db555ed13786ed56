"""Words as they are compared, and sentences."""

from hypothesis import given
from hypothesis import strategies as st

from memcon import document
from memcon.comparing.sentences import paragraphs_of, sentence_ranges
from memcon.comparing.words import content_stems, root, speech_stems, stem, weights_of
from memcon.model import Block, BlockKind


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


def test_endings_are_cut_and_short_words_are_left() -> None:
    assert root("deliveries") == root("delivery") == "deliver"
    assert root("Moscow’s") == "moscow"
    assert root("need") == "need"


@given(st.text())
def test_a_root_is_never_longer_than_its_word_nor_empty_where_the_word_is_not(word: str) -> None:
    cut = root(word)
    assert len(cut) <= len(word.casefold())
    assert bool(cut) or len(word.casefold()) <= 2


def test_verb_and_noun_of_one_thing_have_one_root() -> None:
    assert root("deployment") == root("deployed") == "deploy"


def test_stems_of_verbs_of_saying() -> None:
    assert {"say", "agre", "discuss"} <= speech_stems()


def test_paragraphs_are_lines_with_words_in_them() -> None:
    text = "Head\n\nOne line.\n  \nTwo."
    page = document(text)
    block = Block(BlockKind.TEXT, page.span(6, len(text)))
    assert [text[a:b] for a, b in paragraphs_of(page, block)] == ["One line.", "Two."]
