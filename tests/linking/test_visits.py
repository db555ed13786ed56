"""Visits with their days, journeys with their legs, and what is part of what."""

from tests.linking.tell import conference, joined, meeting, reading, visit

from memcon.linking import Engagement, join
from memcon.linking.engagements import Standing
from memcon.model import EngagementKind, Reading, Span, Status


def days(engagement: Engagement) -> tuple[str | None, str | None]:
    start, end = engagement.start.preferred, engagement.end.preferred
    return start.value if start else None, end.value if end else None


def found(*readings: Reading) -> dict[str, Engagement]:
    """Engagements by the document and account of each."""
    return {f"{k.document}/{k.account}": e for e in join(readings) for k in e.accounts}


def test_visits_agree_by_country_and_traveller() -> None:
    assert joined(reading("a", visit()), reading("b", visit())) == [["a/e1", "b/e1"]]
    assert len(joined(reading("a", visit()), reading("b", visit(country="EE")))) == 2
    other = visit(people=(("Pekka Salo", "FI"),))
    assert len(joined(reading("a", visit()), reading("b", other))) == 2


def test_a_meeting_there_and_then_is_part_of_the_visit() -> None:
    made = found(reading("a", visit()), reading("b", meeting()))
    assert made["b/e1"].part_of == made["a/e1"].id
    made = found(reading("a", visit()), reading("b", meeting(country="EE")))
    assert made["b/e1"].part_of is None
    made = found(reading("a", visit()), reading("b", meeting(start="2024-05-09")))
    assert made["b/e1"].part_of is None


def test_a_part_told_in_one_document_points_at_its_whole() -> None:
    made = found(reading("a", visit(1), meeting(2, country=None, part_of="e1")))
    assert made["a/e2"].part_of == made["a/e1"].id
    assert made["a/e1"].part_of is None


def test_a_visit_lasts_as_long_as_accounts_place_the_visitor_there() -> None:
    made = found(
        reading("a", visit()), reading("b", meeting(start="2024-05-03")), reading("c", meeting(start="2024-05-04"))
    )
    assert days(made["a/e1"]) == ("2024-05-02", "2024-05-03")
    made = found(reading("a", visit(start="2024-05", main=False)), reading("b", meeting(start="2024-05-03")))
    assert days(made["a/e1"]) == ("2024-05-03", "2024-05-03")
    assert made["a/e1"].start.standing is Standing.DERIVED
    assert made["a/e1"].start.preferred is not None
    assert made["a/e1"].start.preferred.rule == "date.first-of-visit"


def test_the_legs_of_a_journey_have_the_days_of_what_was_held_there() -> None:
    plan = {"status": Status.PLANNED, "start": "2024-05-02", "end": "2024-05-09"}
    notice = reading("a", visit(1, "LV", **plan), visit(2, "EE", **plan), dated="2024-05-01")
    made = found(
        notice,
        reading("b", meeting(start="2024-05-03")),
        reading("c", meeting(start="2024-05-04", people=(("Aino Virta", "FI"), ("Liga Kalna", "LV")))),
    )
    assert days(made["a/e1"]) == ("2024-05-03", "2024-05-04")
    assert days(made["a/e2"]) == ("2024-05-02", "2024-05-09"), "nothing is told of this leg"
    assert made["b/e1"].part_of == made["c/e1"].part_of == made["a/e1"].id


def test_a_leg_and_the_stay_told_further_down_are_one_visit() -> None:
    plan = {"status": Status.PLANNED}
    one = visit(1, "LV", "2024-05-02", end="2024-05-09", **plan)
    other = visit(2, "EE", "2024-05-02", end="2024-05-09", **plan)
    stay = visit(3, "LV", "2024-05-03", **plan)
    assert joined(reading("a", one, other, stay)) == [["a/e1", "a/e3"], ["a/e2"]]
    assert days(found(reading("a", one, other, stay))["a/e3"]) == ("2024-05-03", "2024-05-03")


def test_visits_whose_days_follow_on_one_another_are_one() -> None:
    made = joined(
        reading("a", visit(start="2024-05-02")),
        reading("b", visit(start="2024-05-04")),
        reading("c", meeting(start="2024-05-03")),
    )
    assert made == [["a/e1", "b/e1"], ["c/e1"]]


