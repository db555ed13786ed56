"""The verbs and nouns that tell of an occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.model import EngagementKind, Mode
from memcon.vocabulary.table import data_file, read_table


class Takes(StrEnum):
    """What a verb of meeting takes as its object."""

    WITH = "with"
    PERSON = "person"
    PLACE = "place"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class OccasionVerb:
    """A verb that tells of an occasion; see ``data/occasion_verbs.tsv``."""

    verb: str
    follows: str | None
    kind: EngagementKind
    mode: Mode | None
    object: Takes


@dataclass(frozen=True, slots=True)
class OccasionNoun:
    """A noun that names an occasion; see ``data/occasion_nouns.tsv``."""

    noun: str
    kind: EngagementKind
    mode: Mode | None
    alone: bool


@dataclass(frozen=True, slots=True)
class NotOccasion:
    """A phrase that looks like an occasion and is none; see ``data/not_occasions.tsv``."""

    phrase: str


@cache
def not_occasions() -> re.Pattern[str]:
    """Give a pattern that finds phrases with an occasion's noun that name no occasion."""
    rows = sorted(
        (row.phrase for row in read_table(data_file("not_occasions.tsv"), NotOccasion)), key=len, reverse=True
    )
    return re.compile(r"\b(?:" + "|".join(map(re.escape, rows)) + r")s?\b", re.IGNORECASE)


@cache
def occasion_verbs() -> dict[str, tuple[OccasionVerb, ...]]:
    """Give the verbs by lemma, those with the longest following words first."""
    found: dict[str, list[OccasionVerb]] = {}
    for row in read_table(data_file("occasion_verbs.tsv"), OccasionVerb):
        found.setdefault(row.verb, []).append(row)
    return {lemma: tuple(sorted(rows, key=lambda r: -len(r.follows or ""))) for lemma, rows in found.items()}


@cache
def occasion_nouns() -> dict[tuple[str, ...], OccasionNoun]:
    """Give the nouns by their case-folded words, plural forms included."""
    found: dict[tuple[str, ...], OccasionNoun] = {}
    for row in read_table(data_file("occasion_nouns.tsv"), OccasionNoun):
        words = tuple(row.noun.casefold().split())
        found[words] = row
        last = words[-1]
        if not last.endswith("s") and not last.endswith("ch"):
            found.setdefault((*words[:-1], last + "s"), row)
    return found
