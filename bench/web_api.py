"""How many requests a second the API answers.

usage: python bench/web_api.py [--record DESK.memcon] [--seconds 5]

A server on a free port of this machine, one caller with one connection, one small answer after the other; and the same
for four callers at once. The processor's time is that of caller and server together, and tells also on a busy machine.
Without --record it is that of samples/. PYTHONPATH says which memcon is measured.
"""

from __future__ import annotations

import argparse
import http.client
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import uvicorn
from fastapi import FastAPI

import memcon
from memcon.record import Record
from memcon.web.api import api_router

SAMPLES = Path(__file__).parent.parent / "samples"
ASKED = ("/engagements?limit=1", "/documents?limit=1", "/people?limit=1")


def asked(port: int, path: str, seconds: float) -> int:
    """Ask for one thing again and again; gives how often it was answered."""
    caller = http.client.HTTPConnection("127.0.0.1", port)
    number, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        caller.request("GET", f"/api/v1{path}")
        answer = caller.getresponse()
        answer.read()
        assert answer.status == 200, path
        number += 1
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.record or Path(folder) / "samples.memcon"
        if given.record is None:
            with Record.open(path) as record:
                record.link([d.id for d in memcon.documents([SAMPLES]) if record.add(d, memcon.read_document(d))])
        app = FastAPI(openapi_url=None)
        app.include_router(api_router(path))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        for words in ASKED:
            asked(port, words, 0.5)
            began = time.process_time()
            number = asked(port, words, given.seconds)
            spent = (time.process_time() - began) / number * 1000
            one = number / given.seconds
            with ThreadPoolExecutor(4) as pool:
                four = sum(pool.map(lambda _: asked(port, words, given.seconds), range(4))) / given.seconds  # noqa: B023
            rates = f"{one:6.0f} a second, of four callers {four:6.0f}"
            print(f"GET {words:24} {rates}; {spent:4.1f} ms of processor each", flush=True)
        server.should_exit = True


if __name__ == "__main__":
    main()
