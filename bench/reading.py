#!/usr/bin/env python3
"""Time reading against the bare spaCy pipeline over the same documents, in one run.

usage: bench/reading.py [PATH...] [--documents N]    N documents (100) drawn from ../shared/corpus if no path is given,
                                                     from tests/gold where that is not there
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from memcon import Document, documents, read_document
from memcon.reading.model_english import english

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
SEED = 2026


def processor_seconds(work: Callable[[], object]) -> float:
    """Processor time of this process for ``work``: other work on the machine counts less than in time on the clock."""
    start = time.process_time()
    work()
    return time.process_time() - start


def drawn(arguments: list[str]) -> list[Document]:
    """The documents to read: all of the paths, or a draw (fixed seed) from the corpus."""
    most = int(arguments.pop(arguments.index("--documents") + 1)) if "--documents" in arguments else 100
    paths = [a for a in arguments if a != "--documents"]
    if paths:
        return list(documents(paths))
    corpus = ROOT.parent / "shared/corpus"
    if not corpus.exists():
        print(f"there is no corpus at {corpus}: reading tests/gold")
    found = list(documents([corpus if corpus.exists() else ROOT / "tests/gold/manners.documents.jsonl"]))
    return random.Random(SEED).sample(found, min(most, len(found)))


def main() -> int:
    chosen = drawn(sys.argv[1:])
    model = english()
    read_document(chosen[0])  # loads the model and the vocabulary
    bare, read = [], []
    for _ in range(ROUNDS):
        bare.append(processor_seconds(lambda: list(model.pipe((d.text for d in chosen), batch_size=64))))
        read.append(processor_seconds(lambda: [read_document(d) for d in chosen]))
    ratios = [r / b for b, r in zip(bare, read, strict=True)]
    print(f"documents {len(chosen)}, characters {sum(len(d.text) for d in chosen):,}, rounds {ROUNDS}")
    print(f"bare spaCy pipeline  {statistics.median(bare):8.2f} s")
    print(f"memcon reading       {statistics.median(read):8.2f} s")
    print(
        f"ratio                {statistics.median(ratios):8.2f}   (lowest {min(ratios):.2f}, highest {max(ratios):.2f})"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
