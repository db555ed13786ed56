"""Sessions: a browser that has logged in.

A session ends 12 hours after it was last used and 7 days after log-in (within what OWASP's Session Management Cheat
Sheet and NIST SP 800-63B-4, 2.2.3, ask for), and when its user logs out, is disabled or removed, or gets another
password or role.
"""

from __future__ import annotations

import sqlite3
from datetime import timedelta

from memcon.users.file import Clock, UsersFile, read, written
from memcon.users.secrets import digest, new_secret

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last use is kept: looking at pages need not write to the file each time."""


class Sessions:
    """Begins, finds and ends sessions."""

    def __init__(self, file: UsersFile, clock: Clock) -> None:
        self._file, self._clock = file, clock

    def begin(self, connection: sqlite3.Connection, user: int) -> str:
        """Begin a session and give its secret; sessions that have ended by time are thrown away."""
        now, secret = self._clock(), new_secret()
        connection.execute(
            "DELETE FROM sessions WHERE seen < ? OR started < ?", (written(now - IDLE), written(now - LONGEST))
        )
        connection.execute(
            "INSERT INTO sessions VALUES (?, ?, ?, ?)", (digest(secret), user, written(now), written(now))
        )
        return secret

    def user(self, secret: str) -> sqlite3.Row | None:
        """Give the row of the user whose session this is, and note that it was used; None where there is no such one.

        One question, since every page asks it.
        """
        now, key = self._clock(), digest(secret)
        query = (
            "SELECT users.*, sessions.started, sessions.seen FROM sessions JOIN users ON users.id = sessions.user "
            "WHERE sessions.key = ? AND NOT users.disabled"
        )
        with self._file.reading() as connection:
            row: sqlite3.Row | None = connection.execute(query, (key,)).fetchone()
            if row is None or now - read(row["seen"]) > IDLE or now - read(row["started"]) > LONGEST:
                return None
            if now - read(row["seen"]) >= _SEEN_EVERY:
                connection.execute("UPDATE sessions SET seen = ? WHERE key = ?", (written(now), key))
            return row

    def end(self, secret: str) -> None:
        """End this session, where there is one."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE key = ?", (digest(secret),))


def end_all(connection: sqlite3.Connection, user: int) -> None:
    """End every session of a user."""
    connection.execute("DELETE FROM sessions WHERE user = ?", (user,))
