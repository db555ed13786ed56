"""Briefings: officials tell the press of an occasion at which they are not."""

from memcon.model import EngagementKind, Mode, Status

from .told import STATE, codes, days, names, place, subjects

HOUSE = "The White House"


def test_a_preview_of_a_call_is_of_the_call_on_its_day() -> None:
    (call,) = subjects(
        HOUSE,
        "Background Press Call by a Senior Administration Official on President Alder’s Upcoming Call with "
        "President Timur Orazov of Kazakhstan",
        "MODERATOR:  Good morning, everyone.  Thanks for joining this call.",
        "SENIOR ADMINISTRATION OFFICIAL:  Thanks.  As you know, President Alder and President Orazov will hold a "
        "secure video call tomorrow.  Secretary Whitlow will also speak with Foreign Minister Lind of Sweden today.",
        published="2022-05-09",
    )
    assert (call.kind.value, call.status.value) == (EngagementKind.CALL, Status.PLANNED)
    assert days(call) == ("2022-05-10", "2022-05-10")
    assert names(call) == ["Alder", "Timur Orazov"]
    assert call.mode is not None
    assert call.mode.value is Mode.VIDEO


def test_a_briefing_after_a_call_is_of_the_call_and_not_of_the_briefer() -> None:
    (call,) = subjects(
        "President of Finland",
        "Briefing by Adviser to the President Heli Koskela following a telephone conversation between President of "
        "Finland Aino Virta and President of Latvia Janis Ozols",
        "Adviser to the President Heli Koskela: Good evening! A telephone conversation between the two presidents has "
        "just ended. It lasted for an hour.",
    )
    assert call.kind.value is EngagementKind.CALL
    assert names(call) == ["Aino Virta", "Janis Ozols"]
    assert days(call) == ("2022-05-09", "2022-05-09")


def test_a_preview_of_a_journey_has_a_visit_a_country_and_the_journey_of_its_conferences() -> None:
    travel = subjects(
        STATE,
        "Briefing with Senior State Department Official on the Secretary’s Upcoming Travel to Oslo and Riga",
        "MODERATOR:  Thank you for joining us on this call previewing the Secretary’s trip to Oslo and Riga.",
    )
    assert [place(v) for v in travel] == [("Oslo", "NO"), ("Riga", "LV")]
    conference, visit = subjects(
        STATE,
        "Briefing With Assistant Secretary Owen Marchbanks on Secretary Whitlow’s Upcoming Participation in the "
        "Ministerial Meeting on Haiti",
        "MR MARCHBANKS:  Good morning.  This is about Secretary Whitlow’s trip to Brazil for meetings.",
        "The Secretary and Foreign Minister Prado will co-host on May 12th a ministerial on Haiti.",
    )
    assert days(conference) == ("2022-05-12", "2022-05-12")
    assert (visit.kind.value, codes(visit)) == (EngagementKind.VISIT, ["BR", "US"])


def test_without_a_subject_in_the_title_it_is_what_was_held_that_day() -> None:
    (meeting,) = subjects(
        STATE,
        "Briefing With a Senior Administration Official",
        "Geneva, Switzerland",
        "SENIOR ADMINISTRATION OFFICIAL:  Good evening.  You heard from President Alder what he thinks of the talks "
        "today with President Timur Orazov of Kazakhstan.",
    )
    assert names(meeting) == ["Alder", "Timur Orazov"]
    assert place(meeting) == ("Geneva", "CH")


def test_a_briefing_on_something_else_is_no_engagement() -> None:
    assert not subjects(
        STATE,
        "Briefing with Deputy Secretary Owen Marchbanks and Task Force Director Mary Sutter on Passport Services",
        "MR MARCHBANKS:  Good morning.  Passports take eight weeks today.",
    )
