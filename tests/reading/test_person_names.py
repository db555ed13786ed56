"""Names that look like offices, capitals or articles."""

import pytest

from memcon.reading.people import find_people
from memcon.vocabulary.lexicon import find_phrases


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("President of the European Commission Sofia Marchetti arrived", "Sofia Marchetti", "President"),
        ("Sheikh Sultan bin Rakan arrived", "Sultan bin Rakan", None),
        ("Foreign Minister Haidar al-Janabi of Iraq arrived", "Haidar al-Janabi", "Foreign Minister"),
        ("met Sultan bin Rakan, Foreign Minister of Oman, today", "Sultan bin Rakan", "Foreign Minister"),
        ("Sultan Haitham met", "Haitham", "Sultan"),
        ("Foreign Minister Isa bin Khalid Al Amer arrived", "Isa bin Khalid Al Amer", "Foreign Minister"),
        ("Foreign Minister Warren Cole, Jr. arrived", "Warren Cole, Jr.", "Foreign Minister"),
        ("Secretary Samantha Power arrived", "Samantha Power", "Secretary"),
    ],
)
def test_names(text: str, name: str, office: str | None) -> None:
    mention = find_people(text, find_phrases(text))[0]
    assert mention.name is not None
    assert text[slice(*mention.name)] == name
    assert (text[slice(*mention.office)] if mention.office else None) == office
