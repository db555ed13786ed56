"""Passages: the blocks of a document's text as the reader works on them, cleaned, parsed and marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from memcon.model import Block, BlockKind, Document, Layout, Span
from memcon.reading.dates import DateMention, find_dates
from memcon.reading.model_english import english
from memcon.reading.people import PersonMention, find_people
from memcon.reading.view import View, view_of
from memcon.vocabulary.forums import forum_words
from memcon.vocabulary.lexicon import Match, find_phrases
from memcon.vocabulary.offices import name_stops, office_words
from memcon.vocabulary.places import city

_READ = (BlockKind.TITLE, BlockKind.TEXT, BlockKind.TURN, BlockKind.HEADING, BlockKind.ISSUER, BlockKind.PLACE)
_LONGEST_NAME = 60
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=[A-Z“\"(])")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its block, the view of it, the parse of the view, and what stands in the view (view offsets).

    ``position`` is the canonical offset at which it begins; passages stand in the document's order, the title first.
    """

    document: Document
    block: Block
    view: View
    parse: Doc
    phrases: tuple[Match, ...]
    people: tuple[PersonMention, ...]
    dates: tuple[DateMention, ...]

    @property
    def text(self) -> str:
        """The cleaned text that all offsets of this passage refer to."""
        return self.view.text

    @property
    def kind(self) -> BlockKind:
        """What the block is for."""
        return self.block.kind

    def span(self, start: int, end: int) -> Span:
        """Give the canonical span of the range ``start:end`` of the view."""
        return self.document.span(*self.view.canonical(start, end))

    def position(self, start: int) -> int:
        """Give the canonical offset of the view's character at ``start``."""
        return self.view.origins[start]

    def sentence_at(self, at: int) -> SpacySpan | None:
        """Give the sentence of the parse in which the view's character at ``at`` stands, or None."""
        return next((s for s in self.parse.sents if s.start_char <= at < s.end_char), None)


def passages_of(document: Document, layout: Layout, anchor: str | None) -> list[Passage]:
    """Parse the blocks of ``layout`` that the reader reads, paragraph by paragraph.

    ``anchor`` is the document's own date (ISO day), to which relative dates are resolved, or None.
    """
    stretches = [
        (block, view_of(document.text, start, end))
        for block in layout.blocks
        if block.kind in _READ
        for start, end in _paragraphs(document.text, block.span)
    ]
    stretches = [(block, view) for block, view in stretches if view.text]
    parses = english().pipe((view.text for _, view in stretches), batch_size=64)
    return [
        _passage(document, block, view, parse, anchor) for (block, view), parse in zip(stretches, parses, strict=True)
    ]


def _paragraphs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Cut a block at its line ends."""
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            number = _NUMBERED.match(line)  # "1. The two ministers": the number is no part of the sentence
            yield start + (number.end() if number else 0), start + len(line)
        start += len(line) + 1


def _passage(document: Document, block: Block, view: View, parse: Doc, anchor: str | None) -> Passage:
    phrases = tuple(find_phrases(view.text))
    people = find_people(view.text, phrases, list(_model_names(parse, phrases)))
    return Passage(document, block, view, parse, phrases, tuple(people), tuple(find_dates(view.text, anchor)))


def _model_names(parse: Doc, phrases: Iterable[Match]) -> Iterator[tuple[int, int]]:
    """Names that the language model sees where no office gives them away."""
    taken = [(p.start, p.end) for p in phrases]
    for entity in parse.ents:
        if entity.label_ == "PERSON" and len(entity.text) <= _LONGEST_NAME:
            start, end = entity.start_char, entity.end_char
            words = entity.text.split()
            if len(words) < 2 or any(
                w.casefold() in office_words() or w in forum_words() or w in name_stops() for w in words
            ):
                continue
            if city(entity.text) is not None:
                continue
            if not any(s < end and start < e for s, e in taken):
                yield start, end
