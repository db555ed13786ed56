"""Schedules: the day, the place and the person that head their lines."""

import pytest

from .told import STATE, codes, days, names, place, subjects

KOREA = "Ministry of Foreign Affairs of the Republic of Korea"


def test_lines_stand_under_the_day_and_the_person_above_them() -> None:
    found = subjects(
        KOREA,
        "Weekly Schedule",
        "Tuesday 10 May 2022",
        "Minister Han Seo-jun",
        "10:00 Meeting with Foreign Minister of Malta Pauline Vella",
        "15:00 Telephone conversation with Foreign Minister of Latvia Janis Ozols",
        "Wednesday 11 May 2022",
        "Vice Minister Han Mi-rae",
        "11:00 Meeting with Ambassador of Norway Siri Dahl",
    )
    assert [(a.kind.value.value, names(a), days(a)[0]) for a in found] == [
        ("meeting", ["Han Seo-jun", "Pauline Vella"], "2022-05-10"),
        ("call", ["Han Seo-jun", "Janis Ozols"], "2022-05-10"),
        ("meeting", ["Han Mi-rae", "Siri Dahl"], "2022-05-11"),
    ]
    assert {a.status.value.value for a in found} == {"planned"}


def test_the_place_in_brackets_at_the_end_of_a_line() -> None:
    (meeting,) = subjects(
        KOREA,
        "Weekly Schedule",
        "Tuesday 10 May 2022",
        "Minister Han Seo-jun",
        "10:00 Meeting with Foreign Minister of Malta Pauline Vella (MOFA building, Seoul)",
    )
    assert place(meeting) == ("Seoul", "KR")


@pytest.mark.parametrize("head", ["Paris (local time)", "Paris", "Paris, France (all times local)"])
def test_a_place_on_a_line_of_its_own_heads_those_below(head: str) -> None:
    (meeting,) = subjects(
        "Prime Minister of Finland",
        "Schedule for Prime Minister Aino Virta",
        "10 May 2022",
        head,
        "10:00 Meeting with President of France Luc Perrin",
    )
    assert place(meeting) == ("Paris", "FR")


def test_a_new_day_takes_the_place_away() -> None:
    _, second = subjects(
        "Prime Minister of Finland",
        "Schedule for Prime Minister Aino Virta",
        "10 May 2022",
        "Paris (local time)",
        "10:00 Meeting with President of France Luc Perrin",
        "11 May 2022",
        "10:00 Meeting with President of Latvia Janis Ozols",
    )
    assert (place(second), days(second)) == (None, ("2022-05-11", "2022-05-11"))


def test_a_call_has_no_place() -> None:
    (call,) = subjects(
        "Prime Minister of Finland",
        "Schedule for Prime Minister Aino Virta",
        "10 May 2022",
        "Paris (local time)",
        "10:00 Telephone conversation with President of Latvia Janis Ozols",
    )
    assert (call.kind.value.value, place(call)) == ("call", None)


def test_the_person_of_the_title_owns_the_lines() -> None:
    (meeting,) = subjects(
        "Prime Minister of Finland",
        "Schedule for Prime Minister Aino Virta",
        "10 May 2022",
        "10:00 Meeting with President of France Luc Perrin",
    )
    assert names(meeting) == ["Aino Virta", "Luc Perrin"]
    assert codes(meeting) == ["FI", "FR"]


def test_a_line_that_names_its_own_person_gets_no_other() -> None:
    found = subjects(
        STATE,
        "Public Schedule – May 10, 2022",
        "SECRETARY DANA K. WHITLOW",
        "10:00 a.m. Secretary Whitlow meets with Maltese Foreign Minister Pauline Vella.",
        "11:00 a.m. Deputy Secretary Owen Marchbanks meets with Latvian State Secretary Janis Ozols.",
    )
    assert [len(names(a)) for a in found] == [2, 2]
    assert names(found[1]) == ["Owen Marchbanks", "Janis Ozols"]
