"""What people decided on which visit or conference an engagement is a part of."""

import pytest
from tests.decisions.say import anchors, decision, of, undo
from tests.linking.tell import account, meeting, reading, visit

from memcon.decisions import Decision, Verb, replay
from memcon.decisions.log import State, entries
from memcon.decisions.making import draft, placing
from memcon.errors import UsageError
from memcon.linking import Engagement
from memcon.model import EngagementKind, Reading

READINGS = [
    reading("call", account()),
    reading("trip", visit(start="2024-05-01")),
    reading("summit", account(kind=EngagementKind.CONFERENCE, start="2024-07-01", forum="Ports Forum")),
]


def placed(part: str, *whole: str, at: int = 0) -> Decision:
    return decision(Verb.PART_OF, [anchors(READINGS, part), *(anchors(READINGS, w) for w in whole)], at)


def states(*decisions: Decision) -> list[State]:
    replayed = replay(decisions, {r.document: r for r in READINGS})
    now = {
        key: e for name in ("call", "trip", "summit") for e in [of(READINGS, name, *decisions)] for key in e.accounts
    }
    return [e.state for e in entries(replayed, now)]


def whole(name: str, *decisions: Decision) -> str | None:
    return of(READINGS, name, *decisions).part_of


def test_what_a_human_says_is_a_part_is_one_wherever_it_was_held() -> None:
    made = placed("call", "summit")
    assert whole("call") is None
    assert whole("call", made) == of(READINGS, "summit").id
    assert whole("call", made, undo(made)) is None
    (ours,) = of(READINGS, "call", made).rulings
    (theirs,) = of(READINGS, "summit", made).rulings
    assert (ours.verb, ours.value, ours.in_force) == ("part-of", "part of another (conference, 2024-07-01)", True)
    assert (theirs.value, theirs.in_force) == ("has a part (call, 2024-05-02)", True)


def test_the_later_word_counts() -> None:
    first, second, third = placed("call", "summit"), placed("call", "trip", at=1), placed("call", at=2)
    assert whole("call", first, second) == of(READINGS, "trip").id
    assert states(first, second) == [State.SUPERSEDED, State.IN_FORCE]
    assert whole("call", first, second, third) is None
    assert whole("call", second, first, third, undo(third)) == of(READINGS, "trip").id


def test_a_part_that_was_read_can_be_taken_out() -> None:
    readings = [reading("page", visit(1), meeting(2, start="2024-05-02", country="LV", part_of="e1"))]
    part = of(readings, "page/e2")
    assert part.part_of == of(readings, "page/e1").id
    made = decision(Verb.PART_OF, [anchors(readings, "page/e2")])
    assert of(readings, "page/e2", made).part_of is None


def test_no_circle_can_be_made() -> None:
    one, other = placed("trip", "summit"), placed("summit", "trip", at=1)
    assert whole("trip", one, other) is None or whole("summit", one, other) is None
    looks = [r.looks for name in ("trip", "summit") for r in of(READINGS, name, one, other).rulings if r.looks]
    assert looks == [("the two are one now, or it would be a part of itself",)]


@pytest.mark.parametrize(
    ("part", "wholes", "why"),
    [
        ("call", ["call"], "cannot be a part of itself"),
        ("trip", ["call"], "is a call; only a visit or a conference has parts"),
        ("call", [], "is a part of nothing already"),
        ("trip", ["summit", "trip"], "what holds it cannot be a part of it"),
    ],
)
def test_what_makes_no_sense_is_refused(part: str, wholes: list[str], why: str) -> None:
    plan = draft(Verb.PART_OF, [anchors(READINGS, part)], "R. Meyer")
    engagements: list[Engagement] = [of(READINGS, name) for name in wholes]
    with pytest.raises(UsageError, match=why):
        placing(plan, of(READINGS, part), engagements)


def test_a_part_whose_whole_is_gone_is_set_aside() -> None:
    made = placed("call", "summit")
    left: list[Reading] = [r for r in READINGS if r.document != "summit"]
    assert of(left, "call", made).part_of is None
    (ruling,) = of(left, "call", made).rulings
    assert not ruling.in_force
    assert ruling.looks == ("summit is not in the record",)
