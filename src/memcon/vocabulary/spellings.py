"""Compare the names of people as different documents spell them: "Zelenskyy", "Zelensky"; "Kasym-Zhomart".

A name is folded to words of letters that all ways of writing it share (``data/spellings.tsv``); what remains apart by a
letter or two is compared by the Jaro-Winkler likeness, which gives the beginnings of words more weight [Winkler 1990].
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Protocol, TypeVar

from rapidfuzz.distance import JaroWinkler

from memcon.vocabulary.fold import fold
from memcon.vocabulary.offices import NamePartKind, name_parts
from memcon.vocabulary.table import data_file, read_table


class _HasName(Protocol):
    @property
    def name(self) -> str: ...


Named = TypeVar("Named", bound=_HasName)
_ALIKE = 0.93
"""How alike two folded words must be to be one name; short words must be equal."""
_SHORTEST_ALIKE = 5
_SON = re.compile(r"\b(?:bin|ibn|bint|ben)\b")


class Where(StrEnum):
    """At which place of a word a spelling is replaced."""

    ANY = "any"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Spelling:
    """Letters that are written in several ways; see ``data/spellings.tsv``."""

    written: str
    means: str
    where: Where


@dataclass(frozen=True, slots=True)
class _GivenName:
    forms: tuple[str, ...]


@cache
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = {Where.ANY: "{}", Where.START: "^{}", Where.END: "{}$"}
    rows = read_table(data_file("spellings.tsv"), Spelling)
    return tuple((re.compile(patterns[row.where].format(row.written)), row.means) for row in rows)


@cache
def _given_names() -> dict[str, str]:
    rows = read_table(data_file("given_names.tsv"), _GivenName)
    return {_spelt(form): _spelt(row.forms[0]) for row in rows for form in row.forms}


@dataclass(frozen=True, slots=True)
class _FamilyFirst:
    party: str


@cache
def family_first() -> frozenset[str]:
    """Give the codes of states whose people are often named with the family name first."""
    return frozenset(row.party for row in read_table(data_file("family_first.tsv"), _FamilyFirst))


@cache
def _particles() -> frozenset[str]:
    parts = name_parts(NamePartKind.PARTICLE) | name_parts(NamePartKind.SUFFIX)
    return frozenset(word.strip(".").casefold() for part in parts for word in part) | {"jr", "sr"}


def _spelt(word: str) -> str:
    for pattern, means in _replacements():
        word = pattern.sub(means, word)
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=131072)
def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name, each in the one spelling; particles and suffixes are left out where others remain."""
    plain = re.sub(r"['`ʿʾ]", "", fold(name)).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z]+", plain)
    telling = [word for word in words if word not in _particles()] or words
    return tuple(_spelt(word) for word in telling)


def is_bare(name: str) -> bool:
    """Tell whether a name is a single word, such as a surname, or initials and one word."""
    return sum(len(word) > 1 for word in name_words(name)) < 2


def one_name(a: str, b: str) -> bool:
    """Tell whether two full names can be one person's: every word of the shorter fits a word of the longer.

    An initial fits a word that begins so; a short form fits its name. At least two words must fit, one of them whole.
    Whether the persons are the same is for other evidence (party, office, time) to say.
    """
    x, y = name_words(a), name_words(b)
    return one_name_in_words(x, y) and (x == y or not _sons_of_others(a, b))


def one_name_in_words(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Tell what :func:`one_name` tells of names as :func:`name_words` gives them, where fathers and sons look alike."""
    if len(x) > len(y):
        x, y = y, x
    if len(x) < 2:
        return False
    if len(_letters(x) - _letters(y)) > 1:  # only a given name can begin with another letter in another form
        return False
    return x == y or _fits_into(x, list(y))


def _sons_of_others(a: str, b: str) -> bool:
    """Whether two names of the form "X bin Y" begin with different given names: a father is not his son."""
    x, y = _before_son(a), _before_son(b)
    return bool(x and y) and not any(_one_word(p, q) for p in x for q in y)


@lru_cache(maxsize=65536)
def _before_son(name: str) -> tuple[str, ...]:
    """The words of a name before the first "bin" or "ibn"; none where there is no such word."""
    found = _SON.search(fold(name).casefold())
    return name_words(name[: found.start()]) if found and found.start() else ()


@lru_cache(maxsize=131072)
def _letters(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[0] for word in words)


def _fits_into(short: tuple[str, ...], left: list[str]) -> bool:
    whole = 0
    for word in sorted(short, key=len, reverse=True):
        at = next((n for n, other in enumerate(left) if word == other), None)
        if at is None:
            at = next((n for n, other in enumerate(left) if _one_word(word, other)), None)
        if at is None:
            return False
        whole += len(word) > 1 and len(left[at]) > 1
        del left[at]
    return whole > 0 and (whole > 1 or any(len(word) == 1 for word in short))


@lru_cache(maxsize=262144)
def _one_word(a: str, b: str) -> bool:
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    given = _given_names()
    if a in given and given[a] == given.get(b):
        return True
    if min(len(a), len(b)) < _SHORTEST_ALIKE or a[0] != b[0]:
        return False
    return JaroWinkler.similarity(a, b) >= _ALIKE


def name_letters(words: Iterable[str]) -> frozenset[str]:
    """Give the letters that names must share to be one: the first of each word, and of the form it is short for.

    ``words`` are those of :func:`name_words`; initials count for nothing.
    """
    long = [word for word in words if len(word) > 1]
    return frozenset(letter for word in long for letter in (word[0], _given_names().get(word, word)[0]))


def may_be_named(bare: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the last word of a bare name can be any word of a full one, both as :func:`name_words` gives them.

    What :func:`surname_fits` or :func:`any_word_fits` takes, this takes.
    """
    word = next((word for word in reversed(bare) if len(word) > 1), None)
    return word is not None and any(_one_word(word, other) for other in full if len(other) > 1)


def surname_fits(bare: str, full: str, party: str | None) -> bool:
    """Tell whether a bare name can be the surname in a full one (the first word too, where family names come first)."""
    word = _last_word(bare)
    return word is not None and any(_one_word(word, other) for other in _surnames(full, party))


@lru_cache(maxsize=65536)
def _last_word(name: str) -> str | None:
    """The last word that is no initial."""
    return next((word for word in reversed(name_words(name)) if len(word) > 1), None)


@lru_cache(maxsize=131072)
def _surnames(name: str, party: str | None) -> tuple[str, ...]:
    """The words of a full name that can be its surname, or the whole of a bare one."""
    words = name_words(name)
    able = words if len(words) == 1 or party in family_first() else words[1:]
    return tuple(word for word in able if len(word) > 1)


def likeliest(bare: str, names: Iterable[Named], party: str | None) -> list[Named]:
    """Narrow those that a bare name fits to those whose name ends with it, where there are any.

    So "Bennett" is Naftali Bennett before Daniel Bennett Smith; where family names come first, all stay.
    """
    found = list(names)
    if party in family_first():
        return found
    word = name_words(bare)[-1:]
    ending = [one for one in found if word and _one_word(word[0], name_words(one.name)[-1])]
    return ending or found


def any_word_fits(bare: str, full: str) -> bool:
    """Tell whether a bare name is any word of a full one, spelt alike ("President Isaias")."""
    word = _last_word(bare)
    return word is not None and word in name_words(full)
