"""What laying two accounts side by side knows of the language of readouts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.table import data_file, read_numbered, read_table
from memcon.vocabulary.topics import topics, topics_of


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that join a sentence to the one before; see ``data/sides_openings.tsv``."""

    opening: str


@cache
def opening_words() -> re.Pattern[str]:
    """Give a pattern that matches openings at the head of a sentence, with the comma after them."""
    rows = sorted((row.opening for row in read_table(data_file("sides_openings.tsv"), Opening)), key=len, reverse=True)
    words = "|".join(map(re.escape, rows))
    return re.compile(rf"(?:(?:{words}),?\s+)(?=\S)", re.IGNORECASE)


class CueRole(StrEnum):
    """What a word tells of a sentence of a readout; see ``data/sides_cues.tsv``."""

    HOLDING = "holding"
    TELLER = "teller"
    GENERIC = "generic"
    PRESS = "press"
    EMPTY = "empty"
    ATTENDING = "attending"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word with its role."""

    role: CueRole
    word: str


@cache
def _cues(role: CueRole) -> frozenset[str]:
    return frozenset(row.word for row in read_table(data_file("sides_cues.tsv"), Cue) if row.role is role)


def holding_verbs() -> frozenset[str]:
    """Give the verbs (lemmas) that with an occasion's noun tell that it was held."""
    return _cues(CueRole.HOLDING)


def attending_verbs() -> frozenset[str]:
    """Give the words (lemmas) of sentences that only tell who came along."""
    return _cues(CueRole.ATTENDING)


def empty_words() -> frozenset[str]:
    """Give words for those who meet, and others that stand in every readout, which say nothing of a point."""
    return _cues(CueRole.EMPTY)


def press_words() -> frozenset[str]:
    """Give the words (lemmas) for the press: who is told something by them is told no point of the talks."""
    return _cues(CueRole.PRESS)


@cache
def tellers() -> re.Pattern[str]:
    """Give a pattern that finds ways of naming those who met, and the occasion, as the subject of a sentence."""
    return re.compile(
        r"\b(?:" + "|".join(map(re.escape, sorted(_cues(CueRole.TELLER), key=len, reverse=True))) + r")\b"
    )


def is_generic(words: str) -> bool:
    """Tell whether words name no particular topic: "a range of bilateral issues"; a state by itself is none."""
    states = (phrase for phrase in find_phrases(words) if phrase.kind.startswith("state"))
    parties = {at for phrase in states for at in range(phrase.start, phrase.end)}
    found = (m for m in re.finditer(r"[a-z]+", words.casefold()) if m.start() not in parties)
    return all(m.group() in _cues(CueRole.GENERIC) or len(m.group()) <= 2 for m in found)


@dataclass(frozen=True, slots=True)
class Motif:
    """Something that readouts take up which is no topic; see ``data/sides_motifs.tsv``."""

    name: str
    forms: tuple[str, ...]


@cache
def motifs() -> tuple[Motif, ...]:
    """Give all motifs; raises VocabularyError where a name stands twice or is a topic's."""
    path = data_file("sides_motifs.tsv")
    rows = list(read_numbered(path, Motif))
    taken = {topic.name for topic in topics()}
    for number, row in rows:
        if row.name in taken:
            raise VocabularyError(f"{path}:{number}: {row.name!r} stands twice or is a topic's name")
        taken.add(row.name)
    return tuple(row for _, row in rows)


@cache
def _motif_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.name, re.compile(r"\b(?:" + "|".join(map(_form_pattern, row.forms)) + r")")) for row in motifs())


def _form_pattern(form: str) -> str:
    return re.escape(form[:-1]) + r"\w*" if form.endswith("*") else re.escape(form) + r"\b"


def wide_topics() -> frozenset[str]:
    """Give the names of topics that are no subject: too common in readouts, or a motif stands in their place."""
    return _cues(CueRole.WIDE)


def subjects_in(words: str) -> dict[str, str]:
    """Give what some words talk about, topics and motifs by name, each with the first words that stand for it."""
    found = {m.topic.name: m.words[0] for m in topics_of(words) if m.topic.name not in wide_topics()}
    folded = words.casefold().replace("’", "'")
    return found | {name: m.group() for name, pattern in _motif_patterns() if (m := pattern.search(folded))}


class Sign(StrEnum):
    """A sign that two points are one; see ``data/sides_weights.tsv``."""

    PRIOR = "prior"
    MEANING = "meaning"
    WORDS = "words"
    SUBJECT = "subject"
    RARE_SUBJECT = "rare-subject"
    FIGURE = "figure"
    NAME = "name"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class SignWeight:
    """What a sign weighs, with the sentence encoder and without it."""

    sign: Sign
    with_encoder: float
    without: float


@cache
def sign_weights() -> dict[Sign, SignWeight]:
    """Give the weight of every sign; raises VocabularyError where one is missing or stands twice."""
    path = data_file("sides_weights.tsv")
    rows = read_table(path, SignWeight)
    if sorted(row.sign for row in rows) != sorted(Sign):
        raise VocabularyError(f"{path}: each of {', '.join(Sign)} must stand once")
    return {row.sign: row for row in rows}


@dataclass(frozen=True, slots=True)
class CityName:
    """A name with others for the same place; see ``data/city_names.tsv``."""

    name: str
    others: tuple[str, ...]


@cache
def _city_names() -> dict[str, str]:
    rows = read_table(data_file("city_names.tsv"), CityName)
    return {form: row.name for row in rows for form in (row.name, *row.others)}


def same_city(name: str) -> str | None:
    """Give the one name that stands for all names of a place that goes by several; None for any other word."""
    return _city_names().get(name)
