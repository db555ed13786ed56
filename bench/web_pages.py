"""How fast the pages and lists of a large record answer, each asked for something else every time.

usage: python bench/web_pages.py [--engagements 100000] [--record BIG.memcon] [--datasette PYTHON]

The record is the one of bench/big_record.py, made where there is none at the path given. Words, parties, people,
forums and documents asked for are spread over how often they stand in it: the commonest, and of the rest one at each
of equal steps of rank on a logarithmic scale. Printed are the first answer, and the median of all, as they took on the
clock and of this process's time on the processor.

``--datasette`` names the Python of an environment with the package datasette; the same file is then served by both,
on two ports, and each asked in turn for the list and for a word.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi.testclient import TestClient

from beside_datasette import beside
from big_record import build
from memcon.record import Record
from memcon.web import create_app

TIMES = 9
Sorts = dict[str, list[str]]


def spread(rows: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Take TIMES of some rows: the first, and others at equal steps of the logarithm of their rank."""
    last = len(rows) - 1
    ranks = [round((last + 1) ** (n / (TIMES - 1))) - 1 for n in range(TIMES)]
    taken = [rows[min(rank, last)] for rank in ranks]
    rest = [row for row in rows if row not in taken]
    seen: list[tuple[object, ...]] = []
    for row in taken:
        seen.append(row if row not in seen or not rest else rest.pop(0))
    return seen


def ranked(base: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    """Give what a query finds, spread over its ranks."""
    return spread(base.execute(query).fetchall())


def sorts(path: Path) -> Sorts:
    """Give the addresses of each sort of page, TIMES of each, all different where the sort has so many."""
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, document_words, row)")
    words = ranked(
        base, "SELECT term FROM temp.terms WHERE length(term) > 5 AND doc > 4 AND doc < 30000 ORDER BY doc DESC, term"
    )
    parties = ranked(base, "SELECT party FROM engagement_parties GROUP BY party ORDER BY count(*) DESC, party")
    pairs = ranked(
        base,
        "SELECT a.party, b.party FROM engagement_parties a JOIN engagement_parties b ON a.engagement = b.engagement "
        "AND a.party < b.party GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2",
    )
    people = ranked(
        base,
        "SELECT person, persons.name FROM person_mentions JOIN persons ON persons.id = person "
        "GROUP BY 1 ORDER BY count(*) DESC, 1",
    )
    offices = ranked(base, "SELECT min(written) FROM engagement_offices GROUP BY office ORDER BY count(*) DESC, office")
    topics = ranked(base, "SELECT topic FROM engagement_topics GROUP BY 1 ORDER BY count(*) DESC, 1")
    cities = ranked(base, "SELECT city FROM engagements WHERE city IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1")
    forums = ranked(base, "SELECT slug FROM forum_series ORDER BY number")
    many = [row[0] for row in base.execute(f"SELECT id FROM engagements WHERE main ORDER BY id LIMIT {TIMES}")]
    texts = [row[0] for row in base.execute(f"SELECT id FROM documents ORDER BY id LIMIT {TIMES}")]
    held = ranked(
        base,
        "SELECT party, office FROM person_mentions WHERE party IS NOT NULL AND office IS NOT NULL "
        "GROUP BY 1, 2 HAVING count(DISTINCT person) <= 20 ORDER BY count(*) DESC, 1, 2",
    )
    commonest = base.execute(
        "SELECT party, office FROM person_mentions WHERE party IS NOT NULL AND office IS NOT NULL "
        f"GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT {TIMES}"
    ).fetchall()
    told_twice = [
        row[0]
        for row in base.execute(
            "SELECT engagement FROM engagement_accounts WHERE document NOT IN (SELECT copy FROM reprints) "
            f"GROUP BY engagement HAVING count(DISTINCT document) > 1 ORDER BY engagement LIMIT {TIMES}"
        )
    ]
    days = [(f"{1990 + 2 * n}-0{1 + n % 9}", f"{1991 + 2 * n}") for n in range(TIMES)]

    def asked(path: str, *several: tuple[tuple[str, object], ...]) -> list[str]:
        return [f"{path}?{urlencode(one)}" for one in several]

    return {
        "home": ["/"] * TIMES,
        "all engagements, a page of them": [f"/search?page={1 + 97 * n}" for n in range(TIMES)],
        "search: a word": asked("/search", *((("q", w),) for (w,) in words)),
        "search: a word, and in passing": asked("/search", *((("q", w), ("told", "all")) for (w,) in words[::-1])),
        "search: two words": asked("/search", *((("q", f"{a} minister"),) for (a,) in words)),
        "search: a party": asked("/search", *((("party", p),) for (p,) in parties)),
        "search: two parties": asked("/search", *((("party", a), ("party", b)) for a, b in pairs)),
        "search: a party in a year": asked(
            "/search", *((("party", p), ("year", 1990 + 2 * n)) for n, (p,) in enumerate(parties))
        ),
        "search: a name": asked("/search", *((("person", name),) for _, name in people)),
        "search: an office": asked("/search", *((("office", o),) for (o,) in offices)),
        "search: a topic": asked("/search", *((("topic", t),) for (t,) in topics)),
        "search: a city": asked("/search", *((("city", c),) for (c,) in cities)),
        "search: from day to day": asked("/search", *((("since", a), ("until", b)) for a, b in days)),
        "search: a word, doubtful, not checked": asked(
            "/search", *((("q", w), ("confidence", "doubtful"), ("reviewed", "unchecked")) for (w,) in words)
        ),
        "saved search": [f"/saved/{n}" for n in range(TIMES)],
        "engagement": [f"/engagement/{one}" for one in many],
        "engagement as text": [f"/engagement/{one}.txt" for one in many],
        "history of an engagement": [f"/engagement/{one}/history" for one in many],
        "statements of an engagement": [f"/engagement/{one}/statements" for one in many],
        "all values of a facet": asked("/search/by/office", *((("party", p),) for (p,) in parties)),
        "what the words mean": ["/glossary"] * TIMES,
        "review": ["/review"] * TIMES,
        "review of an engagement": [f"/review?engagement={one}" for one in many],
        "blind rounds": ["/review/rounds"] * TIMES,
        "the form to add": ["/add"] * TIMES,
        "document": [f"/document/{one}" for one in texts],
        "document beside its original": [f"/document/{one}/beside" for one in texts],
        "document, from a hit": [f"/document/{one}?q=minister" for one in texts],
        "two accounts side by side": [f"/compare/{one}" for one in told_twice],
        "office": [f"/office/{quote(str(p))}/{quote(str(o))}" for p, o in held],
        "office, the commonest": [f"/office/{quote(str(p))}/{quote(str(o))}" for p, o in commonest],
        "person": [f"/person/{one}" for one, _ in people],
        "party": [f"/party/{one}" for (one,) in parties],
        "pair": [f"/pair/{a}/{b}" for a, b in pairs],
        "phrases of a pair": [f"/pair/{a}/{b}/phrases" for a, b in pairs],
        "forums, a page of them": [f"/forums?page={1 + n}" for n in range(TIMES)],
        "forum": [f"/forum/{one}" for (one,) in forums],
        "feed of a party": asked("/feed.atom", *((("party", p),) for (p,) in parties)),
        "feed of a word": asked("/feed.json", *((("q", w),) for (w,) in words)),
        "API: engagements of a party": asked("/api/v1/engagements", *((("party", p),) for (p,) in parties)),
        "API: an engagement": [f"/api/v1/engagements/{one}" for one in many],
        "API: history of an engagement": [f"/api/v1/engagements/{one}/history" for one in many],
        "API: a document": [f"/api/v1/documents/{one}" for one in texts],
        "API: queue": asked("/api/v1/queue", *((("limit", 20 + n),) for n in range(TIMES))),
        "API: who held an office": asked("/api/v1/offices", *((("party", p), ("office", o)) for p, o in held)),
        "API: search": asked("/api/v1/search", *((("words", w),) for (w,) in words)),
        "API: documents": asked("/api/v1/documents", *((("limit", 40 + n),) for n in range(TIMES))),
        "API: people": asked("/api/v1/people", *((("name", str(name)),) for _, name in people)),
        "API: parties": ["/api/v1/parties"] * TIMES,
        "API: forums": ["/api/v1/forums"] * TIMES,
    }


