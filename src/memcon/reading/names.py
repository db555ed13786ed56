"""Compare forms of one person's name."""

from __future__ import annotations

import re
import unicodedata

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset({"al", "el", "bin", "bint", "ibn", "de", "da", "von", "van", "der"})


def fold_name(name: str) -> list[str]:
    """Give the words of a name in lower-case ASCII, generational suffixes left out."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.casefold().replace("'", ""))
    return [w for w in words if w not in _SUFFIXES] or words


def same_person(a: str, b: str) -> bool:
    """Tell whether two forms can name one person.

    They can where all words of the one are words of the other ("Chung", "Chung Eui-yong"), or where the last words
    agree and the first words agree or abbreviate one another ("A. Blinken", "Antony J. Blinken").
    """
    x, y = fold_name(a), fold_name(b)
    if not x or not y:
        return False
    short, long = sorted((x, y), key=len)
    if set(short) <= set(long) and not set(short) <= _PARTICLES:
        return True
    return x[-1] == y[-1] and _fits(x[0], y[0])


def _fits(a: str, b: str) -> bool:
    """Whether first names agree: equal, one an initial of the other, or a short form ("Joe", "Joseph")."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    return a[:2] == b[:2] and min(len(a), len(b)) <= 3
