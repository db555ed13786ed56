"""The sentences of a document's running words, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language

from memcon.comparing.material import Material
from memcon.comparing.voices import running_blocks
from memcon.model import Span

_FEWEST_LETTERS = 3


@cache
def _splitter() -> Language:
    """spaCy's rules for sentences, without a model: "U.S." and "Dr." end none."""
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    language.max_length = 10_000_000
    return language


def sentence_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Give the half-open ranges of the sentences of ``text``, white space at their ends left out."""
    for sentence in _splitter()(text).sents:
        start, end = sentence.start_char, sentence.end_char
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if sum(c.isalpha() for c in text[start:end]) >= _FEWEST_LETTERS:
            yield start, end


def sentences_of(material: Material, document: str) -> tuple[Span, ...]:
    """Give the sentences of a document's running words, in order."""
    whole = material.documents[document]
    return tuple(
        whole.span(block.span.start + start, block.span.start + end)
        for block in running_blocks(material, document)
        for start, end in sentence_ranges(block.span.text)
    )
