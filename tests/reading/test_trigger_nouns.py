"""Nouns and forums that tell of an occasion: sittings, joined verbs, formats that only describe."""

import pytest

from .told import FINLAND, accounts, days, names, place, subjects

INDIA = "Ministry of External Affairs, Government of India"
MET = (
    "Foreign Minister Virta met Foreign Minister Ozols",
    "Foreign Minister Aino Virta met with Latvian Foreign Minister Janis Ozols in Helsinki on 9 May 2022.",
)


@pytest.mark.parametrize("sitting", ["6th round", "third session", "latest edition"])
def test_the_sitting_of_a_dialogue_is_the_dialogue(sitting: str) -> None:
    (meeting,) = subjects(
        INDIA,
        "Visit to Malta",
        f"The {sitting} of the India-Malta Strategic Dialogue was held in Valletta on 8 May 2022.",
    )
    assert meeting.forum is not None
    assert meeting.forum.value == "India-Malta Strategic Dialogue"
    assert (place(meeting), days(meeting)) == (("Valletta", "MT"), ("2022-05-08", "2022-05-08"))


def test_a_verb_joined_after_an_apposition_tells_a_meeting_of_its_own() -> None:
    found = subjects(
        FINLAND,
        "Visit of Minister Virta",
        "Foreign Minister Aino Virta called on the President of India, Smt. Leela Rao, and held talks with Indian External "
        "Affairs Minister Arjun Rathore in New Delhi on 9 May 2022.",
    )
    assert [names(a) for a in found] == [["Aino Virta", "Leela Rao"], ["Aino Virta", "Arjun Rathore"]]


def test_the_main_verb_before_the_ministry_said() -> None:
    _, second = subjects(
        FINLAND, *MET, "Minister Virta also met with Maltese Foreign Minister Pauline Vella, the ministry said."
    )
    assert names(second) == ["Aino Virta", "Pauline Vella"]


def test_the_session_of_a_dialogue_that_people_take_part_in_is_the_dialogue() -> None:
    (meeting,) = accounts(
        FINLAND,
        "Riga",
        "Foreign Minister Aino Virta and Latvian Foreign Minister Janis Ozols took part in the final session of the "
        "Finland-Latvia Dialogue in Riga on 8 May 2022.",
    )
    assert meeting.forum is not None
    assert (meeting.kind.value.value, meeting.forum.value) == ("meeting", "Finland-Latvia Dialogue")
    assert names(meeting) == ["Aino Virta", "Janis Ozols"]


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed the commitments of NATO partners in Brussels in March 2022.",
        "She stressed the goals of the G20 of October 2021.",
        "They discussed the G7 presidency of Japan in May 2022.",
    ],
)
def test_a_format_that_only_describes_tells_of_no_occasion(sentence: str) -> None:
    (only,) = accounts(FINLAND, *MET, sentence)
    assert names(only) == ["Aino Virta", "Janis Ozols"]


def test_a_format_s_meeting_is_mentioned() -> None:
    _, summit = accounts(FINLAND, *MET, "They discussed the NATO Summit, to be held in Madrid on 29 June 2022.")
    assert summit.forum is not None
    assert (summit.main, summit.forum.value, days(summit)[0]) == (False, "NATO Summit", "2022-06-29")


def test_the_outcomes_of_a_summit_tell_of_it_where_its_day_is_told() -> None:
    _, summit = accounts(FINLAND, *MET, "They discussed the outcomes of the NATO Summit, held in Madrid on 3 May 2022.")
    assert (summit.kind.value.value, days(summit)[0], place(summit)) == ("conference", "2022-05-03", ("Madrid", "ES"))
