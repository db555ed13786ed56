"""Set phrases that the trade watches, with their variants, and how any phrase is found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from memcon.errors import VocabularyError
from memcon.vocabulary.fold import fold
from memcon.vocabulary.table import data_file, read_numbered

FILE = "set_phrases.tsv"
_OPEN = 6
"""Words that "..." stands for at most."""
_BETWEEN = r"(?:\s+|\s*-\s*|\s*,\s*(?:and\s+)?)"
_WORD = re.compile(r"\.\.\.|[^\W_]+(?:'[^\W_]+)*\*?", re.UNICODE)


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A set phrase with its variants and what it signals; see ``data/set_phrases.tsv``."""

    phrase: str
    variants: tuple[str, ...]
    sense: str

    @property
    def forms(self) -> tuple[str, ...]:
        """The phrase and its variants."""
        return (self.phrase, *self.variants)


@cache
def set_phrases() -> tuple[SetPhrase, ...]:
    """Give all set phrases in the order of the file; raises VocabularyError where a form stands twice."""
    path = data_file(FILE)
    owners: dict[str, int] = {}
    found = []
    for number, row in read_numbered(path, SetPhrase):
        for form in row.forms:
            key = " ".join(words_of(form))
            if not key:
                raise VocabularyError(f"{path}:{number}: {form!r} has no word")
            if key in owners:
                raise VocabularyError(f"{path}:{number}: {form!r} stands in line {owners[key]} already")
            owners[key] = number
        found.append(row)
    return tuple(found)


def set_phrase(words: str) -> SetPhrase | None:
    """Give the set phrase of which ``words`` are a form, or None."""
    key = words_of(words)
    return next((row for row in set_phrases() for form in row.forms if words_of(form) == key), None)


def words_of(phrase: str) -> list[str]:
    """Give the words of a form of a phrase, folded; "..." is one of them, a final "*" stays."""
    return [w.casefold() for w in _WORD.findall(fold(phrase))]


def lowered(text: str) -> str:
    """Fold ``text`` (see ``fold``) and put it in lower case; the result has the same length."""
    folded = fold(text)
    low = folded.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds any of a phrase's forms: a pattern for lowered text, and the words with which its forms begin."""

    pattern: re.Pattern[str]
    heads: tuple[str, ...]

    def find(self, low: str) -> Iterator[tuple[int, int]]:
        """Give the half-open ranges of the forms in ``low`` (see :func:`lowered`), the longest at each place."""
        if any(head in low for head in self.heads):
            yield from (m.span() for m in self.pattern.finditer(low))


def finder_of(forms: Iterable[str]) -> Finder:
    """Give what finds any of the forms; forms without a letter or digit (``"``, ``...``) are found nowhere."""
    ordered = sorted(filter(re.compile(r"\w").search, forms), key=lambda form: (-len(words_of(form)), form))
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(map(_form, ordered))})(?![\w])")
    return Finder(pattern, tuple(dict.fromkeys(words_of(form)[0].rstrip("*") for form in ordered)))


@cache
def known_finders() -> Mapping[str, Finder]:
    """Give the finder of each known set phrase."""
    return {row.phrase: finder_of(row.forms) for row in set_phrases()}


def _form(form: str) -> str:
    """The pattern of one form: words with spaces, hyphens or commas between them."""
    parts: list[str] = []
    gap = ""
    for word in words_of(form):
        if word == "...":
            gap = rf"(?:[\w'-]+{_BETWEEN}){{0,{_OPEN}}}?"
            continue
        ending = r"\w*" if word.endswith("*") else ""
        parts.append((_BETWEEN + gap if parts else "") + re.escape(word.rstrip("*")) + ending)
        gap = ""
    return "".join(parts)
