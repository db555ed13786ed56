from memcon import document as made
from memcon.linking.reprints.words import Words, words_of
from memcon.reading.layout import read_layout


def words(text: str) -> Words:
    document = made(text)
    return words_of(document, read_layout(document))


def test_words_are_compared_without_case_diacritics_and_clitics() -> None:
    assert words("The U.S.’s Türk visited “Ōsaka’s” port on 09 May.").keys == (
        "the", "us", "turk", "visited", "osaka", "port", "on", "9", "5",
    )  # fmt: skip


def test_names_and_numbers_are_told_from_words() -> None:
    found = words("Talks went on. Minister Virta met Ozols; the Minister gave 12 reasons.")
    assert [k for k, named in zip(found.keys, found.named, strict=True) if named] == [
        "virta",
        "ozols",
        "minister",
        "12",
    ]


def test_sentences_end_at_stops_and_empty_lines_and_not_where_a_line_ends() -> None:
    found = words("One two\nthree.  Four five\n\nSix seven")
    assert found.sentences == ((0, 3), (3, 5), (5, 7))


def test_the_page_s_furniture_is_left_out() -> None:
    text = "They met in Riga and spoke of ports and of the sea at some length.\n\nRelated articles\n\n###"
    assert words(text).keys[-1] == "length"


def test_a_word_is_found_by_its_place() -> None:
    found = words("one two three")
    assert [found.at(n) for n in (0, 3, 4, 12, 99)] == [0, 1, 1, 2, 3]
