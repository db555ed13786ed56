"""What the words on pages and in tables mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.table import data_file, read_table


class Group(StrEnum):
    """Of what the words are said."""

    ACT = "act"
    KIND = "kind"
    STATUS = "status"
    MODE = "mode"
    DOCUMENT = "document"
    STANDING = "standing"
    CONFIDENCE = "confidence"
    REVIEWED = "reviewed"
    RECORD = "record"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means; see ``data/glossary.tsv``."""

    group: Group
    term: str
    meaning: str


@cache
def glossary() -> tuple[Term, ...]:
    """Give all words, in the order of the file."""
    return tuple(read_table(data_file("glossary.tsv"), Term))


@cache
def _meanings() -> dict[tuple[str, str], str]:
    return {(row.group.value, row.term): row.meaning for row in glossary()}


def explained(group: str, term: str) -> str:
    """Give what a word means; nothing for one that is not told."""
    return _meanings().get((group, term), "")
