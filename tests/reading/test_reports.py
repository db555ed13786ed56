"""Reports that tell of several occasions, or of one beside their main verb."""

import pytest

from memcon import read
from memcon.sources import document_from_text

from .told import AGENCY, FINLAND, accounts, codes, days, names, place, statements, subjects

MET = (
    "Foreign Minister Aino Virta met Foreign Minister Ozols of Latvia",
    "Foreign Minister Aino Virta met with Foreign Minister of Latvia Janis Ozols in Helsinki on 9 May 2022. "
    "They discussed trade.",
)


def test_a_further_meeting_of_the_same_day_is_a_subject() -> None:
    first, second = subjects(
        FINLAND,
        *MET,
        "On the same day, she also met with Foreign Minister of Malta Pauline Vella. They discussed energy.",
    )
    assert names(first) == ["Aino Virta", "Janis Ozols"]
    assert names(second) == ["Aino Virta", "Pauline Vella"]
    assert [s[2] for s in statements(second)] == ["discussed energy"]


def test_a_further_meeting_without_the_first_person_gets_the_publishers_own() -> None:
    _, second = subjects(
        FINLAND, *MET, "A meeting with Foreign Minister of Malta Pauline Vella was held in the afternoon."
    )
    assert names(second) == ["Aino Virta", "Pauline Vella"]


def test_a_meeting_of_the_time_before_is_only_mentioned() -> None:
    first, earlier = accounts(FINLAND, *MET, "She had met with Foreign Minister of Malta Pauline Vella in Valletta.")
    assert (first.main, earlier.main) == (True, False)
    assert (days(earlier), place(earlier)) == ((None, None), ("Valletta", "MT"))


def test_a_further_telling_of_the_same_people_is_no_second_meeting() -> None:
    (only,) = subjects(FINLAND, *MET, "Minister Virta also met with Foreign Minister Ozols over dinner.")
    assert names(only) == ["Aino Virta", "Janis Ozols"]


def test_a_summary_gives_way_to_the_meetings_it_sums_up() -> None:
    found = subjects(
        FINLAND,
        "Foreign Minister Aino Virta held bilateral meetings in Geneva",
        "Foreign Minister Aino Virta held bilateral meetings with the Foreign Ministers of Latvia and Malta in Geneva on "
        "8 May 2022.",
        "At the meeting with Foreign Minister of Latvia Janis Ozols, the sides discussed trade.",
        "Minister Virta also met with Foreign Minister of Malta Pauline Vella.",
    )
    assert [codes(a) for a in found] == [["FI", "LV"], ["FI", "MT"]]
    assert {place(a) for a in found} == {("Geneva", "CH")}
    assert {days(a) for a in found} == {("2022-05-08", "2022-05-08")}


def test_calls_that_one_sentence_tells_are_one_each() -> None:
    found = subjects(
        FINLAND,
        "Foreign Minister Aino Virta held telephone conversations",
        "Foreign Minister Aino Virta held telephone conversations with Foreign Minister of Latvia Janis Ozols and Foreign "
        "Minister of Malta Pauline Vella on 9 May 2022.",
    )
    assert [names(a) for a in found] == [["Aino Virta", "Janis Ozols"], ["Aino Virta", "Pauline Vella"]]


def test_one_conversation_with_two_stays_one_call() -> None:
    (call,) = subjects(
        FINLAND,
        "Foreign Minister Aino Virta held a telephone conversation",
        "Foreign Minister Aino Virta held a telephone conversation with Foreign Minister of Latvia Janis Ozols and "
        "Foreign Minister of Malta Pauline Vella on 9 May 2022.",
    )
    assert codes(call) == ["FI", "LV", "MT"]


def test_a_meeting_beside_the_main_verb_of_the_opening() -> None:
    (meeting,) = subjects(
        AGENCY,
        "Ozols calls for truce",
        "RIGA, May 9 (HNA) - Latvian Foreign Minister Janis Ozols called for a truce after meeting Foreign Minister of "
        "Malta Pauline Vella in Riga on Monday.",
    )
    assert names(meeting) == ["Janis Ozols", "Pauline Vella"]
    assert place(meeting) == ("Riga", "LV")


def test_those_whom_a_sentence_names_met_where_only_the_noun_is_told() -> None:
    (call,) = subjects(
        AGENCY,
        "Leaders discuss trade",
        "Latvian President Janis Ozols and Maltese President Pauline Vella discussed trade in a telephone conversation on "
        "Monday.",
    )
    assert call.kind.value.value == "call"
    assert names(call) == ["Janis Ozols", "Pauline Vella"]


def test_a_report_that_opens_with_the_frame_of_its_occasion() -> None:
    (meeting,) = subjects(
        "Office of the President of Finland",
        "On Ukraine and the Baltic",
        "During a meeting with President of Latvia Janis Ozols in Kyiv, President Aino Virta called for peace.",
    )
    assert codes(meeting) == ["FI", "LV"]
    assert place(meeting) == ("Kyiv", "UA")
    assert statements(meeting) == [(["Aino Virta"], "request", "called for peace")]


