"""What comparing knows of the language of readouts."""

from pathlib import Path

import pytest

from memcon import VocabularyError
from memcon.vocabulary import sides
from memcon.vocabulary.sides import (
    Sign,
    SignWeight,
    is_generic,
    motifs,
    opening_words,
    same_city,
    sign_weights,
    subjects_in,
    wide_topics,
)
from memcon.vocabulary.topics import topics


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("swift and severe costs", "sanctions and other consequences"),
        ("the build-up of troops", "defence cooperation and military aid"),
        ("wheat from the port", "food security"),
        ("ransomware gangs", "cyber security"),
        ("Türkiye's pipeline", "energy supply"),
        ("two dual nationals", "consular matters and detained nationals"),
        ("remain in close contact", "staying in touch"),
        ("a missile strike", "arms, given or used"),
    ],
)
def test_subjects_are_topics_and_motifs(words: str, subject: str) -> None:
    found = subjects_in(words)
    assert (subject in found) is (subject not in wide_topics())
    assert all(w.casefold() in words.casefold() for w in found.values())


def test_a_form_matches_whole_words_and_a_star_stands_for_an_ending() -> None:
    assert "NATO" not in subjects_in("the senators")
    assert "visits and invitations" in subjects_in("an invitation")
    assert "agreements and documents" not in subjects_in("a significant step")


def test_every_motif_has_forms_in_lower_case_and_no_form_stands_in_it_twice() -> None:
    for row in motifs():
        assert row.forms
        assert all(form == form.casefold() for form in row.forms)
        assert len(set(row.forms)) == len(row.forms)


@pytest.mark.parametrize("second", ["trade", "staying in touch"])
def test_a_motif_that_is_a_topic_or_stands_twice_is_refused(
    second: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "motifs.tsv"
    wrong.write_text(f"name\tforms\nstaying in touch\ttouch\n{second}\texports\n", encoding="utf-8")
    monkeypatch.setattr(sides, "data_file", lambda _: wrong)
    motifs.cache_clear()
    with pytest.raises(VocabularyError, match=f"3: '{second}'"):
        motifs()
    motifs.cache_clear()


def test_wide_topics_are_topics_and_no_subjects() -> None:
    assert wide_topics() < {topic.name for topic in topics()}
    assert not wide_topics() & subjects_in("regional cooperation and regional security").keys()


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
