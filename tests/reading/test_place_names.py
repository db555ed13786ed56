"""Places: cities with their countries, and the names that hold a city's and are none."""

import pytest

from memcon.model import Place
from memcon.reading.place_names import find_places
from memcon.vocabulary.lexicon import find_phrases


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They met in Samarkand.", [Place("Samarkand", "UZ")]),
        ("They met in Berlin, Germany.", [Place("Berlin", "DE")]),
        ("A visit to Portsmouth, New Hampshire, ended.", [Place("Portsmouth", "US")]),
        ("They met in Tbilisi, Georgia.", [Place("Tbilisi", "GE")]),
        ("to Atlanta and Clarkston, Georgia, today", [Place("Atlanta", "US"), Place(None, "US")]),
        ("from Atlanta. Georgia is", [Place("Atlanta", "US"), Place(None, "GE")]),
        ("Both recalled the Paris Agreement.", []),
    ],
)
def test_places(text: str, places: list[Place]) -> None:
    assert [p.place for p in find_places(text, find_phrases(text), ())] == places


def test_a_city_within_a_person_is_none() -> None:
    text = "She met London Breed."
    assert find_places(text, find_phrases(text), [(8, 20)]) == []
