"""The review queue as rows: the order of the page, what hangs on each item, and the words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.exporting.queue import queue_rows, row_in_words
from memcon.reading.reader import read_document
from memcon.record import Filters, Record
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.items import About, Action, ItemKind, Reference
from memcon.sources import documents

SAMPLES = Path(__file__).parents[2] / "samples"
ALL = 10_000


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("queue") / "samples.memcon") as record:
        record.link([d.id for d in documents([SAMPLES]) if record.add(d, read_document(d))])
        yield record


def test_the_rows_are_the_queue_of_the_page(samples: Record) -> None:
    rows, waiting = list(queue_rows(samples)), samples.waiting(limit=ALL)
    assert [row["reference"] for row in rows] == [str(one.reference) for one in waiting]
    assert [(row["doubt"], row["weight"]) for row in rows] == [(one.doubt, one.weight) for one in waiting]
    assert {row["kind"] for row in rows} == {"value", "join", "near"}
    assert list(queue_rows(samples, limit=5)) == rows[:5]
    assert len(rows) > 200, "more than are read at once"


def test_each_row_tells_what_hangs_on_it_and_its_words(samples: Record) -> None:
    texts = {d.id: d.text for d in samples.documents()}
    for row in queue_rows(samples, limit=60):
        engagement = samples.engagement(row["engagement"])
        assert all(texts[w["document"]][w["start"] : w["end"]] == w["text"] for w in row["words"])
        if row["kind"] == "value":
            statements = sum(len(a.statements) for _, a in samples.accounts_of(engagement))
            assert (row["accounts"], row["statements"]) == (len(engagement.accounts), statements)
            assert row["words"] or row["rule"] != "stated"
            assert row["mentioned"] is not engagement.main


def test_what_is_surer_is_left_out(samples: Record) -> None:
    rows = list(queue_rows(samples))
    for below in (0.8, 0.9, 0.95):
        assert list(queue_rows(samples, below=below)) == [row for row in rows if 1 - row["doubt"] < below - 1e-9] != []
    assert list(queue_rows(samples, below=0)) == []


@pytest.mark.parametrize("about", About)
def test_it_is_narrowed_to_one_field_or_sort(samples: Record, about: About) -> None:
    rows = list(queue_rows(samples))
    wanted = [row for row in rows if about in (row["field"], row["kind"])]
    assert list(queue_rows(samples, about=about)) == wanted


def test_every_field_that_is_reviewed_can_be_asked_for() -> None:
    assert {about.value for about in About} == {f.value for f in REVIEWED} | {"join", "near", "look"}


def test_a_decision_to_look_at_again_stands_first(tmp_path: Path) -> None:
    files = [SAMPLES / "03-call-washington.md", SAMPLES / "04-call-oslo.md"]
    with Record.open(tmp_path / "r.memcon") as record:
        record.link([d.id for d in documents(files) if record.add(d, read_document(d))])
        engagement = next(e for e in record.engagements(Filters()) if len(e.accounts) > 1)
        (made,) = record.answer(Reference.of(f"{engagement.id}.kind"), Action.ACCEPT, author="R. Meyer")
        record.remove("04-call-oslo")
        record.relink()
        first, *rest = queue_rows(record)
        assert (first["kind"], first["reference"][-len(made.id) :]) == (ItemKind.LOOK, made.id)
        assert (first["value"], first["doubt"], first["words"]) == ("kind is checked", 1.0, [])
        assert ItemKind.LOOK not in {row["kind"] for row in rest}
        assert list(queue_rows(record, below=0.9, limit=1)) == [first]


def test_a_row_in_words() -> None:
    row = {
        "engagement": "E-293a27ea",
        "kind": "value",
        "field": "participants",
        "value": "Ann Lee; Minister; NO\nBo Ek",
        "doubt": 0.07,
        "accounts": 1,
        "statements": 2,
        "mentioned": True,
        "rule": "date.today",
        "words": [],
    }
    assert row_in_words(row) == (
        "0.07",
        "E-293a27ea",
        "participants",
        "Ann Lee; Minister; NO / Bo Ek",
        "1 account, 2 statements, only mentioned",
        "(date.today)",
    )
    near = row_in_words(row | {"kind": "near", "field": None, "value": "E-f73950bd", "words": [{"text": "word " * 30}]})
    assert near[2:4] == ("nearly joined", "one with E-f73950bd?")
    assert len(near[5]) == 60
