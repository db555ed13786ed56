"""Passwords: which are taken, and argon2id, by which one is known again without being kept.

What is asked of a password follows NIST SP 800-63B-4, 3.1.1: where it stands alone, 15 characters or more, no rules on
which, composed (NFC) before hashing. The cost of argon2id is the library's own (RFC 9106, 4, second choice); where a
later version of it asks for more, a hash is made anew at the next log-in.
"""

from __future__ import annotations

import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from memcon.errors import UsageError
from memcon.users.values import name_key

SHORTEST = 15
LONGEST = 1000
_FEWEST_DIFFERENT = 5
_AT_ONCE = 2
"""So many hashes are made at once, since each takes 64 MiB: log-ins cannot use up the machine's memory."""


def checked_password(given: str, name: str) -> str:
    """Give the password of a user of this name as it is hashed; raises UsageError where it is not taken, and why."""
    password = unicodedata.normalize("NFC", given)
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} characters or more; a few words that you can remember will do")
    if len(set(password)) < _FEWEST_DIFFERENT:
        raise UsageError("this password is a few characters over and over; take some words")
    if not name_key(password).replace(name_key(name), "").strip():
        raise UsageError("this password is the name; take some words that nobody connects with you")
    return password


class Passwords:
    """Makes hashes of passwords, and holds passwords against them."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """``hasher`` is argon2id with the library's own cost where it is not given."""
        self._hasher = hasher or PasswordHasher()
        self._room = threading.BoundedSemaphore(_AT_ONCE)
        self._of_nobody = self._hasher.hash("nobody has this password")

    def hashed(self, password: str) -> str:
        """Give the hash of a password, with its salt and its cost."""
        with self._room:
            return self._hasher.hash(_bytes(password))

    def fits(self, kept: str | None, given: str) -> bool:
        """Tell whether a password is the one of this hash; with no hash it takes as long and is not."""
        with self._room:
            try:
                self._hasher.verify(kept or self._of_nobody, _bytes(given[: LONGEST + 1]))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Tell whether a hash was made at another cost than one is made now."""
        return self._hasher.check_needs_rehash(kept)


def _bytes(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
