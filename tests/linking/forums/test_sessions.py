"""Engagements put together to sessions."""

from dataclasses import replace

from tests.linking.forums.build import CALL, PLANNED, PORTS, dialogue, series, sessions, told

from memcon.linking.engagements import CORRECTED
from memcon.linking.forums import SessionStatus, series_of
from memcon.model import Cited


def test_sessions_stand_in_order_with_their_days_and_places() -> None:
    found = sessions(dialogue(2, "2024-05-17", city="Riga", country="LV"), dialogue(1, "2023-06-01"))
    assert [(s.start, s.engagements, s.place.city if s.place else None) for s in found] == [
        ("2023-06-01", ("E-00000001",), None),
        ("2024-05-17", ("E-00000002",), "Riga"),
    ]


def test_days_next_to_one_another_are_one_session() -> None:
    (session,) = sessions(dialogue(1, "2024-05-16"), dialogue(2, "2024-05-17", main=False))
    assert session.engagements == ("E-00000001", "E-00000002")
    assert (session.start, session.end) == ("2024-05-16", "2024-05-16")
    assert "told for 2024-05-16 to 2024-05-17" in (session.joined or "")
    assert len(sessions(dialogue(1, "2024-05-16"), dialogue(2, "2024-05-20"))) == 2


def test_levels_in_words_tell_two_sessions_apart() -> None:
    summit, meeting = "Quad Leaders’ Summit", "Quad Foreign Ministers’ Meeting"
    found = sessions(told(1, summit, summit, "2024-05-16"), told(2, meeting, meeting, "2024-05-16"))
    assert [s.level.level for s in found] == ["leaders", "ministers"]


def test_a_ministerial_of_the_month_is_not_the_summit() -> None:
    summit, meeting = "extraordinary NATO Summit", "NATO Foreign Ministerial"
    found = sessions(
        told(1, meeting, meeting, "2022-03-04"),
        told(2, summit, summit, "2022-03-24", city="Brussels", country="BE"),
        told(3, meeting, meeting, "2022-03", main=False, dated="2022-04-01", city="Brussels", country="BE"),
    )
    assert [s.engagements for s in found] == [("E-00000001", "E-00000003"), ("E-00000002",)]


def test_planned_and_held_are_one_session() -> None:
    (session,) = sessions(
        dialogue(1, "2024-05-17", status=PLANNED, dated="2024-05-01", end="2024-05-19"), dialogue(2, "2024-05-18")
    )
    assert (session.status, session.start) == (SessionStatus.HELD, "2024-05-18")


def test_a_plan_is_to_come_or_unconfirmed() -> None:
    plan = dialogue(1, "2024-05-17", status=PLANNED, dated="2024-05-01")
    assert sessions(plan, as_of="2024-05-10")[0].status is SessionStatus.PLANNED
    assert sessions(plan, as_of="2024-06-10")[0].status is SessionStatus.UNCONFIRMED
    assert series(dialogue(1, None, status=PLANNED))[0].undated[0].status is SessionStatus.UNCONFIRMED


def test_held_before_its_month_is_a_plan() -> None:
    assert sessions(dialogue(1, "2024-06", dated="2024-05-01"), as_of="2024-05-10")[0].status is SessionStatus.PLANNED


def test_a_month_or_year_joins_the_only_session_in_it() -> None:
    (session,) = sessions(dialogue(1, "2024-05-17"), dialogue(2, "2024-05", dated="2024-06-01"))
    assert session.engagements == ("E-00000001", "E-00000002")
    (one,) = series(
        dialogue(1, "2024-02-17"), dialogue(2, "2024-05-17"), dialogue(3, "2024", main=False, dated="2024-12-01")
    )
    assert [s.joined for s in one.undated] == ["2 sessions fit 2024"]


def test_what_was_held_when_told_is_no_later_session() -> None:
    early, late = dialogue(1, "2024-02-17"), dialogue(2, "2024-05-17")
    found = sessions(early, late, dialogue(3, "2024", main=False, dated="2024-03-01"))
    assert found[0].engagements == ("E-00000001", "E-00000003")


def test_a_plan_for_the_year_is_the_next_session() -> None:
    found = sessions(
        dialogue(1, "2024-02-17"),
        dialogue(2, "2024-05-17", kind=CALL),
        dialogue(3, "2024-06-17"),
        dialogue(4, "2024-09-17"),
        dialogue(5, "2024", status=PLANNED, dated="2024-03-01"),
    )
    assert found[2].engagements == ("E-00000003", "E-00000005")


def test_a_month_that_no_session_fits_is_a_session() -> None:
    assert [s.start for s in sessions(dialogue(1, "2024-05-17"), dialogue(2, "2022-03"))] == ["2022-03", "2024-05-17"]


def test_one_number_is_one_session_unless_two_documents_are_about_it() -> None:
    passing = dialogue(1, "2024-03-01", "the fourth", main=False)
    (session,) = sessions(passing, dialogue(2, "2024-05-17", "the fourth"))
    assert session.start == "2024-05-17"
    assert len(sessions(dialogue(1, "2024-03-01", "the fourth"), dialogue(2, "2024-05-17", "the fourth"))) == 2


def test_without_a_day_the_number_tells_the_session() -> None:
    (session,) = sessions(dialogue(1, "2024-05-17", "the fourth"), dialogue(2, None, "the fourth"))
    assert session.engagements == ("E-00000001", "E-00000002")


def test_a_call_about_a_summit_is_no_session_of_it() -> None:
    text, summit = "The presidents spoke about preparations for the NATO Summit.", "NATO Summit"
    assert series(told(1, text, summit, kind=CALL)) == ()
    assert sessions(told(1, "Readout of Quad Leaders Call", "Quad", kind=CALL))[0].call


def test_parties_by_date() -> None:
    (one,) = series(
        told(1, "They met for the C5+1.", "C5+1", "2023-02-28", parties=("KZ", "US")),
        told(2, "They met for the C5+1.", "C5+1", "2023-09-19", parties=("KZ", "US", "JP")),
    )
    members = {m.party: (m.sessions, m.first, m.last, m.by_definition) for m in one.members}
    assert members["KZ"] == (2, "2023-02-28", "2023-09-19", True)
    assert members["JP"] == (1, "2023-09-19", "2023-09-19", False)
    assert members["TJ"] == (0, None, None, True)
    assert series(dialogue(1, "2024-05-17"))[0].parties == ("FI", "LV")
    assert PORTS in series(dialogue(1, "2024-05-17"))[0].name


def test_a_forum_that_a_human_gave_counts() -> None:
    engagement, reading = told(1, "They met for the Ports Dialogue.", "Ports Dialogue")
    for forum in ("C5+1", "North Sea Dialogue"):
        corrected = replace(engagement, forum=replace(engagement.forum, preferred=Cited(forum, (), CORRECTED)))
        (found,) = series_of([corrected], [reading], "2024-06-01")
        assert found.name == forum
        assert [s.engagements for s in found.sessions] == [("E-00000001",)]
        assert [n.name for n in found.names] == [forum]
