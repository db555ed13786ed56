"""Meetings that are parts of a visit: their place and time."""

from memcon.model import Account

from .told import STATE, days, place, subjects


def told(when: str, meeting: str) -> list[Account]:
    return subjects(
        STATE,
        "Secretary Whitlow’s Travel to Malta",
        f"Secretary of State Dana K. Whitlow will travel to Malta {when}.",
        meeting,
    )


def test_a_part_without_place_and_day_has_those_of_a_visit_of_one_day() -> None:
    visit, meeting = told("on May 12, 2022", "She will meet with Foreign Minister Pauline Vella.")
    assert meeting.part_of == visit.id
    assert (days(meeting), place(meeting)) == (("2022-05-12", "2022-05-12"), (None, "MT"))
    assert meeting.place is not None
    assert meeting.place.rule == "place.visit"


def test_a_part_of_several_days_has_their_month() -> None:
    _, meeting = told("from May 12 to 14, 2022", "She will meet with Foreign Minister Pauline Vella.")
    assert days(meeting) == ("2022-05", "2022-05")


def test_a_part_of_a_visit_over_two_months_has_no_day() -> None:
    visit, meeting = told("from May 30 to June 2, 2022", "She will meet with Foreign Minister Pauline Vella.")
    assert (meeting.part_of, days(meeting)) == (visit.id, (None, None))


def test_a_meeting_on_another_day_is_no_part() -> None:
    visit, meeting = told("on May 12, 2022", "On May 20, she will meet with Foreign Minister Pauline Vella of Malta.")
    assert (visit.part_of, meeting.part_of) == (None, None)
    assert place(meeting) is None


def test_what_a_visit_is_for_is_part_of_it() -> None:
    visit, forum = subjects(
        STATE,
        "Secretary Whitlow’s Travel to Qatar",
        "Secretary of State Dana K. Whitlow will travel to Doha, Qatar, to attend the Doha Forum on May 12, 2022.",
    )
    assert (forum.kind.value.value, forum.part_of, place(forum)) == ("conference", visit.id, ("Doha", "QA"))
