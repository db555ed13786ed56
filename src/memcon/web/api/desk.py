"""One record, opened anew for every request, since a connection to SQLite belongs to one thread."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from memcon.record import Record

_WRITERS: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)
"""One writer at a time in this process; others would be turned away by SQLite after some seconds."""


class Desk:
    """Where requests get the record from."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Record]:
        """Open the record to look at it; raises RecordError where there is none."""
        with Record.open(self.path, create=False) as record:
            yield record

    @contextmanager
    def writing(self) -> Iterator[Record]:
        """Open the record to change it, and make it where it is not there; others who want to write wait."""
        with _WRITERS[self.path.resolve()], Record.open(self.path, create=True) as record:
            yield record
