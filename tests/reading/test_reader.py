"""Whole documents, read: invented officials of real states."""

import pytest

from memcon import read, read_document
from memcon.model import Account, Act, DocumentKind, EngagementKind, Mode, SpeechMode, Status
from memcon.sources import document_from_text


def one(text: str, **fields: str) -> Account:
    (account,) = [a for a in read(document_from_text(text, **fields)) if a.main]  # type: ignore[arg-type]
    return account


def who(account: Account) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (p.name.value if p.name else None, p.office.value if p.office else None, p.party.value if p.party else None)
        for p in account.participants
    ]


STATE = {"publisher": "United States Department of State", "published": "2022-05-09"}
CALL = (
    "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\nOffice of the Spokesperson\n\n"
    "Secretary of State Dana K. Whitlow spoke today with Maltese Foreign Minister Pauline Vella.  The Secretary and the "
    "Foreign Minister discussed security in the Mediterranean, and the Secretary thanked the Foreign Minister for "
    "Malta’s help, underscoring the strength of the partnership.  They agreed to remain in close contact."
)


def test_a_call() -> None:
    account = one(CALL, **STATE)
    assert account.kind.value is EngagementKind.CALL
    assert account.status.value is Status.HELD
    assert account.mode is not None
    assert account.mode.value is Mode.PHONE
    assert account.start is not None
    assert account.start.value == "2022-05-09"
    assert account.start.spans[0].text == "today"
    assert who(account) == [
        ("Dana K. Whitlow", "Secretary of State", "US"),
        ("Pauline Vella", "Foreign Minister", "MT"),
    ]


def test_statements_have_speakers_acts_and_exact_words() -> None:
    both = ["Dana K. Whitlow", "Pauline Vella"]
    found = [([s.value for s in x.speakers], x.act.value, x.text.text) for x in one(CALL, **STATE).statements]
    assert found == [
        (both, Act.DISCUSS, "discussed security in the Mediterranean"),
        (both[:1], Act.SUPPORT, "thanked the Foreign Minister for Malta’s help"),
        (both[:1], Act.ASSERT, "underscoring the strength of the partnership"),
        (both, Act.AGREE, "agreed to remain in close contact"),
    ]


def test_a_meeting_in_a_place_with_words_quoted() -> None:
    account = one(
        "President of Finland Aino Virta met with President of the Republic of Latvia Janis Ozols\n\n"
        "President of Finland Aino Virta met with President of the Republic of Latvia Janis Ozols in Helsinki on 3 June 2022. "
        '"We are grateful to Latvia for its support of our region in these months," Aino Virta said. '
        "Janis Ozols stressed that the two countries stand together.",
        published="2022-06-03",
        publisher="President of Finland",
    )
    assert account.place is not None
    assert (account.place.value.city, account.place.value.country) == ("Helsinki", "FI")
    assert account.mode is not None
    assert account.mode.value is Mode.IN_PERSON
    assert account.start is not None
    assert account.start.value == "2022-06-03"
    quoted, reported = account.statements
    assert (quoted.mode, [s.value for s in quoted.speakers], quoted.act.value) == (
        SpeechMode.DIRECT,
        ["Aino Virta"],
        Act.SUPPORT,
    )
    assert [s.value for s in reported.speakers] == ["Janis Ozols"]


def test_a_transcript_s_turns_and_occasion() -> None:
    reading = read_document(
        document_from_text(
            "Secretary Dana K. Whitlow And Maltese Foreign Minister Pauline Vella Before Their Meeting\n\nValletta, Malta\n\n"
            "FOREIGN MINISTER VELLA:  Welcome, Dana.\n\nSECRETARY WHITLOW:  Thank you, Pauline.\n\nQUESTION:  A question?",
            **STATE,  # type: ignore[arg-type]
        )
    )
    assert reading.kind.value is DocumentKind.TRANSCRIPT
    assert [t.speaker.value if t.speaker else None for t in reading.turns] == ["Pauline Vella", "Dana K. Whitlow", None]
    (account,) = reading.accounts
    assert account.kind.value is EngagementKind.MEETING
    assert account.place is not None
    assert account.place.value.city == "Valletta"


