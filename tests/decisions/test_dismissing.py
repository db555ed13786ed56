"""What a human said is no engagement: it stays one of the record, is marked, and comes back with news."""

from tests.decisions.say import accept, dismiss, of, split, undo
from tests.linking.tell import account, reading

TWO = [reading("a", account()), reading("b", account())]


def test_what_is_dismissed_is_kept_and_marked_until_that_is_undone() -> None:
    made = dismiss(TWO, "a")
    found = of(TWO, "a", made)
    assert found.dismissed
    assert found.id == of(TWO, "a").id
    assert [(r.verb, r.in_force, r.looks) for r in found.rulings] == [("dismiss", True, ())]
    assert not of(TWO, "a", made, undo(made)).dismissed


def test_what_was_only_accepted_is_not_dismissed() -> None:
    assert not of(TWO, "a", accept(TWO, "a", None)).dismissed


def test_a_new_account_brings_it_back_for_a_second_look() -> None:
    made = dismiss(TWO, "a")
    three = [*TWO, reading("c", account())]
    found = of(three, "c", made)
    assert {k.document for k in found.accounts} == {"a", "b", "c"}
    assert not found.dismissed
    assert found.rulings[0].looks == ("1 account has joined since it was dismissed",)


def test_an_account_that_is_read_otherwise_brings_it_back_for_a_second_look() -> None:
    made = dismiss(TWO, "a")
    changed = [reading("a", account(start="2024-09-09")), TWO[1]]
    assert not of(changed, "a", made).dismissed


def test_what_is_split_off_stays_dismissed_with_the_rest() -> None:
    made = dismiss(TWO, "a")
    parted = split(TWO, ["a"], ["b"], at=7)
    assert of(TWO, "a", made, parted).dismissed
    assert of(TWO, "b", made, parted).dismissed
