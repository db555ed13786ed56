"""Nouns, adjectives and prepositions of attribution: "the claim that", "is aware that", "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from memcon.reading.acts import lemmas_of
from memcon.reading.attribution_extents import depth, range_to
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_sources import source_of
from memcon.reading.attribution_types import OUTERMOST, Found, Range
from memcon.reading.clause_subjects import inherited_subject, range_of
from memcon.vocabulary.attribution import CueKind, attribution_cues

_IN_VIEW = re.compile(
    r"\b[Ii]n (?P<who>my|our|his|her|their|the [\w ’'-]{2,50}?[’']s?|(?:[A-Z][\w.]+ ){0,2}[A-Z]\w+[’']s?) "
    r"(?P<word>words|opinion|view|eyes|mind|estimation|judgment|judgement|telling)\b"
)


def noun_attribution(token: Token, paragraph: Paragraph) -> Found | None:
    """Read a noun as a cue: "his belief that X", "criticism of X", "made a promise to X", "the fear is that X"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    takes = attribution_cues(CueKind.NOUN).get(token.lemma_.casefold())
    if takes is None:
        return None
    source, carrier = _owner(token), _carrier(token)
    if source is None and carrier is not None:
        source = source_of(carrier, paragraph)
    chosen = [c for c in token.children if c.i > token.i and _taken(c, takes)]
    if not chosen and carrier is not None:
        chosen = [c for c in carrier.children if c.i > token.i and _taken(c, takes)]
    if not chosen and token.dep_ == "nsubj" and token.head.lemma_ == "be":
        chosen = [c for c in token.head.rights if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and "to" in takes)]
    if not chosen:
        return None
    first = chosen[0]
    left = first.left_edge.i
    if first.dep_ == "prep":
        left = min((c.left_edge.i for c in first.children), default=first.i)
    piece = paragraph.with_quotes(*range_to(token.doc, left, first.right_edge.i + 1))
    begin = carrier.idx if carrier is not None and carrier.i < token.i else token.idx
    cue = (begin, token.idx + len(token.text))
    return Found(token.i, cue, source, (piece,), depth(token), "noun" if source else "noun-alone")


def _carrier(token: Token) -> Token | None:
    """The verb that carries the noun: "made a promise", "has questions"."""
    head = token.head
    if token.dep_ != "dobj":
        return None
    verbs = attribution_cues(CueKind.VERB)
    return head if any("noun" in verbs.get(lemma, ()) for lemma in lemmas_of(head)) else None


def _taken(child: Token, takes: frozenset[str]) -> bool:
    if child.dep_ in ("acl", "ccomp", "relcl"):
        mark = next((c.text.casefold() for c in child.children if c.dep_ in ("mark", "nsubj") and c.i < child.i), "")
        if any(c.tag_ == "TO" for c in child.children):
            return "to" in takes
        return "clause" in takes and mark in ("that", "whether", "if") and child.dep_ != "relcl"
    return child.dep_ == "prep" and child.text.casefold() in takes


def _owner(token: Token) -> Range | None:
    """Who holds it: "his", "the mayor's", "by the mayor", "from critics", "among voters"."""
    for child in token.children:
        if child.dep_ == "poss":
            last = child.right_edge
            words = [t for t in child.subtree if t.dep_ != "case"]
            return words[0].idx, words[-1].idx + len(words[-1].text) if last else last.idx
    for child in token.children:
        if child.dep_ == "prep" and child.text.casefold() in ("by", "from", "among"):
            who = next((c for c in child.children if c.dep_ == "pobj"), None)
            if who is not None:
                return range_of(who)
    return None


