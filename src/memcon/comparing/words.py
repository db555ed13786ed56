"""Words as they are compared across texts: stems of content words, and the weight of each in a record."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache

from snowballstemmer import stemmer
from spacy.lang.en.stop_words import STOP_WORDS

from memcon.vocabulary.fold import fold

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_ENGLISH = stemmer("english")
_SHORTEST = 2


@cache
def stem(word: str) -> str:
    """Give the stem of a word in lower case (Snowball's English stemmer)."""
    return str(_ENGLISH.stemWord(word))


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
