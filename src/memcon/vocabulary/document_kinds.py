"""What tells the kind of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.model import DocumentKind
from memcon.vocabulary.table import data_file, read_numbered


class Where(StrEnum):
    """Where a sign of a kind is looked for."""

    TITLE = "title"
    OPENING = "opening"
    UNTITLED = "untitled"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class KindSign:
    """A sign of a document's kind; see ``data/document_kinds.tsv``."""

    kind: DocumentKind
    where: Where
    pattern: str
    unless: str | None


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign with its patterns compiled, and the line of the file that it stands on."""

    line: int
    kind: DocumentKind
    where: Where
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


@cache
def kind_signs() -> tuple[Sign, ...]:
    """Give the signs in the order of the file; raises VocabularyError for a pattern that is none."""
    path = data_file("document_kinds.tsv")
    signs: list[Sign] = []
    for number, row in read_numbered(path, KindSign):
        try:
            pattern = re.compile(row.pattern, re.IGNORECASE)
            unless = re.compile(row.unless, re.IGNORECASE) if row.unless else None
        except re.error as error:
            raise VocabularyError(f"{path}:{number}: is no regular expression ({error})") from None
        signs.append(Sign(number, row.kind, row.where, pattern, unless))
    return tuple(signs)
