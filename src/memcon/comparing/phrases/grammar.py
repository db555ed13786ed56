"""Tell a phrase that counting found from a piece of one, by the grammar of a sentence in which it stands."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.comparing.material import Material
from memcon.comparing.phrases.values import Use
from memcon.comparing.sentences import sentence_ranges
from memcon.comparing.voices import running_blocks
from memcon.reading.model_english import english

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_LEADING = frozenset({"including", "following", "regarding", "according", "concerning", "posed"})


def is_whole(material: Material, uses: Sequence[Use]) -> bool:
    """Tell whether the words of the first use end in a noun that no further noun follows, and begin with no lead-in.

    "close consultation" is a phrase; "remain in close", "a free and open", "including foreigners" are pieces.
    Raises MemconError where no English model is installed.
    """
    words = uses[0].words
    for block in running_blocks(material, words.document):
        if not (block.span.start <= words.start and words.end <= block.span.end):
            continue
        for start, end in sentence_ranges(block.span.text):
            first, past = words.start - block.span.start - start, words.end - block.span.start - start
            if first >= 0 and past <= end - start:
                return _ends_well(block.span.text[start:end], first, past)
    return False


def _ends_well(sentence: str, first: int, past: int) -> bool:
    tokens = [t for t in english()(sentence) if t.idx < past and t.idx + len(t.text) > first]
    if not tokens or tokens[0].lower_ in _LEADING:
        return False
    last = tokens[-1]
    inside = {t.i for t in tokens}
    compound = last.dep_ in ("compound", "amod", "nmod") and last.head.i not in inside
    return last.pos_ in _NOUNS and not compound
