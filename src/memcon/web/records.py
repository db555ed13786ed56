"""The record behind the pages and the API: opened once, shared by all threads, opened anew when the file is another."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from memcon.errors import RecordError
from memcon.record import Counts, Facet, Filters, Record

T = TypeVar("T")
_KEPT = 500
"""So many things are kept at most."""
_WRITERS: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)
"""One writer at a time in this process; others would be turned away by SQLite after some seconds."""


class RecordFile:
    """A record's file for many threads.

    An open record hands each thread a connection of its own for each question, so that one is enough. It is opened
    anew where another file has been put in its place. What costs much to make is kept until the file changes.
    """

    def __init__(self, path: Path) -> None:
        """Keep the record at ``path`` in view, which is opened when it is first asked for."""
        self.path = path
        self._lock = threading.Lock()
        self._record: Record | None = None
        self._file = (0, 0)
        self._made: dict[Hashable, Any] = {}
        self._made_of: Hashable = None

    def record(self) -> Record:
        """Give the open record; raises RecordError where there is none, or it cannot be opened."""
        return self._opened(create=False)

    @contextmanager
    def writing(self) -> Iterator[Record]:
        """Give the record to change it, made where it never was; others who want to write wait.

        A record that was there and has gone (a share that is away for a while) is not begun anew: RecordError.
        """
        with _WRITERS[self.path.resolve()]:
            yield self._opened(create=self._file == (0, 0))

    def _opened(self, *, create: bool) -> Record:
        with self._lock:
            if self._record is None or self._identity() != self._file:
                if self._record is not None:
                    self._record.close()
                    self._record = None
                self._record = Record.open(self.path, create=create)
                self._file = self._identity()
            return self._record

    def kept(self, name: Hashable, make: Callable[[Record], T]) -> T:
        """Give what ``make`` makes of the record, as it was made last under this name unless the file has changed."""
        record, state = self.record(), self.state()
        with self._lock:
            if state != self._made_of or len(self._made) >= _KEPT:
                self._made, self._made_of = {}, state
            made = self._made
        if name not in made:
            made[name] = make(record)
        return cast(T, made[name])

    def counts(self, filters: Filters, wanted: Mapping[Facet, int | None]) -> Counts:
        """Give the record's counts, those of a search that was made before at once."""
        return self.kept((filters, tuple(wanted.items())), lambda record: record.counts(filters, wanted))

    def close(self) -> None:
        """Close the record."""
        with self._lock:
            if self._record is not None:
                self._record.close()
                self._record = None

    def _identity(self) -> tuple[int, int]:
        try:
            told = self.path.stat()
        except FileNotFoundError:
            return (0, 0)
        return (told.st_dev, told.st_ino)

    def state(self) -> tuple[int, int, int]:
        """Give what differs whenever the file has changed; raises RecordError where there is none."""
        try:
            told = self.path.stat()
        except FileNotFoundError:
            raise RecordError(f"{self.path}: there is no record") from None
        return (told.st_ino, told.st_mtime_ns, told.st_size)


def _file_of(request: Request) -> RecordFile:
    return cast(RecordFile, request.app.state.records)


def _record_of(request: Request) -> Record:
    return _file_of(request).record()


Records = Annotated[RecordFile, Depends(_file_of)]
"""A page's parameter for the record's file."""

OpenRecord = Annotated[Record, Depends(_record_of)]
"""A page's parameter for the open record."""
