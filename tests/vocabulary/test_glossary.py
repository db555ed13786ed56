"""Every word that pages show is told."""

from collections import Counter

import pytest

from memcon.exporting.rows import COLUMNS
from memcon.linking.engagements import Review, Standing
from memcon.model import Act, DocumentKind, EngagementKind, Mode, Status
from memcon.record import Band
from memcon.vocabulary.glossary import Group, explained, glossary


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (Group.ACT, list(Act)),
        (Group.KIND, list(EngagementKind)),
        (Group.STATUS, list(Status)),
        (Group.MODE, list(Mode)),
        (Group.DOCUMENT, list(DocumentKind)),
        (Group.STANDING, list(Standing)),
        (Group.CONFIDENCE, list(Band)),
        (Group.REVIEWED, list(Review)),
        (Group.COLUMN, list(COLUMNS)),
    ],
)
def test_every_value_is_told(group: Group, words: list[str]) -> None:
    assert [row.term for row in glossary() if row.group is group] == [str(word) for word in words]


def test_each_word_stands_once_and_says_something() -> None:
    assert max(Counter((row.group, row.term) for row in glossary()).values()) == 1
    for row in glossary():
        assert row.meaning
        assert row.meaning == row.meaning.strip()
        assert not row.meaning.endswith(".")


def test_a_word_is_explained() -> None:
    assert "thanked" in explained("act", "support")
    assert explained("act", "sing") == ""
