"""Tell what sort of text a document is, and by which words."""

from __future__ import annotations

import re

from memcon.model import BlockKind, Cited, Document, DocumentKind, Layout, Span, TurnRole
from memcon.vocabulary.document_kinds import Where, kind_signs
from memcon.vocabulary.publishers import publisher_of

_OPENING = 700
_MOSTLY_TURNS = 0.1
_ISSUED = frozenset({DocumentKind.SCHEDULE, DocumentKind.JOINT_STATEMENT})
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]*\s+(?=[A-Z“«\"])|\n")


def document_kind(document: Document, layout: Layout) -> Cited[DocumentKind]:
    """Tell a document's kind (codebook, "kind (of document)").

    A text that is mostly turns is a transcript; then the first sign in ``document_kinds.tsv`` that fits decides; an
    agency's or paper's report is news; what nothing tells is the publisher's statement, or other without a publisher.
    """
    title = layout.title.text if layout.title else ""
    opening = _opening(document, layout)
    words = opening.text if opening else ""
    signed = _signed(document, layout, title, opening)
    if signed and signed.value in _ISSUED and not (signed.value is DocumentKind.JOINT_STATEMENT and _dialogue(layout)):
        return signed
    if _spoken(layout):
        return Cited(DocumentKind.TRANSCRIPT, tuple(t.label for t in layout.turns[:2]), "document.turns")
    if _agency(document, layout):
        spans = tuple(s for s in (layout.dateline, *(c.spans[0] for c in layout.credits)) if s)
        return Cited(DocumentKind.NEWS, spans, "document.agency")
    if signed is not None:
        return signed
    spans = (layout.title,) if layout.title else ()
    if document.publisher or layout.issuer:
        return Cited(DocumentKind.STATEMENT, spans, "document.nothing-reported")
    return Cited(DocumentKind.STATEMENT if words else DocumentKind.OTHER, spans, "document.nothing-reported")


def _opening(document: Document, layout: Layout) -> Span | None:
    """The first of the running text, attribution lines included."""
    kinds = (BlockKind.TEXT, BlockKind.ATTRIBUTION, BlockKind.TURN)
    blocks = [b.span for b in layout.blocks if b.kind in kinds]
    if not blocks:
        return None
    start = blocks[0].start
    return document.span(start, min(start + _OPENING, blocks[-1].end))


def _signed(document: Document, layout: Layout, title: str, opening: Span | None) -> Cited[DocumentKind] | None:
    words = _spaced(opening.text) if opening else ""
    title = _spaced(title)
    for sign in kind_signs():
        text = title if sign.where is Where.TITLE else words
        if sign.where is Where.UNTITLED:
            text = "" if title else _first_sentence(words)
        match = sign.pattern.search(text)
        if match is None or match.end() == match.start():
            continue
        if sign.where is Where.PUBLISHER:
            continue
        if sign.unless is not None and (sign.unless.search(title) or sign.unless.search(_through(words, text, match))):
            continue
        base = layout.title if sign.where is Where.TITLE else opening
        assert base is not None
        span = document.span(base.start + match.start(), base.start + match.end())
        return Cited(sign.kind, (span,), f"document.{sign.where.value}")
    return None


def _first_sentence(words: str) -> str:
    """What an opening tells first, as a title would: its first line, or its first sentence if that is shorter."""
    end = _SENTENCE_END.search(words)
    return words[: end.start() if end else len(words)]


def _spoken(layout: Layout) -> bool:
    """Whether speakers' words make up a good part of the text."""
    turns = [t for t in layout.turns if t.role is not TurnRole.MODERATOR]
    if not turns:
        return False
    running = sum(b.span.end - b.span.start for b in layout.blocks if b.kind in (BlockKind.TEXT, BlockKind.TURN))
    said = sum(t.words.end - t.words.start for t in turns)
    return said > _MOSTLY_TURNS * running


def _spaced(words: str) -> str:
    """Make every white space a plain space, character by character: offsets stay as they are."""
    return re.sub(r"[^\S\n]", " ", words)


def _through(opening: str, text: str, match: re.Match[str]) -> str:
    """The opening as far as the sentence in which a sign stands; all of it for a sign in the title."""
    if text is not opening:
        return opening
    end = _SENTENCE_END.search(opening, match.end())
    return opening[: end.start() if end else len(opening)]


def _dialogue(layout: Layout) -> bool:
    """Whether several speak in turn, which no text that parties issue together has."""
    return len({t.label.text for t in layout.turns}) > 1 and _spoken(layout)


def _agency(document: Document, layout: Layout) -> bool:
    """Whether an agency or paper reports: by the publisher, or a dateline or credit where nobody else issues it."""
    known = publisher_of(document.url, document.publisher)
    if known is not None and known.country is None:
        return True
    if any(_is_agency(name) for name in (document.publisher, known.publisher if known else None) if name):
        return True
    if layout.dateline is not None and any(mark in layout.dateline.text for mark in "(/"):
        return True
    if document.publisher or known or layout.issuer:
        return False  # a ministry that dates its own release from its capital
    return layout.dateline is not None or bool(layout.credits)


def _is_agency(publisher: str) -> bool:
    """Whether a publisher's name is an agency's or paper's."""
    return any(
        sign.pattern.search(publisher) and not (sign.unless and sign.unless.search(publisher))
        for sign in kind_signs()
        if sign.where is Where.PUBLISHER and sign.kind is DocumentKind.NEWS
    )
