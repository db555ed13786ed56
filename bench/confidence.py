#!/usr/bin/env python3
"""Hold the confidences against what is right: are values of which 85 % should be right, right in 85 of 100 cases?

usage: bench/confidence.py [FOLDER] [--write]    FOLDER (../shared/gold if not given) has seeds.* and dev.*

The documents are dealt into five parts; the values of each part get confidences measured on the other four. With
--write, the shares over all documents are written to src/memcon/vocabulary/data/confidence.tsv.
"""

import sys
from collections import defaultdict
from pathlib import Path

from hand_coded import ROOT, sets
from memcon import read_document
from memcon.scoring.judging import Judged, judged, measured, told_of
from memcon.vocabulary.confidence import Confidences, Measured

PARTS = 5
LEAST = 100
HEADER = """\
# How many values of a field each rule found in hand-coded documents, in what a document reports as its subject, in what
# it mentions, or about the document itself, and how many of them were right. Written by bench/confidence.py --write.
field\ttold\trule\tvalues\tright
"""


def bins(parts: list[list[Judged]]) -> dict[int, list[tuple[float, bool]]]:
    """Confidence and rightness of every value, by tenth, each part's values by the shares of the others."""
    found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for number, part in enumerate(parts):
        others = [value for n, other in enumerate(parts) if n != number for value in other]
        shares = Confidences(measured(others))
        for value in part:
            sure = shares.of(value.field, told_of(value), value.cited.rule)
            found[min(9, int(sure * 10))].append((sure, value.right))
    return found


def write(rows: tuple[Measured, ...]) -> None:
    lines = (f"{r.field}\t{r.told.value}\t{r.rule}\t{r.values}\t{r.right}\n" for r in rows)
    (ROOT / "src/memcon/vocabulary/data/confidence.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


def main() -> int:
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    parts: list[list[Judged]] = [[] for _ in range(PARTS)]
    # the short texts were written by the one who mended the reader on them: of what is right they tell too much
    pairs = [pair for name, found in sets(*folders) for pair in found if name != "brief"]
    for number, (document, gold) in enumerate(pairs):
        parts[number % PARTS] += judged(read_document(document), gold)
    wrong = 0
    print(f"{len(pairs)} documents\n{'confidence':<14}{'values':>8}{'stated':>9}{'right':>8}")
    for tenth, values in sorted(bins(parts).items()):
        stated = sum(s for s, _ in values) / len(values)
        right = sum(r for _, r in values) / len(values)
        print(f"{tenth * 10:>2} to {tenth * 10 + 10:<3} %  {len(values):>8}{stated:>9.3f}{right:>8.3f}")
        wrong += len(values) >= LEAST and abs(stated - right) > 0.1
    if "--write" in sys.argv:
        write(measured(value for part in parts for value in part))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
