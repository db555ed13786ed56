"""Who says what in a text: every stretch that is ascribed to somebody, with the words that ascribe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.attribution import Attribution
from memcon.model import Span
from memcon.reading.attribution_extents import verb_takes
from memcon.reading.attribution_labels import labelled
from memcon.reading.attribution_nouns import adjective_attribution, according_attribution, noun_attribution, viewed_by
from memcon.reading.attribution_paragraphs import Paragraph, Range, paragraphs_of
from memcon.reading.attribution_quotes import continued
from memcon.reading.attribution_types import Found
from memcon.reading.attribution_verbs import SAYING, verb_attribution


def find_attributions(text: str, document: str = "") -> list[Attribution]:
    """Find the attributions of an English text, in order of where their content begins.

    ``document`` is the document's id in the spans, whose offsets are code points of ``text``.
    """
    paragraphs = paragraphs_of(text)
    found = continued(paragraphs, [found_in(p) for p in paragraphs])

    def span(paragraph: Paragraph, start: int, end: int) -> Span:
        first, last = paragraph.view.canonical(start, end)
        return Span(document, first, last, text[first:last])

    made: list[Attribution] = []
    for (paragraph, item), more in found:
        pieces = [span(p, s, e) for p, (s, e) in [*((paragraph, r) for r in item.pieces), *more] if e > s]
        if not pieces:
            continue
        pieces.sort(key=lambda s: s.start)
        first, last = pieces[0].start, max(p.end for p in pieces)
        source = span(paragraph, *item.source) if item.source else None
        content = Span(document, first, last, text[first:last])
        made.append(Attribution(source, span(paragraph, *item.cue), content, tuple(pieces), item.rule))
    return sorted(made, key=lambda a: (a.content.start, a.content.end))


def found_in(paragraph: Paragraph) -> list[Found]:
    """Find the attributions of one paragraph; of those inside what another ascribes, only the outermost stays."""
    kept: list[Found] = []
    for item in sorted(_candidates(paragraph), key=lambda f: (f.rank, -f.head if f.rank < 0 else f.head)):
        at = paragraph.doc[item.head].idx
        if any(s <= at < e for k in kept for s, e in k.pieces) or any(
            s <= paragraph.doc[k.head].idx < e for k in kept if k.rank < 0 for s, e in item.pieces
        ):
            continue
        kept.append(item)
    return sorted(kept, key=lambda f: f.head)


def _candidates(paragraph: Paragraph) -> Iterator[Found]:
    yield from labelled(paragraph)
    yield from viewed_by(paragraph)
    for token in paragraph.doc:
        if paragraph.quoted[token.i]:
            continue
        for finder in (verb_attribution, noun_attribution, adjective_attribution, according_attribution):
            item = finder(token, paragraph)
            if item is not None:
                yield replace(item, says=bool(verb_takes(token) & SAYING))
                break