def test_who_attends_a_meeting_takes_part_and_is_not_of_the_sides_that_speak() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Meeting in Helsinki",
        "Foreign Minister Aino Virta met with Latvian Foreign Minister Janis Ozols in Helsinki on 9 May 2022.",
        "The two sides discussed trade.",
        "The meeting was attended by Ambassador of Latvia Ilze Kalna.",
    )
    assert names(meeting) == ["Aino Virta", "Janis Ozols", "Ilze Kalna"]
    assert [who for who, _, _ in statements(meeting)] == [["Aino Virta", "Janis Ozols"]]


def test_a_source_only_reports() -> None:
    first, second = subjects(
        FINLAND,
        "Foreign Minister Virta's talks",
        "Foreign Minister Aino Virta met with Latvian Foreign Minister Janis Ozols in Helsinki on 9 May 2022.",
        "The ministry said that Minister Virta also met with Maltese Foreign Minister Pauline Vella.",
    )
    assert names(first) == ["Aino Virta", "Janis Ozols"]
    assert names(second) == ["Aino Virta", "Pauline Vella"]


def test_to_be_received_to_hand_over_letters_is_a_ceremony() -> None:
    (handed,) = subjects(
        "ECOWAS",
        "President of the ECOWAS Commission receives the new Ambassador of Germany",
        "H.E. Lamin Jall, President of the ECOWAS Commission, on Monday 9 May 2022 received in audience, at the "
        "headquarters in Abuja, Nigeria, H.E. Birgit Sand, Ambassador of Germany, who came to present her letters of "
        "credence.",
        "Responding, President Jall welcomed the Ambassador to the Commission.",
    )
    assert handed.kind.value.value == "ceremony"
    assert sorted(names(handed)) == ["Birgit Sand", "Lamin Jall"]


@pytest.mark.parametrize(
    "office",
    [
        "on taking office as President of Uruguay",
        "on his election as President of the Oriental Republic of Uruguay",
        "on assuming the office of President of Uruguay",
        "on his appointment to the post of Prime Minister of Uruguay",
    ],
)
def test_whom_a_telegram_congratulates_holds_the_office_it_names(office: str) -> None:
    (message,) = subjects(
        "Akorda",
        f"Head of State congratulates Rodrigo Vidal {office}",
        f"President Daniyar Saparov has congratulated Rodrigo Vidal {office}.",
        "In his telegram, the Head of State wished Rodrigo Vidal success.",
    )
    assert message.kind.value.value == "message"
    assert codes(message) == ["KZ", "UY"]
    assert names(message) == ["Daniyar Saparov", "Rodrigo Vidal"]


def _told(text: str) -> list[tuple[list[str], list[str], str | None]]:
    found = [a for a in read(document_from_text(text)) if a.main]
    return [(names(a), codes(a), a.forum.value if a.forum else None) for a in found]


def test_two_meetings_with_a_semicolon_between_are_two() -> None:
    told = _told(
        "Brazilian Foreign Minister Caio Ferraz met with Chinese Vice President Luo Jianming on Thursday; earlier in "
        "the day he held talks with Chinese Commerce Minister Shen Guowei."
    )
    assert told == [
        (["Caio Ferraz", "Luo Jianming"], ["BR", "CN"], None),
        (["Caio Ferraz", "Shen Guowei"], ["BR", "CN"], None),
    ]


def test_who_reports_talks_at_the_end_of_the_sentence_took_no_part() -> None:
    told = _told(
        "Talks between Serbian President Vuk Stanković and Kosovo's Prime Minister Arben Gashi ended in Brussels on "
        "Thursday, EU envoy Joost de Wit said."
    )
    assert told == [(["Vuk Stanković", "Arben Gashi"], ["RS", "XK"], None)]


def test_ministers_of_a_format_who_met_are_its_conference() -> None:
    assert _told("Finance ministers of the G7 met by video conference on 1 December 2022.") == [([], [], "G7")]
    assert _told("G7 foreign ministers met in Münster.") == [([], [], "G7")]


def test_a_delegation_at_a_meeting_of_which_only_the_noun_is_told() -> None:
    told = _told(
        "Deputy Prime Minister Ahmad Daoud of Iraq and a delegation of the World Bank discussed water at a meeting "
        "in Baghdad."
    )
    assert told == [(["Ahmad Daoud"], ["IQ", "World Bank"], None)]


def test_where_something_happens_that_is_talked_about_is_no_place_of_the_meeting() -> None:
    text = "The presidents of Ghana, Nigeria and Senegal held a summit on Sunday on the situation in Niger."
    (account,) = read(document_from_text(text))
    assert place(account) is None


def test_a_call_that_an_office_reports_is_a_call() -> None:
    told = _told(
        "Israeli PM Ron Avital and UAE President Khalifa Al Nahyan spoke by phone Thursday, the prime minister's "
        "office said."
    )
    assert told == [(["Ron Avital", "Khalifa Al Nahyan"], ["AE", "IL"], None)]
