"""Set phrases: the file, and how their forms are found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.errors import VocabularyError
from memcon.vocabulary import set_phrases as module
from memcon.vocabulary.set_phrases import finder_of, known_finders, lowered, set_phrase, set_phrases, words_of


def found(words: str) -> set[str]:
    return {phrase for phrase, finder in known_finders().items() for _ in finder.find(lowered(words))}


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("its sovereignty, independence, and territorial integrity", "sovereignty and territorial integrity"),
        ("Georgia’s territorial integrity\nand sovereignty", "sovereignty and territorial integrity"),
        ("the Rules–Based international order", "rules-based order"),
        ("unilateral changes to the status quo", "unilateral attempts to change the status quo"),
        ("responsibly managing the competition", "responsibly manage competition"),
        ("China’s FIVE NOES", "five noes"),
    ],
)
def test_forms_are_found_whatever_their_case_hyphens_and_breaks(words: str, phrase: str) -> None:
    assert phrase in found(words)


@pytest.mark.parametrize("words", ["ironcladding", "the United States’ response", "sovereignty. Later, territory"])
def test_what_is_no_form(words: str) -> None:
    assert found(words) == set()


def test_every_form_finds_itself_and_belongs_to_one_phrase() -> None:
    for row in set_phrases():
        for form in row.forms:
            example = form.replace("...", "some").replace("*", "s")
            assert list(finder_of(row.forms).find(lowered(example))), form
            assert set_phrase(form) == row
    assert set_phrase("not one of them") is None


def test_a_form_that_stands_twice_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "set_phrases.tsv"
    path.write_text("phrase\tvariants\tsense\niron will\tiron-will power\ta\nsteel\tIron Will\tb\n", "utf-8")
    monkeypatch.setattr(module, "data_file", lambda name: path)
    set_phrases.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=":3: 'Iron Will' stands in line 2 already"):
            set_phrases()
    finally:
        set_phrases.cache_clear()


@given(st.text(max_size=80))
def test_lowering_moves_no_character(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.lists(st.sampled_from(["iron", "will", "of", "peace", "five"]), min_size=1, max_size=5))
def test_any_words_find_themselves(words: list[str]) -> None:
    phrase = " ".join(words)
    assert list(finder_of((phrase,)).find(lowered(f"... {phrase.upper()}, again"))) == [(4, 4 + len(phrase))]
    assert words_of(phrase) == words


@pytest.mark.parametrize("form", ['"', "...", "*", "", " ", "\0", "��", "("])
def test_a_form_without_a_word_is_found_nowhere(form: str) -> None:
    assert list(finder_of((form,)).find('"..." * (a) \0')) == []
    assert list(finder_of((form, "ironclad")).find("an ironclad pledge")) == [(3, 11)]
