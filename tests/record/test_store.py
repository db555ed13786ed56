import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import op
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.record.older import before_finding
from tests.record.test_decisions import REVIEWING

import memcon
from memcon import Filters, Record, RecordError, UsageError, read_document
from memcon.linking.engagements import Review
from memcon.model import EngagementKind, Mode, Status
from memcon.record.search import fts_query
from memcon.record.serial import pack, unpack_engagement, unpack_reading
from memcon.sources import document_from_text

CALL = (
    "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\nSecretary of State Dana K. Whitlow spoke today with Maltese "
    "Foreign Minister Pauline Vella.  They discussed ferries and thanked the crews."
)
MEETING = (
    "Secretary Whitlow’s Meeting with Cypriot Foreign Minister Georgiou\n\nSecretary of State Dana K. Whitlow met today in Nicosia "
    "with Cypriot Foreign Minister Eleni Georgiou.  They discussed ports."
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with memcon.open(tmp_path / "r.memcon") as made:
        for name, text, day in (("call", CALL, "2022-05-09"), ("meeting", MEETING, "2022-07-01")):
            document = document_from_text(text, name=name, publisher="United States Department of State", published=day)
            assert made.add(document, read_document(document))
        assert made.relink() == 2
        yield made


def ids(record: Record, **fields: object) -> list[str]:
    return [e.kind.preferred.value.value for e in record.engagements(Filters(**fields)) if e.kind.preferred]  # type: ignore[arg-type]


def test_adding_twice_adds_once(record: Record) -> None:
    document = record.document("call")
    assert not record.add(document, read_document(document))
    assert len(record.documents()) == 2


def test_what_is_kept_comes_back_whole(record: Record) -> None:
    document = record.document("call")
    assert document.raw == CALL.encode()
    assert record.reading(document.id) == read_document(document)
    for engagement in record.engagements():
        assert unpack_engagement(pack(engagement)) == engagement
    reading = record.reading(document.id)
    assert unpack_reading(pack(reading)) == reading


def test_filters(record: Record) -> None:
    assert ids(record) == ["call", "meeting"]
    assert ids(record, parties=("Malta",)) == ["call"]
    assert ids(record, parties=("US", "CY")) == ["meeting"]
    assert ids(record, person="vella") == ["call"]
    assert ids(record, mode=Mode.IN_PERSON) == ["meeting"]
    assert ids(record, publisher="United States Department of State") == ["call", "meeting"]
    assert ids(record, publisher="Nobody") == []
    assert ids(record, person="Whitlow") == ["call", "meeting"]
    assert ids(record, person="ella") == []
    assert ids(record, kind=EngagementKind.MEETING) == ["meeting"]
    assert ids(record, status=Status.PLANNED) == []
    assert ids(record, since="2022-06") == ["meeting"]
    assert ids(record, since="2022-05-09", until="2022-05") == ["call"]
    assert ids(record, until="2022-05-08") == []
    assert ids(record, place="Nicosia") == ["meeting"]
    assert ids(record, place="Cyprus") == ["meeting"]
    assert ids(record, text="ferries crews") == ["call"]
    with pytest.raises(UsageError, match="is no date"):
        record.engagements(Filters(since="last week"))


def test_references(record: Record) -> None:
    document = record.document("call")
    assert record.document(document.id[:8]).name == "call"
    engagement = record.engagements()[0]
    assert record.engagement(engagement.id[:6]) == engagement
    with pytest.raises(UsageError, match="there is no engagement 'E-zzzz'"):
        record.engagement("E-zzzz")
    with pytest.raises(UsageError, match="fits 2 engagements"):
        record.engagement("E-")


def test_removing_takes_a_document_and_what_only_it_reports(record: Record) -> None:
    assert record.remove("call").name == "call"
    assert record.relink() == 1
    assert ids(record) == ["meeting"]
    assert record.search("ferries", 5) == []
    with pytest.raises(UsageError, match="there is no document 'call'"):
        record.remove("call")


def test_rebuilding_changes_nothing(record: Record) -> None:
    before = record.engagements(Filters(main_only=False))
    record.relink()
    assert record.engagements(Filters(main_only=False)) == before


def test_search_marks_the_words(record: Record) -> None:
    (hit,) = record.search('"foreign minister pauline"', 5)
    assert hit.name == "call"
    assert "⟦Foreign Minister Pauline⟧" in hit.snippet
    assert sorted(h.name for h in record.search("MINISTER", 5)) == ["call", "meeting"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text())
def test_any_words_can_be_searched_for(record: Record, words: str) -> None:
    try:
        fts_query(words)
    except UsageError:
        return
    record.search(words, 3)


def test_a_record_is_upgraded_and_a_newer_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.memcon"
    memcon.open(path).close()
    memcon.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="newer memcon"):
        memcon.open(path)


