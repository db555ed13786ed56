"""Fold text for comparison without moving any character, so that offsets stay true."""

from __future__ import annotations

import unicodedata
from functools import cache

_ALIKE = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "ʻ": "'",
    "`": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "\u00a0": " ",
    "ß": "s",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "ı": "i",
}


@cache
def _fold_char(char: str) -> str:
    """Give one character for one: diacritics dropped, kinds of apostrophe, hyphen and space made one."""
    if char in _ALIKE:
        return _ALIKE[char]
    plain = unicodedata.normalize("NFD", char)[0]
    return plain if len(plain) == 1 else char


def fold(text: str) -> str:
    """Fold ``text`` character by character; the result has the same length."""
    if text.isascii():
        return text
    return "".join(map(_fold_char, text))
