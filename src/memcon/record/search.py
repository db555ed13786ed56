"""Full-text search over titles and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.errors import UsageError

_TERMS = re.compile(r'"([^"]*)"|(\S+)')
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has the words: id, name, title, and a stretch of its text with the words marked ⟦ ⟧."""

    document: str
    name: str
    title: str | None
    snippet: str


def fts_query(words: str) -> str:
    """Make an FTS5 query of what a user typed: all words must occur, phrases in quotation marks stay together.

    Raises UsageError where nothing to search for is left.
    """
    terms = []
    for match in _TERMS.finditer(words):
        for part in [match.group(1)] if match.group(1) is not None else [match.group(2)]:
            plain = " ".join(re.findall(r"\w+", part))
            if plain:
                terms.append(f'"{plain}"')
    if not terms:
        raise UsageError("there is no word to search for")
    return " AND ".join(terms)
