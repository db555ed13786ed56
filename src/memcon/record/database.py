"""SQLite as the record uses it: how a connection is set up, and what its errors mean."""

from __future__ import annotations

import sqlite3

_CACHE = 64 * 1024
"""KiB of the file that a connection keeps in memory."""


def prepare(connection: sqlite3.Connection, _: object) -> None:
    """Set up a new connection."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("PRAGMA temp_store = MEMORY")


def reason(error: BaseException | None) -> str:
    """Say what the database complains of, in words."""
    words = str(error)
    if "not a database" in words:
        return "is no record (not an SQLite file); give another --record"
    if "locked" in words:
        return "is in use by another program; try again when it is done"
    if "readonly" in words:
        return "cannot be written to; check its permissions"
    if "unable to open" in words:
        return "cannot be opened; check the folder and its permissions"
    if "no such module: fts5" in words:
        return "this Python's SQLite has no full-text search (FTS5); use a Python from python.org"
    return words
