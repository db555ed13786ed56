"""Secrets that are shown once: 256 random bits, of which only the SHA-256 is kept.

A plain hash is enough for them, since nobody can go through 2^256 of them; a password needs a slow one.
"""

from __future__ import annotations

import hashlib
import secrets

_BYTES = 32


def new_secret(prefix: str = "") -> str:
    """Make a secret that can stand in a cookie and in a header."""
    return prefix + secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> str:
    """Give that by which a secret is known again."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
