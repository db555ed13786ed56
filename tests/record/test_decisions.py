"""Decisions are kept, followed at once, and outlive documents, readings and versions of the record."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from tests.record.older import before_finding

import memcon
from memcon import Record, UsageError
from memcon.decisions import Field, Verb, decided
from memcon.decisions.changes import change
from memcon.decisions.log import State
from memcon.linking import AccountKey, Engagement
from memcon.model import Cited, Mode, Reading
from memcon.record.serial import pack, unpack_engagement

DOCUMENTS = {
    "call": "Secretary of State Dana K. Whitlow spoke today with Maltese Foreign Minister Pauline Vella.",
    "echo": "Foreign Minister Pauline Vella of Malta spoke today by phone with U.S. Secretary of State Dana Whitlow.",
    "other": "Secretary of State Dana K. Whitlow met today in Oslo with Norwegian Foreign Minister Ingrid Solberg-Lie.",
}
WHO = "R. Meyer"
REVIEWING = ("round_settlements", "round_answers", "round_items", "rounds", "put_off", "near_joins", "doubts")
"""The tables of review, children first, which no version before 0009 had."""
EVERYTHING = memcon.Filters(main_only=False)


def reading_of(name: str) -> tuple[memcon.Document, Reading]:
    document = memcon.document(DOCUMENTS[name], name=name, published="2022-05-09")
    return document, memcon.read_document(document)


READ = {name: reading_of(name) for name in DOCUMENTS}


def add(record: Record, *names: str) -> None:
    for name in names:
        record.add(*READ[name])
    record.link([READ[name][0].id for name in names])


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with memcon.open(tmp_path / "r.memcon") as made:
        add(made, *DOCUMENTS)
        yield made


def of(record: Record, name: str) -> Engagement:
    key = AccountKey(READ[name][0].id, "e1")
    return next(e for e in record.engagements() if key in e.accounts)


def groups(record: Record) -> list[list[str]]:
    return sorted(sorted(d.name for d, _ in record.accounts_of(e)) for e in record.engagements())


def read_again(record: Record, name: str, **fields: object) -> None:
    """As another version of the reader would read a document."""
    document, reading = READ[name]
    record.remove(name)
    record.relink()
    first = replace(reading.accounts[0], **fields)  # type: ignore[arg-type]
    record.add(document, replace(reading, reader="another", accounts=(first, *reading.accounts[1:])))
    record.link([document.id])


def test_a_decision_is_followed_at_once_and_undone_at_once(record: Record) -> None:
    assert groups(record) == [["call", "echo"], ["other"]]
    before = record.engagements()
    merged = record.merge([of(record, "call").id, of(record, "other").id], author=WHO, because="one day")
    assert groups(record) == [["call", "echo", "other"]]
    record.undo(merged.id, author=WHO)
    assert record.engagements() == before
    split = record.split(of(record, "call").id, [AccountKey(READ["echo"][0].id, "e1")], author=WHO)
    assert groups(record) == [["call"], ["echo"], ["other"]]
    assert [e.state for e in record.log()] == [State.UNDONE, State.IN_FORCE, State.IN_FORCE]
    assert (split.verb, split.author, split.because) == (Verb.SPLIT, WHO, None)
    whole = record.engagements()
    record.relink()
    assert record.engagements() == whole, "what was made anew is what making all anew gives"


def test_the_ids_of_what_was_joined_still_lead_to_it(record: Record) -> None:
    ids = [of(record, name).id for name in ("call", "other")]
    record.merge(ids, author=WHO)
    (found,) = record.engagements()
    assert [record.engagement(name) for name in ids] == [found, found]
    with pytest.raises(UsageError, match="are one engagement already"):
        record.apart(ids, author=WHO)
    with pytest.raises(UsageError, match="there is no engagement"):
        record.engagement("E-ffffff")


def test_a_correction_reaches_lists_and_filters(record: Record) -> None:
    made = record.correct(of(record, "call").id, change("kind", "meeting"), author=WHO)
    record.correct(of(record, "call").id, change("participants", "Mart Kask", party="EE"), author=WHO)
    record.correct(of(record, "call").id, change("date", "2022-05-08"), author=WHO)
    (found,) = record.engagements(memcon.Filters(person="Kask"))
    assert found.kind.preferred is not None
    assert found.kind.preferred.value == "meeting"
    assert record.engagements(memcon.Filters(until="2022-05-08")) == [found]
    record.relink()
    assert of(record, "call") == found
    assert record.log(found.id)[0].decision == made


def test_decisions_outlive_the_documents_they_rest_on_in_any_order(record: Record, tmp_path: Path) -> None:
    record.apart([of(record, "call").id, of(record, "other").id], author=WHO)
    record.split(of(record, "call").id, [AccountKey(READ["echo"][0].id, "e1")], author=WHO)
    record.correct(of(record, "other").id, change("city", "Bergen"), author=WHO)
    record.accept(of(record, "other").id, Field.STATUS, author=WHO)
    whole = record.engagements(EVERYTHING)
    assert decided(record.readings(), record.reprints(), record.decisions()) == tuple(whole)
    record.remove("call")
    record.relink()
    assert [len(e.looks) for e in record.log()] == [1, 1, 0, 0]
    assert record.log()[0].looks == ("call is not in the record",)
    add(record, "call")
    assert record.engagements(EVERYTHING) == whole
    for n, order in enumerate(permutations(DOCUMENTS)):
        with memcon.open(tmp_path / f"{n}.memcon") as other:
            assert other.take(record.decisions()) == 4
            for name in order:
                add(other, name)
            assert other.engagements(EVERYTHING) == whole
            assert other.take(record.decisions()) == 0


def test_what_another_reading_changes_is_set_aside_until_confirmed(record: Record) -> None:
    merged = record.merge([of(record, "call").id, of(record, "other").id], author=WHO)
    mode = record.correct(of(record, "call").id, change("mode", "video"), author=WHO)
    start = READ["call"][1].accounts[0].start
    assert start is not None
    sooner = replace(start, value="2022-04-07")
    read_again(record, "call", start=sooner, end=sooner, mode=Cited(Mode.IN_PERSON, ()))
    looks = {e.decision.id: e.looks for e in record.second_looks()}
    assert "start was read as 2022-05-09, is 2022-04-07 now" in looks[merged.id][0]
    assert "mode was read as phone, is in-person now" in looks[mode.id][0]
    assert groups(record) == [["call"], ["echo", "other"]]
    record.confirm(merged.id, author=WHO)
    assert groups(record) == [["call", "echo", "other"]]
    record.confirm(mode.id, author=WHO)
    assert record.second_looks() == []
    found = of(record, "call")
    assert found.mode.preferred is not None
    assert found.mode.preferred.value == "video"
    record.relink()
    assert of(record, "call") == found


def test_a_decision_on_what_has_parted_is_confirmed_for_one_of_them(record: Record) -> None:
    made = record.correct(of(record, "call").id, change("mode", "video"), author=WHO)
    record.split(of(record, "call").id, [AccountKey(READ["echo"][0].id, "e1")], author=WHO)
    with pytest.raises(UsageError, match="say for which it holds"):
        record.confirm(made.id, author=WHO)
    record.confirm(made.id, of(record, "echo").id, author=WHO)
    assert [of(record, n).mode.standing.value for n in ("echo", "call")] == ["corrected", "derived"]
    assert record.second_looks() == []


def test_what_contradicts_or_makes_no_sense_is_refused_and_nothing_is_kept(record: Record) -> None:
    call, other = of(record, "call").id, of(record, "other").id
    apart = record.apart([call, other], author=WHO)
    before = record.engagements()
    refused: dict[str, Callable[[], object]] = {
        f"this contradicts {apart.id} \\(apart, R. Meyer, .*undo that first: memcon undo {apart.id}": lambda: (
            record.merge([call, other], author=WHO)
        ),
        "stands twice; give two": lambda: record.merge([call, call], author=WHO),
        "give two engagements": lambda: record.apart([call], author=WHO),
        "needs an author": lambda: record.apart([call, other], author=" "),
        "name some to take out": lambda: record.split(call, of(record, "call").accounts, author=WHO),
        "has call as its kind already; .* memcon accept": lambda: record.correct(
            call, change("kind", "call"), author=WHO
        ),
        "'Kask' is none of those who take part": lambda: record.correct(
            call, change("participants", "Kask", remove=True), author=WHO
        ),
        "tells no forum": lambda: record.accept(call, Field.FORUM, author=WHO),
        "there is no decision 'D-zzzz'": lambda: record.undo("D-zzzz", author=WHO),
    }
    for message, attempt in refused.items():
        with pytest.raises(UsageError, match=message):
            attempt()
    assert [d.id for d in record.decisions()] == [apart.id]
    assert record.engagements() == before


def test_what_would_bring_back_a_contradiction_is_refused(record: Record) -> None:
    call, other = of(record, "call").id, of(record, "other").id
    merged = record.merge([call, other], author=WHO)
    with pytest.raises(UsageError, match=f"undo that first: memcon undo {merged.id}"):
        record.split(of(record, "call").id, [AccountKey(READ["other"][0].id, "e1")], author=WHO)
    gone = record.undo(merged.id, author=WHO)
    record.apart([of(record, "call").id, of(record, "other").id], author=WHO)
    with pytest.raises(UsageError, match="which would hold again, contradicts"):
        record.undo(gone.id, author=WHO)
    with pytest.raises(UsageError, match="was undone already"):
        record.undo(merged.id, author=WHO)


def test_a_colleague_s_decisions_that_contradict_are_kept_and_shown(record: Record, tmp_path: Path) -> None:
    mine = record.apart([of(record, "call").id, of(record, "other").id], author=WHO)
    with memcon.open(tmp_path / "theirs.memcon") as theirs:
        add(theirs, *DOCUMENTS)
        merged = theirs.merge([of(theirs, "call").id, of(theirs, "other").id], author="J. Ito")
        assert record.take(theirs.decisions()) == 1
    assert groups(record) == [["call", "echo"], ["other"]]
    (entry,) = record.second_looks()
    assert entry.decision.id == merged.id
    assert entry.looks == (f"contradicts {mine.id}, which is earlier; undo either",)
    with pytest.raises(UsageError, match="was changed after it was made"):
        record.take([replace(mine, author="somebody")])


def test_entries_are_only_ever_added_and_in_the_order_of_time(record: Record) -> None:
    for mode in ("video", "in-person", "video"):
        record.correct(of(record, "call").id, change("mode", mode), author=WHO)
    times = [d.at for d in record.decisions()]
    assert times == sorted(set(times))
    assert all(t.endswith("+00:00") for t in times)
    with sqlite3.connect(record.path) as connection:
        for change_ in ("DELETE FROM decisions", "UPDATE decisions SET author = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(change_)


def test_a_record_without_decisions_is_upgraded_and_keeps_those_made_later(record: Record) -> None:
    before = record.engagements()
    record.close()
    with sqlite3.connect(record.path) as connection:
        before_finding(connection)
        connection.execute("DROP TABLE decisions")
        for table in REVIEWING:
            connection.execute(f"DROP TABLE {table}")
        for index in ("engagements_by_main", "engagements_by_start", "parties_by_party", "documents_by_publisher"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE engagements DROP COLUMN mode")
        connection.execute("ALTER TABLE engagements DROP COLUMN dismissed")
        connection.execute("UPDATE alembic_version SET version_num = '0005'")
        blocks = connection.execute("SELECT count(*) FROM blocks").fetchone()
    assert blocks[0] > 0
    with memcon.open(record.path) as upgraded:
        assert upgraded.engagements() == before
        assert upgraded.log() == []
        upgraded.correct(before[0].id, change("city", "Gozo"), author=WHO)
    with memcon.open(record.path) as again:
        assert len(again.log()) == 1


def test_an_engagement_that_an_older_memcon_kept_has_no_rulings(record: Record) -> None:
    found = of(record, "call")
    kept = msgspec.json.decode(zlib.decompress(pack(found)))
    assert kept.pop("rulings") == []
    assert unpack_engagement(zlib.compress(msgspec.json.encode(kept))) == found


def test_what_is_dismissed_is_in_no_list_but_its_own(record: Record) -> None:
    call = of(record, "call")
    listed = {e.id for e in record.engagements(EVERYTHING)}
    made = record.dismiss(call.id, author=WHO, because="a list of past calls")
    assert {e.id for e in record.engagements(EVERYTHING)} == listed - {call.id}
    assert record.count(EVERYTHING) == len(listed) - 1
    only = memcon.Filters(dismissed=True)
    assert [(e.id, e.dismissed) for e in record.engagements(only)] == [(call.id, True)]
    assert record.engagement(call.id).dismissed
    assert record.log(made.id)[0].state is State.IN_FORCE
    with pytest.raises(UsageError, match="dismissed already"):
        record.dismiss(call.id, author=WHO)
    record.undo(made.id, author=WHO)
    assert {e.id for e in record.engagements(EVERYTHING)} == listed


def test_a_dismissal_that_news_set_aside_holds_again_when_confirmed(record: Record) -> None:
    document, _ = READ["other"]
    record.remove(document.id)
    made = record.dismiss(of(record, "call").id, author=WHO)
    late = memcon.document(DOCUMENTS["echo"] + " They spoke of ferries.", name="late", published="2022-05-09")
    record.add(late, memcon.read_document(late))
    record.link([late.id])
    key = AccountKey(late.id, "e1")
    joined = next(e for e in record.engagements(EVERYTHING) if key in e.accounts)
    assert len(joined.accounts) > 1
    assert [entry.decision.id for entry in record.second_looks()] == [made.id]
    record.confirm(made.id, author=WHO)
    assert record.engagement(joined.id).dismissed
    assert record.second_looks() == []


@pytest.mark.parametrize("name", ["R.\0Meyer", "\u202eR. Meyer"])
def test_nobody_signs_with_characters_that_are_not_seen(record: Record, name: str) -> None:
    with pytest.raises(UsageError, match="characters that are not seen"):
        record.accept(of(record, "call").id, author=name)


def test_parts_by_hand_are_the_same_in_whatever_order_they_come(tmp_path: Path) -> None:
    with memcon.open(tmp_path / "a.memcon") as first:
        add(first, *DOCUMENTS)
        first.correct(of(first, "other").id, change("kind", "conference"), author=WHO)
        made = first.part_of(of(first, "call").id, of(first, "other").id, author=WHO)
        expected = first.engagements(EVERYTHING)
        assert of(first, "call").part_of == of(first, "other").id
        assert [e.id for e in first.parts_of(of(first, "other"))] == [of(first, "call").id]
        first.relink()
        assert first.engagements(EVERYTHING) == expected
        assert tuple(expected) == decided(first.readings(), first.reprints(), first.decisions())
        with memcon.open(tmp_path / "b.memcon") as other:
            add(other, "other")
            other.take(first.decisions())
            add(other, "call")
            add(other, "echo")
            assert other.engagements(EVERYTHING) == expected
        first.undo(made.id, author=WHO)
        assert of(first, "call").part_of is None
        assert first.parts_of(of(first, "other")) == []


def test_people_follow_decisions_in_whatever_order_they_come(tmp_path: Path) -> None:
    with memcon.open(tmp_path / "a.memcon") as first, memcon.open(tmp_path / "b.memcon") as other:
        add(first, *DOCUMENTS)
        before = first.persons()
        by = {"author": WHO}
        first.correct(of(first, "call").id, change("participants", "Hale", office="Spokesperson", party="US"), **by)
        first.correct(of(first, "other").id, change("participants", "Solberg-Lie", office="Minister of Trade"), **by)
        first.correct(of(first, "other").id, change("date", "2022-05-11"), **by)
        first.dismiss(of(first, "call").id, **by)
        assert {p.name for p in first.persons()} == {"Dana K. Whitlow", "Ingrid Solberg-Lie"}
        first.undo_last(WHO)
        expected = (first.persons(), first.tenures(), first.undated())
        assert "Minister of Trade" in {t.office for t in first.tenures()}
        first.relink()
        assert (first.persons(), first.tenures(), first.undated()) == expected
        add(other, "call")
        other.take(first.decisions())
        add(other, "echo")
        add(other, "other")
        assert (other.persons(), other.tenures(), other.undated()) == expected
        for decision in first.decisions()[:3]:
            first.undo(decision.id, **by)
        assert first.persons() == before
