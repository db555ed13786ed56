"""Words of names and offices."""

from memcon.comparing.names import name_words, words_of_offices
from memcon.model import Cited, Participant


def test_words_of_names() -> None:
    named = Participant(Cited("Åse Ryd-Holm", ()), None, None)
    unnamed = Participant(None, Cited("Secretary of State", ()), None)
    assert {"ase", "ryd"} <= name_words([named, unnamed])
    assert name_words([unnamed]) == frozenset()


def test_words_of_offices() -> None:
    assert {"minister", "secretary", "president"} <= words_of_offices()
