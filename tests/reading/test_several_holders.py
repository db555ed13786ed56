"""Several holders of one office in a list."""

import pytest

from memcon import read_document
from memcon.reading.people import find_people
from memcon.sources import document_from_text
from memcon.vocabulary.lexicon import find_phrases


def people(text: str) -> list[tuple[str, str | None]]:
    found = find_people(text, find_phrases(text))
    return [(text[slice(*m.name)], m.party.code if m.party else None) for m in found if m.name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Foreign Ministers of Armenia and Azerbaijan, Arman Petrosyan and Elchin Huseynov, met in Almaty.",
            [("Arman Petrosyan", "AM"), ("Elchin Huseynov", "AZ")],
        ),
        (
            "Foreign Ministers of Poland, Latvia and Finland, Marek Lisowski, Inese Krastina and Aino Virtanen, met.",
            [("Marek Lisowski", "PL"), ("Inese Krastina", "LV"), ("Aino Virtanen", "FI")],
        ),
        (
            "with his Azerbaijani and Georgian counterparts, Rauf Ismayilzade and Davit Khutsurauli,",
            [("Rauf Ismayilzade", "AZ"), ("Davit Khutsurauli", "GE")],
        ),
    ],
)
def test_names_go_with_states_in_their_order(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text) == found


def test_names_that_are_not_as_many_as_the_states_go_with_none() -> None:
    text = "The Foreign Ministers of Armenia, Georgia and Azerbaijan, Arman Petrosyan and Elchin Huseynov, met."
    assert all(party is None for _, party in people(text))


@pytest.mark.parametrize(
    ("said", "office"), [("Foreign Ministers", "Foreign Minister"), ("foreign ministers", "foreign minister")]
)
def test_each_of_several_is_told_by_the_office_in_the_singular(said: str, office: str) -> None:
    text = f"The {said} of Finland and Norway, Anna Virta and Olav Berg, met in Tromsø on 12 May 2022."
    (met,) = read_document(document_from_text(text, name="pasted")).accounts
    assert [(p.office.value, p.office.rule) for p in met.participants if p.office] == [
        (office, "office.one-of-several")
    ] * 2
