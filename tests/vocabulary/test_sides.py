"""What comparing knows of the language of readouts."""

from pathlib import Path

import pytest

from memcon import VocabularyError
from memcon.vocabulary import sides
from memcon.vocabulary.sides import (
    Concept,
    Sign,
    SignWeight,
    concepts,
    concepts_in,
    is_generic,
    opening_words,
    same_city,
    sign_weights,
)
from memcon.vocabulary.table import data_file, read_table


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("swift and severe costs", "sanctions"),
        ("the build-up of troops", "troops"),
        ("wheat from the port", "grain"),
        ("ransomware gangs", "cyber"),
        ("Türkiye's pipeline", "energy"),
        ("two dual nationals", "detainees"),
        ("remain in close contact", "contact"),
    ],
)
def test_concepts_are_found_by_their_words(words: str, concept: str) -> None:
    assert concept in concepts_in(words)


def test_a_form_matches_whole_words_and_a_star_stands_for_an_ending() -> None:
    assert "transport" not in concepts_in("the trail and the grail")
    assert "cyber" in concepts_in("cyberspace")
    assert "grain" not in concepts_in("foodstuff")


def test_every_concept_has_forms_in_lower_case_and_no_form_stands_in_it_twice() -> None:
    for row in concepts().values():
        assert row.forms
        assert all(form == form.casefold() for form in row.forms)
    assert len(read_table(data_file("sides_concepts.tsv"), Concept)) == len(concepts())


@pytest.mark.parametrize(
    ("words", "generic"),
    [
        ("a range of bilateral and regional issues", True),
        ("U.S.-Russia relations and issues of mutual interest", True),
        ("the drought in the Horn of Africa", False),
        ("a range of issues, including NATO", False),
    ],
)
def test_generic_topics(words: str, generic: bool) -> None:
    assert is_generic(words) is generic


def test_openings_match_at_the_head_only() -> None:
    found = opening_words().match("In addition, they met")
    assert found is not None
    assert found.group() == "In addition, "
    assert opening_words().match("In additional talks") is None


def test_names_of_one_city() -> None:
    assert same_city("Kiev") == same_city("Kyiv") == "Kyiv"
    assert same_city("Oslo") is None


def test_every_sign_has_a_weight_and_one_without_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(sign_weights()) == set(Sign)
    assert all(row.with_encoder >= 0 and row.without >= 0 for row in sign_weights().values())
    assert sign_weights()[Sign.MEANING] == SignWeight(Sign.MEANING, 3.0, 0.0)
    wrong = tmp_path / "weights.tsv"
    wrong.write_text("sign\twith_encoder\twithout\nprior\t5.5\t5.5\n", encoding="utf-8")
    monkeypatch.setattr(sides, "data_file", lambda _: wrong)
    sign_weights.cache_clear()
    with pytest.raises(VocabularyError, match="must stand once"):
        sign_weights()
    sign_weights.cache_clear()
