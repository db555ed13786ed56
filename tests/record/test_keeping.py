"""What is kept of the whole record follows its engagements, and a record that cannot be written to answers too."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import memcon
from memcon import Filters, Record
from memcon.record import Facet

WHO = "R. Meyer"
TEXTS = {
    "call": "Secretary of State Dana K. Whitlow spoke today with Maltese Foreign Minister Pauline Vella.",
    "ports": "The third session of the Finland-Latvia Ports Dialogue was held in Turku on 3 May 2022. Foreign Minister "
    "Anna Virta of Finland and Foreign Minister Janis Ozols of Latvia took part.",
}


def add(record: Record, name: str) -> None:
    document = memcon.document(TEXTS[name], name=name, published="2022-05-09")
    record.add(document, memcon.read_document(document))
    record.link([document.id])


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with memcon.open(tmp_path / "r.memcon") as made:
        for name in TEXTS:
            add(made, name)
        yield made


def kept(record: Record) -> set[str]:
    with sqlite3.connect(record.path) as connection:
        return {what for (what,) in connection.execute("SELECT what FROM made_of WHERE what != 'people'")}


def look(record: Record) -> tuple[object, ...]:
    counts = record.counts(Filters(), {Facet.PARTY: 5, Facet.YEAR: None, Facet.STATUS: 3})
    return counts, record.party_counts(), record.series()


def test_what_is_kept_is_what_is_made(record: Record) -> None:
    first = look(record)
    assert kept(record) == {"counts of main", "parties", "series"}
    assert look(record) == first
    counts = record.counts(Filters(), {Facet.PARTY: 5}).by[Facet.PARTY]
    assert counts == record.counts(Filters(parties=()), {Facet.PARTY: None}).by[Facet.PARTY]


def test_a_decision_makes_anew_what_it_changes(record: Record) -> None:
    look(record)
    call = next(e for e in record.engagements() if e.forum.preferred is None)
    record.dismiss(call.id, author=WHO)
    assert kept(record) == {"series"}, "no forum was changed"
    assert "MT" not in {p.party for p in record.party_counts()}
    counts = record.counts(Filters(), {Facet.PARTY: 5})
    assert (counts.total, "MT" in dict(counts.by[Facet.PARTY])) == (1, False)
    session = record.engagements()[0]
    assert session.forum.preferred is not None
    (series,) = record.series()
    assert series.engagements == (session.id,)
    record.dismiss(session.id, author=WHO)
    assert record.series() == ()


def test_documents_that_come_and_go_are_followed(record: Record) -> None:
    slug, series = record.series_page(1)[0]
    assert slug == "finland-latvia-ports-dialogue-fi-lv"
    assert record.series_at(slug) == record.series_at(series.id) == series
    assert record.series_with(series.engagements[0]) == (slug, series)
    assert [e.id for e in record.engagements(Filters(forum=slug))] == list(series.engagements)
    record.remove("ports")
    record.relink()
    assert record.series() == ()
    assert record.series_count() == 0
    assert record.series_at(slug) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything can write to every file")
def test_a_file_that_cannot_be_written_to_is_looked_at_all_the_same(record: Record) -> None:
    first = look(record)
    with sqlite3.connect(record.path) as connection:
        connection.execute("DELETE FROM made_of")
    record.close()
    record.path.chmod(0o400)
    with Record.open(record.path) as again:
        assert look(again) == first


def test_where_another_writes_what_is_made_is_told_without_being_kept(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    from memcon.errors import RecordError

    def locked(_: Record) -> None:
        raise RecordError("is in use by another program")

    first = look(record)
    with sqlite3.connect(record.path) as connection:
        connection.execute("DELETE FROM made_of")
    monkeypatch.setattr(Record, "_writing", locked)
    assert look(record) == first
    assert record.series_count() == 1
    slug, series = record.series_page(1)[0]
    assert record.series_at(slug) == series
    assert record.series_with(series.engagements[0]) == (slug, series)
    assert kept(record) == set()
