#!/usr/bin/env python3
"""Count the series of forums in a record, and print the largest to be read by hand.

usage: bench/forums.py RECORD [NUMBER]    a record made by 'memcon add'; NUMBER of the largest series to print
"""

import sys
import time
from collections import Counter
from pathlib import Path

from memcon import Record
from memcon.exporting.forums import series_in_full


def main() -> int:
    if len(sys.argv) < 2 or not Path(sys.argv[1]).exists():
        print("skipped: give a record made by 'memcon add'")
        return 0
    with Record.open(sys.argv[1], create=False) as record:
        start = time.perf_counter()
        series = record.series()
        seconds = time.perf_counter() - start
        documents = {document.id: document for document in record.documents()}
    for one in series[: int(sys.argv[2]) if len(sys.argv) > 2 else 0]:
        print(series_in_full(one, documents.__getitem__))
    told = [session for one in series for session in (*one.sessions, *one.undated)]
    claims = [claim for session in told for claim in session.claims]
    spans = [c.words for c in claims] + [n.span for one in series for name in one.names for n in name.namings]
    rows = {
        "series": len(series),
        "with two sessions or more": sum(len(one.sessions) > 1 for one in series),
        "engagements": sum(len(one.engagements) for one in series),
        "sessions": sum(len(one.sessions) for one in series),
        "told without a day": sum(len(one.undated) for one in series),
        "numbers": len(claims),
        **{f"  {verdict}": n for verdict, n in sorted(Counter(c.verdict.value for c in claims).items())},
        "spans": len(spans),
        "wrong spans": sum(not span.stands_in(documents[span.document].text) for span in spans),
    }
    for name, count in rows.items():
        print(f"{name:<28}{count:>7,}")
    print(f"{'seconds':<28}{seconds:>7.1f}")
    return 1 if rows["wrong spans"] else 0


if __name__ == "__main__":
    sys.exit(main())
