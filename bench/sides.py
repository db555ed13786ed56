#!/usr/bin/env python3
"""Lay accounts side by side, and hold the result against comparisons made by hand; time one comparison.

usage: bench/sides.py [SHARED] [--errors] [--by-words]

Reads the pairs of this repository (tests/gold/sides.jsonl) and those of the folder SHARED (../shared beside the
repository), which it says that it skipped where they are not there. The measure is that of memcon.scoring.sides; the
scorer of that folder is run as well.
Each comparison is timed twice, in seconds of processor: of documents that are read, with the encoder loaded, and with
the reading.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memcon import Document, documents, read_document
from memcon.comparing.sides import compare, encoder, sides_of
from memcon.exporting.sides import pair_as_objects
from memcon.scoring import score_sides
from memcon.scoring.likeness import overlap

ROOT = Path(__file__).resolve().parents[1]
SHARED = next((Path(word) for word in sys.argv[1:] if not word.startswith("-")), ROOT.parent / "shared")
SETS = {
    "own": (ROOT / "tests/gold/sides.documents.jsonl", ROOT / "tests/gold/sides.jsonl"),
    "dev": (SHARED / "gold/pairs.documents.jsonl", SHARED / "gold/sides.dev.jsonl"),
}
Rows = dict[tuple[str, str], dict[str, Any]]


def main() -> None:
    errors, by_words = "--errors" in sys.argv, "--by-words" in sys.argv
    if not by_words:
        start = time.process_time()
        known = encoder()
        print(f"encoder: {known.name if known else 'not installed'}, loaded in {time.process_time() - start:.2f} s")
    for name, (inputs, comparisons) in SETS.items():
        if not comparisons.exists():
            print(f"{name}: skipped, {comparisons} is not there")
            continue
        known_documents = {d.name: d for d in documents([inputs])}
        gold = read(comparisons)
        given, times = compared(gold, known_documents, by_words)
        tally = score_sides(gold, given)
        print(
            f"{name}: {len(gold)} pairs, placement F1 {tally.placement:.3f}, pairs F1 {tally.pairs_f1:.3f} "
            f"({tally.pairs[0]} right of {tally.pairs[1]} gold, {tally.pairs[2]} given); comparing "
            f"{median([t for t, _ in times]):.2f} s (longest {max(t for t, _ in times):.2f}), with reading "
            f"{median([t for _, t in times]):.2f} s (longest {max(t for _, t in times):.2f})"
        )
        scorer = SHARED / "bench/score_sides.py"
        if name == "dev" and scorer.exists():
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in given.values())
                file.flush()
                subprocess.run([sys.executable, str(scorer), str(comparisons), file.name], check=True)
        if errors:
            for line in faults(gold, given):
                print(line)


def read(path: Path) -> Rows:
    return {(row["a"], row["b"]): row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def compared(gold: Rows, known: dict[str, Document], by_words: bool) -> tuple[Rows, list[tuple[float, float]]]:
    """The comparisons, and of each the seconds without and with reading (the first pair is done once before)."""
    given: Rows = {}
    times: list[tuple[float, float]] = []
    for key in [next(iter(gold)), *gold]:
        start = time.process_time()
        read_both = [(known[name], read_document(known[name])) for name in key]
        middle = time.process_time()
        given[key] = pair_as_objects(compare(sides_of(read_both), by_words=by_words))
        times.append((time.process_time() - middle, time.process_time() - start))
    return given, times[1:]


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def faults(gold: Rows, given: Rows) -> Iterator[str]:
    """The pairs that are missed and invented."""
    for key, wanted in gold.items():
        yield f"\n{key[0]}\n{key[1]}"
        mine = [(c[0], c[1]) for c in (*given[key]["both"], *given[key]["contradict"])]
        due = [(c[0], c[1]) for c in (*wanted["both"], *wanted["contradict"])]
        yield from (f"  missed    {a!r} | {b!r}" for a, b in due if not any(same((a, b), m) for m in mine))
        yield from (f"  invented  {a!r} | {b!r}" for a, b in mine if not any(same((a, b), d) for d in due))


def same(x: tuple[str, str], y: tuple[str, str]) -> bool:
    return min(overlap(x[0], y[0]), overlap(x[1], y[1])) >= 0.5


if __name__ == "__main__":
    main()
