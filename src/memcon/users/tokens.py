"""Tokens: what a program shows in place of a password, as ``Authorization: Bearer`` (RFC 6750)."""

from __future__ import annotations

import secrets
import sqlite3
from datetime import date, timedelta

from memcon.errors import UsageError
from memcon.users.audit import note
from memcon.users.file import Clock, UsersFile, read, written
from memcon.users.secrets import digest, new_secret
from memcon.users.values import Role, Token, User, checked_name, name_key

PREFIX = "memcon_"
"""How every token begins, so that programs that look for lost secrets know one."""
_USED_EVERY = timedelta(minutes=1)
_SELECT = "SELECT tokens.*, users.name AS owner FROM tokens JOIN users ON users.id = tokens.user"


class Tokens:
    """Makes, finds, lists and revokes tokens."""

    def __init__(self, file: UsersFile, clock: Clock) -> None:
        self._file, self._clock = file, clock

    def make(
        self, user: User, name: str, role: Role, last_day: date | None = None, *, by: str, address: str = ""
    ) -> tuple[Token, str]:
        """Make a token and give it with its secret, which nobody can be told again.

        ``last_day`` is the last day on which it is good (UTC). Raises UsageError where the role is above the user's,
        the day is past, or the user has a token of this name.
        """
        name, now = checked_name(name), self._clock()
        if not user.role.covers(role):
            raise UsageError(f"a token of {user.name} can have the role {user.role} at most")
        if last_day is not None and last_day < now.date():
            raise UsageError(f"{last_day} is past; give the last day on which the token is to be good")
        token = Token(f"T-{secrets.token_hex(4)}", user.name, name, role, now.replace(microsecond=0), last_day, None)
        secret = new_secret(PREFIX)
        with self._file.writing() as connection:
            owner = connection.execute("SELECT id FROM users WHERE key = ?", (name_key(user.name),)).fetchone()
            if owner is None:
                raise UsageError(f"there is no user {user.name!r}")
            if connection.execute("SELECT 1 FROM tokens WHERE user = ? AND name = ?", (owner[0], name)).fetchone():
                raise UsageError(f"{user.name} has a token {name!r} already; revoke it, or take another name")
            day = last_day.isoformat() if last_day else None
            row = (token.id, digest(secret), owner[0], name, role.value, written(now), day, None)
            connection.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            until = f", until {last_day}" if last_day else ""
            what = f"made token {token.id} {name!r} of {user.name} with the role {role}{until}"
            note(connection, self._clock, by, address, what)
        return token, secret

    def of(self, user: User) -> list[Token]:
        """Give a user's tokens, oldest first."""
        with self._file.reading() as connection:
            query = f"{_SELECT} WHERE users.key = ? ORDER BY tokens.made, tokens.id"
            return [_token(row) for row in connection.execute(query, (name_key(user.name),))]

    def find(self, secret: str) -> Token | None:
        """Give the token with this secret, and note that it was used; None where there is none or its days are over."""
        now = self._clock()
        with self._file.reading() as connection:
            row = connection.execute(f"{_SELECT} WHERE tokens.key = ?", (digest(secret),)).fetchone()
            if row is None:
                return None
            token = _token(row)
            if token.last_day is not None and token.last_day < now.date():
                return None
            if token.used is None or now - token.used >= _USED_EVERY:
                connection.execute("UPDATE tokens SET used = ? WHERE id = ?", (written(now), token.id))
        return token

    def revoke(self, user: User, reference: str, *, by: str, address: str = "") -> Token:
        """Revoke the token of this id or name; raises UsageError where the user has none such."""
        token = next((t for t in self.of(user) if reference in (t.id, t.name)), None)
        if token is None:
            raise UsageError(f"{user.name} has no token {reference!r}")
        with self._file.writing() as connection:
            connection.execute("DELETE FROM tokens WHERE id = ?", (token.id,))
            note(connection, self._clock, by, address, f"revoked token {token.id} {token.name!r} of {user.name}")
        return token


def _token(row: sqlite3.Row) -> Token:
    day, used = row["last_day"], row["used"]
    return Token(
        row["id"],
        row["owner"],
        row["name"],
        Role(row["role"]),
        read(row["made"]),
        date.fromisoformat(day) if day else None,
        read(used) if used else None,
    )
