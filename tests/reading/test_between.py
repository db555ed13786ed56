"""An occasion between parties, one of which a short report may leave untold."""

import pytest

from memcon import read
from memcon.model import Account
from memcon.sources import document_from_text


def subjects(text: str, publisher: str | None = None) -> list[Account]:
    return [a for a in read(document_from_text(text, publisher=publisher)) if a.main]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("FM Kaarel Tamm spoke on the phone with US Secretary of State Dana Whitcomb this morning.", ["US"]),
        ("Today I met with Foreign Minister Lindqvist of Sweden.", ["SE"]),
        ("Received today H.E. Ambassador Thomas Berger of Austria.", ["AT"]),
        ("Ambassador Rosa Valverde presented her credentials to the President of Ghana, Kwabena Ofori.", ["GH"]),
        ("Brazilian Foreign Minister Caio Ferraz met his counterpart Shen Guowei.", ["BR"]),
    ],
)
def test_the_second_party_may_go_untold(text: str, codes: list[str]) -> None:
    (account,) = subjects(text)
    assert [p.value for p in account.parties] == codes


@pytest.mark.parametrize(
    "text",
    [
        "French President Luc Marchand met Prime Minister Denis Arnaud in Paris.",  # whose he is was said before
        "Agriculture Minister Jan Vermeulen met farmers in Utrecht on Monday.",
        "President Luc Marchand and Prime Minister Denis Arnaud met in Paris.",
    ],
)
def test_a_domestic_meeting_is_no_engagement(text: str) -> None:
    assert subjects(text) == []


def test_a_publisher_who_tells_of_his_own_meeting_takes_part() -> None:
    text = "Had a productive meeting with my Greek counterpart Nikos Vlachos in Nicosia."
    (account,) = subjects(text, publisher="Ministry of Foreign Affairs of Cyprus")
    assert [(p.value, p.rule) for p in account.parties] == [("GR", "stated"), ("CY", "party.publisher-speaks")]
