"""Whose statements are, at which of several subjects, and own promises."""

import pytest

from memcon.model import Account

from .told import AGENCY, FINLAND, names, statements, subjects

MET = (
    "Foreign Minister Virta met Foreign Minister Ozols of Latvia",
    "Foreign Minister Aino Virta met with Foreign Minister of Latvia Janis Ozols in Helsinki on 9 May 2022.",
)


def said(*paragraphs: str) -> dict[str, list[str]]:
    """What was said on each subject, by the last of its people."""
    return {names(a)[-1]: [s[2] for s in statements(a)] for a in subjects(FINLAND, *MET, *paragraphs)}


def test_a_statement_belongs_to_the_last_talks_its_speaker_took_part_in() -> None:
    assert said(
        "Minister Virta also met with Foreign Minister of Malta Pauline Vella.",
        "Foreign Minister Ozols stressed the value of trade. Foreign Minister Vella noted the part of the ports. Minister "
        "Virta thanked both.",
    ) == {
        "Janis Ozols": ["stressed the value of trade"],
        "Pauline Vella": ["noted the part of the ports", "thanked both"],
    }


def test_a_statement_of_several_of_one_rank_belongs_to_where_they_met() -> None:
    first, second = subjects(
        FINLAND,
        "Prime Ministers in Helsinki",
        "Prime Minister of Latvia Janis Ozols met with Prime Minister Aino Virta in Helsinki on 9 May 2022.",
        "On the same day, Prime Minister Ozols also met with President Elina Salo.",
        "The two Prime Ministers discussed trade.",
    )
    assert statements(first) == [(["Janis Ozols", "Aino Virta"], "discuss", "discussed trade")]
    assert statements(second) == []


def test_what_both_sides_agree_belongs_to_the_talks_and_not_to_the_visit() -> None:
    found = subjects(
        FINLAND,
        "Visit of Minister Ozols",
        "Foreign Minister of Latvia Janis Ozols visited Finland on 9 May 2022.",
        "Foreign Minister Aino Virta welcomed Foreign Minister Ozols at the ministry.",
        "Both sides agreed to open a port.",
    )
    by_kind: dict[str, Account] = {a.kind.value.value: a for a in found}
    assert statements(by_kind["visit"]) == []
    assert statements(by_kind["meeting"]) == [(["Aino Virta", "Janis Ozols"], "agree", "agreed to open a port")]


@pytest.mark.parametrize(
    ("sentence", "act", "rule"),
    [
        ("Minister Ozols added that his country would open a school.", "pledge", "act.own-promise"),
        ("Minister Ozols responded that Latvia would spare no effort.", "pledge", "act.own-promise"),
        ("Minister Ozols indicated that he would follow up.", "pledge", "act.own-promise"),
        ("Minister Virta responded that Latvia would spare no effort.", "assert", None),
        ("Minister Ozols responded that trade would be good.", "assert", None),
        ("Minister Ozols responded that Latvia would not give in.", "assert", None),
        ("Minister Ozols stressed that the world would see results.", "assert", None),
    ],
)
def test_own_promises(sentence: str, act: str, rule: str | None) -> None:
    (meeting,) = subjects(FINLAND, *MET, sentence)
    (statement,) = meeting.statements
    assert statement.act.value.value == act
    assert (statement.act.rule == "act.own-promise") == (rule is not None)


def test_the_credit_of_a_report_is_no_statement() -> None:
    (meeting,) = subjects(
        AGENCY,
        "Ministers meet",
        "RIGA. Latvian Foreign Minister Janis Ozols met with Maltese Foreign Minister Pauline Vella in Riga on Monday, "
        "reported the press service of the Ministry of Foreign Affairs of Latvia.",
        "They discussed trade.",
    )
    assert [s[2] for s in statements(meeting)] == ["discussed trade"]


def test_a_suffix_after_a_comma_is_not_the_subject() -> None:
    (call,) = subjects(
        "The White House",
        "Readout of President Cole's Call with President Virta of Finland",
        "President Warren T. Cole, Jr. spoke today with President Aino Virta of Finland to stress his commitment to "
        "strengthening the alliance.",
    )
    assert [(who, act) for who, act, _ in statements(call)] == [(["Warren T. Cole, Jr."], "assert")]
