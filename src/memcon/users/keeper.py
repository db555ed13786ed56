"""The users of a record: kept, changed, and known again by password, session or token."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from memcon.errors import UsageError
from memcon.users.attempts import Attempts
from memcon.users.audit import Audit, note
from memcon.users.file import Clock, UsersFile, read, users_path, utc_now, written
from memcon.users.passwords import Passwords, checked_password
from memcon.users.sessions import Sessions, end_all
from memcon.users.tokens import Tokens
from memcon.users.values import Role, Token, User, checked_name, name_key

_SOMEBODY = "somebody"
"""Who fails to log in: not the words typed as a name, which can be a password."""


class Users:
    """The users of one record. Every change names who makes it (``by``) and from which address, for the audit."""

    def __init__(self, file: UsersFile, clock: Clock = utc_now, passwords: Passwords | None = None) -> None:
        self._file, self._clock = file, clock
        self._passwords = passwords or Passwords()
        self._sessions = Sessions(file, clock)
        self.tokens = Tokens(file, clock)
        self.attempts = Attempts(file, clock)
        self.audit = Audit(file, clock)

    @classmethod
    def open(
        cls, record: Path | str, *, create: bool = False, clock: Clock = utc_now, passwords: Passwords | None = None
    ) -> Users:
        """Open the users of the record at this path; raises UsersError where there are none and ``create`` is false."""
        return cls(UsersFile(users_path(record), create=create), clock, passwords)

    def all(self) -> list[User]:
        """Give every user by name."""
        with self._file.reading() as connection:
            return [_user(row) for row in connection.execute("SELECT * FROM users ORDER BY key")]

    def get(self, name: str) -> User:
        """Give the user of this name, in any capitals; raises UsageError where there is none."""
        with self._file.reading() as connection:
            return _user(_row(connection, name))

    def add(self, name: str, role: Role, password: str, *, by: str, address: str = "") -> User:
        """Add a user; raises UsageError where the name is taken, or name or password is not taken."""
        name = checked_name(name)
        hashed = self._passwords.hashed(checked_password(password, name))
        with self._file.writing() as connection:
            row = (name_key(name), name, role.value, hashed, written(self._clock()))
            try:
                connection.execute("INSERT INTO users (key, name, role, password, made) VALUES (?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise UsageError(f"there is a user {name} already") from None
            note(connection, self._clock, by, address, f"made user {name} as {role}")
            return _user(_row(connection, name))

    def set_role(self, name: str, role: Role, *, by: str, address: str = "") -> User:
        """Give a user another role, which ends their sessions; raises UsageError for the only admin."""
        with self._file.writing() as connection:
            row = _row(connection, name)
            if role is not Role.ADMIN:
                _refuse_only_admin(connection, row)
            if row["role"] != role:
                connection.execute("UPDATE users SET role = ? WHERE id = ?", (role.value, row["id"]))
                end_all(connection, row["id"])
                note(connection, self._clock, by, address, f"gave {row['name']} the role {role} (was {row['role']})")
            return _user(_row(connection, name))

    def set_password(self, name: str, password: str, *, by: str, address: str = "") -> User:
        """Give a user another password, which ends their sessions and the wait after failed log-ins."""
        user = self.get(name)
        hashed = self._passwords.hashed(checked_password(password, user.name))
        with self._file.writing() as connection:
            row = _row(connection, name)
            connection.execute("UPDATE users SET password = ? WHERE id = ?", (hashed, row["id"]))
            end_all(connection, row["id"])
            note(connection, self._clock, by, address, f"set a new password of {user.name}")
        self.attempts.forget(user.name)
        return user

    def set_disabled(self, name: str, disabled: bool, *, by: str, address: str = "") -> User:
        """Let a user in no more, or again; raises UsageError for the only admin."""
        with self._file.writing() as connection:
            row = _row(connection, name)
            if disabled:
                _refuse_only_admin(connection, row)
                end_all(connection, row["id"])
            if bool(row["disabled"]) is not disabled:
                connection.execute("UPDATE users SET disabled = ? WHERE id = ?", (int(disabled), row["id"]))
                note(connection, self._clock, by, address, f"{'disabled' if disabled else 'enabled'} {row['name']}")
            return _user(_row(connection, name))

    def remove(self, name: str, *, by: str, address: str = "") -> User:
        """Remove a user with sessions and tokens; what they decided stays. Raises UsageError for the only admin."""
        with self._file.writing() as connection:
            row = _row(connection, name)
            _refuse_only_admin(connection, row)
            connection.execute("DELETE FROM users WHERE id = ?", (row["id"],))
            note(connection, self._clock, by, address, f"removed user {row['name']}")
            return _user(row)

    def log_in(self, name: str, password: str, address: str) -> str | None:
        """Begin a session and give its secret; None where name or password is wrong, without saying which.

        Raises TooManyAttempts where so many have failed that this one is not looked at.
        """
        row = self._known(name, password, address)
        if row is None:
            return None
        kept = row["password"]
        newer = self._passwords.hashed(password) if self._passwords.is_outdated(kept) else kept
        with self._file.writing() as connection:
            # between looking at the password and here, somebody can have changed it
            same = "id = ? AND password = ? AND NOT disabled"
            update = f"UPDATE users SET password = ? WHERE {same}"
            if connection.execute(update, (newer, row["id"], kept)).rowcount == 0:
                return None
            note(connection, self._clock, row["name"], address, "logged in")
            return self._sessions.begin(connection, row["id"])

    def is_password(self, name: str, password: str, address: str) -> bool:
        """Tell whether this is the user's password; counts and raises as :meth:`log_in` does."""
        return self._known(name, password, address) is not None

    def log_out(self, secret: str, address: str) -> None:
        """End a session."""
        user = self.in_session(secret)
        self._sessions.end(secret)
        if user is not None:
            self.audit.note(user.name, address, "logged out")

    def end_session(self, secret: str) -> None:
        """End a session that another takes the place of."""
        self._sessions.end(secret)

    def in_session(self, secret: str) -> User | None:
        """Give the user whose session this is; None where it has ended or never was."""
        row = self._sessions.user(secret)
        return _user(row) if row else None

    def with_token(self, secret: str) -> tuple[User, Token] | None:
        """Give the user and the token with this secret; None where there is none, or the user is disabled."""
        token = self.tokens.find(secret)
        if token is None:
            return None
        try:
            user = self.get(token.user)
        except UsageError:
            return None
        return None if user.disabled else (user, token)

    def _known(self, name: str, password: str, address: str) -> sqlite3.Row | None:
        """The row of the user with this password; the same work is done whatever of it is wrong."""
        self.attempts.begin(name, address)
        with self._file.reading() as connection:
            row: sqlite3.Row | None = connection.execute(
                "SELECT * FROM users WHERE key = ?", (name_key(name),)
            ).fetchone()
        fits = self._passwords.fits(row["password"] if row else None, password)
        if row is None or not fits or row["disabled"]:
            self.audit.note(row["name"] if row else _SOMEBODY, address, "failed to log in")
            return None
        self.attempts.succeeded(name, address)
        return row


def _row(connection: sqlite3.Connection, name: str) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM users WHERE key = ?", (name_key(name),)).fetchone()
    if row is None:
        raise UsageError(f"there is no user {name!r}")
    return row


def _user(row: sqlite3.Row) -> User:
    return User(row["name"], Role(row["role"]), bool(row["disabled"]), read(row["made"]))


def _refuse_only_admin(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Raise UsageError where without this user nobody could say who the users are."""
    query = "SELECT count(*) FROM users WHERE role = 'admin' AND NOT disabled AND id != ?"
    if row["role"] == Role.ADMIN and not row["disabled"] and connection.execute(query, (row["id"],)).fetchone()[0] == 0:
        raise UsageError(f"{row['name']} is the only admin; make another one first")