def as_of_the_first_version(path: Path) -> None:
    """Take out of a record what later versions brought."""
    with sqlite3.connect(path) as connection:
        before_finding(connection)
        connection.execute("ALTER TABLE engagements DROP COLUMN sure")
        for index in ("engagements_by_main", "engagements_by_start", "parties_by_party", "documents_by_publisher"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE engagements DROP COLUMN mode")
        connection.execute("ALTER TABLE engagements DROP COLUMN dismissed")
        connection.execute("DROP TABLE blocks")
        connection.execute("DROP TABLE decisions")
        connection.execute("DROP INDEX ix_engagement_accounts_neighbourhood")
        connection.execute("ALTER TABLE engagement_accounts DROP COLUMN neighbourhood")
        people = ("roster", "person_remarks", "person_mentions", "persons")
        reprints = ("reprints", "reprint_pairs", "reprint_addresses", "reprint_bands", "reprint_texts")
        for table in (*REVIEWING, *reprints, *people):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")


def test_a_record_of_the_first_version_keeps_what_it_has(record: Record) -> None:
    before = [e.id for e in record.engagements()]
    record.close()
    as_of_the_first_version(record.path)
    with memcon.open(record.path) as upgraded:
        assert [e.id for e in upgraded.engagements()] == before
        assert upgraded.engagements(Filters(sure=0.0)) == [], "nothing was measured before"
        assert ids(upgraded, mode=Mode.PHONE) == ["call"]
        upgraded.relink()
        assert [e.id for e in upgraded.engagements(Filters(sure=0.0))] == before


@pytest.mark.parametrize("at", [1, 5, 9])
def test_an_upgrade_that_is_cut_off_leaves_the_record_as_it_was(
    record: Record, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before = [e.id for e in record.engagements()]
    record.close()
    as_of_the_first_version(record.path)
    with sqlite3.connect(record.path) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    made = []

    def cut_off(*given: Any, **more: Any) -> None:
        made.append(given)
        if len(made) == at:
            raise KeyboardInterrupt
        create(*given, **more)

    create = op.create_table
    with monkeypatch.context() as patched:
        patched.setattr(op, "create_table", cut_off)
        with pytest.raises(KeyboardInterrupt):
            memcon.open(record.path)
    with sqlite3.connect(record.path) as connection:
        assert connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == tables
    with memcon.open(record.path) as upgraded:
        assert [e.id for e in upgraded.engagements()] == before


def test_a_record_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "what? 50% #1 & so on.memcon"
    memcon.open(path).close()
    assert path.is_file()
    assert memcon.open(path).documents() == []


def test_files_that_are_no_record(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database, only some words that go on for a while " * 20)
    with pytest.raises(RecordError, match="is no record"):
        memcon.open(text)
    assert text.read_text().startswith("not a database")
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE cats (name)")
    with pytest.raises(RecordError, match="another program"):
        memcon.open(other)
    with pytest.raises(RecordError, match="is a folder"):
        memcon.open(tmp_path)
    with pytest.raises(RecordError, match="there is no record"):
        Record.open(tmp_path / "none.memcon", create=False)


def test_a_record_in_use_says_so(tmp_path: Path, record: Record) -> None:
    other = sqlite3.connect(record.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(RecordError, match="in use by another program"):
            Record.open(record.path)
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_what_engagements_are_found_by_is_filled_in_for_an_older_record(record: Record) -> None:
    tables = ("engagement_offices", "engagement_topics")
    call = record.engagements()[0]
    record.accept(call.id, author="R. Meyer")
    record.close()
    with sqlite3.connect(record.path) as connection:
        told = {table: sorted(connection.execute(f"SELECT * FROM {table}")) for table in tables}
        assert all(told.values())
        before_finding(connection)
    with memcon.open(record.path) as upgraded:
        assert sorted(h.name for h in upgraded.search("minister", 5)) == ["call", "meeting"]
        assert [e.id for e in upgraded.engagements(Filters(review=Review.CHECKED))] == [call.id]
    with sqlite3.connect(record.path) as connection:
        assert {table: sorted(connection.execute(f"SELECT * FROM {table}")) for table in tables} == told
        times = dict(connection.execute("SELECT id, changed FROM engagements"))
    assert times[call.id] == max(times.values()), "the decision is newer than the documents"


def test_an_engagement_has_the_time_when_it_was_made_or_changed(record: Record) -> None:
    def times() -> dict[str, str]:
        with sqlite3.connect(record.path) as connection:
            return dict(connection.execute("SELECT id, changed FROM engagements"))

    with sqlite3.connect(record.path) as connection:
        connection.execute("UPDATE engagements SET changed = '2020-01-01T00:00:00+00:00'")
    before = times()
    record.relink()
    assert times() == before, "nothing changed"
    call = record.engagements()[0]
    record.accept(call.id, author="R. Meyer")
    after = times()
    assert {e for e in after if after[e] != before[e]} == {call.id}
    assert [e.id for e in record.engagements(Filters(changed_since="2020-01-01T00:00:00+00:00"))] == [call.id]
