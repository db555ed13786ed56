"""Who says what in a text: every stretch that is ascribed to somebody, with the words that ascribe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.attribution import Attribution
from memcon.model import Span
from memcon.reading.attribution_extents import verb_takes
from memcon.reading.attribution_labels import labelled
from memcon.reading.attribution_nouns import according_attribution, adjective_attribution, noun_attribution, viewed_by
from memcon.reading.attribution_paragraphs import Paragraph, paragraphs_of
from memcon.reading.attribution_quotes import Continued, continued
from memcon.reading.attribution_types import OUTERMOST, Found, Range
from memcon.reading.attribution_verbs import SAYING, verb_attribution


def find_attributions(text: str, document: str = "") -> list[Attribution]:
    """Find the attributions of an English text, in order of where their content begins.

    ``document`` is the document's id in the spans, whose offsets are code points of ``text``.
    """
    paragraphs = paragraphs_of(text)
    found = continued(paragraphs, [found_in(p) for p in paragraphs])
    made = [_attribution(text, document, item) for item in found if item.found.pieces or item.more]
    return sorted(made, key=lambda a: (a.content.start, a.content.end, a.cue.start if a.cue else 0))


def _attribution(text: str, document: str, item: Continued) -> Attribution:
    def span(paragraph: Paragraph, stretch: Range) -> Span:
        first, last = paragraph.view.canonical(*stretch)
        return Span(document, first, last, text[first:last])

    paragraph, found = item.paragraph, item.found
    stretches = [*((paragraph, piece) for piece in found.pieces), *item.more]
    pieces = sorted((span(*stretch) for stretch in stretches), key=lambda s: s.start)
    first, last = pieces[0].start, max(p.end for p in pieces)
    source = span(paragraph, found.source) if found.source else None
    content = Span(document, first, last, text[first:last])
    return Attribution(source, span(paragraph, found.cue), content, tuple(pieces), found.rule)


def found_in(paragraph: Paragraph) -> list[Found]:
    """Find the attributions of one paragraph; of those inside what another ascribes, only the outermost stays."""
    kept: list[Found] = []
    for item in sorted(_candidates(paragraph), key=_order):
        if not any(_inside(item, k, paragraph) or (k.rank < 0 and _inside(k, item, paragraph)) for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f.head)


def _order(found: Found) -> tuple[int, int]:
    """The outermost first; of those that have whole sentences, the last in the sentence."""
    return found.rank, -found.head if found.rank <= OUTERMOST else found.head


def _inside(inner: Found, outer: Found, paragraph: Paragraph) -> bool:
    """Whether a cue stands inside what another ascribes."""
    at = paragraph.doc[inner.head].idx
    return any(start <= at < end for start, end in outer.pieces)


def _candidates(paragraph: Paragraph) -> Iterator[Found]:
    yield from labelled(paragraph)
    yield from viewed_by(paragraph)
    for token in paragraph.doc:
        if paragraph.quoted[token.i]:
            continue
        for finder in (adjective_attribution, verb_attribution, noun_attribution, according_attribution):
            item = finder(token, paragraph)
            if item is not None:
                yield replace(item, says=bool(verb_takes(token) & SAYING))
                break
