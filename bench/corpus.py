#!/usr/bin/env python3
"""Read a whole corpus: count exceptions and wrong spans, and read some of it twice.

usage: bench/corpus.py [PATH...]    ../shared/corpus if none is given
"""

import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from memcon import documents, read_document

TWICE = 50
SPAN = {"document", "start", "end", "text"}


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span inside the builtin form of a reading."""
    if isinstance(value, dict):
        if value.keys() == SPAN:
            yield value
        else:
            for inner in value.values():
                yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


def main() -> int:
    corpus = Path(__file__).resolve().parents[2] / "shared/corpus"
    paths = sys.argv[1:] or [str(corpus)]
    if not sys.argv[1:] and not corpus.exists():
        print(f"skipped: there is no corpus at {corpus}")
        return 0
    count: Counter[str] = Counter()
    characters = 0
    start = time.perf_counter()
    for document in documents(paths):
        count["documents"] += 1
        characters += len(document.text)
        try:
            reading = read_document(document)
        except Exception:
            count["exceptions"] += 1
            print(document.name)
            traceback.print_exc()
            continue
        for span in spans(msgspec.to_builtins(reading)):
            count["spans"] += 1
            count["wrong spans"] += document.text[span["start"] : span["end"]] != span["text"]
        count["engagements"] += len(reading.accounts)
        count["statements"] += sum(len(a.statements) for a in reading.accounts)
        if count["documents"] % TWICE == 0:
            count["read twice"] += 1
            count["read differently"] += msgspec.json.encode(read_document(document)) != msgspec.json.encode(reading)
    seconds = time.perf_counter() - start
    for name in (
        "documents",
        "exceptions",
        "engagements",
        "statements",
        "spans",
        "wrong spans",
        "read twice",
        "read differently",
    ):
        print(f"{name:<18}{count[name]:>9,}")
    print(f"{'seconds':<18}{seconds:>9,.0f}\n{'characters/second':<18}{characters / seconds:>9,.0f}")
    return 1 if count["exceptions"] or count["wrong spans"] or count["read differently"] else 0


if __name__ == "__main__":
    sys.exit(main())
