"""Phrases and pieces of phrases."""

import pytest
from tests.comparing.held import call, held

from memcon.comparing.phrases.finding import find_uses
from memcon.comparing.phrases.grammar import is_whole
from memcon.comparing.phrases.scopes import scope_of_all
from memcon.vocabulary.set_phrases import finder_of


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("close consultation", True),
        ("quiet strength of the northern lighthouse treaty", True),
        ("remain in close", False),
        ("quiet strength of the northern", False),
        ("including trawlers", False),
    ],
)
def test_what_ends_in_a_noun_is_whole(words: str, whole: bool) -> None:
    text = (
        "They agreed to remain in close consultation. The Secretary underscored the quiet strength of the northern "
        "lighthouse treaty. They discussed ships, including trawlers."
    )
    material = held(call("x", "2031-01-10", text))
    uses = find_uses(material, scope_of_all(material), {words: finder_of((words,))})[words]
    assert is_whole(material, uses) is whole