def timed(path: Path) -> None:
    """Print, for each sort of page, the first answer and the median of all, in milliseconds."""
    with Record.open(path) as record:
        record.make_series()
        if not record.saved_searches():
            for n in range(TIMES):
                record.save_search(str(n), f"year={1995 + n}&kind=call", author="bench")
    browser = TestClient(create_app(path), base_url="http://127.0.0.1")
    print(f"load average of the machine when it began and ended: {os.getloadavg()[0]:.1f}", end=", ")
    rows = []
    for name, addresses in sorts(path).items():
        clock, own = [], []
        for address in addresses:
            began, used = time.perf_counter(), time.process_time()
            answer = browser.get(address)
            clock.append((time.perf_counter() - began) * 1000)
            own.append((time.process_time() - used) * 1000)
            assert answer.status_code == 200, (address, answer.status_code)
        rows.append((name, clock[0], statistics.median(clock), statistics.median(own)))
    print(f"{os.getloadavg()[0]:.1f}")
    print("| page | first | median | of the processor |\n|---|---|---|---|")
    for name, *figures in rows:
        print(f"| {name} | {' | '.join(f'{figure:.0f}' for figure in figures)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engagements", type=int, default=100_000)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--datasette", metavar="PYTHON", help="of an environment with the package datasette")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "big.memcon"
        if not path.exists():
            build(path, asked.engagements)
        base = sqlite3.connect(path)
        print(*(f"{base.execute(f'SELECT count(*) FROM {t}').fetchone()[0]} {t}" for t in _COUNTED), sep=", ")
        base.close()
        timed(path)
        beside(path, asked.datasette)


_COUNTED = ("engagements", "documents", "persons", "forum_series")


if __name__ == "__main__":
    main()
