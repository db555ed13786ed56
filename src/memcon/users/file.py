"""The file that users are kept in: beside the record, since record files are handed on and users must not be."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from memcon.errors import UsersError

APPLICATION_ID = 0x6D656D75
"""SQLite's ``application_id`` of a file of users: "memu"."""
VERSION = 1
"""SQLite's ``user_version``: of the tables below."""
_BUSY = 10.0
"""Seconds to wait for another process that writes."""
_OTHERS = 0o077
_TABLES = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
    password TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0, made TEXT NOT NULL);
CREATE TABLE sessions (
    key TEXT PRIMARY KEY, user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    started TEXT NOT NULL, seen TEXT NOT NULL);
CREATE INDEX sessions_user ON sessions (user);
CREATE TABLE tokens (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL, role TEXT NOT NULL, made TEXT NOT NULL, last_day TEXT, used TEXT, UNIQUE (user, name));
CREATE TABLE attempts (key TEXT PRIMARY KEY, failed INTEGER NOT NULL, last TEXT NOT NULL);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
    what TEXT NOT NULL);
"""

Clock = Callable[[], datetime]
"""Gives the time, UTC."""


def utc_now() -> datetime:
    """Give the time, UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """Write a time as it is kept: seconds, UTC, in an order that is that of time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(text: str) -> datetime:
    """Read a time as it is kept."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def users_path(record: Path | str) -> Path:
    """Give where the users of a record are kept: ``record.memcon.users`` beside ``record.memcon``."""
    record = Path(record)
    return record.with_name(f"{record.name}.users")


class UsersFile:
    """The file, with a connection of its own for each question, so that threads and processes can share it."""

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open the file; make it, readable by its owner alone, where it is not there and ``create`` is true.

        Raises UsersError where it is not there, is something else, is of a newer version, or can be read by others.
        """
        self.path = path
        if create and not path.exists():
            self._make()
        elif not path.is_file():
            raise UsersError(f"{path}: there is no file of users")
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            raise UsersError(f"{path}: can be read by others; take that away with 'chmod 600 {path}'")
        with self.reading() as connection:
            kind, version = (
                connection.execute(f"PRAGMA {p}").fetchone()[0] for p in ("application_id", "user_version")
            )
        if kind != APPLICATION_ID:
            raise UsersError(f"{path}: is no file of users")
        if version != VERSION:
            raise UsersError(f"{path}: was made by a newer memcon")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to look with."""
        connection = None
        try:
            connection = sqlite3.connect(
                self.path.absolute().as_uri() + "?mode=rw", _BUSY, isolation_level=None, uri=True
            )
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            yield connection
        except sqlite3.Error as error:
            raise UsersError(f"{self.path}: {error}") from None
        finally:
            if connection is not None:
                connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to change with: all of it or nothing, and nobody else's change in between."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def _make(self) -> None:
        try:
            # the journal that SQLite makes beside a file has the file's own mode
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError as error:
            raise UsersError(f"{self.path}: cannot be made ({error.strerror})") from None
        with self.reading() as connection:
            connection.executescript(
                f"BEGIN; {_TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
            )