def test_a_domestic_readout_reports_no_engagement() -> None:
    text = (
        "Readout of the President’s Meeting with Senators on Infrastructure\n\nToday, the President met with a group of "
        "senators in the Oval Office to discuss roads and bridges. The President thanked the senators."
    )
    assert read(document_from_text(text, publisher="The White House", published="2022-05-09")) == ()


def test_a_national_day_message_reports_no_engagement() -> None:
    text = (
        "Malta’s National Day\n\nOn behalf of the Government of the United States, I congratulate the people of Malta. "
        "We look forward to deepening our partnership."
    )
    assert read(document_from_text(text, **STATE)) == ()  # type: ignore[arg-type]


def test_an_announced_journey_is_one_visit_a_country() -> None:
    text = (
        "Secretary Whitlow’s Travel to Malta and Cyprus\n\nSecretary of State Dana K. Whitlow will travel to Malta and "
        "Cyprus May 12-15, 2022."
    )
    accounts = read(document_from_text(text, **STATE))  # type: ignore[arg-type]
    assert [
        (a.kind.value.value, a.status.value.value, a.place.value.country if a.place else None) for a in accounts
    ] == [
        ("visit", "planned", "MT"),
        ("visit", "planned", "CY"),
    ]


def test_an_earlier_meeting_is_an_engagement_of_its_own() -> None:
    text = CALL + "  They recalled their last meeting in Valletta in March 2021."
    mentioned = [a for a in read(document_from_text(text, **STATE)) if not a.main]  # type: ignore[arg-type]
    assert [(a.kind.value.value, a.start.value if a.start else None) for a in mentioned] == [("meeting", "2021-03")]


def test_a_document_in_another_language_is_kept_and_not_read() -> None:
    reading = read_document(
        document_from_text(
            "Außenminister trifft Amtskollegen\n\nDer Bundesminister des Auswärtigen ist heute in Berlin mit seinem "
            "lettischen Amtskollegen zu einem Gespräch über die Sicherheit in Europa zusammengetroffen."
        )
    )
    assert reading.language == "de"
    assert reading.accounts == ()
    assert "not read" in reading.notes[0]


@pytest.mark.parametrize("text", ["x", "Met.", "“", "Q: ?", "(inaudible)", "1. 2. 3.", "MR X:", "\u00a0a\u00a0"])
def test_odd_texts_are_read_without_an_exception(text: str) -> None:
    read_document(document_from_text(text))


def test_the_same_document_gives_the_same_reading() -> None:
    made = document_from_text(CALL, **STATE)  # type: ignore[arg-type]
    assert read_document(made) == read_document(made)


def test_who_asked_how_long_and_what_was_signed() -> None:
    account = one(
        "Telephone conversation with Foreign Minister Vella\n\nAt the request of the Maltese side, Foreign Minister Aino Virta of "
        "Finland had a telephone conversation with Foreign Minister Pauline Vella of Malta today. The call lasted for about 40 "
        "minutes. The ministers also signed an agreement on ferry safety.",
        publisher="Ministry for Foreign Affairs",
        published="2022-05-09",
    )
    assert account.initiator is not None
    assert account.initiator.value == "MT"
    assert account.duration is not None
    assert account.duration.value == "40 minutes"
    assert [s.value for s in account.signed] == ["agreement on ferry safety"]


def test_what_speakers_of_a_transcript_pledge_and_agree() -> None:
    account = one(
        "Finnish Foreign Minister Aino Virta and Latvian Foreign Minister Janis Ozols at a Joint Press Conference\n\n"
        "FOREIGN MINISTER VIRTA:  We agreed to hold an exercise in the autumn. Finland will provide two ships.\n\n"
        "FOREIGN MINISTER OZOLS:  I thank Finland for its help. Estonia will send nobody."
    )
    assert [(s.source, [x.value for x in s.speakers], s.act.value, s.text.text) for s in account.statements] == [
        ("turn", ["Aino Virta", "Janis Ozols"], Act.AGREE, "agreed to hold an exercise in the autumn"),
        ("turn", ["Aino Virta"], Act.PLEDGE, "Finland will provide two ships"),
        ("turn", ["Janis Ozols"], Act.SUPPORT, "thank Finland for its help"),
    ]


