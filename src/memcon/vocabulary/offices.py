"""The words that offices and names are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.table import data_file, read_table


class Rank(StrEnum):
    """What sort of office a head noun stands for; decides who "the leaders" or "the ministers" can be."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    FOREIGN_MINISTER = "foreign-minister"
    MINISTER = "minister"
    DEPUTY = "deputy"
    ENVOY = "envoy"
    AMBASSADOR = "ambassador"
    OFFICIAL = "official"
    ROYAL = "royal"
    MILITARY = "military"
    LEGISLATOR = "legislator"
    SPOKESPERSON = "spokesperson"
    RELIGIOUS = "religious"
    ORGANISATION_HEAD = "organisation-head"
    COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """A noun (or nouns) that an office stands on; see ``data/office_heads.tsv``."""

    head: str
    rank: Rank
    party: str | None
    plural: str | None


@dataclass(frozen=True, slots=True)
class _OfficeWord:
    word: str


class NamePartKind(StrEnum):
    """What a word beside a name is."""

    TITLE = "title"
    PARTICLE = "particle"
    SUFFIX = "suffix"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class NamePart:
    """A title, particle or suffix that goes with names; see ``data/name_parts.tsv``."""

    form: str
    kind: NamePartKind


@cache
def office_heads() -> dict[tuple[str, ...], tuple[OfficeHead, bool]]:
    """Give each head noun, as a tuple of case-folded words, with whether it is the plural form."""
    found: dict[tuple[str, ...], tuple[OfficeHead, bool]] = {}
    for row in read_table(data_file("office_heads.tsv"), OfficeHead):
        found[fold_words(row.head)] = (row, False)
        if row.plural:
            found[fold_words(row.plural)] = (row, True)
    return found


@cache
def office_words() -> frozenset[str]:
    """Give the case-folded words that offices are made of besides their heads."""
    return frozenset(row.word.casefold() for row in read_table(data_file("office_words.tsv"), _OfficeWord))


@cache
def name_stops() -> frozenset[str]:
    """Give the capitalised words that end a name, as written."""
    return frozenset(row.word for row in read_table(data_file("name_stops.tsv"), _OfficeWord))


@cache
def name_parts(kind: NamePartKind) -> frozenset[tuple[str, ...]]:
    """Give the titles, particles or suffixes, each as a tuple of words as written."""
    return frozenset(
        tuple(row.form.split()) for row in read_table(data_file("name_parts.tsv"), NamePart) if row.kind == kind
    )


def fold_words(text: str) -> tuple[str, ...]:
    """Split at white space and fold case and the curly apostrophe."""
    return tuple(text.replace("’", "'").casefold().split())


@cache
def titles() -> str:
    """Give the alternatives of a regular expression that fit one title or honorific ("H.E.", "Dr.")."""
    forms = sorted((" ".join(part) for part in name_parts(NamePartKind.TITLE)), key=len, reverse=True)
    return "|".join(map(re.escape, forms))
