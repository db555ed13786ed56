"""Corrections and acceptances on what linking made: they hold, or are shown for a second look."""

from typing import Any

import pytest
from tests.decisions.say import accept, correct, join, of, split, undo
from tests.linking.tell import account, meeting, reading

from memcon.decisions import Decision, decided
from memcon.decisions.values import told_by
from memcon.linking import Engagement, Ruling, Standing
from memcon.linking.engagements import CORRECTED
from memcon.model import EngagementKind, Reading

TWO = [reading("a", account()), reading("b", account())]


def value(choice: Any) -> Any:
    return choice.preferred.value if choice.preferred else None


def ruling(engagement: Engagement, decision: Decision) -> Ruling:
    return next(r for r in engagement.rulings if r.decision == decision.id)


def test_a_correction_is_preferred_and_what_was_read_is_its_rival() -> None:
    made = correct(TWO, "a", "date", "2024-05-03")
    found = of(TWO, "a", made)
    assert (value(found.start), value(found.end)) == ("2024-05-03", "2024-05-03")
    assert {v.value for _, v in found.start.rivals} == {"2024-05-02"}
    assert found.start.standing is Standing.CORRECTED
    assert found.start.preferred is not None
    assert found.start.preferred.rule == CORRECTED
    assert found.start.reason == (
        f"by R. Meyer, 2026-01-01 00:00 UTC: “so it was” ({made.id}); "
        "read as 2024-05-02 (all 2 accounts that tell agree)"
    )
    told = ruling(found, made)
    assert (told.field, told.value, told.in_force, told.looks) == ("date", "2024-05-03", True, ())
    assert told.read == "2024-05-02 (all 2 accounts that tell agree)"
    assert of(TWO, "a", made, undo(made)) == of(TWO, "a")


@pytest.mark.parametrize(
    ("field", "words", "name", "expected"),
    [
        ("kind", "meeting", "kind", EngagementKind.MEETING),
        ("status", "cancelled", "status", "cancelled"),
        ("mode", "video", "mode", "video"),
        ("start", "2024-05-01", "start", "2024-05-01"),
        ("start", "none", "start", None),
        ("end", "2024-05-03", "end", "2024-05-03"),
        ("country", "Latvia", "country", "LV"),
        ("city", "Riga", "city", "Riga"),
        ("forum", "Baltic Ports Forum", "forum", "Baltic Ports Forum"),
        ("parties", "Estonia", "parties", ("EE", "FI", "LV")),
        ("party", "EU", "parties", ("EU", "FI", "LV")),
    ],
)
def test_every_field_can_be_corrected(field: str, words: str, name: str, expected: object) -> None:
    found = of(TWO, "a", correct(TWO, "a", field, words))
    assert getattr(told_by(found), name) == expected


def people(engagement: Engagement) -> list[tuple[str | None, str | None, str | None]]:
    return [(p.name, p.office, p.party) for p in told_by(engagement).participants]


def test_participants_are_added_removed_and_put_right() -> None:
    virta, ozols = ("Aino Virta", None, "FI"), ("Janis Ozols", None, "LV")
    added = correct(TWO, "a", "participant", "Mart Kask", office="Foreign Minister", party="Estonia")
    assert people(of(TWO, "a", added)) == [virta, ozols, ("Mart Kask", "Foreign Minister", "EE")]
    assert people(of(TWO, "a", correct(TWO, "a", "participants", "Ozols", remove=True))) == [virta]
    office = correct(TWO, "a", "participants", "Virta", office="Minister for Trade", at=5)
    name = correct(TWO, "a", "participants", "Virta", office, name="Aino K. Virta", at=6)
    assert people(of(TWO, "a", office, name))[0] == ("Aino K. Virta", "Minister for Trade", "FI")
    assert all(r.in_force for r in of(TWO, "a", office, name).rulings), "each sets something else"


def test_the_later_correction_of_a_value_takes_the_place_of_the_earlier() -> None:
    first = correct(TWO, "a", "date", "2024-05-03", at=5)
    later = correct(TWO, "a", "date", "2024-05-04", first, at=6)
    found = of(TWO, "a", later, first)
    assert value(found.start) == "2024-05-04"
    assert (ruling(found, first).in_force, ruling(found, first).superseded) == (False, later.id)
    assert value(of(TWO, "a", first, later, undo(later)).start) == "2024-05-03"
    part = correct(TWO, "a", "end", "2024-05-05", first, at=6)
    assert ruling(of(TWO, "a", first, part), first).in_force, "its first day still holds"


def test_who_decides_without_knowing_of_another_is_shown_where_they_differ() -> None:
    first = correct(TWO, "a", "date", "2024-05-03", at=5)
    same, other = (correct(TWO, "a", "date", day, at=6) for day in ("2024-05-03", "2024-05-04"))
    assert ruling(of(TWO, "a", first, same), same).looks == ()
    told = ruling(of(TWO, "a", first, other), other)
    assert told.in_force
    assert told.looks[0] == "start was 2024-05-02 when this was decided, would be 2024-05-03 without it now"


@pytest.mark.parametrize("more", [{}, {"remove": True}])
def test_two_who_add_or_remove_the_same_agree(more: dict[str, bool]) -> None:
    code = "LV" if more else "EE"
    made = [correct(TWO, "a", "party", code, at=at, **more) for at in (5, 6)]
    found = of(TWO, "a", *made)
    assert [(r.in_force, r.looks) for r in found.rulings] == [(False, ()), (True, ())]
    assert ("EE" in told_by(found).parties, "LV" in told_by(found).parties) == (not more, not more)


