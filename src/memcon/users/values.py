"""The values: roles, users, their tokens, and lines of the audit."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from memcon.errors import UsageError

_LONGEST_NAME = 80
_IN_ADDRESSES = "/\\"
"""Characters that a name cannot have, since it stands in the address of a page."""


class Role(StrEnum):
    """What somebody may do; each role may do what those before it may."""

    READER = "reader"
    """Look at everything."""
    REVIEWER = "reviewer"
    """Decide, and add documents."""
    ADMIN = "admin"
    """Say who the users are, and read the audit."""

    def covers(self, other: Role) -> bool:
        """Tell whether this role may do all that the other may."""
        return _RANK[self] >= _RANK[other]


_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in; decisions are signed with the name."""

    name: str
    role: Role
    disabled: bool
    made: datetime
    """When (UTC)."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a program shows in place of a password. Its secret was shown once and is not kept."""

    id: str
    user: str
    name: str
    """What its owner calls it."""
    role: Role
    """What it was made for; it never may more than its owner."""
    made: datetime
    last_day: date | None
    """The last day on which it is good (UTC); None: until it is revoked."""
    used: datetime | None
    """When it was used last, to the minute (UTC)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit."""

    number: int
    """Grows with every line."""
    at: datetime
    """When (UTC)."""
    who: str
    address: str
    """Where the request came from; empty where it was no request."""
    what: str


def checked_name(given: str) -> str:
    """Give a user's name as it is kept: one space between words, composed characters.

    Raises UsageError where it is empty, longer than 80 characters, or holds a slash or a character that is not seen.
    """
    name = " ".join(unicodedata.normalize("NFC", given).split())
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError(f"a user's name has 1 to {_LONGEST_NAME} characters")
    if any(c in _IN_ADDRESSES or unicodedata.category(c)[0] == "C" for c in name) or name in (".", ".."):
        raise UsageError(f"a user's name holds no slash and no hidden character: {name!a}")
    return name


def name_key(name: str) -> str:
    """Give that by which two spellings are one name: no two users differ in capitals or width only."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def role_named(given: str) -> Role:
    """Give the role of this name; raises UsageError where there is none."""
    try:
        return Role(given.strip().casefold())
    except ValueError:
        raise UsageError(f"{given!r} is no role: give {', '.join(Role)}") from None
