"""How much of what was promised a later text says again: content words by weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from memcon.comparing.material import Material
from memcon.comparing.sentences import sentences_of
from memcon.comparing.words import content_stems, speech_stems, stem, weights_of
from memcon.model import Span
from memcon.vocabulary.commitments import commitment_verbs, plain_words
from memcon.vocabulary.fold import fold
from memcon.vocabulary.lexicon import find_phrases

LEAST_WORDS = 2
"""Content words that two texts must have in common to be of one matter."""
_RARE = 1.0


@dataclass(frozen=True)
class Likeness:
    """The weights of words in a record, and the words of its sentences, each worked out once."""

    material: Material

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weight of each stem, by the documents that have it."""
        return weights_of(content_stems(d.text) for d in self.material.documents.values())

    @cached_property
    def _sentences(self) -> dict[str, list[tuple[Span, frozenset[str]]]]:
        return {}

    def sentences(self, document: str) -> list[tuple[Span, frozenset[str]]]:
        """Give the sentences of a document with their stems."""
        if document not in self._sentences:
            spans = sentences_of(self.material, document)
            self._sentences[document] = [(span, frozenset(content_stems(span.text))) for span in spans]
        return self._sentences[document]

    def stems(self, text: str, names: Iterable[str]) -> frozenset[str]:
        """Give the stems of a text's matter: without parties, ``names``, verbs of deeds and saying, plain words."""
        masked = list(fold(text))
        for phrase in find_phrases(text):
            masked[phrase.start : phrase.end] = " " * (phrase.end - phrase.start)
        skip = {stem(n) for n in names}
        return frozenset(
            s for s in content_stems("".join(masked)) if s not in skip and s not in _deeds() and s not in _plain()
        )

    def weight(self, stems: Iterable[str]) -> float:
        """Give the weight of stems together."""
        return sum(self.weights.get(s, _RARE) for s in stems)

    def share(self, wanted: frozenset[str], there: frozenset[str]) -> tuple[float, tuple[str, ...]]:
        """Give the share of ``wanted`` by weight (0 to 1) that ``there`` has, and the stems in common by weight."""
        whole = sum(self.weights.get(s, _RARE) for s in sorted(wanted))
        common = sorted(wanted & there, key=lambda s: (-self.weights.get(s, _RARE), s))
        if not whole:
            return 0.0, ()
        return sum(self.weights.get(s, _RARE) for s in common) / whole, tuple(common)


@cache
def _deeds() -> frozenset[str]:
    return speech_stems() | {stem(v.split()[0]) for v in commitment_verbs()}


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(stem, plain_words()))
