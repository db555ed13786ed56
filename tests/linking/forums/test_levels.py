"""At which level a session sat."""

import pytest
from tests.linking.forums.build import sessions, told

from memcon.linking.forums.levels import office_level
from memcon.linking.forums.series import Basis

FM, PM = ("Aino Virta", "Foreign Minister", "FI"), ("Anna Berzina", "Prime Minister", "LV")
STATE, AMBASSADOR = ("Dana Whitlow", "Secretary of State", "US"), ("Jan Kask", "Ambassador", "EE")


@pytest.mark.parametrize(
    ("text", "forum", "people", "level", "basis"),
    [
        ("the Baltic Leaders’ Summit", "Baltic Leaders’ Summit", (FM, STATE), "leaders", Basis.WORDS),
        ("the C5+1 Ministerial", "C5+1 Ministerial", (), "ministers", Basis.WORDS),
        ("the Quad Senior Officials Meeting", "Quad", (), "officials", Basis.WORDS),
        ("the first leader-level summit of the Quad", "Quad", (), "leaders", Basis.WORDS),
        ("the Negev Summit", "Negev Summit", (FM, STATE), "ministers", Basis.OFFICES),
        ("the Negev Summit", "Negev Summit", (FM,), "leaders", Basis.SUMMIT),
        ("the C5+1", "C5+1", (FM, STATE, AMBASSADOR), "ministers", Basis.OFFICES),
        ("the C5+1", "C5+1", (PM, FM), "ministers", Basis.OFFICES),
        ("the C5+1", "C5+1", (PM,), "leaders", Basis.ONE_OFFICE),
        ("the C5+1 countries at the summit", "C5+1", (), None, Basis.NOTHING),
    ],
)
def test_by_words_then_by_offices(text: str, forum: str, people: object, level: str, basis: Basis) -> None:
    (session,) = sessions(told(1, text, forum, people=people))
    assert (session.level.level, session.level.basis) == (level, basis)


def test_the_reason_names_the_offices() -> None:
    (session,) = sessions(told(1, "the C5+1", "C5+1", people=(FM, STATE)))
    assert session.level.reason == "by offices: Foreign Minister (FI); Secretary of State (US)"


def test_offices_beside_a_mere_mention_tell_nothing() -> None:
    (session,) = sessions(told(1, "the C5+1", "C5+1", people=(FM, STATE), main=False))
    assert session.level.level is None


@pytest.mark.parametrize(
    ("office", "party", "level"),
    [
        ("President", "KZ", "leaders"),
        ("Chancellor", "DE", "leaders"),
        ("Vice President", "US", "leaders"),
        ("Secretary of State", "US", "ministers"),
        ("State Councilor and Foreign Minister", "CN", "ministers"),
        ("Deputy Minister of Foreign Affairs", "KZ", "officials"),
        ("Acting Assistant Secretary of State", "US", "officials"),
        ("Minister of State for Foreign Affairs", "AE", "officials"),
        ("Assistant to the President", "US", "officials"),
        ("Director General", "IAEA", None),
    ],
)
def test_the_level_of_an_office(office: str, party: str, level: str | None) -> None:
    assert office_level(office, party) == level
