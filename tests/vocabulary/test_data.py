"""The data files themselves: what a wrong line would break."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import memcon
from memcon.vocabulary.document_kinds import kind_signs
from memcon.vocabulary.homes import knows_office
from memcon.vocabulary.layout_lines import gap_marks, layout_lines, not_labels, turn_labels
from memcon.vocabulary.occasions import not_occasions, occasion_nouns, occasion_verbs
from memcon.vocabulary.offices import office_heads, office_words
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.publishers import publisher_country, publishers
from memcon.vocabulary.references import Who, reference_at
from memcon.vocabulary.rules import rules
from memcon.vocabulary.speech import act_cues, speech_nouns, speech_verbs
from memcon.vocabulary.spellings import family_first
from memcon.vocabulary.states import states

CODES = {s.code for s in states()}
SOURCE = Path(memcon.__file__).parent


def test_publishers() -> None:
    known = CODES | {o.code for o in organisations()}
    for row in publishers():
        assert row.country is None or row.country in known, row.domain
        ZoneInfo(row.timezone)
    assert publisher_country("https://www.state.gov/a/b", None) == "US"
    assert publisher_country(None, "President of Ukraine") == "UA"
    assert publisher_country("https://www.reuters.com/x", None) is None
    assert publisher_country("https://news.example/x", "President of Ukraine") == "UA"
    assert publisher_country(None, "The Senator's Page") is None, "a name is found as words, not inside them"


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


def test_every_rule_that_the_code_names_has_a_meaning() -> None:
    named: set[str] = set()
    for path in (SOURCE / "reading").glob("*.py"):
        named |= set(
            re.findall(
                r"\"((?:date|kind|mode|status|party|place|speaker|act|document)\.[a-z-]+)\"", path.read_text("utf-8")
            )
        )
    for path in (SOURCE / "comparing").rglob("*.py"):
        named |= set(re.findall(r"\"((?:owner|due)\.[a-z-]+)\"", path.read_text("utf-8")))
    assert "owner.speaker" in named
    assert sorted(named - set(rules())) == []


def test_family_names_first() -> None:
    assert family_first() <= CODES
