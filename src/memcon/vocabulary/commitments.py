"""The words by which commitments are told, and the deeds that parties undertake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.vocabulary.table import data_file, read_table

_DOUBLES = re.compile(r"(?:.*[^aeiou])?[aeiou][bdgklmnprt]")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_HISSING = re.compile(r"(?:s|sh|ch|x|o)$")
_LONG = 6


class Firmness(StrEnum):
    """Whether a commitment can be seen to be kept: a deed, an effort, or only a view or attitude."""

    DEFINITE = "definite"
    GENERAL = "general"
    STANCE = "stance"


class CueRole(StrEnum):
    """What words do in the telling of a commitment; see ``data/commitment_cues.tsv``."""

    AGREED = "agreed"
    DECIDED = "decided"
    PLEDGED = "pledged"
    SIGNED = "signed"
    WILL = "will"
    VIEW = "view"
    FOR = "for"
    WHOSE = "whose"
    DUE = "due"
    NOT_YET = "not-yet"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CommitmentCue:
    """Words that tell a commitment; see ``data/commitment_cues.tsv``."""

    form: str
    role: CueRole


@dataclass(frozen=True, slots=True)
class CommitmentVerb:
    """What parties undertake to do; see ``data/commitment_verbs.tsv``."""

    verb: str
    past: tuple[str, ...]
    firm: Firmness


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word that nearly every account has; see ``data/plain_words.tsv``."""

    word: str


@cache
def plain_words() -> frozenset[str]:
    """Give the words that never show that two texts are of one matter."""
    return frozenset(row.word for row in read_table(data_file("plain_words.tsv"), PlainWord))


@cache
def commitment_verbs() -> dict[str, CommitmentVerb]:
    """Give the verbs of deeds by their lemmas."""
    return {row.verb: row for row in read_table(data_file("commitment_verbs.tsv"), CommitmentVerb)}


@cache
def commitment_cues(role: CueRole) -> tuple[str, ...]:
    """Give the words of one role, the longest first."""
    rows = read_table(data_file("commitment_cues.tsv"), CommitmentCue)
    return tuple(sorted((r.form for r in rows if r.role is role), key=lambda form: (-len(form), form)))


@cache
def cue_pattern(*roles: CueRole) -> re.Pattern[str]:
    """Give a pattern that finds the words of any of the roles."""
    forms = sorted({f for role in roles for f in commitment_cues(role)}, key=lambda form: (-len(form), form))
    return re.compile(
        r"\b(?:" + "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in forms) + r")(?!\w)", re.IGNORECASE
    )


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Every form of every verb with its lemma and whether it tells of the past."""
    found: dict[str, tuple[str, bool]] = {}
    for lemma, row in commitment_verbs().items():
        head, _, particle = lemma.partition(" ")
        tail = f" {particle}" if particle else ""
        present, past = _inflected(head)
        for form in present:
            found.setdefault(form + tail, (lemma, False))
        for form in row.past or past:
            found[form if " " in form else form + tail] = (lemma, True)
    return found


def _inflected(verb: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms of the present and of the past of a regular verb; some that it has not, which do no harm."""
    stem = verb[:-1] if verb.endswith("e") else verb
    doubles = _DOUBLES.fullmatch(verb) and (len(verb) < _LONG or verb.endswith("mit"))
    stems = (stem, verb + verb[-1]) if doubles else (stem,)
    if _CONSONANT_Y.search(verb):
        return (verb, verb[:-1] + "ies", verb + "ing"), (verb[:-1] + "ied",)
    third = verb + ("es" if _HISSING.search(verb) else "s")
    return (verb, third, *(s + "ing" for s in stems)), tuple(s + "ed" for s in stems)


@cache
def _verb_pattern() -> re.Pattern[str]:
    forms = sorted(_forms(), key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a deed in a text: its range (code points), row, and whether its form tells of the past."""

    start: int
    end: int
    row: CommitmentVerb
    past: bool


def deeds_in(text: str) -> list[Deed]:
    """Give the verbs of deeds in ``text`` in order, whatever part of speech such a form has there."""
    found = []
    for match in _verb_pattern().finditer(text):
        lemma, past = _forms()[match.group().casefold()]
        found.append(Deed(match.start(), match.end(), commitment_verbs()[lemma], past))
    return found
