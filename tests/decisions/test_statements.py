"""Statements corrected by hand: another speaker, another act, none at all, or added from words."""

from dataclasses import replace
from pathlib import Path

import pytest

import memcon
from memcon import Record, UsageError
from memcon.decisions.log import State
from memcon.decisions.statements import find_words, in_words
from memcon.linking import Engagement
from memcon.linking.engagements import CORRECTED
from memcon.model import Act, Span, Statement

TEXT = (
    "Secretary of State Dana K. Whitlow spoke today with Maltese Foreign Minister Pauline Vella. "
    "The Secretary pledged support for the ferries. Foreign Minister Vella said “the lighthouses will stay open”. "
    "Ferries leave on Mondays."
)
WHO = "R. Meyer"
ADDED = "Ferries leave on Mondays."


@pytest.fixture
def record(tmp_path: Path) -> Record:
    with memcon.open(tmp_path / "r.memcon") as made:
        document = memcon.document(TEXT, name="call", published="2022-05-09")
        made.add(document, memcon.read_document(document))
        made.link([document.id])
        return made


def only(record: Record) -> Engagement:
    (found,) = record.engagements()
    return found


def said(record: Record) -> list[tuple[str, list[str], Act]]:
    return [(s.text.text, [p.value for p in s.speakers], s.act.value) for s in statements(record)]


def statements(record: Record) -> list[Statement]:
    return [s for _, account in record.accounts_of(only(record)) for s in account.statements]


def pledged(record: Record) -> Statement:
    return next(s for s in statements(record) if "ferries" in s.text.text)


def test_another_speaker_and_another_act(record: Record) -> None:
    was, before = pledged(record), said(record)
    made = record.restate(only(record).id, was.text, speakers=["Vella"], act="assert", author=WHO, because="misread")
    now = pledged(record)
    assert ([s.value for s in now.speakers], now.act.value) == (["Pauline Vella"], Act.ASSERT)
    assert (now.text, now.mode) == (was.text, was.mode)
    assert {now.act.rule, *(s.rule for s in now.speakers)} == {CORRECTED}
    (ruling,) = only(record).rulings
    assert ruling.field == "statements"
    assert ruling.read == in_words(was)
    assert ruling.value is not None
    assert ruling.value.endswith("is Pauline Vella: assert")
    assert f"by {WHO}" in only(record).said[0].why
    record.undo(made.id, author=WHO)
    assert said(record) == before


def test_what_is_not_given_stays(record: Record) -> None:
    was = pledged(record)
    record.restate(only(record).id, was.text, act="support", author=WHO)
    assert [s.value for s in pledged(record).speakers] == [s.value for s in was.speakers]


def test_no_statement_at_all_and_the_later_word_counts(record: Record) -> None:
    was, before = pledged(record), said(record)
    first = record.restate(only(record).id, was.text, remove=True, author=WHO)
    assert len(said(record)) == len(before) - 1
    record.restate(only(record).id, was.text, speakers=["Malta"], act="pledge", author=WHO)
    assert (was.text.text, ["MT"], Act.PLEDGE) in said(record)
    assert record.log(first.id)[0].state is State.SUPERSEDED


def test_a_statement_is_added_from_words(record: Record) -> None:
    engagement = only(record)
    made = record.restate(engagement.id, "Ferries leave\n on Mondays.", speakers=["US"], act="assert", author=WHO)
    assert made.change is not None
    assert [w.stands_in(TEXT) for w in made.change.words] == [True]
    assert said(record)[-1] == (ADDED, ["US"], Act.ASSERT)
    record.relink()
    assert said(record)[-1] == (ADDED, ["US"], Act.ASSERT)
    record.undo(made.id, author=WHO)
    assert ADDED not in [text for text, _, _ in said(record)]


def test_quoted_words_are_direct_speech(record: Record) -> None:
    record.restate(only(record).id, "the lighthouses will", speakers=["Vella"], act="pledge", author=WHO)
    record.restate(only(record).id, "“the lighthouses will stay open”", speakers=["Vella"], act="pledge", author=WHO)
    modes = {s.text.text: s.mode for s in statements(record)}
    assert (modes["the lighthouses will"], modes["“the lighthouses will stay open”"]) == ("indirect", "direct")


def test_the_readings_stay_as_they_are(record: Record) -> None:
    before = record.readings()
    record.restate(only(record).id, ADDED, speakers=["US"], act="assert", author=WHO)
    assert record.readings() == before


def test_decisions_go_over_into_another_record(record: Record, tmp_path: Path) -> None:
    record.restate(only(record).id, ADDED, speakers=["US"], act="assert", author=WHO)
    document = memcon.document(TEXT, name="call", published="2022-05-09")
    with memcon.open(tmp_path / "other.memcon") as other:
        other.add(document, memcon.read_document(document))
        other.link([document.id])
        assert other.take(record.decisions()) == 1
        assert said(other) == said(record)


@pytest.mark.parametrize(
    ("words", "more", "why"),
    [
        (ADDED, {}, "“Ferries leave on Mondays.” is no statement so far; say who speaks and by which act"),
        (ADDED, {"remove": True}, "is no statement of E-.* already"),
        (ADDED, {"speakers": ["Napoleon"], "act": "assert"}, "'Napoleon' is none of those who take part: Dana"),
        (ADDED, {"speakers": ["US"], "act": "sing"}, "'sing' is no act; it is one of discuss, "),
        ("Ferries leave on Fridays.", {"remove": True}, "stand in no source of E-.*; copy them exactly"),
        ("ferries", {"act": "assert"}, "is no statement so far"),
        ("the", {"act": "assert"}, "stand [0-9]+ times in a source of E-.*; give more of them"),
        ("  ", {"act": "assert"}, "give the words of the statement"),
    ],
)
def test_what_is_refused(record: Record, words: str, more: dict[str, object], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        record.restate(only(record).id, words, author=WHO, **more)  # type: ignore[arg-type]
    assert record.decisions() == []


def test_words_of_no_source_are_refused(record: Record) -> None:
    words = pledged(record).text
    for wrong in (replace(words, text="other words"), Span("0" * 64, 0, 3, "The")):
        with pytest.raises(UsageError, match="has no document with these words there"):
            record.restate(only(record).id, wrong, remove=True, author=WHO)


def test_the_same_again_changes_nothing(record: Record) -> None:
    was = pledged(record)
    with pytest.raises(UsageError, match="has that speaker and act already"):
        record.restate(only(record).id, was.text, act=was.act.value, author=WHO)


def test_words_of_one_statement_are_found_among_others(record: Record) -> None:
    sources = record.accounts_of(only(record))
    for statement in statements(record):
        assert find_words(only(record), sources, statement.text.text) == (statement.text,)


def test_what_is_said_of_a_statement_holds_of_its_copies(record: Record) -> None:
    copy = memcon.document(f"Reprinted from the ministry.\n\n{TEXT}", name="copy", published="2022-05-09")
    record.add(copy, memcon.read_document(copy))
    record.link([copy.id])
    assert [len(e.accounts) for e in record.engagements()] == [2]
    before = said(record)
    record.restate(only(record).id, pledged(record).text, act="support", author=WHO)
    assert [act for text, _, act in said(record) if "ferries" in text] == [Act.SUPPORT, Act.SUPPORT]
    record.restate(only(record).id, ADDED, speakers=["US"], act="assert", author=WHO)
    assert [text for text, _, _ in said(record)].count(ADDED) == 2
    record.undo_last(WHO)
    record.undo_last(WHO)
    assert said(record) == before
