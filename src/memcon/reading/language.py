"""Tell the language of a text."""

from __future__ import annotations

import py3langid

_ENOUGH = 3000
_TOO_FEW_LETTERS = 40
_TAKEN_FOR = {"pcm": "en"}
"""Languages in which no ministry writes, for which short texts in another are taken: Nigerian Pidgin."""


def language_of(text: str) -> str:
    """Give the ISO 639-1 code of the language that most of ``text`` is in; "en" for a text with too few letters."""
    words = text[:_ENOUGH]
    if sum(c.isalpha() for c in words) < _TOO_FEW_LETTERS:
        return "en"
    code, _ = py3langid.classify(words)
    return _TAKEN_FOR.get(str(code), str(code))
