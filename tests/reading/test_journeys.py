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
