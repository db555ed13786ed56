"""Offices that one person holds together, and those of several."""

import pytest

from memcon.reading.people import find_people
from memcon.vocabulary.lexicon import find_phrases


def read(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (
            text[slice(*m.name)] if m.name else None,
            text[slice(*m.office)] if m.office else None,
            m.party.code if m.party else None,
        )
        for m in find_people(text, find_phrases(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of State, Minister of Foreign Affairs of Chad Abakar Moussa arrived",
            [("Abakar Moussa", "Minister of State, Minister of Foreign Affairs", "TD")],
        ),
        (
            "Deputy Prime Minister, Minister of Defence of Latvia Janis Ozols met",
            [("Janis Ozols", "Deputy Prime Minister, Minister of Defence", "LV")],
        ),
        (
            "Malta’s President, Prime Minister, and others met",
            [(None, "President", "MT"), (None, "Prime Minister", None)],
        ),
        ("the President, Minister Lund and others", [(None, "President", None), ("Lund", "Minister", None)]),
        (
            "Saudi Prince Saad Al Rashid, Crown Prince, Deputy Prime Minister and Minister of Defence, met",
            [
                ("Saad Al Rashid", "Prince", "SA"),
                (None, "Crown Prince, Deputy Prime Minister and Minister of Defence", None),
            ],
        ),
    ],
)
def test_offices_with_a_comma_between(text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert read(text) == expected


def test_the_state_that_sends_an_ambassador_ends_the_office() -> None:
    assert read("Ambassador of the Kingdom of Norway to Malta Siri Dahl met") == [("Siri Dahl", "Ambassador", "NO")]


def test_a_prince_after_an_office_is_a_name_s_title() -> None:
    assert read("Foreign Minister Prince Faisal met")[0][:2] == ("Faisal", "Foreign Minister")


@pytest.mark.parametrize("dash", ["–", "-", "—"])
def test_a_deputy_with_a_field_after_a_dash_is_one_person(dash: str) -> None:
    text = f"the Deputy Prime Minister {dash} Minister of Foreign Affairs of Kazakhstan Yerlan Sadykov received"
    assert read(text) == [("Yerlan Sadykov", f"Deputy Prime Minister {dash} Minister of Foreign Affairs", "KZ")]


def test_two_offices_with_a_dash_between_are_two_peoples() -> None:
    found = read("Talks: Prime Minister – Foreign Minister Olav Berg of Norway")
    assert [office for _, office, _ in found] == ["Prime Minister", "Foreign Minister"]
