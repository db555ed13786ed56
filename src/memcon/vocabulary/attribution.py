"""Cues of attribution: the verbs, nouns and adjectives that tell whose words, thoughts or wishes something is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.model import Act
from memcon.vocabulary.speech import speech_verbs
from memcon.vocabulary.table import data_file, read_numbered

_OF_SPEECH_VERBS = frozenset({"clause", "object"})


class CueKind(StrEnum):
    """The part of speech of a cue."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ARTIFACT = "artifact"


@dataclass(frozen=True, slots=True)
class AttributionCue:
    """A cue and what gives its content; see ``data/attribution_cues.tsv``."""

    kind: CueKind
    cue: str
    takes: tuple[str, ...]


_ROLES = frozenset({"clause", "quote", "to", "object", "person", "as", "small", "raise", "noun", "it"})
_PREPOSITIONS = frozenset({"about", "against", "at", "for", "from", "in", "of", "on", "over", "with"})


@cache
def attribution_cues(kind: CueKind) -> dict[str, frozenset[str]]:
    """Give what each cue of a kind takes, by its lemma.

    A verb of ``speech_verbs.tsv`` that has no line of its own takes a clause or an object, unless it is weak, needs
    certain words to follow, or tells of talks and agreements, in which nobody is quoted. Raises VocabularyError for a
    cue that stands twice, or takes what no cue can.
    """
    path = data_file("attribution_cues.tsv")
    found: dict[str, frozenset[str]] = {}
    for number, row in read_numbered(path, AttributionCue):
        wrong = sorted(set(row.takes) - _ROLES - _PREPOSITIONS)
        if wrong:
            raise VocabularyError(f"{path}:{number}: {wrong[0]!r} is nothing that a cue takes")
        if row.kind is kind:
            if row.cue in found:
                raise VocabularyError(f"{path}:{number}: {row.cue!r} has a line already")
            found[row.cue] = frozenset(row.takes)
    if kind is CueKind.VERB:
        for verb, senses in speech_verbs().items():
            bare = senses[-1].row
            if not bare.follows and not bare.weak and bare.act not in (Act.DISCUSS, Act.AGREE):
                found.setdefault(verb, _OF_SPEECH_VERBS)
    return found
