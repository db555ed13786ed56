"""What adding one document costs, to records of several sizes.

usage: python bench/adding.py [--sizes 500,1000,2300] [--from RECORD] [--shared ../shared] [--times 30]
                              [--large BIG.memcon] [--profile]

The records are made of the documents of ../shared/corpus and ../shared/gold in an order drawn once; where these are not
there, of the documents of samples/ under other names and years. ``--from`` takes documents and what was read from them
from a record, so that they need not be read anew. ``--large`` adds a record (of bench/big_record.py) that is copied
first. To each, as many documents as ``--times`` that it does not have are then added one by one. Printed are medians of
milliseconds of this process on the processor, in all and by step; the model of English is loaded before.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import re
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

from memcon.model import Document, Reading
from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.record.intake import take_in
from memcon.sources import documents
from memcon.sources.made import document_from_record

ROOT = Path(__file__).resolve().parents[1]
STEPS = {
    "reading": "memcon.record.intake.read_document",
    "keeping": "memcon.record.store.Record.add",
    "reprints": "memcon.record.reprinting.extend",
    "engagements": "memcon.record.store.link_some",
    "people": "memcon.record.store.keep_some",
    "all people": "memcon.record.store.keep_people",
}
"""Steps by what does them; what a step does within another counts for itself alone."""
Read = tuple[Document, Reading]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="500,1000,2300")
    parser.add_argument("--from", dest="source", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--large", type=Path)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    given = material(options.source, options.shared)
    random.Random(2026).shuffle(given)
    read_document(given[0][0])
    added, rest = given[: options.times], given[options.times :]
    print(f"{'documents':>10} {'median':>8} {'most':>8}  " + " ".join(f"{step:>11}" for step in (*STEPS, "rest")))
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted({min(int(size), len(rest)) for size in options.sizes.split(",")}):
            path = Path(folder) / f"{size}.memcon"
            fill(path, rest[:size])
            measure(path, size, added, profile=options.profile)
        if options.large:
            path = Path(shutil.copy(options.large, folder))
            measure(path, None, added, profile=options.profile)


def material(source: Path | None, shared: Path) -> list[Read]:
    """Give documents with what is read from them."""
    if source is not None:
        with Record.open(source, create=False) as record:
            read = {r.document: r for r in record.readings()}
            return [(d, read[d.id]) for d in record.documents()]
    paths = [shared / "corpus", *sorted((shared / "gold").glob("*.documents.jsonl"))]
    if paths[0].exists():
        return [(d, read_document(d)) for d in {d.id: d for d in documents(paths)}.values()]
    print(f"there is no corpus at {paths[0]}: the samples, over and over")
    return [(d, read_document(d)) for d in {d.id: d for d in samples(1000)}.values()]


def samples(several: int) -> Iterator[Document]:
    """Give documents of samples/, each of a later year than the one before, with other long names."""
    once = list(documents([ROOT / "samples"]))
    for number in range(several):
        one, turn = once[number % len(once)], number // len(once)
        text = re.sub(r"(?<=[a-z] )([A-Z])([a-z]{5,})", rf"\1{chr(97 + turn % 26)}\2", one.text)
        day = f"{2000 + turn % 25}{(one.published or '2024-01-01')[4:]}"
        yield replace(document_from_record({"text": text, "published": day}, origin="bench"), name=f"{number}")


def fill(path: Path, read: Sequence[Read]) -> None:
    """Make a record."""
    with Record.open(path) as record:
        for document, reading in read:
            record.add(document, reading)
        record.relink()


def measure(path: Path, size: int | None, added: Sequence[Read], *, profile: bool) -> None:
    """Add documents one by one, and print what it took."""
    watch, times = Steps(), list[float]()
    taken = cProfile.Profile()
    with Record.open(path) as record, watch.watching():
        size = size or len(record.document_page(None, 10_000_000))
        take_in(record, [added[0][0]])  # what is made once after the start
        watch.spent.clear()
        for document, _ in added[1:]:
            start = time.process_time()
            if profile:
                taken.enable()
            take_in(record, [document])
            taken.disable()
            times.append(time.process_time() - start)
            watch.spent["rest"].append(times[-1] - sum(watch.turn.values()))
            for step in STEPS:
                watch.spent[step].append(watch.turn.pop(step, 0.0))
    told = [statistics.median(watch.spent[step]) * 1000 for step in (*STEPS, "rest")]
    print(
        f"{size:>10,} {statistics.median(times) * 1000:>8.0f} {max(times) * 1000:>8.0f}  "
        + " ".join(f"{milliseconds:>11.0f}" for milliseconds in told),
        flush=True,
    )
    if profile:
        pstats.Stats(taken).sort_stats("cumtime").print_stats(40)


class Steps:
    """The time that each step takes by itself."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = defaultdict(list)
        self.turn: dict[str, float] = {}
        self._within: list[float] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch all steps."""
        with ExitStack() as stack:
            for step, name in STEPS.items():
                stack.enter_context(patch(name, self._timed(step, resolve_name(name))))
            yield

    def _timed(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            self._within.append(0.0)
            try:
                return work(*given, **named)
            finally:
                spent = time.process_time() - start
                self.turn[step] = self.turn.get(step, 0.0) + spent - self._within.pop()
                if self._within:
                    self._within[-1] += spent

        return timed


if __name__ == "__main__":
    main()
