"""Cues of attribution: the verbs, nouns and adjectives that tell whose words, thoughts or wishes something is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.model import Act
from memcon.vocabulary.speech import speech_verbs
from memcon.vocabulary.table import data_file, read_table

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


@cache
def attribution_cues(kind: CueKind) -> dict[str, frozenset[str]]:
    """Give what each cue of a kind takes, by its lemma.

    A verb of ``speech_verbs.tsv`` that has no line of its own takes a clause or an object, unless it is weak, needs
    certain words to follow, or tells of talks and agreements, in which nobody is quoted.
    """
    rows = read_table(data_file("attribution_cues.tsv"), AttributionCue)
    found = {row.cue: frozenset(row.takes) for row in rows if row.kind is kind}
    if kind is CueKind.VERB:
        for verb, senses in speech_verbs().items():
            row = senses[-1].row
            if not row.follows and not row.weak and row.act not in (Act.DISCUSS, Act.AGREE):
                found.setdefault(verb, _OF_SPEECH_VERBS)
    return found
