"""Who else was there: lists of participants, attendees, heads of delegations, chairs; the days of a journey."""

import pytest

from memcon.model import Account

from .told import AGENCY, FINLAND, STATE, codes, days, names, subjects

MET = (
    "Foreign Minister Aino Virta met Foreign Minister Ozols of Latvia",
    "Foreign Minister Aino Virta met with Foreign Minister of Latvia Janis Ozols in Helsinki on 9 May 2022.",
)
INDIA = "Ministry of External Affairs, Government of India"
CONSULTATIONS = (
    "India-Malta Foreign Office Consultations",
    "The 6th round of India-Malta Foreign Office Consultations was held in New Delhi on 9 May 2022.",
)


@pytest.mark.parametrize(
    "listed",
    [
        (
            "Participants in the call included Prime Minister Ruth Adler of Canada, President Luc Perrin of France, and "
            "Chancellor Jan Brandt of Germany.",
        ),
        (
            "Participating leaders were:",
            "Prime Minister Ruth Adler of Canada",
            "President Luc Perrin of France",
            "Chancellor Jan Brandt of Germany",
        ),
    ],
)
def test_a_list_of_participants(listed: tuple[str, ...]) -> None:
    (call,) = subjects(
        "The White House",
        "Readout of the President’s Call with Leaders",
        "President Warren T. Cole held a call today with allied leaders about security.",
        *listed,
    )
    assert names(call) == ["Warren T. Cole", "Ruth Adler", "Luc Perrin", "Jan Brandt"]
    assert codes(call) == ["CA", "DE", "FR", "US"]


@pytest.mark.parametrize(
    "sentence",
    [
        "State Secretary Elina Salo was also present at the meeting.",
        "State Secretary Elina Salo took part in the meeting.",
        "Also present was State Secretary Elina Salo.",
        "Participating in the meeting was the State Secretary Elina Salo.",
        "The meeting was attended by State Secretary Elina Salo.",
    ],
)
def test_attendees(sentence: str) -> None:
    (meeting,) = subjects(FINLAND, *MET, sentence)
    assert names(meeting) == ["Aino Virta", "Janis Ozols", "Elina Salo"]


def test_an_attendee_of_a_party_that_did_not_meet_is_left_out() -> None:
    (meeting,) = subjects(FINLAND, *MET, "Ambassador of Norway Siri Dahl was present at the meeting.")
    assert names(meeting) == ["Aino Virta", "Janis Ozols"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Indian delegation was led by Arjun Rathore, Secretary (West), while the Maltese side was headed by Pauline "
        "Vella, Permanent Secretary.",
        "Secretary Arjun Rathore led the Indian delegation. Permanent Secretary Pauline Vella headed the Maltese side.",
        "The Consultations were co-chaired by Secretary Arjun Rathore and Permanent Secretary Pauline Vella of Malta.",
        "They were chaired by Secretary Arjun Rathore and Permanent Secretary Pauline Vella of Malta.",
    ],
)
def test_heads_of_delegations_and_chairs(sentence: str) -> None:
    (meeting,) = subjects(INDIA, *CONSULTATIONS, sentence)
    assert names(meeting) == ["Arjun Rathore", "Pauline Vella"]
    assert codes(meeting) == ["IN", "MT"]


def test_the_chairs_of_what_a_joint_statement_comes_from() -> None:
    (meeting,) = subjects(
        INDIA,
        "Joint Statement of India and Malta",
        CONSULTATIONS[1],
        "The Consultations were co-chaired by Secretary Arjun Rathore and Permanent Secretary Pauline Vella of Malta.",
    )
    assert names(meeting) == ["Arjun Rathore", "Pauline Vella"]


def _visit_and_meeting(dated: str) -> list[Account]:
    return subjects(
        STATE,
        "Readout of Under Secretary Whitlow’s Visit to Latvia",
        dated,
        "Under Secretary of State Dana Whitlow visited Riga, Latvia from May 2 to 4. She met with Latvian Foreign Minister "
        "Janis Ozols to discuss trade.",
    )


def test_an_undated_meeting_of_a_journey_is_dated_by_it_where_the_text_is_later() -> None:
    visit, meeting = _visit_and_meeting("May 9, 2022")
    assert days(visit) == days(meeting) == ("2022-05-02", "2022-05-04")
    assert meeting.start is not None
    assert meeting.start.rule == "date.visit"


def test_a_text_of_the_last_day_of_the_journey_dates_its_meeting_itself() -> None:
    visit, meeting = _visit_and_meeting("May 4, 2022")
    assert days(visit) == ("2022-05-02", "2022-05-04")
    assert days(meeting) == ("2022-05-04", "2022-05-04")


def test_a_title_of_two_parties_takes_the_first_of_each_that_the_opening_names() -> None:
    (talks,) = subjects(
        AGENCY,
        "Finland, Latvia hold talks on ports",
        "Finland and Latvia held talks in Riga on Monday.",
        "Foreign Minister of Finland Aino Virta and Foreign Minister of Latvia Janis Ozols discussed ports.",
    )
    assert names(talks) == ["Aino Virta", "Janis Ozols"]


def test_the_publishers_own_side_is_whom_the_first_sentence_names() -> None:
    (call,) = subjects(
        "Office of the President of Finland",
        "Telephone conversation with President of Latvia Janis Ozols",
        "President Aino Virta and Janis Ozols discussed ports.",
    )
    assert names(call) == ["Aino Virta", "Janis Ozols"]
    assert codes(call) == ["FI", "LV"]
