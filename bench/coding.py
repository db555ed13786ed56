#!/usr/bin/env python3
"""Score the program's coding against hand-coded documents: those of tests/gold and, where they are there, others.

usage: bench/coding.py [FOLDER] [--errors]    FOLDER (../shared/gold if not given) has seeds.* and dev.*
"""

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from hand_coded import sets
from memcon import read_document
from memcon.exporting.coded import coded
from memcon.scoring import Tally, score
from memcon.scoring.facts import FACTS

Coded = dict[str, dict[str, Any]]


def table(name: str, gold: Coded, tally: Tally) -> None:
    """Print a row for each fact."""
    print(f"{name + f' ({len(gold)} documents)':<28}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}")
    for fact in (*FACTS, None):
        precision, recall, f1, count = tally.scores(fact)
        if fact is None or count or tally.invented[fact]:
            print(f"{fact or 'all facts':<28}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}{count:>7}")


def issuers(gold: Coded, found: Coded) -> None:
    """Print a row for each issuer of the documents of all own sets, told by their names: all facts, the worst first."""
    groups: dict[str, Coded] = defaultdict(dict)
    for document, row in gold.items():
        groups[re.sub(r"^\d+[a-z]?-|-(?:style|call|agency|\d+)$", "", document)][document] = row
    print(f"{'issuers of our own sets':<28}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}")
    for issuer, rows in sorted(groups.items(), key=lambda group: score(group[1], found).scores()[2]):
        precision, recall, f1, count = score(rows, found).scores()
        print(f"  {issuer + f' ({len(rows)})':<26}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}{count:>7}")


def main() -> int:
    own: Coded = {}
    own_found: Coded = {}
    for name, pairs in sets(*(Path(a) for a in sys.argv[1:] if not a.startswith("--"))):
        gold = {document.name: row for document, row in pairs}
        found = {document.name: coded(read_document(document), document.name) for document, _ in pairs}
        tally = score(gold, found)
        table(name, gold, tally)
        if name not in ("seeds", "dev"):
            own.update(gold)
            own_found.update(found)
        if "--errors" in sys.argv:
            print("\n".join(tally.faults))
    issuers(own, own_found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
