from pathlib import Path

import pytest

from memcon.errors import VocabularyError
from memcon.vocabulary import linking
from memcon.vocabulary.linking import link_levels, repetition_in, title_words
from memcon.vocabulary.zones import hours_apart, hours_from_utc


def test_the_shares_of_each_comparison_add_up() -> None:
    comparisons = {name for name, _ in link_levels()} - {"prior"}
    for name in comparisons:
        rows = [row for (comparison, _), row in link_levels().items() if comparison == name]
        for share in ("m", "u"):
            assert 0.85 <= sum(getattr(row, share) for row in rows) <= 1.15, (name, share)


def test_what_speaks_for_and_what_against() -> None:
    bits = {key: row.bits for key, row in link_levels().items()}
    assert bits["people", "both-sides"] > bits["people", "one-side"] > bits["people", "one-side-only"]
    assert bits["day", "equal"] > 0 > bits["day", "next-day"] > bits["day", "apart"]
    assert bits["forum", "same"] > 0 > bits["forum", "different"]


@pytest.mark.parametrize(
    "line", ["day\tequal\t0\t0.1\twords", "day\tequal\t0.5\t1\twords", "day\tequal\tx\t0.1\twords"]
)
def test_a_wrong_share_is_told_by_its_line(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "link_levels.tsv"
    path.write_text(f"comparison\tlevel\tm\tu\twords\n{line}\n")
    monkeypatch.setattr(linking, "data_file", lambda _: path)
    with pytest.raises(VocabularyError, match=r"link_levels\.tsv:2"):
        link_levels.__wrapped__()


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("They spoke again today.", "spoke", 2),
        ("It was their second telephone call this week.", "call", 2),
        ("The ministers met for the first time.", "met", 1),
        ("The meeting was held earlier today.", "meeting", 1),
        ("They met today. A second round will follow.", "met", None),
        ("The call covered trade.", "call", None),
    ],
)
def test_words_that_number_an_occasion(text: str, word: str, number: int | None) -> None:
    at = text.index(word)
    assert repetition_in(text, at, at + len(word)) == number


def test_title_words_are_single_and_in_lower_case() -> None:
    assert all(word == word.lower() and " " not in word for word in title_words())


def test_clocks() -> None:
    assert hours_from_utc("JP") == 9
    assert hours_from_utc("NATO") is None
    assert hours_apart(frozenset({"US", "RU"})) == 8
    assert hours_apart(frozenset({"NATO"})) == 0
