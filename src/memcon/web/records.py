"""The record behind the pages: opened once, shared by the threads that answer, opened anew when the file is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from memcon.record import Counts, Facet, Filters, Record

T = TypeVar("T")
_KEPT = 500
"""So many things are kept at most."""


class RecordFile:
    """A record's file for many threads.

    An open record hands each thread a connection of its own for each question, so that one is enough. It is opened
    anew where another file has been put in its place. What costs much to make is kept until the file changes.
    """

    def __init__(self, path: Path) -> None:
        """Open the record at ``path``; raises RecordError where it cannot be."""
        self.path = path
        self._lock = threading.Lock()
        self._record = Record.open(path, create=False)
        self._file = self._identity()
        self._made: dict[Hashable, Any] = {}
        self._made_of = self._state()

    def record(self) -> Record:
        """Give the open record; raises RecordError where it is gone."""
        with self._lock:
            if self._identity() != self._file:
                self._record.close()
                self._record = Record.open(self.path, create=False)
                self._file = self._identity()
            return self._record

    def kept(self, name: Hashable, make: Callable[[Record], T]) -> T:
        """Give what ``make`` makes of the record, as it was made last under this name unless the file has changed."""
        record, state = self.record(), self._state()
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
        self._record.close()

    def _identity(self) -> tuple[int, int]:
        try:
            told = self.path.stat()
        except FileNotFoundError:
            return (0, 0)
        return (told.st_dev, told.st_ino)

    def _state(self) -> tuple[int, int]:
        told = self.path.stat()
        return (told.st_mtime_ns, told.st_size)


def _file_of(request: Request) -> RecordFile:
    return cast(RecordFile, request.app.state.records)


def _record_of(request: Request) -> Record:
    return _file_of(request).record()


Records = Annotated[RecordFile, Depends(_file_of)]
"""A page's parameter for the record's file."""

OpenRecord = Annotated[Record, Depends(_record_of)]
"""A page's parameter for the open record."""
