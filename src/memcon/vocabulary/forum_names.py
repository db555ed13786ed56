"""What tells one forum's name from another's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from memcon.errors import VocabularyError
from memcon.vocabulary.fold import fold
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.states import codes
from memcon.vocabulary.table import data_file, read_numbered

LEVELS = ("leaders", "ministers", "officials")
_WORD = re.compile(r"[^\W_]+(?:[+-][^\W_]+)*")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")
_CODED = frozenset({"forum", "organisation", "state-name", "state-adjective", "state-people"})


@dataclass(frozen=True, slots=True)
class ForumNameWords:
    """Words of one role in forums' names; see ``data/forum_name_words.tsv``."""

    role: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForumName:
    """A forum's name taken apart: what it is of, at which level it sits, and which of its series it is.

    ``topics`` are the codes of the states, bodies and forums named, and the other telling words in lower case;
    ``bodies`` are the organisations among them.
    """

    topics: frozenset[str]
    levels: frozenset[str]
    number: int | None
    bodies: frozenset[str] = frozenset()

    def same_as(self, other: ForumName) -> bool:
        """Tell whether both can name one occasion: most of what the shorter one says, the other says too.

        States alone do not make two names one ("U.S.-India 2+2", "U.S.-India Climate Dialogue").
        """
        if self.number and other.number and self.number != other.number:
            return False
        if self.levels and other.levels and not self.levels & other.levels:
            return False
        shared = self.topics & other.topics
        if 2 * len(shared) <= min(len(self.topics), len(other.topics)):
            return False
        beside = [names - codes() for names in (self.topics, other.topics)]
        return not all(beside) or 2 * len(beside[0] & beside[1]) >= min(map(len, beside))


@cache
def _roles() -> dict[str, str]:
    path = data_file("forum_name_words.tsv")
    roles: dict[str, str] = {}
    for line, row in read_numbered(path, ForumNameWords):
        if row.role != "general" and row.role not in LEVELS and not row.role.isdigit():
            raise VocabularyError(f"{path}:{line}: {row.role!r} is none of general, {', '.join(LEVELS)}, a number")
        for word in row.words:
            if roles.setdefault(word, row.role) != row.role:
                raise VocabularyError(f"{path}:{line}: {word!r} has two roles")
    return roles


@cache
def forum_name(name: str) -> ForumName:
    """Take a forum's name apart."""
    topics: set[str] = set()
    levels: set[str] = set()
    number: int | None = None
    rest, found_phrases = name, find_phrases(name)
    bodies = frozenset(match.code for match in found_phrases if match.kind == "organisation")
    for match in reversed(found_phrases):
        if match.kind in _CODED:
            spelled_out = " " in match.code  # "Global Coalition" alone is short for the whole name
            topics.update(() if spelled_out else (match.code,))
            rest = rest[: match.start] + f" {match.code if spelled_out else ''} " + rest[match.end :]
    for word in _WORD.findall(fold(rest).casefold()):
        role = _roles().get(word)
        if role in LEVELS:
            levels.add(role)
        elif role is not None and role.isdigit():
            number = int(role)
        elif found := _ORDINAL.fullmatch(word):
            number = int(found[1])
        elif role is None and not word.isdigit():
            topics.add(word)
    return ForumName(frozenset(topics), frozenset(levels), number, bodies)
