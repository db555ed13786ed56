"""Verbs of attribution: what stands after or before them as what is said, thought or wished."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from memcon.reading.attribution_before import said_as, said_before
from memcon.reading.attribution_extents import (
    after_cue,
    clause_after,
    depth,
    passive,
    range_to,
    verb_group,
    verb_takes,
)
from memcon.reading.attribution_nouns import noun_attribution
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_sources import source_of
from memcon.reading.attribution_types import OUTERMOST, Found, Range
from memcon.reading.clause_subjects import own_subject, range_of

SAYING = frozenset({"clause", "quote"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMING = frozenset({"call", "name", "dub", "label"})  # "a program called Bridges": nobody says so
_PREDICATES = ("xcomp", "acomp", "oprd", "ccomp", "attr")


def verb_attribution(token: Token, paragraph: Paragraph) -> Found | None:
    """Read a verb as a cue; None where it ascribes nothing."""
    takes = verb_takes(token)
    if not takes or _carries_noun(token, takes, paragraph):
        return None
    cue, source = verb_group(token), source_of(token, paragraph)
    if takes & SAYING:
        if rest := said_as(token, paragraph):
            return Found(token.i, cue, source, rest, OUTERMOST, "as")
        if before := said_before(token, paragraph):
            return Found(token.i, cue, source, before, OUTERMOST, "before")
    if "raise" in takes:
        return _raised(token, paragraph, cue)
    pieces = _after(token, takes, paragraph)
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in _NAMING:
        return None
    if passive(token):
        return _passive(token, takes, paragraph, cue, source, pieces)
    if pieces:
        return Found(token.i, cue, source, pieces, depth(token), "after")
    return _loosely(token, takes, paragraph, Found(token.i, cue, source, (), depth(token), ""))


def _after(token: Token, takes: frozenset[str], paragraph: Paragraph) -> tuple[Range, ...]:
    """What follows the verb by the parse, without who is told."""
    pieces = after_cue(token, takes, paragraph)
    if "person" in takes and pieces and (clause := clause_after(token, paragraph)) is not None:
        return (clause,) if pieces[0][0] < clause[0] else pieces
    return pieces


def _loosely(token: Token, takes: frozenset[str], paragraph: Paragraph, found: Found) -> Found | None:
    """What stands near the verb where the parse gives it nothing: a quotation or a clause."""
    if takes & SAYING:
        if (quote := _quote_after(token, paragraph)) is not None:
            return replace(found, pieces=(quote,), rule="quote-after")
        if _ends_with_colon(token, paragraph):
            return replace(found, rank=OUTERMOST, rule="colon", open=True)
    if "clause" in takes and (clause := clause_after(token, paragraph)) is not None:
        return replace(found, pieces=(clause,), rule="clause-after")
    return None


def _carries_noun(token: Token, takes: frozenset[str], paragraph: Paragraph) -> bool:
    """Whether the verb only carries a noun that is the cue: "made a promise to", "expressed concern that"."""
    return "noun" in takes and any(c.dep_ == "dobj" and noun_attribution(c, paragraph) for c in token.rights)


def _quote_after(token: Token, paragraph: Paragraph) -> Range | None:
    """A quotation that follows within the sentence, where the parse does not hang it on the verb."""
    _, end = paragraph.unit(token)
    for other in token.doc[token.i + 1 : min(end, token.i + 18)]:
        if paragraph.quoted[other.i]:
            quote = paragraph.quote_over(other.idx, other.idx + 1)
            return quote if quote and len(token.doc.text[slice(*quote)].split()) > 1 else None
        if other.tag_ in (*_FINITE, "VBG") or verb_takes(other):
            return None
    return None


def _ends_with_colon(token: Token, paragraph: Paragraph) -> bool:
    _, end = paragraph.unit(token)
    return end == len(token.doc) and token.doc[end - 1].text == ":"


def _raised(token: Token, paragraph: Paragraph, cue: Range) -> Found | None:
    """ "She seems to agree": what is said is the subject with what follows."""
    after = [c for c in token.rights if c.dep_ in _PREDICATES or (c.dep_ == "prep" and c.text in ("like", "as"))]
    if not after or any(c.dep_ == "xcomp" and verb_takes(c) for c in after):
        return None
    right = max(c.right_edge.i for c in after)
    left = min(c.left_edge.i for c in after)
    pieces = [paragraph.with_quotes(*range_to(token.doc, max(left, token.i + 1), right + 1))]
    return Found(token.i, cue, None, (*_subject_piece(token), *pieces), depth(token), "raised")


def _subject_piece(token: Token) -> tuple[Range, ...]:
    subject = own_subject(token)
    if subject is None or subject.i > token.i or subject.text.casefold() in ("it", "there"):
        return ()
    return (range_of(subject),)


def _passive(
    token: Token,
    takes: frozenset[str],
    paragraph: Paragraph,
    cue: Range,
    source: Range | None,
    pieces: tuple[Range, ...],
) -> Found | None:
    """ "Smith was criticized for X", "The deal was announced", "It was said that X", "Smith was asked about X"."""
    subject = own_subject(token)
    empty = subject is not None and subject.text.casefold() in ("it", "there")
    if "person" in takes or subject is None or (empty and any(c.dep_ == "ccomp" for c in token.rights)):
        return Found(token.i, cue, source, pieces, depth(token), "passive") if pieces else None
    after = [c for c in token.children if c.i > token.i and _of_passive(c, takes)]
    found = [range_of(subject)] if subject.i < token.i else []
    if after:
        left, right = min(c.left_edge.i for c in after), max(c.right_edge.i for c in after)
        found.append(paragraph.with_quotes(*range_to(token.doc, left, right + 1)))
    elif "object" not in takes:
        return None
    return Found(token.i, cue, source, tuple(found), depth(token), "passive") if found else None


def _of_passive(child: Token, takes: frozenset[str]) -> bool:
    if child.dep_ in ("xcomp", "oprd", "acomp", "attr", "ccomp"):
        return True
    return child.dep_ == "prep" and (child.text.casefold() in ("as", "of", "for") or child.text.casefold() in takes)
