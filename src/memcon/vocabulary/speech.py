"""Verbs of saying and agreeing, and what tells the act of a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.model import Act
from memcon.vocabulary.table import data_file, read_numbered, read_table

_MODIFIERS = r"(?:(?:\w+ly|again|also|both|further|once|then|themselves|together) ){0,2}"
_BEFORE_NOUN = r"(?:(?!(?:that|for|about|regarding|which|who|if|whether|how|by)\b)[\w’'.&-]+,? ){0,6}?"
_ANYTHING = r"\b(?:(?!\bto_ ).){0,200}?\b"
_NOT_TOPIC = (
    r"(?! (?:the (?:sidelines|margins|phone|occasion|eve|basis|way|initiative|line|day|same day|same)\b|\d|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|behalf|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b))"
)


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying in one of its senses; see ``data/speech_verbs.tsv``."""

    verb: str
    follows: tuple[str, ...]
    act: Act
    neutral: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense of a verb with the patterns of the words that follow it: none for the bare verb."""

    row: SpeechVerb
    patterns: tuple[re.Pattern[str], ...]


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


class CueRole(StrEnum):
    """What a word does beside a verb of saying; see ``data/speech_cues.tsv``."""

    MEETING = "meeting"
    LEAD_IN = "lead-in"
    QUOTING = "quoting"
    OPENING = "opening"
    REPORTER = "reporter"
    JOINING = "joining"
    PARTICLE = "particle"
    OF_THINGS = "of-things"
    STATIVE = "stative"
    PROMISED = "promised"
    APPROVING = "approving"


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A word beside verbs of saying; see ``data/speech_cues.tsv``."""

    role: CueRole
    word: str


@cache
def speech_verbs() -> dict[str, tuple[Sense, ...]]:
    """Give the senses of each verb by its lemma, the bare verb last.

    Raises VocabularyError for a verb that has two bare senses.
    """
    path = data_file("speech_verbs.tsv")
    found: dict[str, list[Sense]] = {}
    for number, row in read_numbered(path, SpeechVerb):
        senses = found.setdefault(row.verb, [])
        if not row.follows and any(not sense.row.follows for sense in senses):
            raise VocabularyError(f"{path}:{number}: {row.verb!r} has a bare sense already")
        senses.append(Sense(row, tuple(following_pattern(words) for words in row.follows)))
    return {verb: tuple(sorted(senses, key=lambda s: not s.row.follows)) for verb, senses in found.items()}


def following_pattern(words: str) -> re.Pattern[str]:
    """Make the pattern of a value of the column ``follows``; its group ``at`` is where the words themselves begin."""
    parts = [part.split() for part in words.split("...")]
    bodies = [r"\s+".join("to_?" if w == "to" else re.escape(w) for w in part) for part in parts]
    body = "(?P<at>)" + _ANYTHING.join(f"{b}\\b" if b else "" for b in bodies)
    if parts[-1][-1:] == ["on"]:
        body += _NOT_TOPIC
    if not parts[0]:
        return re.compile(body)
    particle = parts[0][0] in speech_cues(CueRole.PARTICLE)
    return re.compile((_MODIFIERS if particle else _BEFORE_NOUN) + body)


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


@cache
def speech_cues(role: CueRole) -> frozenset[str]:
    """Give the words of one role."""
    return frozenset(row.word for row in read_table(data_file("speech_cues.tsv"), SpeechCue) if row.role is role)
