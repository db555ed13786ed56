from pathlib import Path

import pytest

from memcon.errors import VocabularyError
from memcon.model import Act
from memcon.vocabulary import speech
from memcon.vocabulary.speech import CueRole, act_cues, following_pattern, speech_cues, speech_nouns, speech_verbs


def test_the_verbs_of_the_trade_are_known() -> None:
    verbs = speech_verbs()
    assert sum(len(senses) for senses in verbs.values()) > 400
    assert {"concur", "dwell", "apprise", "opine", "laud", "deplore", "touch", "exchange"} <= set(verbs)


def test_the_bare_sense_stands_last() -> None:
    for verb, senses in speech_verbs().items():
        bare = [bool(sense.row.follows) for sense in senses]
        assert bare == sorted(bare, reverse=True), verb


def test_every_word_that_must_follow_is_found_right_after_the_verb() -> None:
    for verb, senses in speech_verbs().items():
        for sense in senses:
            for words, pattern in zip(sense.row.follows, sense.patterns, strict=True):
                assert pattern.match(words.replace("... ", "").replace("...", "") + " x "), (verb, words)


@pytest.mark.parametrize(
    ("words", "after", "fits"),
    [
        ("gratitude", "his deep and sincere gratitude for ", True),
        ("gratitude", "that gratitude ", False),
        ("for", "strongly for peace ", True),
        ("for", "the president for ", False),
        ("on ... to_", "on all sides to_ stop ", True),
        ("on ... to_", "on all sides to the talks ", False),
        ("talks ... on", "long talks with the king on trade ", True),
        ("talks ... on", "talks with the king on friday ", False),
        ("... about", "today with the king about trade ", True),
        ("... about", "today with the king to_ ask about trade ", False),
    ],
)
def test_words_that_follow(words: str, after: str, fits: bool) -> None:
    assert (following_pattern(words).match(after) is not None) is fits


def test_two_bare_senses_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "speech_verbs.tsv"
    path.write_text("verb\tfollows\tact\tneutral\tweak\nsay\t\tassert\t\t\nsay\t\twarn\t\t\n", encoding="utf-8")
    monkeypatch.setattr(speech, "data_file", lambda _: path)
    with pytest.raises(VocabularyError, match=r":3: 'say' has a bare sense already"):
        speech_verbs.__wrapped__()


def test_a_cue_that_is_no_expression_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "act_cues.tsv"
    path.write_text("act\tpattern\nwarn\t(\n", encoding="utf-8")
    monkeypatch.setattr(speech, "data_file", lambda _: path)
    with pytest.raises(VocabularyError, match=r":2: is no regular expression"):
        act_cues.__wrapped__()


def test_nouns_and_words_beside_verbs() -> None:
    assert speech_nouns()["hope"] is Act.REQUEST
    assert all(speech_cues(role) for role in CueRole)
    assert "spokesperson" in speech_cues(CueRole.REPORTER)
