"""Tell the language of a text."""

from __future__ import annotations

import py3langid

_ENOUGH = 3000
_TOO_FEW_LETTERS = 40
_TAKEN_FOR = {"pcm": "en"}
"""Languages in which no ministry writes, for which short texts in another are taken: Nigerian Pidgin."""


_TIE = 20.0
"""A lead, in natural logarithms of likelihood, that the names alone in a short English sentence can give another."""


def language_of(text: str) -> str:
    """Give the ISO 639-1 code of the language that most of ``text`` is in.

    "en" for a text with too few letters, and where English is about as likely as the likeliest: a sentence or two
    with many foreign names.
    """
    words = text[:_ENOUGH]
    if sum(c.isalpha() for c in words) < _TOO_FEW_LETTERS:
        return "en"
    ranked = py3langid.rank(words)
    likelihood = {str(code): float(value) for code, value in ranked}
    best = str(ranked[0][0])
    if likelihood["en"] > likelihood[best] - _TIE:
        return "en"
    return _TAKEN_FOR.get(best, best)
