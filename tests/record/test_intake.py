"""Documents are read, kept and linked, as far as that went."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import memcon
from memcon import Document, Record
from memcon.record.intake import Intake, take_in

TEXTS = [
    "Foreign Minister Aino Virta of Finland met today in Valletta with Maltese President Paul Vella.",
    "Prime Minister Virta of Finland spoke by phone with Maltese President Paul Vella.",
    "The President of Malta, Paul Vella, received the Ambassador of Finland in Valletta.",
]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with memcon.open(tmp_path / "r.memcon") as made:
        yield made


@pytest.fixture
def given() -> list[Document]:
    return [memcon.document(text, name=f"{n}", published="2031-05-03") for n, text in enumerate(TEXTS)]


def test_what_is_new_is_kept_and_linked_and_what_is_known_counted(record: Record, given: list[Document]) -> None:
    told: list[tuple[str, int, int]] = []
    first = take_in(record, [given[0], given[0]], watch=lambda *how: told.append(how))
    assert first == Intake((given[0].id,), 1)
    assert told == [("reading", 1, 1), ("comparing texts", 1, 1)]
    assert take_in(record, given) == Intake((given[1].id, given[2].id), 1)
    assert {d.id for d in record.documents()} == {d.id for d in given}
    before = record.engagements()
    assert before
    record.relink()
    assert record.engagements() == before
    assert take_in(record, given) == Intake((), 3)


def cut_short(monkeypatch: pytest.MonkeyPatch, at: Document) -> None:
    def reading(document: Document) -> memcon.Reading:
        if document.id == at.id:
            raise KeyboardInterrupt
        return memcon.read_document(document)

    monkeypatch.setattr("memcon.record.intake.read_document", reading)


def test_what_was_read_before_a_stop_is_kept_and_linked(
    record: Record, given: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(monkeypatch, given[1])
    with pytest.raises(KeyboardInterrupt):
        take_in(record, given)
    assert [d.id for d in record.documents()] == [given[0].id]
    assert record.engagements_of(given[0].id)


def test_all_or_nothing(record: Record, given: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    cut_short(monkeypatch, given[1])
    with pytest.raises(KeyboardInterrupt):
        take_in(record, given, whole=True)
    assert record.documents() == []
