"""The words of people's names and offices, which tell nothing of what is said."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from memcon.model import Participant
from memcon.reading.names import fold_name
from memcon.vocabulary.offices import office_heads, office_words


def name_words(people: Iterable[Participant]) -> frozenset[str]:
    """Give the words of people's names, folded; nothing for those who are known by office only."""
    return frozenset(w for p in people if p.name for w in fold_name(p.name.value))


@cache
def words_of_offices() -> frozenset[str]:
    """Give the words of which the names of offices are made."""
    return frozenset(office_words() | {w for head in office_heads() for w in head})
