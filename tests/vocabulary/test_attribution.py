from pathlib import Path

import pytest

from memcon.errors import VocabularyError
from memcon.vocabulary import attribution
from memcon.vocabulary.attribution import CueKind, attribution_cues


def test_what_cues_take() -> None:
    verbs = attribution_cues(CueKind.VERB)
    assert "person" in verbs["tell"]
    assert "raise" in verbs["seem"]
    assert {"point out", "make clear", "say", "accuse"} <= set(verbs)
    assert "clause" in attribution_cues(CueKind.NOUN)["claim"]
    assert "of" in attribution_cues(CueKind.ADJECTIVE)["aware"]
    assert "statement" in attribution_cues(CueKind.ARTIFACT)


def test_verbs_of_saying_are_cues_and_verbs_of_talks_are_none() -> None:
    verbs = attribution_cues(CueKind.VERB)
    assert verbs["underscore"] >= {"clause"}
    assert verbs["commiserate"] == {"clause", "object"}, "known from the verbs of saying alone"
    assert "canvass" not in verbs


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("verb\tsay\tclause|nothing", ":2: 'nothing' is nothing that a cue takes"),
        ("verb\tsay\tclause\nverb\tsay\tobject", ":3: 'say' has a line already"),
        ("adverb\tsay\tclause", ":2: "),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, message: str) -> None:
    path = tmp_path / "attribution_cues.tsv"
    path.write_text(f"kind\tcue\ttakes\n{lines}\n", encoding="utf-8")
    monkeypatch.setattr(attribution, "data_file", lambda name: path)
    with pytest.raises(VocabularyError, match=r"attribution_cues\.tsv") as raised:
        attribution_cues.__wrapped__(CueKind.VERB)
    assert message in str(raised.value)
