"""How fast the pages of a large record answer.

usage: python bench/web_pages.py [--engagements 100000] [--record BIG.memcon]

The record is made from that of samples/ by program: each sample stands in it many times over under other ids and years.
So one person takes part in thousands of engagements, which no real record has; pages of people are slower for it.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import statistics
import tempfile
import time
import zlib
from pathlib import Path

from fastapi.testclient import TestClient

from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.sources import documents
from memcon.web import create_app

SAMPLES = Path(__file__).parent.parent / "samples"
TIMES = 7


def repeated(path: Path, wanted: int) -> None:
    """Make the record at ``path``."""
    with Record.open(path) as record:
        record.link([d.id for d in documents([SAMPLES]) if record.add(d, read_document(d))])
    base = sqlite3.connect(path)
    base.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -400000")
    names = ("documents", "readings", "engagements", "engagement_accounts", "engagement_parties", "engagement_people")
    tables = {name: base.execute(f"SELECT * FROM {name}").fetchall() for name in (*names, "person_mentions")}
    columns = {name: [c[1] for c in base.execute(f"PRAGMA table_info({name})")] for name in tables}
    ids = [row[0] for row in tables["documents"]]
    chance = random.Random(1)
    for number in range(wanted // len(tables["engagements"])):
        year = str(chance.randint(1990, 2024))
        renamed = {old: hashlib.sha256(f"{number}/{old}".encode()).hexdigest() for old in ids}
        renamed |= {row[0]: f"E-{_short(number, row[0])}" for row in tables["engagements"]}
        for name, rows in tables.items():
            told = [_row(dict(zip(columns[name], row, strict=True)), name, renamed, year) for row in rows]
            marks = ", ".join(f":{c}" for c in columns[name])
            quoted = ", ".join(f'"{c}"' for c in columns[name])
            base.executemany(f"INSERT OR IGNORE INTO {name} ({quoted}) VALUES ({marks})", told)
        words = [(row[5] or "", row[4], renamed[row[0]]) for row in tables["documents"]]
        base.executemany("INSERT INTO document_words (title, text, id) VALUES (?, ?, ?)", words)
    base.commit()
    base.close()


def _short(number: int, name: str) -> str:
    return hashlib.sha256(f"{number}/{name}".encode()).hexdigest()[:8]


def _row(row: dict[str, object], table: str, renamed: dict[str, str], year: str) -> dict[str, object]:
    """One row of the record under other ids and, for an engagement, in another year."""
    told = {name: renamed.get(value, value) if isinstance(value, str) else value for name, value in row.items()}
    if table == "engagement_accounts":
        told["neighbourhood"] = _short(0, f"{told['engagement']}")
    if table == "engagements":
        text = zlib.decompress(row["json"]).decode()  # type: ignore[arg-type]
        for old, new in renamed.items():
            text = text.replace(old, new)
        told["json"] = zlib.compress(text.encode(), 1)
        told |= {name: year + str(row[name])[4:] for name in ("start", "end") if row[name]}
    return told


def timed(path: Path) -> None:
    """Print, for each sort of page, the first answer and the median of all."""
    browser = TestClient(create_app(path), base_url="http://127.0.0.1")
    base = sqlite3.connect(path)
    engagements = [r[0] for r in base.execute(f"SELECT id FROM engagements WHERE main LIMIT {TIMES}")]
    texts = [r[0] for r in base.execute(f"SELECT id FROM documents LIMIT {TIMES}")]
    person = base.execute("SELECT person FROM person_mentions GROUP BY person ORDER BY count(*) DESC").fetchone()[0]
    print(*(base.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("engagements", "documents")))
    pages = {
        "home": ["/"] * TIMES,
        "all engagements": ["/search"] * TIMES,
        "page 800 of them": ["/search?page=800"] * TIMES,
        "search: a word": ["/search?q=fisheries&told=all"] * TIMES,
        "search: two parties, a new year each": [f"/search?party=US&party=NO&year={2000 + n}" for n in range(TIMES)],
        "search: a word, a new year each": [f"/search?q=fisheries&year={2000 + n}" for n in range(TIMES)],
        "engagement": [f"/engagement/{one}" for one in engagements],
        "document": [f"/document/{one}" for one in texts],
        "person": [f"/person/{person}"] * TIMES,
        "party": ["/party/US"] * TIMES,
        "pair": ["/pair/US/KZ"] * TIMES,
        "feed": ["/feed.atom"] * TIMES,
        "review": ["/review"] * TIMES,
        "review of an engagement": [f"/review?engagement={one}" for one in engagements],
        "history": [f"/engagement/{one}/history" for one in engagements],
    }
    for name, addresses in pages.items():
        taken = []
        for address in addresses:
            began = time.perf_counter()
            answer = browser.get(address)
            taken.append((time.perf_counter() - began) * 1000)
            assert answer.status_code == 200, address
        print(f"| {name} | {taken[0]:.0f} | {statistics.median(taken):.0f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engagements", type=int, default=100_000)
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "big.memcon"
        if not path.exists():
            repeated(path, asked.engagements)
        timed(path)


if __name__ == "__main__":
    main()
