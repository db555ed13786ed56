"""Announced journeys: legs, what they are for, whom the traveller meets."""

import pytest

from memcon import read
from memcon.model import Account, EngagementKind
from memcon.sources import document_from_text

STATE = {"publisher": "United States Department of State", "published": "2022-03-04"}


def told(title: str, *paragraphs: str) -> list[Account]:
    text = "\n\n".join((title, "Office of the Spokesperson", *paragraphs))
    return [a for a in read(document_from_text(text, **STATE)) if a.main]  # type: ignore[arg-type]


def brief(account: Account) -> tuple[str, list[str], list[str]]:
    names = [p.name.value for p in account.participants if p.name]
    return account.kind.value.value, sorted(p.value for p in account.parties), names


def test_an_envoy_with_a_long_office_travels() -> None:
    (visit,) = told(
        "Special Envoy for the Sahel Marchbanks Travel to Addis Ababa",
        "Special Envoy for the Sahel Owen Marchbanks will travel to Addis Ababa, Ethiopia, March 13-14.",
    )
    assert brief(visit) == ("visit", ["ET", "US"], ["Owen Marchbanks"])
    assert visit.start is not None
    assert visit.start.value == "2022-03-13"


def test_whom_a_traveller_meets_is_of_the_country_visited() -> None:
    visit, meeting = told(
        "Assistant Secretary Whitlow’s Travel to Haiti",
        "Assistant Secretary of State Dana Whitlow will travel to Port-au-Prince, Haiti, from March 7-9, 2022.",
        "In Haiti, Assistant Secretary Whitlow will meet with Prime Minister Jean Baptiste Duval to discuss security.",
    )
    assert visit.kind.value is EngagementKind.VISIT
    assert brief(meeting) == ("meeting", ["HT", "US"], ["Dana Whitlow", "Jean Baptiste Duval"])
    duval = meeting.participants[1]
    assert duval.party is not None
    assert duval.party.rule == "party.host"


def test_each_counterpart_is_met_on_an_occasion_of_its_own() -> None:
    found = told(
        "Under Secretary Whitlow’s Travel to Brussels",
        "Under Secretary for Political Affairs Dana Whitlow will travel to Brussels June 17-18 to follow up on the NATO "
        "and U.S.-EU summits.",
        "Under Secretary Whitlow will meet with NATO Deputy Secretary General Mihai Ionescu. The Under Secretary will also "
        "meet with Belgian Director General Axel Peeters to discuss mutual priorities.",
    )
    assert [brief(a)[:2] for a in found] == [
        ("visit", ["BE", "US"]),
        ("meeting", ["NATO", "US"]),
        ("meeting", ["BE", "US"]),
    ]


def test_a_delegation_that_is_led_to_places_visits_them() -> None:
    found = told(
        "Counselor Marchbanks’ Travel to Bulgaria and Romania",
        "Counselor of the Department Owen Marchbanks will lead an interagency delegation to Sofia and Bucharest from "
        "March 7 to 11 on a range of issues.",
    )
    assert [brief(a)[1] for a in found] == [["BG", "US"], ["RO", "US"]]


@pytest.mark.parametrize(
    "purpose",
    ["to lead the U.S. delegation for the U.S.-EU Dialogue on Water", "to attend the U.S.-EU Dialogue on Water"],
)
def test_what_a_journey_is_for_has_a_day_of_its_own(purpose: str) -> None:
    found = told(
        "Deputy Secretary Whitlow’s Travel to Belgium",
        f"Deputy Secretary of State Dana Whitlow will travel to Brussels, Belgium from March 19 to 22 {purpose} on March 21.",
    )
    dialogue = next(a for a in found if a.forum)
    assert dialogue.forum is not None
    assert dialogue.forum.value == "U.S.-EU Dialogue on Water"
    assert dialogue.start is not None
    assert dialogue.start.value == "2022-03-21"


def test_companions_share_the_visit() -> None:
    (visit,) = told(
        "Assistant Secretary Whitlow’s Travel to Jordan",
        "Assistant Secretary of State Dana Whitlow will travel to Amman, Jordan from March 19 to March 26.",
        "She will be accompanied by Deputy Assistant Secretary of State Owen Marchbanks.",
    )
    assert brief(visit)[2] == ["Dana Whitlow", "Owen Marchbanks"]


def test_officials_without_a_name_on_a_journey_are_no_meeting_of_their_own() -> None:
    found = told(
        "Special Envoy for Yemen Marchbanks’ Travel to Saudi Arabia",
        "Special Envoy for Yemen Owen Marchbanks arrived in Saudi Arabia today, where he will meet with senior officials "
        "from the Saudi and Yemeni Governments.",
    )
    assert [a.kind.value for a in found] == [EngagementKind.VISIT]


def test_stops_are_dated_by_sentences_of_their_own() -> None:
    found = told(
        "Counselor Marchbanks’ Travel to Bosnia and Herzegovina and North Macedonia",
        "Counselor of the Department Owen Marchbanks will travel to Bosnia and Herzegovina and North Macedonia from April 26 "
        "to 29, 2022.",
        "On April 27, in Bosnia and Herzegovina, he will thank the government for its work.",
        "In North Macedonia on April 28, he will speak to students.",
    )
    assert [(a.place.value.country, a.start.value, a.end.value) for a in found if a.place and a.start and a.end] == [
        ("BA", "2022-04-27", "2022-04-27"),
        ("MK", "2022-04-28", "2022-04-28"),
    ]


