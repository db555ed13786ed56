"""Who the people are once humans have corrected: told step by step as if all were told at once."""

import shutil
import sqlite3
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from tests.test_samples import SAMPLES

from memcon.decisions.changes import change
from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.reading.reader import read_document
from memcon.record import Filters, Record
from memcon.record.people.nearby import nearby
from memcon.sources import documents

TABLES = ("persons", "person_mentions", "person_remarks", "tenures", "sightings")
WHO = "R. Meyer"


def kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as base:
        return {t: sorted(base.execute(f"SELECT * FROM {t}").fetchall(), key=repr) for t in TABLES}


def told_at_once(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What would be kept if all people were told apart anew."""
    copy = path.with_name("copy.memcon")
    shutil.copy(path, copy)
    with Record.open(copy) as record:
        record.rebuild_people()
    return kept(copy)


def with_two(record: Record, at: int) -> Engagement:
    found = [e for e in record.engagements(Filters()) if sum(bool(p.name) for p in e.participants) > 1]
    return found[at % len(found)]


def first_name(engagement: Engagement) -> str:
    return next(p.name.value for p in engagement.participants if p.name)


def added(record: Record) -> None:
    person = change("participants", "Hale", office="Deputy Spokesperson", party="US")
    record.correct(with_two(record, 0).id, person, author=WHO)
    full = change("participants", "Thomas Hale", office="Deputy Spokesperson", party="US")
    record.correct(with_two(record, 1).id, full, author=WHO)


def renamed(record: Record) -> None:
    engagement = with_two(record, 2)
    name = first_name(engagement)
    other = change("participants", name, name=f"{name.split()[0]} Q. Fernandez", office="Minister of Fisheries")
    record.correct(engagement.id, other, author=WHO)


def taken_out(record: Record) -> None:
    engagement = with_two(record, 3)
    record.correct(engagement.id, change("participants", first_name(engagement), remove=True), author=WHO)


def moved(record: Record) -> None:
    record.correct(with_two(record, 4).id, change("date", "2011-05-09"), author=WHO)


def dismissed(record: Record) -> None:
    record.dismiss(with_two(record, 5).id, author=WHO)


def joined(record: Record) -> None:
    record.merge([with_two(record, 0).id, with_two(record, 1).id], author=WHO)


def undone(record: Record) -> None:
    for entry in record.log()[:3]:
        record.undo(entry.decision.id, author=WHO)


STEPS: tuple[Callable[[Record], None], ...] = (added, renamed, taken_out, moved, dismissed, joined, undone)


@pytest.mark.parametrize("first", [6, 14])
def test_corrections_and_documents_in_turn(tmp_path: Path, first: int) -> None:
    path = tmp_path / "record.memcon"
    several = list(documents([SAMPLES]))
    with Record.open(path) as record:
        record.link([d.id for d in several[:first] if record.add(d, read_document(d))])
    rest = iter(several[first:])
    for step in (*STEPS, *STEPS[:5]):
        with Record.open(path) as record:
            try:
                step(record)
            except UsageError:  # what was decided before stands in its way
                assert step in (joined, added, taken_out, renamed)
        assert kept(path) == told_at_once(path), step.__name__
        with Record.open(path) as record:
            for document in islice(rest, 2):
                record.add(document, read_document(document))
                record.link([document.id])
        assert kept(path) == told_at_once(path), f"added after {step.__name__}"


def test_a_correction_tells_nobody_apart_who_has_nothing_to_do_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.memcon"
    with Record.open(path) as record:
        record.link([d.id for d in documents([SAMPLES]) if record.add(d, read_document(d))])
        seen: list[int] = []

        def watched(*given: object) -> object:
            found = nearby(*given)  # type: ignore[arg-type]
            seen.append(len(found.mentions))
            return found

        monkeypatch.setattr("memcon.record.people.some.nearby", watched)
        record.correct(with_two(record, 0).id, change("participants", "Thomas Hale", party="US"), author=WHO)
    with sqlite3.connect(path) as base:
        (every,) = base.execute("SELECT count(*) FROM person_mentions").fetchone()
    assert len(seen) == 1
    assert 0 < seen[0] < every / 4
