"""The data files themselves: what a wrong line would break."""

import re
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import memcon
from memcon.vocabulary.document_kinds import kind_signs
from memcon.vocabulary.forums import forum_words, forums
from memcon.vocabulary.homes import knows_office
from memcon.vocabulary.layout_lines import gap_marks, layout_lines, not_labels, turn_labels
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.occasions import not_occasions, occasion_nouns, occasion_verbs
from memcon.vocabulary.offices import office_heads, office_words
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.places import city, named_places, regions
from memcon.vocabulary.publishers import publisher_country, publishers
from memcon.vocabulary.references import Who, reference_at
from memcon.vocabulary.rules import rules
from memcon.vocabulary.speech import act_cues, speech_nouns, speech_verbs
from memcon.vocabulary.states import state_name, states

CODES = {s.code for s in states()}
SOURCE = Path(memcon.__file__).parent


def test_states() -> None:
    assert all(re.fullmatch(r"[A-Z]{2}", s.code) for s in states())
    assert len(CODES) == len(states())
    others = {"XK", "PS", "TW", "VA", "CK", "NU", "HK", "MO"}
    assert others < CODES
    assert len(CODES - others) == 193, "the members of the United Nations"
    names = Counter(n for s in states() for n in s.names)
    assert [n for n, c in names.items() if c > 1] == []
    adjectives = Counter(a for s in states() for a in s.adjectives)
    assert [a for a, c in adjectives.items() if c > 1] == []


def test_organisations_and_forums() -> None:
    codes = [o.code for o in organisations()]
    assert len(set(codes)) == len(codes)
    assert {"EU", "NATO", "UN", "ASEAN", "OSCE", "IAEA", "ICRC", "African Union"} <= set(codes)
    for row in forums().values():
        assert set(row.parties) <= CODES | set(codes), row.code
    assert set(forum_words().values()) <= {"conference", "meeting"}


def test_places_and_publishers() -> None:
    assert {p.country for p in named_places().values()} <= CODES
    assert set(regions().values()) <= CODES
    known = CODES | {o.code for o in organisations()}
    for row in publishers():
        assert row.country is None or row.country in known, row.domain
        ZoneInfo(row.timezone)
    assert publisher_country("https://www.state.gov/a/b", None) == "US"
    assert publisher_country(None, "President of Ukraine") == "UA"
    assert publisher_country("https://www.reuters.com/x", None) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Astana", "KZ"),
        ("Samarkand", "UZ"),
        ("Geneva", "CH"),
        ("Brussels", "BE"),
        ("Kyiv", "UA"),
        ("Doha", "QA"),
        ("Jeddah", "SA"),
        ("Glasgow", "GB"),
        ("New York", "US"),
        ("Honolulu", "US"),
        ("St Petersburg", "RU"),
        ("Sharm el-Sheikh", "EG"),
        ("Bogotá", "CO"),
        ("Bogota", "CO"),
        ("Washington", "US"),
        ("Nairobi", "KE"),
    ],
)
def test_cities(name: str, country: str) -> None:
    found = city(name)
    assert found is not None
    assert found.country == country


def test_words_that_are_no_city() -> None:
    assert [n for n in ("Of", "March", "Sullivan", "Reading", "Wang") if city(n)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-Japan ties", [("U.S.", "US"), ("Japan", "JP")]),
        ("Ukrainian-Austrian talks", [("Ukrainian", "UA"), ("Austrian", "AT")]),
        ("the People’s Republic of China’s view", [("People’s Republic of China", "CN")]),
        ("Cote d'Ivoire and Türkiye", [("Cote d'Ivoire", "CI"), ("Türkiye", "TR")]),
        ("MINISTER OF THE RUSSIAN FEDERATION", [("RUSSIAN FEDERATION", "RU")]),
        ("the North Atlantic Treaty Organization", [("North Atlantic Treaty Organization", "NATO")]),
        ("the C5+1 format", [("C5+1", "C5+1")]),
        ("Guinea-Bissau and Equatorial Guinea", [("Guinea-Bissau", "GW"), ("Equatorial Guinea", "GQ")]),
        ("they told us about chad and turkey", []),
    ],
)
def test_phrases(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[m.start : m.end], m.code) for m in find_phrases(text)] == expected


def test_every_file_is_read_and_every_pattern_is_one() -> None:
    assert layout_lines()
    assert gap_marks()
    assert kind_signs()
    assert act_cues()
    assert not_occasions().search("a press conference")
    assert turn_labels()["QUESTION"].value == "questioner"
    assert "begin text" in not_labels()
    assert {"discuss", "reaffirm", "concur", "underscore"} <= set(speech_verbs())
    assert speech_nouns()["hope"].value == "request"
    assert ("telephone", "conversation") in occasion_nouns()
    assert "meet" in occasion_verbs()
    assert ("prime", "minister") in office_heads()
    assert "affairs" in office_words()
    assert reference_at("both sides") is Who.ALL
    assert not knows_office("US", "Prime Minister")
    assert state_name("KZ") == "Kazakhstan"


def test_every_rule_that_the_code_names_has_a_meaning() -> None:
    named: set[str] = set()
    for path in (SOURCE / "reading").glob("*.py"):
        named |= set(
            re.findall(
                r"\"((?:date|kind|mode|status|party|place|speaker|act|document)\.[a-z-]+)\"", path.read_text("utf-8")
            )
        )
    assert sorted(named - set(rules())) == []
