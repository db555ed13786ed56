"""Words as they are compared across texts: stems of content words, and the weight of each in a record."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache

from snowballstemmer import stemmer
from spacy.lang.en.stop_words import STOP_WORDS

from memcon.vocabulary.fold import fold
from memcon.vocabulary.speech import speech_verbs

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_ENGLISH = stemmer("english")
_SHORTEST = 2
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word of letters, with what follows its apostrophe."""
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_ENDINGS = ("ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ities", "ity", "ions", "ion", "ers",
            "ies", "ied", "ed", "es", "er", "ly", "al", "s", "e", "y")  # fmt: skip
_SHORTEST_ROOT = 4


@cache
def stem(word: str) -> str:
    """Give the stem of a word in lower case (Snowball's English stemmer)."""
    return str(_ENGLISH.stemWord(word))


@cache
def root(word: str) -> str:
    """Give a word in lower case cut of one of its usual English endings, verbs' and nouns' alike.

    It cuts other words alike than :func:`stem`; points of two sides are matched by it, since that was measured to
    be no worse (docs/quality.md).
    """
    folded = without_possessive(word.casefold())
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_ROOT:
            return folded[: -len(ending)]
    return folded


def without_possessive(word: str) -> str:
    """Give a word without the "'s" or "'" of a possessive."""
    return _POSSESSIVE.sub("", word)


@cache
def speech_stems() -> frozenset[str]:
    """Give the stems of verbs of saying."""
    return frozenset(map(stem, speech_verbs()))


def content_stems(text: str) -> tuple[str, ...]:
    """Give the stems of the content words of ``text`` in order: stop words and single letters left out."""
    words = (w.casefold() for w in _WORD.findall(fold(text)))
    return tuple(stem(w) for w in words if len(w) >= _SHORTEST and w not in STOP_WORDS)


def weights_of(texts: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """Give the weight of each stem: (1 + log of texts over texts that have it) / (1 + log of texts), 0 to 1.

    A stem of one text alone weighs 1, whatever their number.
    """
    total = 0
    count: dict[str, int] = {}
    for stems in texts:
        total += 1
        for one in set(stems):
            count[one] = count.get(one, 0) + 1
    return {one: (1 + math.log(total / n)) / (1 + math.log(total)) for one, n in count.items()}