def test_a_conference_lasts_from_its_first_session_to_its_last() -> None:
    made = found(reading("a", conference(start="2024-05-02")), reading("b", conference(start="2024-05-03")))
    assert made["a/e1"].id == made["b/e1"].id
    assert days(made["a/e1"]) == ("2024-05-02", "2024-05-03")
    whole = conference(start="2024-05-02", end="2024-05-05", status=Status.PLANNED)
    made = found(reading("a", whole), reading("b", conference(start="2024-05-03")))
    assert days(made["a/e1"]) == ("2024-05-02", "2024-05-05")


def test_a_reprint_without_a_day_is_dated_by_the_visit() -> None:
    """The seeds: a page reprinted under a later date, and an agency's report of the visit."""
    report = reading("a", visit(), dated="2024-05-02")
    past = meeting(2, country="DK", start=None, main=False, date_words=Span("b", 3, 12, "September"))
    page = reading("b", meeting(start=None), past, reprinted="2025-10-01")
    made = found(report, page)
    assert days(made["b/e1"]) == ("2024-05-02", "2024-05-02")
    assert made["b/e1"].part_of == made["a/e1"].id
    assert made["b/e1"].start.reason.endswith("2025-10-01 is the date of a reprint")
    assert [c.value for _, c in made["b/e1"].start.rivals] == ["2025-10-01"]
    assert days(made["b/e2"]) == ("2023-09", "2023-09")
    assert "counted from 2024-05-02" in made["b/e2"].start.reason


def test_a_reprint_is_dated_by_another_meeting_of_the_same_stay() -> None:
    page = reading("b", meeting(start=None), reprinted="2025-10-01")
    others = (("Aino Virta", "FI"), ("Liga Kalna", "LV"))
    made = found(reading("a", meeting(people=others)), page)
    assert days(made["b/e1"]) == ("2024-05-02", "2024-05-02")
    assert made["b/e1"].start.preferred is not None
    assert made["b/e1"].start.preferred.rule == "date.of-stay"
    two = [reading("a", meeting(people=others)), reading("c", meeting(people=others, start="2024-08-02"))]
    assert days(found(*two, page)["b/e1"]) == (None, None)
    home = meeting(country="FI", people=(("Aino Virta", "FI"), ("Mart Tamm", "EE")))
    there = reading("b", meeting(country="FI", start=None), reprinted="2025-10-01")
    assert days(found(reading("a", home), there)["b/e1"]) == (None, None), "she is at home there"


def test_a_reprint_is_not_dated_where_two_visits_fit_or_by_a_later_one() -> None:
    page = reading("b", meeting(start=None), reprinted="2025-10-01")
    two = [reading("a", visit()), reading("c", visit(start="2023-03-03"))]
    assert days(found(*two, page)["b/e1"]) == (None, None)
    assert days(found(reading("a", visit(start="2026-01-01")), page)["b/e1"]) == (None, None)


def test_a_conference_on_a_visit_is_part_of_it_where_one_document_tells_both() -> None:
    told = reading("a", visit(1), conference(2, country="LV", start=None, main=False, kind=EngagementKind.CONFERENCE))
    made = found(told)
    assert made["a/e2"].part_of == made["a/e1"].id
    assert days(made["a/e2"]) == ("2024-05-02", "2024-05-02")


def test_an_undated_part_was_on_one_of_the_days_of_a_short_visit() -> None:
    stay = visit(1, start="2024-05-02", end="2024-05-04")
    made = found(reading("a", stay, meeting(2, start=None, end=None, part_of="e1")))
    assert days(made["a/e2"]) == ("2024-05-02", "2024-05-04")
    month = meeting(2, start="2024-05", end="2024-05", rule="date.visit", part_of="e1")
    assert days(found(reading("a", stay, month))["a/e2"]) == ("2024-05-02", "2024-05-04")
    long = visit(1, start="2024-05-02", end="2024-05-20")
    made = found(reading("a", long, meeting(2, start=None, end=None, part_of="e1")))
    assert days(made["a/e2"]) == ("2024-05", "2024-05")
