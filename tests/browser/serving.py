"""A record of the samples, memcon's server on it, and Chromium: what the tests and the pictures of the docs need."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Playwright

from memcon.reading.reader import read_document
from memcon.record import Record
from memcon.sources import documents
from memcon.users import Users
from memcon.web import create_app

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("MEMCON_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
"""The program, None where there is none."""


def record_of_samples(path: Path) -> None:
    """Make a record of the samples at ``path``."""
    with Record.open(path) as record:
        record.link([d.id for d in documents([ROOT / "samples"]) if record.add(d, read_document(d))])


@contextmanager
def served(path: Path, users: Users | None = None) -> Iterator[str]:
    """Serve the record at ``path`` on a free port of this machine, and give the address; ``users`` have to log in."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(path, users), log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    end = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < end, "the server did not start"
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


def launched(playwright: Playwright) -> Browser:
    """Start Chromium without a window; as root it runs without its sandbox, which it otherwise refuses."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"] if root else [])
