"""Transcripts: which occasion the remarks belong to, by the title, a report before them, or the speakers."""

from memcon.model import EngagementKind, Mode

from .told import STATE, codes, days, names, place, subjects

KREMLIN = "President of Russia"


def test_a_report_before_the_first_turn_tells_who_took_part_and_how() -> None:
    (summit,) = subjects(
        KREMLIN,
        "Russia-ASEAN Summit",
        "The Kremlin, Moscow",
        "The President addressed, via videoconference, the Russia-ASEAN Summit.",
        "President of Russia Nikolai Stroganov: Colleagues, I am glad to greet you.",
    )
    assert names(summit) == ["Nikolai Stroganov"]
    assert codes(summit) == ["ASEAN", "RU"]
    assert summit.mode is not None
    assert summit.mode.value is Mode.VIDEO
    assert place(summit) is None


def test_a_session_has_the_days_of_its_conference() -> None:
    (summit,) = subjects(
        KREMLIN,
        "First session of the G20 Summit",
        "The Kremlin, Moscow",
        "Nikolai Stroganov took part, via videoconference, in the first session of the G20 Summit.",
        "The Summit was held on May 9–10 under the chairmanship of Brazil.",
        "President of Russia Nikolai Stroganov: Colleagues, I am glad to greet you.",
        "President of Brazil Caio Prado: Thank you, Mr President.",
        "Nikolai Stroganov: Let us begin.",
    )
    assert days(summit) == ("2022-05-09", "2022-05-10")


def test_a_conference_that_only_frames_the_occasion_is_not_it() -> None:
    (summit,) = subjects(
        KREMLIN,
        "Video address to a gathering on peatlands within the UN Water Conference",
        "The President of Russia addressed the participants of the Leaders Summit on Peatlands in Bonn, Germany.",
        "President of Russia Nikolai Stroganov: Friends, I am glad to greet you.",
    )
    assert summit.forum is not None
    assert summit.forum.value == "Leaders Summit on Peatlands"


def test_speakers_come_from_the_conference_that_they_just_chaired() -> None:
    (conference,) = subjects(
        STATE,
        "Secretary Dana Whitlow And Italian Foreign Minister Carlo Bassi At a Joint Press Availability",
        "Rome, Italy",
        "FOREIGN MINISTER BASSI:  Good afternoon. We just chaired the ministerial meeting of the African Union.",
        "SECRETARY WHITLOW:  Thank you, Carlo.",
    )
    assert conference.kind.value is EngagementKind.CONFERENCE
    assert conference.forum is not None
    assert conference.forum.value == "ministerial meeting of the African Union"
    assert names(conference) == ["Dana Whitlow", "Carlo Bassi"]


def test_remarks_at_a_conference_abroad_are_of_it() -> None:
    (conference,) = subjects(
        STATE,
        "Secretary Dana Whitlow Opening Remarks at the “Clean Seas” Event",
        "Glasgow, Scotland",
        "SECRETARY WHITLOW:  Good morning, everyone.",
    )
    assert names(conference) == ["Dana Whitlow"]
    assert conference.forum is not None
    assert conference.forum.value == "“Clean Seas” Event"
    assert place(conference) == ("Glasgow", "GB")


def test_an_outreach_event_names_no_forum() -> None:
    (meeting,) = subjects(
        STATE,
        "Secretary Dana Whitlow and German Foreign Minister Jonas Albers Opening Remarks at a Youth Outreach Event",
        "Berlin, Germany",
        "FOREIGN MINISTER ALBERS:  Welcome to all of you.",
    )
    assert meeting.forum is None
    assert (meeting.kind.value, names(meeting)) == (EngagementKind.MEETING, ["Dana Whitlow", "Jonas Albers"])


def test_virtual_remarks_are_made_from_elsewhere() -> None:
    (conference,) = subjects(
        STATE,
        "Secretary Dana Whitlow Virtual Remarks at the High-Level Haiti Pledging Event",
        "Washington, D.C.",
        "SECRETARY WHITLOW:  Good morning, everyone.",
    )
    assert conference.mode is not None
    assert (conference.mode.value, place(conference)) == (Mode.VIDEO, None)
