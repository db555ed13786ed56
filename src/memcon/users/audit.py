"""The audit: who did what, when and from where. Lines are only ever added."""

from __future__ import annotations

import sqlite3

from memcon.users.file import Clock, UsersFile, read, written
from memcon.users.values import Entry

_LONGEST = 400
_MOST = 1000


def note(connection: sqlite3.Connection, clock: Clock, who: str, address: str, what: str) -> None:
    """Add a line, in one transaction with the change that it tells of."""
    connection.execute(
        "INSERT INTO audit (at, who, address, what) VALUES (?, ?, ?, ?)",
        (written(clock()), who, address, what[:_LONGEST]),
    )


class Audit:
    """Adds lines and gives them."""

    def __init__(self, file: UsersFile, clock: Clock) -> None:
        self._file, self._clock = file, clock

    def note(self, who: str, address: str, what: str) -> None:
        """Add a line: who (a name), the address (empty where there is none), and what, in words."""
        with self._file.writing() as connection:
            note(connection, self._clock, who, address, what)

    def entries(self, *, who: str | None = None, before: int | None = None, most: int = 100) -> list[Entry]:
        """Give the newest lines, newest first: of one name, and before the line of this number, where these are given.

        At most ``most``, and never more than a thousand.
        """
        wanted = [("who = ?", who), ("number < ?", before)]
        told = [(words, value) for words, value in wanted if value is not None]
        where = f"WHERE {' AND '.join(words for words, _ in told)}" if told else ""
        with self._file.reading() as connection:
            rows = connection.execute(
                f"SELECT * FROM audit {where} ORDER BY number DESC LIMIT ?",
                (*(value for _, value in told), min(most, _MOST)),
            )
            return [Entry(r["number"], read(r["at"]), r["who"], r["address"], r["what"]) for r in rows]
