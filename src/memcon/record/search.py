"""Full-text search over titles and texts."""

from __future__ import annotations

import re
import unicodedata
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
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases_of(words))


def phrases_of(words: str) -> list[tuple[str, ...]]:
    """Give what a user typed as phrases, each as its words; raises UsageError where nothing to search for is left."""
    parts = (m[1] if m[1] is not None else m[2] for m in _TERMS.finditer(words))
    phrases = [tuple(found) for part in parts if (found := re.findall(r"[^\W_]+", part))]
    if not phrases:
        raise UsageError("there is no word to search for")
    return phrases


def folded(word: str) -> str:
    """Give a word as the search compares it: without capitals and accents (FTS5, unicode61, remove_diacritics 2)."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