def adjective_attribution(token: Token, paragraph: Paragraph) -> Found | None:
    """Read an adjective as a cue: "is sure that X", "opposed to X"."""
    if token.pos_ not in ("ADJ", "VERB") or token.dep_ not in ("acomp", "ROOT", "conj", "amod", "advcl", "oprd"):
        return None
    takes = attribution_cues(CueKind.ADJECTIVE).get(token.text.casefold())
    if takes is None:
        return None
    if takes == {"it"}:
        return _plain(token, paragraph)
    near = [*token.rights, *(token.head.rights if token.dep_ == "acomp" else ())]
    chosen = [c for c in near if c.i > token.i and _complement(c, takes)]
    if not chosen:
        return None
    subject = inherited_subject(token) or (inherited_subject(token.head) if token.dep_ == "acomp" else None)
    if subject is None or subject.text.casefold() in ("it", "there", "that", "this"):
        return None
    left = min(c.left_edge.i for c in chosen)
    if chosen[0].dep_ == "prep" and chosen[0].text.casefold() != "to":
        left = min((c.left_edge.i for c in chosen[0].children), default=left)
    right = max(c.right_edge.i for c in chosen)
    piece = paragraph.with_quotes(*range_to(token.doc, left, right + 1))
    first = token.head.idx if token.dep_ == "acomp" and token.head.i < token.i else token.idx
    return Found(token.i, (first, token.idx + len(token.text)), range_of(subject), (piece,), depth(token), "adjective")


def _complement(child: Token, takes: frozenset[str]) -> bool:
    if child.dep_ in ("ccomp", "xcomp", "advcl"):
        infinitive = any(c.tag_ == "TO" for c in child.children)
        return ("to" in takes) if infinitive else "clause" in takes and child.dep_ != "advcl"
    return child.dep_ == "prep" and child.text.casefold() in takes


def according_attribution(token: Token, paragraph: Paragraph) -> Found | None:
    """Read "according to X": the content is the rest of the sentence."""
    doc = token.doc
    if token.text.casefold() != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].text != "to":
        return None
    to = doc[token.i + 1]
    who = next((c for c in to.children if c.dep_ == "pobj"), None)
    if who is None:
        return None
    source = range_of(who)
    cue = (token.idx, to.idx + 2)
    begin, end = paragraph.unit(token)
    after = next((t.i for t in doc[to.i + 1 : end] if t.idx >= source[1]), end)
    if token.i - begin <= 1 and after >= end - 1:  # the parse takes the sentence for a part of the name
        after = next((t.i for t in doc[to.i + 1 : end] if t.text == ","), end)
        source = (source[0], doc[after - 1].idx + len(doc[after - 1].text))
    if token.i - begin <= 1:
        piece = range_to(doc, min(after + 1, end - 1), end)
    else:
        stop = token.i
        piece = range_to(doc, begin, stop)
    if piece[0] >= piece[1]:
        return None
    return Found(token.i, cue, source, (paragraph.with_quotes(*piece),), OUTERMOST, "according")


def _plain(token: Token, paragraph: Paragraph) -> Found | None:
    """ "It is clear that X": nobody is named."""
    clause = next((c for c in (*token.rights, *token.head.rights) if c.dep_ == "ccomp" and c.i > token.i), None)
    if clause is None:
        return None
    piece = paragraph.with_quotes(*range_to(token.doc, clause.left_edge.i, clause.right_edge.i + 1))
    return Found(token.i, (token.idx, token.idx + len(token.text)), None, (piece,), depth(token), "adjective")


def viewed_by(paragraph: Paragraph) -> Iterator[Found]:
    """Read "in his eyes", "in the mayor's view": the content is the rest of the sentence."""
    for match in _IN_VIEW.finditer(paragraph.doc.text):
        head = next(t for t in paragraph.doc if t.idx >= match.start("word"))
        begin, end = paragraph.unit(head)
        if paragraph.quoted[head.i]:
            continue
        first = next(t.i for t in paragraph.doc if t.idx >= match.start())
        if first - begin > 1:
            piece = range_to(paragraph.doc, begin, first)
        elif head.i + 2 < end:
            piece = range_to(paragraph.doc, head.i + 1 + (paragraph.doc[head.i + 1].text == ","), end)
        else:
            continue
        yield Found(
            head.i, match.span("word"), match.span("who"), (paragraph.with_quotes(*piece),), OUTERMOST, "in-view"
        )
