"""Linking what was added costs its neighbourhood, and gives the record that linking everything gives."""

from pathlib import Path

import memcon
from memcon import Record
from memcon.linking import AccountKey, Constraints, pair

DOCUMENTS = {
    "call": "Secretary of State Dana K. Whitlow spoke today with Maltese Foreign Minister Pauline Vella.",
    "echo": "Foreign Minister Pauline Vella of Malta spoke today by phone with U.S. Secretary of State Dana Whitlow.",
    "other": "Secretary of State Dana K. Whitlow met today in Oslo with Norwegian Foreign Minister Ingrid Solberg-Lie.",
    "visit": "Secretary of State Dana K. Whitlow will travel to Norway on May 9, 2022.",
}


def add(record: Record, name: str) -> str:
    document = memcon.document(DOCUMENTS[name], name=name, published="2022-05-09")
    record.add(document, memcon.read_document(document))
    return document.id


def test_linking_one_at_a_time_gives_the_same_record(tmp_path: Path) -> None:
    whole = memcon.open(tmp_path / "whole.memcon")
    for name in DOCUMENTS:
        add(whole, name)
    whole.relink()
    for n, order in enumerate((list(DOCUMENTS), list(reversed(DOCUMENTS)))):
        record = memcon.open(tmp_path / f"{n}.memcon")
        for name in order:
            record.link([add(record, name)])
        assert record.engagements() == whole.engagements()
        record.close()
    whole.close()


def test_only_the_neighbourhood_is_made_anew(tmp_path: Path) -> None:
    with memcon.open(tmp_path / "r.memcon") as record:
        assert record.link([add(record, "call")]) == 1
        assert record.link([add(record, "other")]) == 1, "the call stays as it is"
        assert record.link([add(record, "echo")]) == 1
        assert record.link([]) == 0
        assert len(record.engagements()) == 2


def test_decisions_hold_when_documents_are_added(tmp_path: Path) -> None:
    with memcon.open(tmp_path / "r.memcon") as record:
        call, echo = add(record, "call"), add(record, "echo")
        constraints = Constraints(apart=frozenset({pair(AccountKey(call, "e1"), AccountKey(echo, "e1"))}))
        assert record.link([call, echo], constraints) == 2
        assert record.relink(constraints) == 2
        assert record.relink() == 1


def test_a_record_linked_before_there_were_blocks_is_linked_whole(tmp_path: Path) -> None:
    import sqlite3

    with memcon.open(tmp_path / "r.memcon") as record:
        record.link([add(record, "call")])
    with sqlite3.connect(tmp_path / "r.memcon") as connection:
        connection.execute("DELETE FROM blocks")
        connection.execute("UPDATE engagement_accounts SET neighbourhood = NULL")
    with memcon.open(tmp_path / "r.memcon") as record:
        record.link([add(record, "echo")])
        (engagement,) = record.engagements()
        assert len(engagement.accounts) == 2


def test_a_document_without_any_block_does_not_make_all_be_linked_anew(tmp_path: Path) -> None:
    import sqlite3

    with memcon.open(tmp_path / "r.memcon") as record:
        record.link([add(record, "call"), add(record, "other")])
        with sqlite3.connect(tmp_path / "r.memcon") as connection:
            connection.execute("DELETE FROM blocks WHERE document = ?", (record.document("other").id,))
        assert record.link([add(record, "echo")]) == 1
        assert len(record.engagements()) == 2


def test_a_source_that_comes_after_its_reprint_dates_it_all_the_same(tmp_path: Path) -> None:
    samples = Path(__file__).parents[2] / "samples"
    found = {d.name: d for d in memcon.documents([str(samples)]) if d.name[:2] in ("03", "04", "05")}
    whole = memcon.open(tmp_path / "whole.memcon")
    for document in found.values():
        whole.add(document, memcon.read_document(document))
    whole.relink()
    for n, order in enumerate((sorted(found), sorted(found, reverse=True))):
        with memcon.open(tmp_path / f"{n}.memcon") as record:
            for name in order:
                record.add(found[name], memcon.read_document(found[name]))
                record.link([found[name].id])
            assert record.engagements() == whole.engagements()
            assert max(e.sources for e in record.engagements()) == 2
    whole.close()
