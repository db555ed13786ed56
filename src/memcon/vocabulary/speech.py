"""Verbs of saying and agreeing, and what tells the act of a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from memcon.errors import VocabularyError
from memcon.model import Act
from memcon.vocabulary.table import data_file, read_numbered, read_table


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying; see ``data/speech_verbs.tsv``."""

    verb: str
    follows: str | None
    act: Act
    neutral: bool


@dataclass(frozen=True, slots=True)
class ActCue:
    """A pattern in what is said that tells the act; see ``data/act_cues.tsv``."""

    act: Act
    pattern: str


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """A noun that is expressed or paid in the passive; see ``data/speech_nouns.tsv``."""

    noun: str
    act: Act


@cache
def speech_verbs() -> dict[str, tuple[SpeechVerb, ...]]:
    """Give the verbs by lemma, those with longer following words first, the bare verb last."""
    found: dict[str, list[SpeechVerb]] = {}
    for row in read_table(data_file("speech_verbs.tsv"), SpeechVerb):
        found.setdefault(row.verb, []).append(row)
    return {verb: tuple(sorted(rows, key=lambda r: -len(r.follows or ""))) for verb, rows in found.items()}


@cache
def act_cues() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """Give the cues in the order in which they are tried; raises VocabularyError for a pattern that is none."""
    path = data_file("act_cues.tsv")
    found: list[tuple[Act, re.Pattern[str]]] = []
    for number, row in read_numbered(path, ActCue):
        try:
            found.append((row.act, re.compile(row.pattern, re.IGNORECASE)))
        except re.error as error:
            raise VocabularyError(f"{path}:{number}: is no regular expression ({error})") from None
    return tuple(found)


@cache
def speech_nouns() -> dict[str, Act]:
    """Give the act of each noun."""
    return {row.noun: row.act for row in read_table(data_file("speech_nouns.tsv"), SpeechNoun)}
