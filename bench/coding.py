#!/usr/bin/env python3
"""Score the program's coding against hand-coded documents, which are not part of this repository.

usage: bench/coding.py [FOLDER] [--errors]    FOLDER (../shared/gold if not given) has seeds.* and dev.*
"""

import json
import sys
from pathlib import Path

from memcon import documents, read_document
from memcon.exporting.coded import coded
from memcon.scoring import score
from memcon.scoring.facts import FACTS


def main() -> int:
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder = Path(paths[0]) if paths else Path(__file__).resolve().parents[2] / "shared/gold"
    sets = [name for name in ("seeds", "dev") if (folder / f"{name}.documents.jsonl").exists()]
    if not sets:
        print(f"skipped: there are no hand-coded documents in {folder}")
        return 0
    for name in sets:
        lines = (folder / f"{name}.coded.jsonl").read_text(encoding="utf-8").splitlines()
        gold = {row["doc"]: row for row in map(json.loads, lines)}
        found = {d.name: coded(read_document(d), d.name) for d in documents([folder / f"{name}.documents.jsonl"])}
        tally = score(gold, found)
        print(f"{name + f' ({len(gold)} documents)':<24}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}")
        for fact in (*FACTS, None):
            precision, recall, f1, count = tally.scores(fact)
            if fact is None or count or tally.invented[fact]:
                print(f"{fact or 'all facts':<24}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}{count:>7}")
        if "--errors" in sys.argv:
            print("\n".join(tally.faults))
    return 0


if __name__ == "__main__":
    sys.exit(main())
