"""The queue is kept in step with the record, and answers become decisions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.test_decisions import EVERYTHING, READ, WHO, groups, of, reading_of

import memcon
from memcon import Record, UsageError
from memcon.decisions import Verb
from memcon.linking import AccountKey
from memcon.record.waiting import Waiting
from memcon.reviewing import Action, ItemKind, Reference, doubts_of

ALL = 1000


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with memcon.open(tmp_path / "r.memcon") as made:
        for name in READ:
            made.add(*READ[name])
        made.link([document.id for document, _ in READ.values()])
        yield made


def names(waiting: list[Waiting]) -> list[str]:
    return [str(w.reference) for w in waiting]


def item(record: Record, name: str, about: str) -> Reference:
    return Reference.of(f"{of(record, name).id}.{about}")


def test_the_queue_has_every_doubt_once_the_heaviest_first(record: Record) -> None:
    found = record.waiting(WHO, limit=ALL)
    values = [w for w in found if w.reference.kind is ItemKind.VALUE]
    wanted = {
        (e.id, d.field.value): d.weight
        for e in record.engagements(EVERYTHING)
        for d in doubts_of(e, sum(len(a.statements) for _, a in record.accounts_of(e)))
    }
    assert {(w.reference.engagement, w.reference.about): w.weight for w in values} == wanted
    assert [w.order for w in found] == sorted(w.order for w in found)
    assert len(names(found)) == len(set(names(found))) > 10
    assert record.waiting_count() == len([w for w in found if w.reference.kind is not ItemKind.NEAR])


def test_one_can_go_through_it_forwards_and_backwards(record: Record) -> None:
    everything = record.waiting(WHO, limit=ALL)
    forwards: list[Waiting] = []
    while step := record.waiting(WHO, after=forwards[-1] if forwards else None):
        forwards += step
    assert forwards == everything
    backwards = [everything[-1]]
    while step := record.waiting(WHO, after=backwards[-1], backwards=True):
        backwards += step
    assert backwards == everything[::-1]


@pytest.mark.parametrize("about", ["date", "participants", "join", "near", "look"])
def test_it_can_be_narrowed(record: Record, about: str) -> None:
    found = record.waiting(WHO, about=about, limit=ALL)
    everything = record.waiting(WHO, limit=ALL)
    assert found == [w for w in everything if about in (w.reference.about, w.reference.kind.value)]


def test_relinking_changes_nothing(record: Record) -> None:
    record.answer(record.waiting(WHO)[0].reference, Action.ACCEPT, author=WHO)
    before = record.waiting(WHO, limit=ALL)
    record.relink()
    assert record.waiting(WHO, limit=ALL) == before


def test_the_order_of_adding_changes_nothing(record: Record, tmp_path: Path) -> None:
    with memcon.open(tmp_path / "other.memcon") as other:
        for name in reversed(READ):
            other.add(*READ[name])
            other.link([READ[name][0].id])
        assert other.waiting(WHO, limit=ALL) == record.waiting(WHO, limit=ALL)


def test_what_was_decided_does_not_come_back_until_it_is_undone(record: Record) -> None:
    reference = item(record, "call", "date")
    before = names(record.waiting(WHO, limit=ALL))
    assert str(reference) in before
    (made,) = record.answer(reference, Action.ACCEPT, author=WHO, because="the page says so")
    assert (made.verb, made.field, made.because) == (Verb.ACCEPT, "date", "the page says so")
    assert str(reference) not in names(record.waiting(WHO, limit=ALL))
    assert [d.id for d in record.undo_last(WHO)] == [made.id]
    assert names(record.waiting(WHO, limit=ALL)) == before
    with pytest.raises(UsageError, match="no decision of"):
        record.undo_last(WHO)


def test_an_edit_is_one_answer_however_many_corrections_it_takes(record: Record) -> None:
    reference = item(record, "other", "place")
    made = record.answer(reference, Action.EDIT, author=WHO, value="Bergen, Sweden")
    assert [d.change.field.value for d in made if d.change] == ["country", "city"]
    place = of(record, "other").place.preferred
    assert place is not None
    assert (place.value.city, place.value.country) == ("Bergen", "SE")
    assert str(reference) not in names(record.waiting(WHO, limit=ALL))
    assert len(record.undo_last(WHO)) == 2
    assert str(reference) in names(record.waiting(WHO, limit=ALL))


def test_who_gives_all_people_anew_has_checked_them(record: Record) -> None:
    reference = item(record, "other", "participants")
    made = record.answer(reference, Action.EDIT, author=WHO, value="Ingrid Solberg-Lie; Foreign Minister; NO")
    assert [d.verb for d in made] == [Verb.CORRECT, Verb.ACCEPT]
    assert of(record, "other").is_checked("participants")
    assert record.last_of(WHO)[-1].id == made[0].id
    record.undo_last(WHO)
    assert len(of(record, "other").participants) == 2


def test_rejecting_leaves_nothing_in_the_place_of_a_value(record: Record) -> None:
    record.answer(item(record, "other", "place"), Action.REJECT, author=WHO)
    assert of(record, "other").place.preferred is None
    record.answer(item(record, "other", "parties"), Action.REJECT, author=WHO, value="NO")
    assert [p.value for p in of(record, "other").parties] == ["US"]
    with pytest.raises(UsageError, match="edit it"):
        record.answer(item(record, "other", "kind"), Action.REJECT, author=WHO)


def test_later_puts_an_item_at_the_end_for_one_reviewer_only(record: Record) -> None:
    first, second, *_ = record.waiting(WHO, limit=2)
    record.answer(first.reference, Action.LATER, author=WHO)
    mine = record.waiting(WHO, limit=ALL)
    assert mine[0] == second
    assert names(mine)[-1] == str(first.reference)
    assert mine[-1].put_off
    assert record.is_put_off(first.reference, WHO)
    assert record.waiting("somebody else")[0] == first
    assert record.decisions() == []
    assert record.waiting(WHO, after=mine[-1]) == []
    assert record.waiting(WHO, after=mine[-1], backwards=True) == [mine[-2]]
    record.answer(first.reference, Action.ACCEPT, author=WHO)
    assert str(first.reference) not in names(record.waiting(WHO, limit=ALL))


def test_a_weak_join_is_confirmed_or_taken_apart(record: Record) -> None:
    reference = item(record, "call", "join")
    pairing = record.pairing(reference)
    assert pairing is not None
    assert {pairing.one.document, pairing.other.document} == {READ["call"][0].id, READ["echo"][0].id}
    record.answer(reference, Action.ACCEPT, author=WHO)
    assert record.pairing(reference) is None, "what a human joined is certain"
    record.undo_last(WHO)
    record.answer(reference, Action.REJECT, author=WHO)
    assert groups(record) == [["call"], ["echo"], ["other"]]
    record.undo_last(WHO)
    record.answer(reference, Action.SPLIT, author=WHO, accounts=[AccountKey(READ["echo"][0].id, "e1")])
    assert groups(record) == [["call"], ["echo"], ["other"]]


NEAR = (
    "Secretary of State Dana K. Whitlow met today with Maltese Foreign Minister Pauline Vella.",
    "Secretary of State Dana K. Whitlow met today with Maltese officials.",
)


@pytest.fixture
def near(tmp_path: Path) -> Iterator[Record]:
    """A record of two engagements that may be one: of the second only one side is named."""
    with memcon.open(tmp_path / "near.memcon") as made:
        for number, words in enumerate(NEAR):
            document = memcon.document(words, name=str(number), published="2022-05-09")
            made.add(document, memcon.read_document(document))
            made.link([document.id])
        yield made


def test_two_that_were_nearly_joined_are_asked_about_until_somebody_decides(near: Record) -> None:
    both = sorted(e.id for e in near.engagements(EVERYTHING))
    (asked,) = near.waiting(WHO, about="near", limit=ALL)
    assert str(asked.reference) == "+".join(both)
    assert near.item(asked.reference) == asked
    pairing = near.pairing(asked.reference)
    assert pairing is not None
    assert -3 < pairing.weighed.bits < 0
    assert asked.doubt == pytest.approx(1 - 1 / (1 + 2**pairing.weighed.bits), abs=1e-3)
    near.relink()
    assert near.waiting(WHO, about="near", limit=ALL) == [asked]
    near.answer(asked.reference, Action.ACCEPT, author=WHO)
    assert near.waiting(WHO, about="near", limit=ALL) == []
    near.undo_last(WHO)
    assert near.waiting(WHO, about="near", limit=ALL) == [asked]
    near.answer(asked.reference, Action.REJECT, author=WHO)
    assert len(near.engagements(EVERYTHING)) == 1
    assert near.waiting(WHO, about="near", limit=ALL) == []
    near.undo_last(WHO)
    near.answer(asked.reference, Action.LATER, author=WHO)
    assert near.waiting(WHO, about="near", limit=ALL) == [Waiting(asked.reference, asked.doubt, asked.weight, True)]
    near.answer(asked.reference, Action.MERGE, author=WHO)
    assert len(near.engagements(EVERYTHING)) == 1


def test_a_merge_and_a_parting_name_the_other_engagement(record: Record) -> None:
    reference = item(record, "call", "date")
    other = of(record, "other").id
    record.answer(reference, Action.MERGE, author=WHO, other=other)
    assert groups(record) == [["call", "echo", "other"]]
    record.undo_last(WHO)
    record.answer(reference, Action.APART, author=WHO, other=other)
    with pytest.raises(UsageError, match="contradicts"):
        record.answer(reference, Action.MERGE, author=WHO, other=other)
    with pytest.raises(UsageError, match="which other engagement"):
        record.answer(reference, Action.MERGE, author=WHO)


def test_a_decision_whose_accounts_changed_comes_first_and_is_confirmed_or_undone(record: Record) -> None:
    from tests.record.test_decisions import read_again

    made = record.answer(item(record, "call", "date"), Action.ACCEPT, author=WHO)[0]
    read_again(record, "call", start=memcon.model.Cited("2022-05-08", ()))
    first = record.waiting(WHO)[0]
    assert (first.reference.kind, first.reference.about) == (ItemKind.LOOK, made.id)
    record.answer(first.reference, Action.REJECT, author="A. Other")
    assert record.waiting(WHO, about="look") == []


def test_what_is_no_engagement_leaves_the_queue(record: Record) -> None:
    reference = item(record, "other", "date")
    record.answer(reference, Action.DISMISS, author=WHO)
    assert not [w for w in record.waiting(WHO, limit=ALL) if w.reference.engagement == reference.engagement]


def test_everything_of_one_engagement(record: Record) -> None:
    engagement = of(record, "call")
    told = [w.reference.about for w in record.items_of(engagement)]
    assert {"kind", "status", "date", "parties", "participants"} <= set(told)
    record.accept(engagement.id, author=WHO)
    assert [w.reference.about for w in record.items_of(of(record, "call"))] in ([], ["join"])


def test_nothing_is_decided_without_an_author_or_by_half(record: Record) -> None:
    reference = item(record, "other", "place")
    with pytest.raises(UsageError, match="author"):
        record.answer(reference, Action.ACCEPT, author=" ")
    with pytest.raises(UsageError, match="is no country"):
        record.answer(reference, Action.EDIT, author=WHO, value="Oslo, Narnia")
    with pytest.raises(UsageError, match="undo is of the last decision"):
        record.answer(reference, Action.UNDO, author=WHO)
    assert record.decisions() == []


def test_when_documents_came(record: Record) -> None:
    ids = [document.id for document, _ in READ.values()]
    assert set(record.added(ids)) == set(ids)
    assert all(when.startswith("20") for when in record.added(ids).values())
    assert reading_of("call")[0].id in ids
