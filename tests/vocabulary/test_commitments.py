"""The words of commitments."""

import pytest

from memcon.vocabulary.commitments import (
    CueRole,
    Firmness,
    commitment_cues,
    commitment_verbs,
    cue_pattern,
    deeds_in,
    plain_words,
)


@pytest.mark.parametrize(
    ("words", "verb", "past"),
    [
        ("to hold talks", "hold", False),
        ("held", "hold", True),
        ("supplied", "supply", True),
        ("signing", "sign", False),
        ("set up", "set up", True),
        ("opening", "open", False),
        ("reopened", "reopen", True),
        ("submitted", "submit", True),
        ("finances", "finance", False),
    ],
)
def test_forms_of_verbs(words: str, verb: str, past: bool) -> None:
    (deed, *_) = deeds_in(words)
    assert (deed.row.verb, deed.past) == (verb, past)


def test_each_verb_is_definite_or_general() -> None:
    assert commitment_verbs()["deliver"].firm is Firmness.DEFINITE
    assert commitment_verbs()["cooperate"].firm is Firmness.GENERAL
    assert {v.firm for v in commitment_verbs().values()} == {Firmness.DEFINITE, Firmness.GENERAL}


def test_every_role_has_words_and_finds_them() -> None:
    for role in CueRole:
        assert commitment_cues(role), role
        for form in commitment_cues(role):
            assert cue_pattern(role).search(f"x {form.upper()} y"), form
    assert not cue_pattern(CueRole.PLEDGED).search("unpledged"), "whole words only"
    assert "meeting" in plain_words()
