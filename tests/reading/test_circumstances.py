"""When and where an occasion is, and whether it is to come."""

import pytest

from .told import FINLAND, STATE, accounts, codes, days, names, place, subjects

MET = (
    "Foreign Minister Virta met Foreign Minister Ozols",
    "Foreign Minister Aino Virta met with Latvian Foreign Minister Janis Ozols in Helsinki on 9 May 2022.",
)


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("which will take place in Tirana on 6 December 2022", "2022-12-06"),
        ("scheduled for 6 December 2022 in Tirana", "2022-12-06"),
        ("to be held in Tirana on 6 December 2022", "2022-12-06"),
    ],
)
def test_a_clause_that_tells_date_and_place_of_a_summit(clause: str, day: str) -> None:
    (summit,) = accounts(
        FINLAND,
        "Foreign Minister Virta on the Balkans",
        f"Foreign Minister Aino Virta told reporters on 1 December 2022 of the EU-Western Balkans Summit, {clause}.",
        published="2022-12-01",
    )
    assert (summit.kind.value.value, summit.status.value.value) == ("conference", "planned")
    assert (days(summit), place(summit)) == ((day, day), ("Tirana", "AL"))


@pytest.mark.parametrize(
    ("sentence", "status", "day", "where"),
    [
        (
            "They discussed the Baltic Sea Forum, which was held in Tallinn on 3 May 2022.",
            "held",
            "2022-05-03",
            ("Tallinn", "EE"),
        ),
        (
            "They looked forward to the Finland-Latvia Dialogue that Latvia will host in Riga on 20 May 2022.",
            "planned",
            "2022-05-20",
            ("Riga", "LV"),
        ),
    ],
)
def test_a_relative_clause_dates_what_is_spoken_of(
    sentence: str, status: str, day: str, where: tuple[str, str]
) -> None:
    _, other = accounts(FINLAND, *MET, sentence)
    assert (other.status.value.value, days(other), place(other)) == (status, (day, day), where)


def test_a_summit_to_be_held_is_to_come_without_a_day() -> None:
    _, summit = accounts(FINLAND, *MET, "They discussed the NATO Summit, to be held in Madrid.")
    assert (summit.status.value.value, days(summit), place(summit)) == ("planned", (None, None), ("Madrid", "ES"))


def test_will_co_chair_is_to_come() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Foreign Minister Virta to chair meeting",
        "Foreign Minister Aino Virta and Latvian Foreign Minister Janis Ozols will co-chair the Finland-Latvia Dialogue.",
    )
    assert (meeting.status.value.value, codes(meeting)) == ("planned", ["FI", "LV"])


def test_looking_forward_to_meeting_is_to_come() -> None:
    _, meeting = accounts(
        FINLAND, *MET, "Minister Virta looks forward to meeting Maltese Foreign Minister Pauline Vella in Valletta."
    )
    assert (meeting.status.value.value, names(meeting)) == ("planned", ["Aino Virta", "Pauline Vella"])


def test_a_visit_postponed_is_cancelled() -> None:
    _, visit = accounts(FINLAND, *MET, "Minister Virta’s visit to Malta, planned for 20 May 2022, was postponed.")
    assert (visit.kind.value.value, visit.status.value.value) == ("visit", "cancelled")


def test_the_day_beside_the_margins_of_a_forum() -> None:
    meeting = subjects(
        FINLAND,
        "Meeting on the margins",
        "Foreign Minister Aino Virta met with Latvian Foreign Minister Janis Ozols on the margins of the Baltic Sea Forum in "
        "Tallinn on 3 May 2022.",
    )[0]
    assert (days(meeting), place(meeting)) == (("2022-05-03", "2022-05-03"), ("Tallinn", "EE"))


def test_the_place_of_a_purpose_is_not_the_meeting_s() -> None:
    (meeting,) = subjects(
        FINLAND,
        "Foreign Minister Virta met Ozols",
        "Foreign Minister Aino Virta met today with Latvian Foreign Minister Janis Ozols to prepare for the summit in Madrid.",
    )
    assert place(meeting) is None


def test_our_country_is_the_publisher_s() -> None:
    (visit,) = accounts(
        FINLAND,
        "Visit of Foreign Minister Ozols",
        "Latvian Foreign Minister Janis Ozols paid an official visit to our country on 8 May 2022.",
        "Foreign Minister Virta received him.",
    )
    assert place(visit) == (None, "FI")


def test_the_day_of_what_a_journey_is_for_stands_after_it() -> None:
    _, dialogue = subjects(
        STATE,
        "Secretary Whitlow’s Travel to Malta",
        "Secretary of State Dana K. Whitlow will travel to Valletta, Malta from May 19 to 22 to attend the U.S.-Malta "
        "Dialogue on Water on May 21.",
    )
    assert days(dialogue) == ("2022-05-21", "2022-05-21")


def test_a_conference_that_is_prepared_for_is_to_come() -> None:
    told = accounts(
        FINLAND,
        "Foreign Minister Virta met Foreign Minister Ozols",
        "Foreign Minister Aino Virta met with Latvian Foreign Minister Janis Ozols in Helsinki today.",
        "They spoke about their work in preparation for the NATO Summit in Madrid.",
    )
    assert [(a.forum.value, a.status.value.value) for a in told if a.forum] == [("NATO Summit", "planned")]
