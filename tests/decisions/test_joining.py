"""What people join and part is joined and parted, over every reading, and never both."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decisions.say import anchors, decision, groups, join, key, part, split, undo
from tests.linking.tell import account, meeting, reading, visit

from memcon.decisions import Decision, Verb, decided, replay
from memcon.decisions.replaying import related
from memcon.decisions.values import JOINING, identified
from memcon.model import Reading

CALLS = [reading(name, account()) for name in "abc"]
OTHER = reading(
    "x", account(start="2024-05-03", people=(("Aino Virta", "FI"), ("Peter Kask", "EE")), parties=("FI", "EE"))
)
ALL = [*CALLS, OTHER]


def test_the_evidence_alone() -> None:
    assert groups(ALL) == ["a b c", "x"]


def test_what_is_merged_is_one_whatever_the_evidence() -> None:
    assert groups(ALL, join(ALL, "a", "x")) == ["a b c x"]


def test_what_comes_later_joins_where_it_fits_one_of_those_that_were_merged() -> None:
    decisions = [join(ALL, "a", "x")]
    later = [*ALL, reading("d", account()), reading("y", OTHER.accounts[0])]
    assert groups(later, *decisions) == ["a b c d x y"]


def test_what_is_held_apart_is_apart_and_the_rest_stays() -> None:
    assert groups(ALL, part(ALL, "a", "b")) in (["a c", "b", "x"], ["a", "b c", "x"])
    assert groups(ALL, part(ALL, "a", "bc")) == ["a", "b c", "x"]


def test_what_is_split_off_is_an_engagement_of_its_own() -> None:
    assert groups(ALL, split(ALL, "ab", "c")) == ["a b", "c", "x"]
    looks_alike = [*CALLS, reading("z", account(start=None, end=None))]
    assert groups(looks_alike, split(CALLS, "ab", "c")) == ["a b", "c", "z"], "what fits both fits neither clearly"


def test_a_merge_outweighs_what_a_document_tells_apart() -> None:
    two = [reading("a", account(1), account(2, start="2024-05-03"))]
    assert groups(two) == ["a", "a2"]
    assert groups(two, join(two, "a/e1", "a/e2")) == ["a a2"]


def test_visits_held_apart_stay_so() -> None:
    stays = [reading("a", visit()), reading("b", visit(start="2024-05-03"))]
    assert groups(stays) == ["a b"]
    assert groups(stays, part(stays, "a", "b")) == ["a", "b"]


def test_human_decisions_outweigh_the_machine_s_joins() -> None:
    decisions = [part(ALL, "b", "x", at=1), join(ALL, "a", "x", at=2)]
    found = groups(ALL, *decisions)
    assert any({"a", "x"} <= set(g.split()) for g in found)
    assert not any({"b", "x"} <= set(g.split()) for g in found)


def test_an_undo_takes_back_and_an_undo_of_it_brings_back() -> None:
    made = join(ALL, "a", "x")
    gone = undo(made, at=1)
    back = undo(gone, at=2)
    assert groups(ALL, made, gone) == ["a b c", "x"]
    assert groups(ALL, made, gone, back) == ["a b c x"]
    assert groups(ALL, made, gone, back, undo(back, at=3)) == ["a b c", "x"]
    assert replay([made, gone], {}).outcomes[0].undone == gone.id


def test_the_later_of_two_that_contradict_is_set_aside_whole() -> None:
    first = join(ALL, "a", "x", at=1)
    later = split(ALL, "ab", "cx", at=2)
    assert groups(ALL, first, later) == ["a b c x"]
    (one, two) = replay([later, first], {r.document: r for r in ALL}).outcomes
    assert (one.against, two.against) == ((), (first.id,))
    assert "contradicts" in two.looks[0]
    assert groups(ALL, first, later, undo(first, at=3)) == ["a b", "c", "x"], "it holds once the first is undone"


def test_a_contradiction_can_go_by_way_of_others() -> None:
    one, two, three = (reading(n, meeting(start=f"2024-0{m}-02")) for m, n in enumerate("pqr", start=1))
    made = [one, two, three]
    decisions = [join(made, "p", "q", at=1), join(made, "q", "r", at=2), part(made, "p", "r", at=3)]
    assert groups(made, *decisions) == ["p q r"]
    assert replay(decisions, {r.document: r for r in made}).outcomes[2].against == tuple(
        sorted(d.id for d in decisions[:2])
    )


@pytest.mark.parametrize(
    ("now", "look", "found"),
    [
        (reading("b", account(7)), None, ["a b7 c"]),  # another id, the same account
        (reading("b", account(start="2024-05-04")), "b: start was read as 2024-05-02, is 2024-05-04 now", ["a c", "b"]),
        (reading("b"), "b no longer tells of it as it was read then", ["a c"]),
        (None, "b is not in the record", ["a c"]),
    ],
)
def test_what_a_merge_rests_on_can_change(now: Reading | None, look: str | None, found: list[str]) -> None:
    made = join(CALLS, "a", "b", "c")
    new = [r for r in (CALLS[0], now, CALLS[2]) if r is not None]
    (outcome,) = replay([made], {r.document: r for r in new}).outcomes
    assert [words.split(";")[0] for words in outcome.looks] == ([look] if look else [])
    assert groups(new, made) == found


def test_two_accounts_read_as_one_since_are_shown() -> None:
    two = [reading("a", account(1), account(2, start="2024-05-02", people=(("Aino Virta", "FI"),)))]
    made = part(two, ["a/e1"], ["a/e2"])
    later = [reading("a", account(1))]
    (outcome,) = replay([made], {"a": later[0]}).outcomes
    assert outcome.looks
    assert groups(later, made) == ["a"]


def test_a_confirmation_is_for_the_accounts_as_they_are_now() -> None:
    new = [CALLS[0], reading("b", account(start="2024-05-09"))]
    made = join(CALLS, "a", "b")
    seen = decision(Verb.ACCEPT, [anchors(new, "a"), anchors(new, "b")], 1, of=made.id)
    assert groups(new, made) == ["a", "b"]
    assert groups(new, made, seen) == ["a b"]
    assert groups(new, made, seen, undo(seen, at=2)) == ["a", "b"]


names = st.sampled_from("abcx")
sides = st.tuples(st.sets(names, min_size=1, max_size=2), st.sets(names, min_size=1, max_size=2)).filter(
    lambda pair: not pair[0] & pair[1]
)


@st.composite
def several(draw: st.DrawFn) -> list[Decision]:
    made: list[Decision] = []
    for at in range(draw(st.integers(1, 6))):
        one, other = draw(sides)
        verb = draw(st.sampled_from([Verb.MERGE, Verb.SPLIT, Verb.APART, Verb.UNDO]))
        if verb is Verb.UNDO and made:
            made.append(undo(draw(st.sampled_from(made)), at))
        elif verb is not Verb.UNDO:
            made.append(decision(verb, [anchors(ALL, *sorted(one)), anchors(ALL, *sorted(other))], at))
    return made


@settings(max_examples=150, deadline=None)
@given(several(), st.randoms(use_true_random=False))
def test_whatever_is_decided_holds_or_is_shown_and_no_order_matters(made: list[Decision], dice) -> None:  # type: ignore[no-untyped-def]
    shuffled, readings = [*made], [*ALL]
    dice.shuffle(shuffled)
    dice.shuffle(readings)
    found = decided(ALL, (), made)
    assert decided(readings, (), shuffled) == found
    assert sorted(k for e in found for k in e.accounts) == sorted(key(n) for n in "abcx"), "each account once"
    home = {k: e.id for e in found for k in e.accounts}
    for outcome in replay(made, {r.document: r for r in ALL}).outcomes:
        if outcome.undone or outcome.decision.verb not in JOINING or outcome.against:
            continue
        one, other = ({home[k] for k in side} for side in outcome.sides)
        if outcome.decision.verb is Verb.MERGE:
            assert len(one | other) == 1
        else:
            assert not one & other


@settings(max_examples=100, deadline=None)
@given(several())
def test_what_becomes_of_decisions_depends_on_those_they_have_to_do_with_only(made: list[Decision]) -> None:
    readings = {r.document: r for r in ALL}
    whole = {o.decision.id: o for o in replay(made, readings).outcomes}
    for one in made:
        part_ = replay(related(made, {a.document for a in one.anchors}, [one.id]), readings)
        found = {o.decision.id: o for o in part_.outcomes}
        assert found[one.id] == whole[one.id]


def test_an_id_is_made_by_the_content_and_empty_fields_do_not_count() -> None:
    first = join(ALL, "a", "x")
    others = [join(ALL, "a", "x", at=1), part(ALL, ["a"], ["x"]), identified(replace(first, author="J. Ito"))]
    assert len({d.id for d in (first, *others)}) == 4
    assert identified(first) == first
    assert identified(replace(first, because="")).id == first.id
    (one,), (other,) = first.sides
    moved = replace(first, sides=((replace(one, at=0),), (other,)))
    assert identified(moved).id != first.id, "the beginning of a text is a place"