def test_a_correction_holds_when_the_engagement_s_id_changes() -> None:
    made = correct(TWO, "a", "mode", "video")
    more = [*TWO, reading("0", account())]
    found = of(more, "a", made)
    assert found.id != of(TWO, "a").id
    assert value(found.mode) == "video"
    assert ruling(found, made).looks == ()


def read_again(**fields: Any) -> list[Reading]:
    return [reading("a", account(**fields)), TWO[1]]


def test_a_document_read_otherwise_in_that_field_sets_a_correction_aside() -> None:
    made = correct(TWO, "a", "date", "2024-05-03")
    found = of(read_again(start="2024-05-01"), "a", made)
    assert value(found.start) == "2024-05-01"
    told = ruling(found, made)
    assert not told.in_force
    assert told.looks[0].startswith("a: start was read as 2024-05-02, is 2024-05-01 now")
    other = ruling(of(read_again(mode="phone"), "a", made), made)
    assert (other.in_force, other.looks) == (True, ()), "of what it did not look at, nothing matters"


def test_of_people_only_those_it_is_about_matter() -> None:
    made = correct(TWO, "a", "participants", "Virta", office="Minister for Trade")
    more = read_again(people=(("Aino Virta", "FI"), ("Janis Ozols", "LV"), ("Mart Kask", "FI")))
    assert ruling(of(more, "a", made), made).looks == ()
    gone = ruling(of(read_again(people=(("Aino Maria Virta", "FI"), ("Janis Ozols", "LV"))), "a", made), made)
    assert not gone.in_force
    assert "is Aino Maria Virta, FI now" in gone.looks[0]


def test_a_document_that_is_gone_is_shown_while_the_rest_carries_the_correction() -> None:
    made = correct(TWO, "a", "date", "2024-05-03")
    told = ruling(of(TWO[:1], "a", made), made)
    assert (told.in_force, told.looks) == (True, ("b is not in the record",))
    assert of([*TWO[:1], TWO[1]], "a", made) == of(TWO, "a", made), "and comes back with it"


def test_an_account_that_comes_later_and_tells_otherwise_is_shown() -> None:
    made = correct(TWO, "a", "date", "2024-05-03")
    later = [*TWO, reading("c", account(start="2024-05-01", rule="date.publication", end="2024-05-01"))]
    found = of(later, "a", made, join(later, "a", "b", "c"))
    told = ruling(found, made)
    assert value(found.start) == "2024-05-03"
    assert told.looks == ("an account that came later tells 2024-05-01",)


def test_accounts_that_part_set_a_correction_aside() -> None:
    made = correct(TWO, "a", "mode", "video")
    parted = split(TWO, "a", "b", at=7)
    for name in "ab":
        found = of(TWO, name, made, parted)
        assert value(found.mode) is None
        assert ruling(found, made).looks == ("the accounts it rests on are no longer of one engagement",)


def test_a_day_that_would_come_to_lie_after_the_end_is_not_set() -> None:
    made = correct(TWO, "a", "start", "2024-05-01")
    sooner = correct(TWO, "a", "date", "2024-04-30", made, at=3)
    told = ruling(of(TWO, "a", made, sooner), made)
    assert not told.in_force
    assert "would end, on 2024-04-30, before it begins, on 2024-05-01" in told.looks[0]


def test_what_was_accepted_is_checked_until_it_changes() -> None:
    made = accept(TWO, "a", "date")
    found = of(TWO, "a", made)
    assert found.is_checked("start")
    assert found.is_checked("end")
    assert not found.is_checked("kind")
    more = [*TWO, reading("c", account())]
    assert ruling(of(more, "a", made), made).looks == ()
    again = of(read_again(start="2024-05-02", end="2024-05-03"), "a", made)
    assert not again.is_checked("start")
    assert "end was read as 2024-05-02, is 2024-05-03 now" in ruling(again, made).looks[0]


def test_what_is_corrected_after_it_was_accepted_supersedes_that() -> None:
    made = accept(TWO, "a", "date", at=5)
    later = correct(TWO, "a", "date", "2024-05-03", made, at=6)
    told = ruling(of(TWO, "a", made, later), made)
    assert (told.in_force, told.superseded, told.looks) == (False, later.id, ())
    assert ruling(of(TWO, "a", made, later, undo(later)), made).in_force


def test_all_of_it_is_accepted_with_its_accounts() -> None:
    made = accept(TWO, "a", None)
    assert all(of(TWO, "a", made).is_checked(field) for field in ("kind", "start", "party", "name", "place"))
    more = [*TWO, reading("c", account())]
    assert ruling(of(more, "a", made), made).looks == ("an account has joined since it was accepted",)
    again = accept(more, "a", None, made, at=7)
    told = of(more, "a", made, again)
    assert (ruling(told, made).superseded, ruling(told, again).looks) == (again.id, ())


def test_what_people_set_and_checked_is_as_sure_as_can_be() -> None:
    sure = of(TWO, "a", accept(TWO, "a", None)).sure()
    assert (of(TWO, "a").sure(), sure) == (None, 0.99)


def test_engagements_come_in_the_order_of_their_corrected_days() -> None:
    both = [reading("a", account()), reading("m", meeting(start="2024-06-02"))]
    assert [value(e.start) for e in decided(both, (), [correct(both, "a", "date", "2024-07-01")])] == [
        "2024-06-02",
        "2024-07-01",
    ]
