#!/usr/bin/env python3
"""Measure linking: a week linked by hand, pairs of accounts decided by hand, trips of a historian's table, the seeds.

usage: bench/linking.py [READINGS]      READINGS: a folder to keep readings in, so that the next run need not read again

Reads ../shared/gold and the State Department's corpus, links each, scores them with ../shared/bench, and tells whether
linking the corpora in other orders, one document at a time and all at once gives the same engagements, at what cost.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from memcon import documents, read_document
from memcon.exporting.linked import write_linked
from memcon.linking import Engagement, Joiner, join
from memcon.model import Reading
from memcon.record.serial import pack, unpack_reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
STATE = "corpus/state-department-2021-05--2022-04.jsonl"
WHITE_HOUSE = "corpus/white-house-2021--2022.jsonl"
Read = tuple[dict[str, Reading], dict[str, str]]


def readings_of(source: Path, kept: Path) -> Read:
    """The readings of a file's documents and the documents' names; those kept from an earlier run are taken over."""
    found: dict[str, Reading] = {}
    names: dict[str, str] = {}
    for document in documents([str(source)]):
        file = kept / document.id
        if not file.exists():
            file.write_bytes(pack(read_document(document)))
        found[document.id] = unpack_reading(file.read_bytes())
        names[document.id] = document.name
    return found, names


def linked(read: Read, folder: Path) -> tuple[Engagement, ...]:
    readings, names = read
    engagements = join(readings.values())
    write_linked(engagements, {(r.document, a.id): a for r in readings.values() for a in r.accounts}, names, folder)
    return engagements


def score(name: str, *arguments: Path) -> None:
    command = [sys.executable, str(SHARED / "bench" / name), *map(str, arguments)]
    subprocess.run(command, check=True)


def orders(readings: Sequence[Reading]) -> None:
    """Link in three orders, and one document at a time."""
    start = time.perf_counter()
    at_once = join(readings)
    whole = time.perf_counter() - start
    same = all(join(order) == at_once for order in shuffled(readings, 3))
    joiner = Joiner()
    start = time.perf_counter()
    made = [joiner.add([reading]) for reading in readings]
    single = time.perf_counter() - start
    print(f"{len(readings):,} documents, {len(at_once):,} engagements")
    print(f"linked all at once in {whole:.1f} s, one at a time in {single:.1f} s")
    print(f"accounts made anew for each document: {sum(made) / len(made):.1f} in the mean, {max(made)} at most")
    print(f"the same in other orders: {same}; one at a time: {joiner.engagements() == at_once}")


def shuffled(readings: Sequence[Reading], times: int) -> Iterable[list[Reading]]:
    for seed in range(times):
        order = list(readings)
        random.Random(seed).shuffle(order)
        yield order


def seeds(engagements: Iterable[Engagement]) -> None:
    for e in engagements:
        kind, start, place = e.kind.preferred, e.start.preferred, e.place.preferred
        people = ", ".join(p.name.value for p in e.participants if p.name)
        part = f" part of {e.part_of}" if e.part_of else ""
        day = start.value if start else "no date"
        city = place.value.city if place else ""
        print(f"  {e.id} {kind.value if kind else ''} {day} ({e.start.reason}) {city} {people}{part}")


def main() -> int:
    if not SHARED.exists():
        print(f"skipped: there is no {SHARED}")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        kept = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "readings"
        kept.mkdir(parents=True, exist_ok=True)
        out = Path(scratch)
        gold = SHARED / "gold"
        print("\na week linked by hand")
        linked(readings_of(gold / "rome/documents.jsonl", kept), out / "rome")
        score("score_links.py", gold / "rome", out / "rome")
        print("\npairs of accounts decided by hand")
        linked(readings_of(gold / "pairs.documents.jsonl", kept), out / "pairs")
        score("score_pairs.py", gold / "pairs.dev.jsonl", out / "pairs")
        print("\nthe seeds")
        seeds(linked(readings_of(gold / "seeds.documents.jsonl", kept), out / "seeds"))
        print("\ntrips of the historian's table")
        state = readings_of(SHARED / STATE, kept)
        linked(state, out / "state")
        score("historian.py", gold / "historian-trips.dev.json", out / "state")
        print("\norders of linking")
        orders([*state[0].values(), *readings_of(SHARED / WHITE_HOUSE, kept)[0].values()])
    return 0


if __name__ == "__main__":
    sys.exit(main())
