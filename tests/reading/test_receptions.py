"""Whom office-holders represent who receive somebody at home, where no publisher is known."""

import pytest

from memcon import read
from memcon.model import Cited
from memcon.sources import document_from_text


def party(text: str, name: str) -> Cited[str] | None:
    (account, *_) = read(document_from_text(text))
    return next(p.party for p in account.participants if p.name and p.name.value == name)


@pytest.mark.parametrize(
    ("text", "name", "code", "words"),
    [
        ("Prime Minister Tomáš Kolář received Vietnamese Deputy Prime Minister Phan Quang Hải in Prague.", "Tomáš Kolář", "CZ", "Prague"),
        ("South African Deputy President Sipho Maseko was received by Premier Gao Wenbin in Beijing.", "Gao Wenbin", "CN", "Beijing"),
        ("Deputy Foreign Minister Sunita Thapa meets the Ambassador of Norway, Lars Henrik Dahl, in Kathmandu.", "Sunita Thapa", "NP", "Kathmandu"),
    ],
)  # fmt: skip
def test_who_receives_a_guest_is_at_home(text: str, name: str, code: str, words: str) -> None:
    found = party(text, name)
    assert found is not None
    assert (found.value, found.rule, found.spans[0].text) == (code, "party.receives-at-home", words)


def test_whom_an_ambassador_sees_is_of_the_state_that_he_is_accredited_to() -> None:
    text = "The Ambassador of Japan to Bangladesh, Kenji Mori, paid a courtesy call on Foreign Minister Rafiqul Karim."
    found = party(text, "Rafiqul Karim")
    assert found is not None
    assert (found.value, found.rule) == ("BD", "party.accredited")


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Gergely Balogh met Serbian Energy Minister Milica Jović in Vienna.",  # a third country
        "Prime Minister Tomáš Kolář received Czech Deputy Prime Minister Jan Novotný in Prague.",  # his own
        "Prime Minister Tomáš Kolář received Vietnamese Deputy Prime Minister Phan Quang Hải.",  # no place
    ],
)
def test_nothing_is_guessed_from_a_city_where_others_may_meet(text: str) -> None:
    accounts = list(read(document_from_text(text)))
    told = [p.party.value for a in accounts for p in a.participants if p.party]
    assert not set(told) & {"AT", "HU"}
    assert "CZ" not in told or "Czech" in text


def test_a_publisher_decides_before_the_place() -> None:
    text = "Prime Minister Aino Virtanen received Vietnamese Deputy Prime Minister Phan Quang Hải in Prague."
    (account, *_) = read(document_from_text(text, publisher="Government of Finland"))
    assert [p.party.value for p in account.participants if p.party] == ["FI", "VN"]
