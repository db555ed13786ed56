"""The same file served by memcon and by Datasette, each asked in turn for the list and for a word.

Run by bench/web_pages.py with ``--datasette PYTHON``, the Python of an environment with the package datasette, which
memcon does not need.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

_TIMES = 11
_SERVE = (
    "import sys, uvicorn; from memcon.web import create_app; "
    "uvicorn.run(create_app(sys.argv[1]), port=int(sys.argv[2]), log_level='error')"
)
_OPEN = build_opener(ProxyHandler({}))


def beside(path: Path, python: str | None) -> None:
    """Print the medians of both with their ratio; says what is missing where Datasette is."""
    if python is None or subprocess.run([python, "-c", "import datasette"], capture_output=True).returncode:
        why = "no --datasette given" if python is None else f"{python} has no package datasette"
        print(f"\nskipped: beside Datasette ({why}; pip install datasette into an environment of its own)")
        return
    version = subprocess.run([python, "-m", "datasette", "--version"], capture_output=True, text=True).stdout.strip()
    words = _words(path)
    ours, theirs = _port(), _port()
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "big.db"  # Datasette names a database by its file
        link.symlink_to(path.resolve())
        servers = [
            subprocess.Popen([sys.executable, "-c", _SERVE, str(path), str(ours)], env=dict(os.environ)),
            subprocess.Popen(
                [
                    python,
                    "-m",
                    "datasette",
                    str(link),
                    "--port",
                    str(theirs),
                    "--setting",
                    "sql_time_limit_ms",
                    "60000",
                ],
                stderr=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            ),
        ]
        try:
            for port in (ours, theirs):
                _wait(port)
            print(f"\n{version}\n\n| asked for | memcon | Datasette | ratio |\n|---|---|---|---|")
            for name, mine, other in _asked(words):
                _compare(
                    name,
                    [f"http://127.0.0.1:{ours}{a}" for a in mine],
                    [f"http://127.0.0.1:{theirs}{a}" for a in other],
                )
        finally:
            for server in servers:
                server.terminate()
                server.wait()


def _asked(words: list[str]) -> list[tuple[str, list[str], list[str]]]:
    """What is asked for, of memcon and of Datasette: pages of 25 engagements, newest first; documents with a word."""
    newest = "/big/engagements{}?_sort_desc=start&main=1&_size=25&_nocol=json&_nosuggest=1&_={}"
    found = "/big/document_words{}?_search={}&_size=20&_nocol=text"
    facets = "".join(f"&_facet={c}" for c in ("kind", "status", "mode", "country"))
    n = range(_TIMES)
    pages = [f"/search?page={1 + i}" for i in n]
    lists = [f"/api/v1/engagements?limit={20 + i % 10}" for i in n]
    return [
        ("list, HTML", pages, [newest.format("", i) + facets for i in n]),
        ("list, JSON", lists, [newest.format(".json", i) + "&_nocount=1" for i in n]),
        ("a word, HTML", [f"/search?q={w}" for w in words], [found.format("", w) for w in words]),
        ("a word, JSON", [f"/api/v1/search?words={w}" for w in words], [found.format(".json", w) for w in words]),
    ]


def _compare(name: str, ours: list[str], theirs: list[str]) -> None:
    taken: tuple[list[float], list[float]] = ([], [])
    for pair in zip(ours, theirs, strict=True):
        for times, address in zip(taken, pair, strict=True):
            began = time.perf_counter()
            try:
                _OPEN.open(address, timeout=120).read()
            except HTTPError as error:
                print(f"{address}: {error.code} {error.read()[:200]!r}")
                raise
            times.append((time.perf_counter() - began) * 1000)
    mine, other = map(statistics.median, taken)
    print(f"| {name} | {mine:.0f} | {other:.0f} | {other / mine:.1f} |", flush=True)


def _words(path: Path) -> list[str]:
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, document_words, row)")
    query = "SELECT term FROM temp.terms WHERE length(term) > 5 AND doc BETWEEN 5 AND 30000 ORDER BY doc DESC, term"
    terms = [row[0] for row in base.execute(query)]
    return [terms[round(len(terms) ** (n / _TIMES)) - 1] for n in range(_TIMES)]


def _port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit(f"nothing answers on port {port}")
