import pytest

from memcon.model import Act
from memcon.reading.acts import act_of, act_of_quotation, speech_verb
from memcon.reading.model_english import english


def act(clause: str) -> str | None:
    doc = english()(f"The ministers {clause}.")
    row = speech_verb(next(t for t in doc if t.text == clause.split()[0]))
    return act_of(row, clause)[0].value if row else None


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("expressed their deep gratitude for the help", "support"),
        ("expressed serious concern over the delay", "criticize"),
        ("expressed the hope that talks would resume", "request"),
        ("expressed opposition to the plan", "reject"),
        ("exchanged greetings on the holiday", "support"),
        ("exchanged views on trade", "discuss"),
        ("conveyed to the President the greetings of the King", "support"),
        ("reaffirmed their commitment to peace", "support"),
        ("reaffirmed that trade matters", "assert"),
        ("underscored the commitment to peace", "assert"),
        ("recognized the importance of ports", "assert"),
        ("recognized the contribution of the crews", "support"),
        ("called for calm", "request"),
        ("called on all sides to stop", "request"),
        ("shared the view that trade matters", "agree"),
        ("shared their views on trade", "discuss"),
        ("took note of the report", "assert"),
        ("touched upon climate change", "discuss"),
        ("said that Norland will provide aid", "pledge"),
        ("said that Norland is a large country", "assert"),
        ("said that the guests must leave", "request"),
        ("informed the press about the visit", "discuss"),
        ("pointed out that the road is long", "assert"),
        ("ruled out further talks", "reject"),
        ("warned against haste", "warn"),
    ],
)
def test_acts(clause: str, expected: str) -> None:
    assert act(clause) == expected


@pytest.mark.parametrize("clause", ["called on the President", "spoke on Friday with the King", "had a phone call"])
def test_no_verb_of_saying_without_its_words(clause: str) -> None:
    assert act(clause) is None


def test_of_two_senses_the_first_words_decide() -> None:
    assert act("expressed support for talks on their concerns") == "support"


def test_an_adverb_turns_judging_into_praise() -> None:
    doc = english()("The ministers highly assessed the state of trade.")
    row = speech_verb(doc[3])
    assert row is not None
    assert row.act is Act.SUPPORT


def test_acts_of_quotations() -> None:
    assert act_of_quotation("We thank you all") == (Act.SUPPORT, "act.by-what-is-said")
    assert act_of_quotation("The world must act") == (Act.REQUEST, "act.by-what-is-said")
    assert act_of_quotation("It rains in the hills") == (Act.ASSERT, "act.quotation")
