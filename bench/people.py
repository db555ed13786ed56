"""How many surnames of the corpus are completed, by what, and which offices are flagged.

usage: bench/people.py [DOCUMENTS]    reads so many (400 if not given) of ../shared/corpus, evenly spread
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from memcon.linking.people import RemarkKind, people_of
from memcon.linking.people.persons import DOCUMENTS
from memcon.reading.reader import read_document
from memcon.sources import documents
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import is_bare

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def main() -> None:
    """Read, tell people apart, and print the figures and every flag."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    files = sorted(str(path) for path in CORPUS.glob("*.jsonl"))
    if not files:
        print(f"skipped: {CORPUS} is not there")
        return
    found = list(documents(files, on_failure=print))
    sample = [found[at * len(found) // wanted] for at in range(min(wanted, len(found)))]
    readings = [read_document(document) for document in sample]
    began = time.perf_counter()
    people = people_of(readings, Roster.with_own())
    took = time.perf_counter() - began
    at = {(m.key, m.number): m for m in people.mentions}
    names = {(r.key, r.number): r for r in people.remarks if r.kind is RemarkKind.NAME}
    bare = [m for m in people.mentions if m.name and is_bare(m.name)]
    told = Counter(
        "documents" if (r := names[m.key, m.number]).source == DOCUMENTS else f"roster {r.source}"
        for m in bare
        if (m.key, m.number) in names
    )
    print(f"{len(sample)} documents, {len(at)} participants, {len(people.persons)} persons, {took:.2f} s")
    print(f"{len(bare)} bare surnames, {sum(told.values())} completed: {dict(sorted(told.items()))}")
    print("remarks:", dict(sorted(Counter(r.rule for r in people.remarks).items())))
    by_id = {document.id: document for document in sample}
    for remark in people.remarks:
        if remark.kind is RemarkKind.MISFIT:
            mention, document = at[remark.key, remark.number], by_id[remark.key.document]
            print(f"flag: {mention.date} {mention.name}, {mention.office}, {mention.party}: {remark.value}")
            print(f"      {document.title or document.name}")


if __name__ == "__main__":
    main()