def test_a_meeting_on_a_visit_is_part_of_it() -> None:
    text = (
        "Secretary Whitlow’s Travel to Malta\n\nSecretary of State Dana K. Whitlow will travel to Malta May 12-15, 2022. In Valletta, "
        "Secretary Whitlow will meet with Maltese Foreign Minister Pauline Vella on May 13."
    )
    accounts = read(document_from_text(text, **STATE))  # type: ignore[arg-type]
    assert [(a.id, a.kind.value.value, a.part_of) for a in accounts] == [("e1", "visit", None), ("e2", "meeting", "e1")]


def test_a_capital_stands_for_its_government() -> None:
    text = (
        "Talks on Rail Transit\n\nOfficials said that talks between Lisbon and Rabat on the ferry line were held in Madrid on May 4, "
        "2022, and Foreign Minister Rui Teles of Portugal attended the talks between Lisbon and Rabat."
    )
    accounts = read(document_from_text(text, publisher="Reuters", published="2022-05-05"))
    assert any({"PT", "MA"} <= {p.value for p in a.parties} for a in accounts)


def test_who_says_it_may_stand_after_what_is_said() -> None:
    account = one(
        "Foreign Minister Shen Guowei Meets with Hungarian Foreign Minister Balázs Kertész\n\nForeign Minister Shen Guowei met with "
        "Hungarian Foreign Minister Balázs Kertész in Geneva. Hungary firmly supports the treaty, Kertész stressed.",
        publisher="Foreign Ministry of China",
        published="2022-03-04",
    )
    assert [([x.value for x in s.speakers], s.text.text) for s in account.statements] == [
        (["Balázs Kertész"], "Hungary firmly supports the treaty, Kertész stressed")
    ]


def test_the_president_of_the_presidencys_own_page_is_its_own() -> None:
    account = one(
        "Readout of President Cole’s Call with President Ruiz of Mexico\n\nPresident Warren Cole spoke today with Mexican "
        "President Tomás Ruiz. The President outlined his plan to reopen the ports.",
        publisher="The White House",
        published="2022-05-09",
    )
    assert [s.value for s in account.statements[-1].speakers] == ["Warren Cole"]


def test_who_acts_on_behalf_of_another_is_alone() -> None:
    account = one(
        "Secretary Whitlow’s Meeting with Maltese Foreign Minister Vella\n\nSecretary of State Dana K. Whitlow met today "
        "with Maltese Foreign Minister Pauline Vella.  During the meeting, Secretary Whitlow extended an invitation on "
        "behalf of President Warren Cole.",
        **STATE,
    )
    assert [p[0] for p in who(account)] == ["Dana K. Whitlow", "Pauline Vella"]


def test_the_date_of_a_participle_is_not_that_of_the_session() -> None:
    account = one(
        "Joint Statement on the U.S.-Malta Strategic Dialogue\n\nThe delegations of Malta, led by Foreign Minister Pauline "
        "Vella, and the United States, led by Secretary of State Dana K. Whitlow, co-chaired the final session of the "
        "Strategic Dialogue, initiated on June 11, 2020, in accordance with their agreement. The two sides discussed trade.",
        **STATE,
    )
    assert account.start is None
    assert account.forum is not None
    assert account.forum.value.endswith("Strategic Dialogue")


def test_an_intention_to_consult_is_no_meeting() -> None:
    accounts = read(
        document_from_text(
            "Secretary Whitlow’s Call with NATO Secretary General Berg\n\nSecretary of State Dana K. Whitlow spoke today "
            "with NATO Secretary General Lars Berg and conveyed her intention to consult with allies on risks, including "
            "Russia.",
            **STATE,  # type: ignore[arg-type]
        )
    )
    assert [a.kind.value for a in accounts] == [EngagementKind.CALL]
