"""What several tellings of one occasion and the layout of a document add."""

from .told import AGENCY, FINLAND, STATE, days, place, statements, subjects

MET = "Foreign Minister Aino Virta met today with Latvian Foreign Minister Janis Ozols."


def test_a_later_sentence_tells_the_place() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Virta met Ozols",
        MET,
        "During the meeting, which took place in Tampere, the ministers discussed trade.",
    )
    assert place(meeting) == ("Tampere", "FI")


def test_a_place_of_something_else_is_not_the_meeting_s() -> None:
    (meeting,) = subjects(FINLAND, "Virta met Ozols", MET, "They discussed the fires in Tampere.")
    assert place(meeting) is None


def test_an_agency_s_dateline_is_the_place_of_a_meeting_and_not_of_a_call() -> None:
    line = "RIGA, May 9 (HNA) - Latvian Foreign Minister Janis Ozols {} with Maltese Foreign Minister Pauline Vella on Monday."
    (meeting,) = subjects(AGENCY, "Ministers meet", line.format("met"))
    (call,) = subjects(AGENCY, "Ministers talk", line.format("spoke by phone"))
    assert meeting.place is not None
    assert (place(meeting), meeting.place.rule) == (("Riga", "LV"), "place.dateline")
    assert place(call) is None


def test_a_joint_statement_is_of_the_day_on_which_its_parties_speak() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Joint Statement of Finland and Latvia",
        "We today reaffirmed our friendship.",
        "The Foreign Ministers of Finland and Latvia met in Riga.",
    )
    assert days(meeting) == ("2022-05-09", "2022-05-09")
    assert statements(meeting) == [(["FI", "LV"], "support", "reaffirmed our friendship")]


def test_a_later_telling_gives_the_days_of_one_leg() -> None:
    malta, cyprus = subjects(
        STATE,
        "Secretary Whitlow’s Travel to Malta and Cyprus",
        "Secretary of State Dana K. Whitlow will travel to Malta and Cyprus May 12-18, 2022.",
        "Secretary Whitlow will travel to Malta from May 12 to 14 to discuss trade.",
    )
    assert days(malta) == ("2022-05-12", "2022-05-14")
    assert days(cyprus) == ("2022-05-12", "2022-05-18")


def test_a_later_telling_adds_the_city() -> None:
    (visit,) = subjects(
        STATE,
        "Secretary Whitlow’s Travel to Malta",
        "Secretary of State Dana K. Whitlow will travel to Malta May 12-18, 2022.",
        "Secretary Whitlow will travel to Valletta, Malta to discuss trade.",
    )
    assert place(visit) == ("Valletta", "MT")
