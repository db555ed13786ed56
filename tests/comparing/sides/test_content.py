"""What a point is about."""

import pytest
from tests.comparing.sides.accounts import content

from memcon.comparing.sides.content import Common


def test_words_without_those_who_meet_and_without_verbs_of_saying() -> None:
    common = Common(frozenset({"NO", "EE"}), frozenset({"falk", "saar"}))
    found = content("Prime Minister Falk underlined Norway’s support for the undersea cables", common=common)
    assert found.stems == {"undersea", "cabl"}


def test_subjects_with_the_words_that_name_them() -> None:
    found = content("They spoke about wheat exports by sea and about cease-fire talks").subjects
    assert found["food security"] == "wheat"
    assert found["trade"] == "exports"
    assert found["peace talks and the settlement of conflicts"] == "cease-fire"


def test_states_bodies_and_proper_names_other_than_those_who_meet() -> None:
    common = Common(frozenset({"US", "UA"}), frozenset())
    found = content("The leaders spoke about Patriot batteries for Ukraine, NATO and Poland", common=common).named
    assert found == {"NATO": "NATO", "PL": "Poland", "Patriot": "Patriot"}


@pytest.mark.parametrize(
    ("words", "numbers", "days"),
    [
        ("Security Council Resolution 2231", {"2231"}, set()),
        ("it gave $1,200 million", set(), set()),
        ("talks on 12 May 2024", set(), {"2024-05-12"}),
        ("they spoke today", set(), set()),
    ],
)
def test_figures_in_normal_form(words: str, numbers: set[str], days: set[str]) -> None:
    found = content(words, common=Common(anchor="2024-04-02"))
    assert (set(found.numbers), set(found.days)) == (numbers, days)


def test_quantities_with_what_they_are_of() -> None:
    found = content("12 ships and $1,200 million, by 15 percent, on 12 May").quantities
    assert [(q.of, q.quantity.low) for q in found] == [("ship", 12), ("USD", 1.2e9), ("percent", 15)]
    (dollars,) = content("$5 million", common=Common(own="AU")).quantities
    assert dollars.of == "AUD"


def test_denial() -> None:
    assert content("He rejected the link between the two cases").negated
    assert not content("He noted the link between the two cases").negated
