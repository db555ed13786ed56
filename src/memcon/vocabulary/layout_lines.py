"""Lines, labels and marks that give a document its layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.model import GapKind, TurnRole
from memcon.vocabulary.table import data_file, read_numbered, read_table


class LineKind(StrEnum):
    """What a line outside the running text is for."""

    ISSUER = "issuer"
    ATTRIBUTION = "attribution"
    PLACE = "place"
    TIME = "time"
    MARK = "mark"
    REPRINT = "reprint"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A pattern for such a line; see ``data/layout_lines.tsv``."""

    kind: LineKind
    pattern: str


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """A label that names nobody; see ``data/turn_labels.tsv``."""

    label: str
    role: TurnRole


@dataclass(frozen=True, slots=True)
class NotLabel:
    """Words before a colon that label no speaker; see ``data/not_labels.tsv``."""

    words: str


@dataclass(frozen=True, slots=True)
class OutletWord:
    """A word of the names of papers, agencies and channels; see ``data/outlet_words.tsv``."""

    word: str


@dataclass(frozen=True, slots=True)
class GapMark:
    """A pattern for the words of a mark in brackets; see ``data/gap_marks.tsv``."""

    kind: GapKind
    pattern: str


def _compiled(name: str, number: int, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise VocabularyError(f"{data_file(name)}:{number}: {pattern!r} is no regular expression ({error})") from None


@cache
def layout_lines() -> tuple[tuple[LineKind, re.Pattern[str]], ...]:
    """Give the patterns of lines with their kinds, in the order of the file."""
    name = "layout_lines.tsv"
    return tuple((row.kind, _compiled(name, n, row.pattern)) for n, row in read_numbered(data_file(name), LayoutLine))


@cache
def turn_labels() -> dict[str, TurnRole]:
    """Give the role of each label that names nobody, by the label in capitals."""
    return {row.label: row.role for row in read_table(data_file("turn_labels.tsv"), TurnLabel)}


@cache
def not_labels() -> frozenset[str]:
    """Give the words, in lower case, that label no speaker."""
    return frozenset(row.words for row in read_table(data_file("not_labels.tsv"), NotLabel))


@cache
def outlet_words() -> frozenset[str]:
    """Give the words, in capitals, that show a label to be a paper's, agency's or channel's name."""
    return frozenset(row.word for row in read_table(data_file("outlet_words.tsv"), OutletWord))


@cache
def gap_marks() -> tuple[tuple[GapKind, re.Pattern[str]], ...]:
    """Give the patterns of marks with their kinds, in the order of the file."""
    name = "gap_marks.tsv"
    return tuple((row.kind, _compiled(name, n, row.pattern)) for n, row in read_numbered(data_file(name), GapMark))