def test_a_day_outside_the_journey_dates_no_stop() -> None:
    found = told(
        "Counselor Marchbanks’ Travel to Malta and Cyprus",
        "Counselor of the Department Owen Marchbanks will travel to Malta and Cyprus from April 26 to 29, 2022.",
        "On May 27, in Malta, the government will open a port.",
    )
    assert [(a.start.value, a.end.value) for a in found if a.start and a.end] == [("2022-04-26", "2022-04-29")] * 2


def test_each_leg_has_the_day_told_after_it() -> None:
    found = told(
        "Counselor Marchbanks’ Travel to Sofia, Bucharest and Athens",
        "Counselor of the Department Owen Marchbanks will travel to Sofia, Bulgaria, on May 12, to Bucharest, Romania, on May "
        "13, and to Athens, Greece, on May 14.",
    )
    assert [(brief(a)[1], a.start.value if a.start else None) for a in found] == [
        (["BG", "US"], "2022-05-12"),
        (["RO", "US"], "2022-05-13"),
        (["GR", "US"], "2022-05-14"),
    ]


@pytest.mark.parametrize(
    "rest", ["to review the war and the aid to Ukraine", "where he will speak of the war and the aid to Ukraine"]
)
def test_a_country_that_is_spoken_of_is_no_leg(rest: str) -> None:
    (visit,) = told(
        "Counselor Marchbanks’ Travel to Bulgaria",
        f"Counselor of the Department Owen Marchbanks will travel to Sofia from May 12 to 14 {rest}.",
    )
    assert brief(visit)[1] == ["BG", "US"]


def test_whom_a_traveller_goes_for_meetings_with() -> None:
    visit, meeting = told(
        "Counselor Marchbanks’ Travel to Latvia",
        "Counselor of the Department Owen Marchbanks will travel to Riga on May 12 for meetings with Latvian Foreign Minister "
        "Janis Ozols.",
    )
    assert brief(meeting) == ("meeting", ["LV", "US"], ["Owen Marchbanks", "Janis Ozols"])
    assert meeting.part_of == visit.id


def test_the_present_tense_of_an_announcement_is_to_come() -> None:
    (visit,) = told(
        "Counselor Marchbanks’ Travel to Latvia", "Counselor of the Department Owen Marchbanks arrives in Riga today."
    )
    assert (visit.status.value.value, visit.status.rule) == ("planned", "status.present-in-announcement")


def test_an_announced_visit_is_for_the_meeting_of_the_two() -> None:
    text = (
        "Visit of Foreign Minister Ozols of Latvia\n\nLatvian Foreign Minister Janis Ozols will visit Finland on 12 May 2022 "
        "at the invitation of Foreign Minister Aino Virta.\n\nForeign Minister Virta will host the visit of Foreign Minister "
        "Ozols. Trade will be on the agenda of the meeting in Helsinki."
    )
    visit, meeting = read(
        document_from_text(text, publisher="Ministry of Foreign Affairs of Finland", published="2022-05-09")
    )
    assert brief(meeting) == ("meeting", ["FI", "LV"], ["Janis Ozols", "Aino Virta"])
    assert meeting.start == visit.start


def test_stops_in_a_list_with_semicolons_and_whom_the_delegation_meets() -> None:
    found = told(
        "Under Secretary Dana Whitlow’s Travel to Paraguay, Panama, and El Salvador",
        "Under Secretary Dana Whitlow will travel to Asuncion, Paraguay; Panama City, Panama; and San Salvador, "
        "El Salvador, March 27-30.",
        "Under Secretary Whitlow and Foreign Minister Benegas will co-chair the second U.S.-Paraguay Security "
        "Dialogue. In Panama, the delegation will meet with President Solano and Vice Foreign Minister Arce. "
        "They will also visit the Panama Canal to speak with Panamanian Minister Ruiz.",
    )
    assert [brief(a) for a in found] == [
        ("visit", ["PY", "US"], ["Dana Whitlow"]),
        ("visit", ["PA", "US"], ["Dana Whitlow"]),
        ("visit", ["SV", "US"], ["Dana Whitlow"]),
        ("meeting", ["PY", "US"], ["Dana Whitlow", "Benegas"]),
        ("meeting", ["PA", "US"], ["Dana Whitlow", "Solano", "Arce"]),
        ("meeting", ["PA", "US"], ["Dana Whitlow", "Ruiz"]),
    ]
    dialogue, talks = found[3], found[4]
    assert dialogue.participants[1].party is not None
    assert dialogue.participants[1].party.rule == "party.other-side-of-forum"
    assert talks.participants[2].party is not None
    assert talks.participants[2].party.rule == "party.listed-beside"


def test_a_part_of_a_country_is_a_stop_and_a_body_is_met() -> None:
    found = told(
        "Special Envoy for Iraq Marchbanks Travels to Iraq and Syria",
        "Special Envoy for Iraq Owen Marchbanks travelled to Erbil on March 1 for meetings with officials from the "
        "Kurdistan Regional Government. On March 3, Special Envoy Marchbanks led a delegation to northeast Syria.",
    )
    assert [brief(a)[:2] for a in found] == [
        ("visit", ["IQ", "US"]),
        ("meeting", ["KRG", "US"]),
        ("visit", ["SY", "US"]),
    ]


def test_a_region_of_a_states_name_is_no_state() -> None:
    assert not told(
        "Deputy Secretary Owen Marchbanks Travels to Atlanta and Clarkston, Georgia",
        "Deputy Secretary of State Owen Marchbanks will travel to Atlanta and Clarkston, Georgia, on March 7 to meet "
        "with local officials.",
    )
