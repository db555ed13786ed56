"""Commitments in one document: what binds, who is to do it, for whom, by when."""

import pytest
from tests.comparing.held import Page, call, held

from memcon.comparing.commitments.dues import due_of
from memcon.comparing.commitments.finding import firmness_of, pledges_in
from memcon.comparing.commitments.values import Binding, Pledge
from memcon.model import Span
from memcon.vocabulary.commitments import Firmness


def pledges(text: str) -> list[Pledge]:
    material = held(call("x", "2031-05-02", text))
    (document,) = material.documents
    found = pledges_in(material, document)
    for pledge in found:
        assert pledge.words.stands_in(material.documents[document].text)
        assert pledge.words.start <= pledge.object.start <= pledge.object.end <= pledge.words.end
    return found


@pytest.mark.parametrize(
    ("text", "binding", "owners", "firm"),
    [
        ("The ministers agreed to hold talks in Bodø.", Binding.AGREED, ["NO", "US"], Firmness.DEFINITE),
        ("They decided to open a register of ships.", Binding.DECIDED, ["NO", "US"], Firmness.DEFINITE),
        ("Foreign Minister Solberg-Lie pledged to train ten pilots.", Binding.PLEDGED, ["NO"], Firmness.DEFINITE),
        ("The United States will provide four tugs to Norway.", Binding.PLEDGED, ["US"], Firmness.DEFINITE),
        ("They agreed that Norway would host the next round.", Binding.AGREED, ["NO"], Firmness.DEFINITE),
        (
            "The ministers agreed to continue their close cooperation at sea.",
            Binding.AGREED,
            ["NO", "US"],
            Firmness.GENERAL,
        ),
    ],
)
def test_what_is_undertaken_and_by_whom(text: str, binding: Binding, owners: list[str], firm: Firmness) -> None:
    (pledge,) = pledges(text)
    assert pledge.binding is binding
    assert sorted(o.value for o in pledge.owners) == owners
    assert pledge.firm is firm


@pytest.mark.parametrize(
    "text",
    [
        "They discussed whales.",
        "Storms will close the harbour in winter.",
        "The ministers agreed that further delays would endanger the herring.",
    ],
)
def test_what_is_no_commitment(text: str) -> None:
    assert pledges(text) == []


def test_a_shared_view_is_a_stance() -> None:
    (pledge,) = pledges("The ministers agreed on the importance of safe shipping in the north.")
    assert pledge.firm is Firmness.STANCE


def test_for_whom_and_by_when() -> None:
    (pledge,) = pledges(
        "The United States will provide $3 million to the people of Moldova in Norway by the end of 2032."
    )
    assert [b.value for b in pledge.beneficiaries] == ["MD"], "Norway is only where"
    assert pledge.due is not None
    assert (pledge.due.date, pledge.due.words.text) == ("2032", "the end of 2032") or pledge.due.date == "2032"


def test_a_transcript_s_moderator_and_questioners_promise_nothing() -> None:
    text = (
        "MODERATOR: We will open the floor to two questions from Latvian papers.\n\n"
        "FOREIGN MINISTER VIRTA: Thank you. Finland will provide two icebreakers to Latvia.\n\n"
        "QUESTION: Latvia will send a ship. Is that so?\n"
    )
    title = "Remarks by Finnish Foreign Minister Aino Virta and Latvian Foreign Minister Janis Ozols in Helsinki"
    material = held(Page("t", "2031-06-03", "Ministry for Foreign Affairs of Finland", text, title))
    (document,) = material.documents
    (pledge,) = pledges_in(material, document)
    assert [o.value for o in pledge.owners] == ["FI"]
    assert [b.value for b in pledge.beneficiaries] == ["LV"]
    assert pledge.spoken


def test_reprinted_words_are_told_once() -> None:
    text = (
        "They agreed to hold a second round of talks on herring in Bodø in May. They discussed the safety of ferries."
    )
    copy = Page(
        "copy",
        "2031-09-02",
        "Fjord Post",
        call("x", "2031-01-02", text).text + "\n\nOfficial news published by the United States Department of State",
    )
    material = held(call("x", "2031-01-02", text), copy)
    found = [p for d in material.documents for p in pledges_in(material, d)]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("words", "firm"),
    [
        ("agreed to |hold talks", Firmness.DEFINITE),
        ("agreed to |work together to open a port", Firmness.GENERAL),
        ("committed to |the one China policy", Firmness.STANCE),
        ("agreed |that trade is good", Firmness.STANCE),
        ("agreed that |Norway would host talks", Firmness.DEFINITE),
        ("pledged |$5 million", Firmness.DEFINITE),
        ("pledged to |dance", Firmness.GENERAL),
    ],
)
def test_firmness(words: str, firm: Firmness) -> None:
    begin = words.index("|")
    assert firmness_of(words.replace("|", ""), begin) is firm


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("agreed to |hold talks in Bodø in February", "2032-02"),
        ("pledged to |double aid by 2035", "2035"),
        ("will |meet by the end of the year", "2031"),
        ("agreed to |meet early next year", "2032"),
        ("agreed to |meet as soon as possible", None),
    ],
)
def test_due(words: str, date: str | None) -> None:
    begin = words.index("|")
    words = words.replace("|", "")
    found = due_of(Span("d", 10, 10 + len(words), words), begin, "2031-05-02")
    assert found is not None
    assert found.date == date
    assert words[found.words.start - 10 : found.words.end - 10] == found.words.text


@pytest.mark.parametrize(
    "words", ["honour the accord of 2015", "join the plan announced in April", "announce it today", "hold talks"]
)
def test_no_due_date(words: str) -> None:
    assert due_of(Span("d", 0, len(words), words), 0, "2031-05-02") is None
