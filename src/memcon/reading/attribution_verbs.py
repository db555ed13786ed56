"""Verbs of attribution: what stands after or before them as what is said, thought or wished."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.reading.attribution_extents import (
    after_cue,
    depth,
    group_start,
    inverted,
    range_to,
    verb_group,
)
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_sources import source_of
from memcon.reading.attribution_types import Found, Range
from memcon.vocabulary.attribution import CueKind, attribution_cues

_SAID_BEFORE = frozenset({",", "?", "!", "—", "–", "-", "--", '"', "”", "''", "..."})
_SAYING = frozenset({"clause", "quote"})


def verb_takes(token: Token) -> frozenset[str]:
    """Give what a verb takes, nothing where it is no cue."""
    if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB"):
        return frozenset()
    cues = attribution_cues(CueKind.VERB)
    lemma = token.lemma_.casefold()
    particle = next((c for c in token.children if c.dep_ == "prt" and c.i > token.i), None)
    if particle is not None and (key := f"{lemma} {particle.text.casefold()}") in cues:
        return cues[key]
    return cues.get(lemma, frozenset())


def verb_attribution(token: Token, paragraph: Paragraph) -> Found | None:
    """Read a verb as a cue; None where it ascribes nothing."""
    takes = verb_takes(token)
    if not takes:
        return None
    source = source_of(token)
    cue = verb_group(token)
    if "raise" in takes:
        return _raised(token, paragraph, cue)
    if takes & _SAYING:
        before = _said_before(token, paragraph)
        if before is not None:
            return Found(token.i, cue, source, before, -1, "before")
    pieces = after_cue(token, takes, paragraph)
    if pieces:
        return Found(token.i, cue, source, pieces, depth(token), "after")
    if takes & _SAYING and (quote := _quote_after(token, paragraph)) is not None:
        return Found(token.i, cue, source, (quote,), depth(token), "quote-after")
    if takes & _SAYING and _ends_with_colon(token, paragraph):
        return Found(token.i, cue, source, (), -1, "colon", open=True)
    return None


def _said_before(token: Token, paragraph: Paragraph) -> tuple[Range, ...] | None:
    """What stands before "he said" or "said Smith", and what goes on after it."""
    doc = token.doc
    first = group_start(token)
    begin, end = paragraph.unit(token)
    if first == begin and first > 0 and doc[first - 1].text in ('"', "”"):  # the sentence is cut after the mark
        begin = next((u[0] for u in paragraph.units if u[1] == first), begin)
    if first <= begin or doc[first - 1].text not in _SAID_BEFORE:
        return None
    quoted_before = paragraph.quoted[first - 1] or (first > 1 and paragraph.quoted[first - 2])
    comma = doc[first - 1].text == ","
    words = doc[begin : first - (1 if comma else 0)]
    last = inverted(token)
    rest = _rest_after(token, last, end, paragraph)
    has_verb = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words)
    if not quoted_before and not (has_verb or rest):
        return None
    if not quoted_before and any(c.dep_ in ("ccomp", "dobj") and c.i > token.i for c in token.children) and not rest:
        return None
    if not words:
        return None
    start = _start_before(token, words.start, first, paragraph)
    stop = words.end_char
    if start >= stop:
        return None
    pieces: list[Range] = [(start, stop)]
    if rest is not None:
        pieces.append(rest)
    return tuple(pieces)


def _start_before(token: Token, begin: int, first: int, paragraph: Paragraph) -> int:
    return token.doc[begin].idx


def _rest_after(token: Token, last: int, end: int, paragraph: Paragraph) -> Range | None:
    """What is said on after "he said": "The plan, he said, is dead", '"We won," she said, "at last"'."""
    doc = token.doc
    at = last + 1
    while at < end and not (doc[at].text in (",", ":", "—", "–") or paragraph.quoted[at]):
        at += 1
        if at - last > 12:
            return None
    if at >= end:
        return None
    if paragraph.quoted[at]:
        quote = paragraph.quote_over(doc[at].idx, doc[at].idx + 1)
        return quote
    if at + 1 >= end:
        return None
    following = doc[at + 1]
    if paragraph.quoted[at + 1]:
        return paragraph.quote_over(following.idx, following.idx + 1)
    if at == last + 1 and following.tag_ not in ("VBG", "IN", "WP", "WDT", "WRB", "DT", "CC", "TO", "VBN") and any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD") and not paragraph.quoted[t.i] for t in doc[at + 1 : end]
    ) and token.dep_ not in ("ROOT", "conj"):
        return range_to(doc, at + 1, end)
    return None


def _quote_after(token: Token, paragraph: Paragraph) -> Range | None:
    """A quotation that follows within the sentence, where the parse does not hang it on the verb."""
    _, end = paragraph.unit(token)
    for other in token.doc[token.i + 1 : min(end, token.i + 18)]:
        if paragraph.quoted[other.i]:
            quote = paragraph.quote_over(other.idx, other.idx + 1)
            return quote if quote and len(token.doc.text[slice(*quote)].split()) > 1 else None
        if other.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _ends_with_colon(token: Token, paragraph: Paragraph) -> bool:
    _, end = paragraph.unit(token)
    return end == len(token.doc) and token.doc[end - 1].text == ":"


def _raised(token: Token, paragraph: Paragraph, cue: Range) -> Found | None:
    """ "She seems to agree": what is said is the subject with what follows."""
    from memcon.reading.clause_subjects import own_subject, range_of

    subject = own_subject(token)
    after = [c for c in token.children if c.dep_ in ("xcomp", "acomp", "oprd", "ccomp", "attr", "prep") and c.i > token.i]
    if not after:
        return None
    right = max(c.right_edge.i for c in after)
    left = min(c.left_edge.i for c in after)
    pieces = [paragraph.with_quotes(*range_to(token.doc, max(left, token.i + 1), right + 1))]
    if subject is not None and subject.i < token.i and subject.text.casefold() not in ("it", "there"):
        pieces.insert(0, range_of(subject))
    return Found(token.i, cue, None, tuple(pieces), depth(token), "raised")
