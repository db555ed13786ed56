#!/usr/bin/env python3
"""Draw commitments, later mentions, reworded sentences and phrases of a record at random, to be judged by hand.

usage: bench/over_time.py RECORD [SEED]    a record made by 'memcon add'; the same seed draws the same lines
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from memcon import Record
from memcon.cli.material import material_of
from memcon.comparing.commitments import Commitment, commitments
from memcon.comparing.material import Material, parties_of
from memcon.comparing.phrases import Fate, drift, histories, scope_of_parties
from memcon.exporting.commitments import commitments_as_text
from memcon.exporting.drift import marked

COMMITMENTS, LATER, STEPS, PHRASES = 60, 30, 24, 16
FEWEST = 8
"""Engagements of a pair whose phrases are drawn."""


def main() -> int:
    if len(sys.argv) < 2 or not Path(sys.argv[1]).exists():
        print("skipped: give a record, such as one made of ../shared/corpus by 'memcon add'")
        return 0
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with Record.open(sys.argv[1], create=False) as store:
        material = material_of(store)
    start = time.perf_counter()
    ledger = commitments(material)
    print(f"{len(ledger)} commitments in {time.perf_counter() - start:.1f} s: {Counter(c.fate.value for c in ledger)}")
    print("\n".join(commitments_as_text(some(draw, ledger, COMMITMENTS), material.documents)))
    later(draw, ledger)
    pairs = Counter(tuple(sorted(parties_of(e))) for e in material.engagements if len(e.parties) == 2)
    steps(draw, material, sorted(p for p, n in pairs.items() if n > 1))
    phrases(draw, material, sorted(p for p, n in pairs.items() if n >= FEWEST))
    return 0


def some(draw: random.Random, items: list[Any], number: int) -> list[Any]:
    return draw.sample(items, min(number, len(items)))


def later(draw: random.Random, ledger: list[Commitment]) -> None:
    mentions = [(c, x) for c in ledger for x in c.later]
    print(f"\n{len(mentions)} later mentions")
    for c, x in some(draw, mentions, LATER):
        print(f"{x.fate.value}: {c.pledge.object.text!r}\n    {x.words.text!r}\n    {x.reason}")


def steps(draw: random.Random, material: Material, pairs: list[tuple[str, ...]]) -> None:
    changes = [change for pair in pairs for step in drift(material, pair) for change in step.changes]
    print(f"\nsentences: {Counter(c.fate.value for c in changes)}")
    for change in some(draw, [c for c in changes if c.fate is Fate.REWORDED], STEPS):
        print(f"{change.likeness:.0f} {marked(change.diff)}")


def phrases(draw: random.Random, material: Material, pairs: list[tuple[str, ...]]) -> None:
    found = [
        (pair, h.phrase, h.why)
        for pair in pairs
        for h in histories(material, scope_of_parties(material, pair))
        if not h.why.startswith("known")
    ]
    print(f"\n{len(found)} phrases found by counting")
    for line in some(draw, found, PHRASES):
        print(*line)


if __name__ == "__main__":
    sys.exit(main())
