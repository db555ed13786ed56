"""Blind rounds in a record: drawn, answered, opened when all are done, settled."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.test_decisions import READ

import memcon
from memcon import Filters, Record, UsageError
from memcon.decisions import Field, Verb
from memcon.decisions.values import Decision
from memcon.reviewing import Answer, Round, Verdict
from memcon.reviewing.rounds import Draw

A, B = "Ann Lee", "Bo Ek"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with memcon.open(tmp_path / "r.memcon") as made:
        for name in READ:
            made.add(*READ[name])
        made.link([document.id for document, _ in READ.values()])
        yield made


@pytest.fixture
def pilot(record: Record) -> Round:
    return record.make_round("Pilot", [A, B], 4, author=A)


def everything(record: Record, pilot: Round, reviewer: str, verdict: Verdict = Verdict.ACCEPT) -> None:
    for item in record.round_items(pilot.id):
        record.answer_item(pilot.id, item.number, reviewer, verdict)


def test_the_first_of_the_queue_are_drawn(record: Record, pilot: Round) -> None:
    items = record.round_items("Pilot")
    values = [w for w in record.waiting(A, limit=99) if w.reference.about in set(Field)]
    drawn = [
        (w.reference.engagement, w.reference.about) for w in values if record.engagement(w.reference.engagement).main
    ]
    assert [(i.engagement, i.field.value) for i in items] == drawn[:4]
    assert [i.number for i in items] == [1, 2, 3, 4]
    assert record.round("Pilot") == record.round(pilot.id) == pilot


def test_chance_is_by_its_seed(record: Record) -> None:
    draws = {}
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        made = record.make_round(name, [A, B], 2, author=A, draw=Draw.RANDOM, seed=seed)
        draws[name] = [(i.engagement, i.field, i.value) for i in record.round_items(made.id)]
    assert draws["a"] == draws["b"]
    assert len(draws["c"]) == 2
    assert "seed 8" in record.round("c").drawn


def test_a_round_can_be_of_some_engagements_and_fields(record: Record) -> None:
    made = record.make_round(
        "Dates", [A, B], 9, author=A, filters=Filters(parties=("NO",), since="2022"), fields=[Field.DATE]
    )
    (item,) = record.round_items(made.id)
    assert item.field is Field.DATE
    assert made.drawn == "the first of the queue, of date, with NO, from 2022"


@pytest.mark.parametrize(
    ("name", "who", "size", "why"),
    [
        ("", [A, B], 3, "a name"),
        ("pilot", [A, B], 3, "already"),
        ("x", [A], 3, "two reviewers"),
        ("x", [A, B], 0, "1 to 1000"),
        ("x", [A, B], 1001, "1 to 1000"),
    ],
)
def test_a_round_that_makes_no_sense_is_refused(
    record: Record, pilot: Round, name: str, who: list[str], size: int, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        record.make_round(name, who, size, author=A)
    with pytest.raises(UsageError, match="nothing on record fits"):
        record.make_round("y", [A, B], 3, author=A, filters=Filters(since="2030"))
    assert record.rounds() == [pilot]


def test_nobody_gets_answers_before_all_have_finished(record: Record, pilot: Round) -> None:
    everything(record, pilot, A)
    record.answer_item(pilot.id, 1, B, Verdict.UNKNOWN)
    assert record.progress(pilot.id) == {A: 4, B: 1}
    assert record.is_blind(pilot.id)
    for ask in (record.answers, record.differences, record.apply_agreed):
        with pytest.raises(UsageError, match=f"blind until {B} answered"):
            ask(pilot.id)
    with pytest.raises(UsageError, match="blind until"):
        record.settle(pilot.id, 1, Verdict.ACCEPT, author="C")
    assert set(record.own_answers(pilot.id, B)) == {1}
    assert record.own_answers(pilot.id, "nobody") == {}
    assert record.decisions() == []


def test_an_answer_can_be_changed_until_all_have_finished(record: Record, pilot: Round) -> None:
    everything(record, pilot, A)
    everything(record, pilot, B, Verdict.UNKNOWN)
    with pytest.raises(UsageError, match="settled now"):
        record.answer_item(pilot.id, 1, A, Verdict.REJECT)
    assert record.answers(pilot.id)[A][1].answer == Answer(Verdict.ACCEPT)


def test_only_its_reviewers_answer_and_only_its_items(record: Record, pilot: Round) -> None:
    with pytest.raises(UsageError, match="no reviewer"):
        record.answer_item(pilot.id, 1, "C", Verdict.ACCEPT)
    with pytest.raises(UsageError, match="no item 5"):
        record.answer_item(pilot.id, 5, A, Verdict.ACCEPT)
    with pytest.raises(UsageError, match="no round"):
        record.progress("R-00000000")
    record.answer_item(pilot.id, 1, A, Verdict.UNKNOWN, remark="  faint  print ")
    record.answer_item(pilot.id, 1, A, Verdict.ACCEPT)
    answer = record.own_answers(pilot.id, A)[1]
    assert (answer.answer.verdict, answer.remark) == (Verdict.ACCEPT, None)


def test_what_all_agree_on_is_decided_in_the_names_of_all(record: Record, pilot: Round) -> None:
    everything(record, pilot, A)
    for item in record.round_items(pilot.id):
        record.answer_item(pilot.id, item.number, B, Verdict.UNKNOWN if item.number == 2 else Verdict.ACCEPT)
    assert [i.number for i in record.differences(pilot.id)] == [2]
    assert record.apply_agreed(pilot.id) == 3
    assert {(d.verb, d.author, d.because) for d in record.decisions()} == {
        (Verb.ACCEPT, f"{A} and {B}", "agreed in round Pilot")
    }
    assert set(record.settled(pilot.id)) == {1, 3, 4}
    assert record.apply_agreed(pilot.id) == 0


def dates(record: Record) -> Round:
    return record.make_round("Dates", [A, B], 1, author=A, filters=Filters(parties=("NO",)), fields=[Field.DATE])


def settled(record: Record, verdict: Verdict, value: str | None = None) -> tuple[Decision, ...]:
    made = dates(record)
    record.answer_item(made.id, 1, A, Verdict.ACCEPT)
    record.answer_item(made.id, 1, B, Verdict.VALUE, value="2022-05-08")
    return record.settle(made.id, 1, verdict, author="C", value=value, because="the cable says so")


def test_settling_is_a_decision_that_tells_what_each_said(record: Record) -> None:
    (made,) = settled(record, Verdict.VALUE, "2022-05-08")
    assert (made.verb, made.author) == (Verb.CORRECT, "C")
    assert made.because == (f"settled in round Dates: {A} said right as read; {B} said 2022-05-08. the cable says so")
    with pytest.raises(UsageError, match="settled already"):
        record.settle("Dates", 1, Verdict.ACCEPT, author="C")
    assert record.settled("Dates")[1].decisions == (made.id,)


def test_what_the_words_do_not_tell_is_left_as_it_is(record: Record) -> None:
    assert settled(record, Verdict.UNKNOWN) == ()
    assert record.settled("Dates")[1].answer == Answer(Verdict.UNKNOWN)


def test_what_is_not_told_is_taken_out(record: Record) -> None:
    (made,) = settled(record, Verdict.REJECT)
    assert made.change is not None
    assert (made.change.field, made.change.value) == (Field.DATE, None)


def test_a_value_that_changed_since_is_set_back_to_what_was_agreed(record: Record) -> None:
    made = dates(record)
    (item,) = record.round_items(made.id)
    record.set_field(item.engagement, Field.DATE, "2022-05-01", author="D")
    everything(record, made, A)
    everything(record, made, B)
    assert record.apply_agreed(made.id) == 1
    start = record.engagement(item.engagement).start.preferred
    assert start is not None
    assert start.value == item.value


def test_an_item_outlives_its_document_and_its_engagements_id(record: Record) -> None:
    made = dates(record)
    (item,) = record.round_items(made.id)
    other = next(e.id for e in record.engagements() if e.id != item.engagement)
    record.merge([item.engagement, other], author="D")
    now = record.engagement_of_item(item)
    assert now is not None
    assert set(item.accounts) <= set(now.accounts)
    record.remove("other")
    record.relink()
    assert record.engagement_of_item(item) is None
    everything(record, made, A)
    everything(record, made, B)
    assert record.apply_agreed(made.id) == 0


def test_answers_are_only_ever_added(record: Record, pilot: Round) -> None:
    everything(record, pilot, A)
    with sqlite3.connect(record.path) as connection:
        for change in ("DELETE FROM round_answers", "UPDATE round_answers SET verdict = 'reject'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(change)
