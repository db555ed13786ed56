"""Named formats and recurring occasions, and the words that make a phrase the name of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.table import data_file, read_table


class ForumKind(StrEnum):
    """Whether a forum is a gathering of many or a sitting of few."""

    CONFERENCE = "conference"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Forum:
    """A named format; see ``data/forums.tsv``. ``parties`` take part by definition."""

    code: str
    names: tuple[str, ...]
    kind: ForumKind
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForumWord:
    """A word such as "Summit" that makes a capitalised phrase a forum's name; see ``data/forum_words.tsv``."""

    word: str
    kind: ForumKind
    weak: bool


@cache
def forums() -> dict[str, Forum]:
    """Give all forums by code."""
    return {row.code: row for row in read_table(data_file("forums.tsv"), Forum)}


def forum(code: str) -> Forum:
    """Give the forum with this code; raises KeyError where there is none."""
    return forums()[code]


@cache
def forum_words() -> dict[str, ForumKind]:
    """Give the forum words with the kind of occasion they name, those of standing bodies left out."""
    return {row.word: row.kind for row in read_table(data_file("forum_words.tsv"), ForumWord) if not row.weak}


@cache
def body_words() -> dict[str, ForumKind]:
    """Give the words for standing bodies, which name an occasion only where more tells of their sitting."""
    return {row.word: row.kind for row in read_table(data_file("forum_words.tsv"), ForumWord) if row.weak}
