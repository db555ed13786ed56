import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.vocabulary.lexicon import find_other_names, find_phrases
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.states import states

KINDS = {"state-name", "state-adjective", "state-people", "seat", "metonym", "organisation", "forum", "place"}


def codes(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.code) for m in find_phrases(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-Japan ties", [("U.S.", "US"), ("Japan", "JP")]),
        ("the U.S.- EU summit", [("U.S.", "US"), ("EU", "EU")]),
        ("Kazakhstan-U.S. talks", [("Kazakhstan", "KZ"), ("U.S.", "US")]),
        ("Russia–Ukraine talks", [("Russia", "RU"), ("Ukraine", "UA")]),
        ("Ukrainian-Austrian talks", [("Ukrainian", "UA"), ("Austrian", "AT")]),
        ("the People’s Republic of China’s view", [("People’s Republic of China", "CN")]),
        ("Cote d'Ivoire and Türkiye", [("Cote d'Ivoire", "CI"), ("Türkiye", "TR")]),
        ("Sao Tome and Principe", [("Sao Tome and Principe", "ST")]),
        ("the North Atlantic Treaty Organization", [("North Atlantic Treaty Organization", "NATO")]),
        ("the C5+1 format", [("C5+1", "C5+1")]),
        ("Guinea-Bissau and Equatorial Guinea", [("Guinea-Bissau", "GW"), ("Equatorial Guinea", "GQ")]),
        ("they told us about chad and turkey", []),
        ("Korean officials", [("Korean", "KR")]),
        ("@US and state/US", []),
    ],
)
def test_parties_and_forums(text: str, expected: list[tuple[str, str]]) -> None:
    assert codes(text) == expected


def test_names_in_capitals_also_inside_a_mixed_line() -> None:
    assert codes("MINISTER OF THE RUSSIAN FEDERATION") == [("RUSSIAN FEDERATION", "RU")]
    assert codes("PRESIDENT OF MONGOLIA: Welcome.") == [("MONGOLIA", "MN")]


@pytest.mark.parametrize("text", ["Latin America", "the South China Sea", "the Washington Post", "the Gulf of Oman"])
def test_names_that_only_contain_a_party_s(text: str) -> None:
    assert find_phrases(text) == []
    (found,) = find_other_names(text)
    assert text.endswith(text[found[0] : found[1]])


def test_treaties_tell_no_city() -> None:
    text = "They met in Paris on the Paris Agreement."
    assert [(m.start, m.kind) for m in find_phrases(text)] == [(text.index("Paris"), "seat")]
    assert find_other_names(text) == [(text.index("Paris Agreement"), text.index("."))]


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("The White House said on Monday", "metonym", "US"),
        ("according to the Kremlin spokesman", "metonym", "RU"),
        ("They met at the White House", "place", "White House"),
        ("in the White House press room", "place", "White House"),
        ("White House, 10:00", "place", "White House"),
        ("talks in Hyderabad House", "place", "Hyderabad House"),
    ],
)
def test_a_building_or_those_who_sit_in_it(text: str, kind: str, code: str) -> None:
    assert [(m.kind, m.code) for m in find_phrases(text)] == [(kind, code)]


@given(st.text(alphabet="AUSKazakhstan .-’'+0159\nÉé", max_size=60))
def test_matches_stand_in_order_inside_the_text(text: str) -> None:
    at = 0
    for match in find_phrases(text):
        assert at <= match.start < match.end <= len(text)
        assert match.kind in KINDS
        at = match.end


@pytest.mark.parametrize("state", states(), ids=lambda s: s.code)
def test_every_name_of_a_state_is_found_whole(state: object) -> None:
    wanted = next(s for s in states() if s is state)
    for name in wanted.names:
        found = find_phrases(name)
        assert [(m.start, m.end, m.code) for m in found] == [(0, len(name), wanted.code)], name


def test_every_name_of_an_organisation_is_found_whole() -> None:
    for body in organisations():
        for name in body.names:
            assert [(m.start, m.end, m.code) for m in find_phrases(name)] == [(0, len(name), body.code)], name
