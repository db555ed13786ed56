import re
from collections import defaultdict

import pytest

from memcon.vocabulary.fold import fold
from memcon.vocabulary.states import state, state_name, states

CODES = {s.code for s in states()}
NO_MEMBERS = {
    "XK": "Kosovo",
    "PS": "Palestinian Authority",
    "TW": "Taiwan",
    "VA": "Holy See",
    "CK": "Cook Islands",
    "NU": "Niue",
    "HK": "Hong Kong",
    "MO": "Macao",
    "GL": "Greenland",
    "FO": "Faroe Islands",
    "AW": "Aruba",
    "CW": "Curaçao",
    "NC": "New Caledonia",
    "PF": "French Polynesia",
}


def test_codes_are_two_capitals_and_stand_once() -> None:
    assert [s.code for s in states() if not re.fullmatch(r"[A-Z]{2}", s.code)] == []
    assert len(CODES) == len(states())


def test_every_member_of_the_united_nations_is_there() -> None:
    assert set(NO_MEMBERS) < CODES
    assert len(CODES - set(NO_MEMBERS)) == 193


@pytest.mark.parametrize("code", sorted(NO_MEMBERS))
def test_usual_names_of_those_that_are_no_members(code: str) -> None:
    assert state_name(code) == NO_MEMBERS[code]


def test_no_form_names_two_states() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for s in states():
        for form in (*s.names, *s.adjectives, *s.people, *s.seats, *s.metonyms):
            owners[fold(form)].add(s.code)
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}


def test_no_cell_repeats_a_form() -> None:
    for s in states():
        for forms in (s.names, s.adjectives, s.people, s.seats, s.metonyms):
            assert len({fold(f) for f in forms}) == len(forms), (s.code, forms)


def test_every_member_has_a_name_and_nearly_all_a_seat() -> None:
    assert [s.code for s in states() if not s.names] == []
    # City states, whose name says it, and those without a government of their own abroad.
    assert {s.code for s in states() if not s.seats} == {"MC", "SG", "VA", "HK", "MO"}


def test_forms_are_written_with_straight_apostrophes() -> None:
    forms = [f for s in states() for f in (*s.names, *s.adjectives, *s.people, *s.seats, *s.metonyms)]
    assert [f for f in forms if "’" in f] == []


def test_state_by_code() -> None:
    found = state("KZ")
    assert found is not None
    assert found.seats[0] == "Astana"
    assert state("ZZ") is None
    assert state_name("ZZ") is None
