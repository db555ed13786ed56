"""What offices are for: desks in brackets, fields that no list knows, fields that hold a party's name."""

import pytest

from memcon.reading.people import find_people
from memcon.vocabulary.lexicon import find_phrases

Read = tuple[str | None, str | None, str | None]


def first(text: str) -> Read:
    """Name, office and party of the first person in a text."""
    mention = find_people(text, find_phrases(text))[0]
    return (
        text[slice(*mention.name)] if mention.name else None,
        text[slice(*mention.office)] if mention.office else None,
        mention.party.code if mention.party else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary (East) Arjun Rathore met", ("Arjun Rathore", "Secretary (East)", None)),
        (
            "Additional Secretary (Eurasia and Gulf) Arjun Rathore met",
            ("Arjun Rathore", "Additional Secretary (Eurasia and Gulf)", None),
        ),
        ("Secretary (MEA) Arjun Rathore met", ("Arjun Rathore", "Secretary", None)),
        ("Minister (East) Arjun Rathore met", (None, "Minister", None)),
    ],
)
def test_a_secretarys_desk_in_brackets(text: str, expected: Read) -> None:
    assert first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Foreign Affairs and Pelology Maria Rossi arrived",
            ("Maria Rossi", "Minister of Foreign Affairs and Pelology", None),
        ),
        (
            "Minister of Foreign Affairs and Pelology of Malta Maria Rossi arrived",
            ("Maria Rossi", "Minister of Foreign Affairs and Pelology", "MT"),
        ),
        ("Minister of Foreign Affairs and Rossi arrived", (None, "Minister of Foreign Affairs", None)),
    ],
)
def test_a_last_field_that_no_list_knows(text: str, expected: Read) -> None:
    assert first(text) == expected


@pytest.mark.parametrize(
    ("text", "office", "party"),
    [
        (
            "Minister of Foreign Affairs, African Integration and Chadians Abroad Abakar Moussa",
            "Minister of Foreign Affairs, African Integration and Chadians Abroad",
            "TD",
        ),
        ("Special Envoy for Tigray Owen Marchbanks met", "Special Envoy for Tigray", None),
        (
            "Director of the Office of His Majesty Talal Haddad met",
            "Director of the Office of His Majesty",
            None,
        ),
        ("thanked the Foreign Minister for Korea’s commitment", "Foreign Minister", None),
        (
            "Cabinet Secretary for Foreign Affairs Ambassador Grace Wanjiru",
            "Cabinet Secretary for Foreign Affairs",
            None,
        ),
    ],
)
def test_fields(text: str, office: str, party: str | None) -> None:
    assert first(text)[1:] == (office, party)
