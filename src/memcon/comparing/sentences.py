"""The paragraphs and sentences of a document's running words, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language

from memcon.comparing.material import Material
from memcon.comparing.voices import running_blocks
from memcon.model import Block, Document, Span

_FEWEST_LETTERS = 3
_OPENING = "“‘«(["


@cache
def _splitter() -> Language:
    """spaCy's rules for sentences, without a model: "U.S." and "Dr." end none."""
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    language.max_length = 10_000_000
    return language


def sentence_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Give the half-open ranges of the sentences of ``text``, white space at their ends left out."""
    starts = [_before_quotes(text, s.start_char) for s in _splitter()(text).sents]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        words = text[start:end]
        first, past = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if sum(c.isalpha() for c in words) >= _FEWEST_LETTERS:
            yield first, past


def _before_quotes(text: str, start: int) -> int:
    """Where a sentence begins whose opening marks were given to the one before."""
    while start > 0 and text[start - 1] in _OPENING:
        start -= 1
    return start


def paragraphs_of(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """Give the half-open ranges of the lines of a block in the document's text, empty ones left out."""
    start = block.span.start
    for line in document.text[start : block.span.end].split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def sentences_of(material: Material, document: str) -> tuple[Span, ...]:
    """Give the sentences of a document's running words, in order."""
    whole = material.documents[document]
    return tuple(
        whole.span(block.span.start + start, block.span.start + end)
        for block in running_blocks(material, document)
        for start, end in sentence_ranges(block.span.text)
    )
