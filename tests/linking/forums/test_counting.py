"""Numbers in words, checked against the sessions on record."""

import pytest
from tests.linking.forums.build import CALL, PLANNED, VIDEO, dialogue, sessions, told

from memcon.linking.forums import Verdict


def verdicts(*all_told) -> list[tuple[str | None, int, str]]:  # type: ignore[no-untyped-def]
    return [(s.start, c.number, c.verdict.value) for s in sessions(*all_told) for c in s.claims]


def test_third_with_the_two_earlier_ones_on_record_fits() -> None:
    found = verdicts(dialogue(1, "2022-05-17"), dialogue(2, "2023-05-17"), dialogue(3, "2024-05-17", "the third"))
    assert found == [("2024-05-17", 3, "fits")]


def test_third_with_three_earlier_ones_is_contradicted() -> None:
    earlier = [dialogue(n, f"202{n}-05-17") for n in (1, 2, 3)]
    (claim,) = sessions(*earlier, dialogue(4, "2024-05-17", "the third"))[-1].claims
    assert claim.verdict is Verdict.CONTRADICTED
    assert claim.reason == "3 earlier sessions on record: 2021-05-17, 2022-05-17, 2023-05-17"
    assert claim.against == ("E-00000001", "E-00000002", "E-00000003")
    assert claim.words.text == "third Finland-Latvia Ports Dialogue"


def test_a_record_that_lacks_earlier_sessions_contradicts_nothing() -> None:
    assert verdicts(dialogue(1, "2024-05-17", "the 12th session of the")) == [("2024-05-17", 12, "cannot be told")]
    assert verdicts(dialogue(1, "2024-05-17", "the second")) == [("2024-05-17", 2, "cannot be told")]


def test_the_first_fits_where_none_is_earlier_and_only_there() -> None:
    assert verdicts(dialogue(1, "2024-05-17", "the inaugural")) == [("2024-05-17", 1, "fits")]
    assert verdicts(dialogue(1, "2023-05-17"), dialogue(2, "2024-05-17", "the first-ever")) == [
        ("2024-05-17", 1, "contradicted")
    ]


def test_numbers_that_follow_one_another_fit_without_the_earlier_sessions() -> None:
    found = verdicts(dialogue(1, "2023-05-17", "the 12th"), dialogue(2, "2024-05-17", "the thirteenth"))
    assert [verdict for _, _, verdict in found] == ["fits", "fits"]


@pytest.mark.parametrize(
    ("earlier", "later"), [("the 12th", "the 12th"), ("the 13th", "the 12th")], ids=["the same number", "counted down"]
)
def test_numbers_that_do_not_follow_one_another_are_contradicted(earlier: str, later: str) -> None:
    found = verdicts(dialogue(1, "2023-05-17", earlier), dialogue(2, "2024-05-17", later))
    assert [verdict for _, _, verdict in found] == ["contradicted", "contradicted"]


def test_more_sessions_between_two_numbers_than_they_leave_room_for() -> None:
    found = verdicts(
        dialogue(1, "2021-05-17", "the 12th"), dialogue(2, "2022-05-17"), dialogue(3, "2023-05-17", "the 13th")
    )
    assert [verdict for _, _, verdict in found] == ["contradicted", "contradicted"]


def test_a_number_that_the_count_contradicts_speaks_against_no_other() -> None:
    found = verdicts(
        dialogue(1, "2022-05-17", "the inaugural"),
        dialogue(2, "2023-05-17", "the second"),
        dialogue(3, "2024-05-17", "the second"),
    )
    assert [verdict for _, _, verdict in found] == ["fits", "fits", "contradicted"]


def test_what_is_planned_called_off_or_a_call_is_not_counted() -> None:
    found = verdicts(
        dialogue(1, "2022-05-17", status=PLANNED),
        dialogue(2, "2023-05-17", kind=CALL),
        dialogue(3, "2024-05-17", "the first"),
    )
    assert found == [("2024-05-17", 1, "fits")]


def test_what_one_document_tells_in_passing_contradicts_nothing() -> None:
    (claim,) = sessions(dialogue(1, "2022-05-17", main=False), dialogue(2, "2024-05-17", "the first"))[-1].claims
    assert claim.verdict is Verdict.FITS
    assert claim.reason == "no earlier session is on record; besides 2022-05-17, told too loosely to count"


def test_a_level_or_a_way_of_meeting_narrows_what_is_counted() -> None:
    summit, meeting = "Quad Leaders’ Summit", "Quad Foreign Ministers’ Meeting"
    found = verdicts(
        told(1, f"They met for the {meeting}.", meeting, "2021-02-18"),
        told(2, f"They met for the inaugural {summit}.", summit, "2021-03-12", mode=VIDEO),
        told(3, f"They met for the first in-person {summit}.", summit, "2021-09-24"),
        told(4, f"They met for the second {meeting}.", meeting, "2022-02-11"),
    )
    assert found == [("2021-03-12", 1, "fits"), ("2021-09-24", 1, "fits"), ("2022-02-11", 2, "fits")]


def test_the_word_summit_narrows_nothing_where_ministers_met() -> None:
    people = (("Aino Virta", "Foreign Minister", "FI"), ("Janis Ozols", "Foreign Minister", "LV"))
    name = "Negev Summit"
    found = verdicts(
        told(1, f"They met for the {name}.", name, "2022-03-28", people=people),
        told(2, f"They met for the first {name}.", name, "2023-03-28", people=people),
    )
    assert found == [("2023-03-28", 1, "contradicted")]


def test_the_first_since_a_year_is_counted_from_then() -> None:
    text = "They met for the first Finland-Latvia Ports Dialogue since 2016."
    since = told(3, text, "Finland-Latvia Ports Dialogue", "2021-11-18")
    assert verdicts(dialogue(1, "2016-06-29"), since) == [("2021-11-18", 1, "cannot be told")]
    assert verdicts(dialogue(1, "2018-06-29"), since) == [("2021-11-18", 1, "contradicted")]


def test_a_session_without_a_day_is_not_counted_up_to() -> None:
    from tests.linking.forums.build import series

    (one,) = series(dialogue(1, "2023-05-17"), dialogue(2, None, "the fifth"))
    (claim,) = one.undated[0].claims
    assert (claim.number, claim.verdict) == (5, Verdict.CANNOT_BE_TOLD)


def test_what_several_documents_only_look_forward_to_is_not_counted() -> None:
    ahead = [dialogue(n, "2023-05-17", status=PLANNED, main=False) for n in (2, 3)]
    recalled = dialogue(4, "2023-05-17", main=False)
    found = verdicts(dialogue(1, "2022-05-17", "the first"), *ahead, recalled, dialogue(5, "2024-05-17", "the second"))
    assert [verdict for _, _, verdict in found] == ["fits", "fits"]
    again = dialogue(6, "2023-05-17", main=False)
    found = verdicts(
        dialogue(1, "2022-05-17", "the first"), *ahead, recalled, again, dialogue(5, "2024-05-17", "the second")
    )
    assert "contradicted" in [verdict for _, _, verdict in found]
