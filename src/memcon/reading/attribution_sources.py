"""Who a verb of attribution ascribes its content to."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.reading.attribution_extents import first_outside, joins_cue, verb_takes
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.clause_positions import in_main_clause
from memcon.reading.clause_subjects import Range, inherited_subject, own_subject, range_of

_EMPTY = frozenset({"it", "there"})


def source_of(verb: Token, paragraph: Paragraph) -> Range | None:
    """Give the words of who says it: the subject, "by X" in the passive, the noun that a participle stands by."""
    if any(c.dep_ == "auxpass" for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return _agent(verb)
    if any(c.dep_ == "agent" for c in verb.children):
        return _agent(verb)
    subject = _of_participle(verb) or _subject(verb)
    if subject is not None and paragraph.quoted[subject.i] and not paragraph.quoted[verb.i]:
        subject = None
    if subject is None and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return _beside(verb)
    if subject is None or (subject.text.casefold() in _EMPTY and subject.dep_ == "expl"):
        return None
    start, end = range_of(subject)
    return max(start, verb.doc[first_outside(subject, paragraph)].idx) if start < subject.idx else start, end


def _agent(verb: Token) -> Range | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    who = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return range_of(who) if who is not None else None


def _of_participle(verb: Token) -> Token | None:
    """The subject of the sentence, for a participle after a comma: "X said that Y would not do, arguing that Z"."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text not in (",", "—", "–") or verb.dep_ == "conj":
        return None
    head = verb.head
    while head.head.i != head.i and not (head.tag_.startswith("VB") and in_main_clause(head)):
        if head.dep_ == "relcl":
            return None
        head = head.head
    return inherited_subject(head)


def _beside(verb: Token) -> Range | None:
    """The noun phrase right before the verb or right after it, where the parse finds no subject."""
    first = verb.i
    while first > verb.sent.start and verb.doc[first - 1].pos_ in ("ADV", "AUX"):
        first -= 1
    for chunk in verb.sent.noun_chunks:
        if chunk.end == first or chunk.start == verb.i + 1:
            return chunk.start_char, chunk.end_char
    return None


def _subject(verb: Token) -> Token | None:
    token = verb
    for _ in range(8):
        own = own_subject(token)
        if own is not None:
            return own
        if token.tag_ in ("VBD", "VBZ") and (speaker := _joined_to(token)) is not None:
            token = speaker
            continue
        if token.dep_ == "xcomp" and (held := _object_before(token)) is not None:
            return held
        if token.dep_ == "acl" and token.tag_ == "VBG" and (carrier := _carried_by(token)) is not None:
            token = carrier
            continue
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return token.head
        if token.dep_ == "relcl" and token.head.pos_ in ("NOUN", "PROPN"):
            return token.head
        after = next((c for c in token.rights if c.dep_ in ("dobj", "attr") and c.pos_ == "PROPN"), None)
        if after is not None and token is verb and token.i + 1 == after.left_edge.i and token.lemma_ == "say":
            return after
        if token.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "acomp", "ccomp", "dep", "dobj", "pobj"):
            return None
        if token.head is token:
            return None
        token = token.head
    return None


def _object_before(verb: Token) -> Token | None:
    """The object that an infinitive belongs to: "forced him to admit"."""
    return next((c for c in verb.head.children if c.dep_ == "dobj" and verb.head.i < c.i < verb.i), None)


def _joined_to(token: Token) -> Token | None:
    """The verb of saying that a verb after "and" goes on from, over what is said."""
    head = token.head
    while head.head.i != head.i and token.dep_ == "conj":
        if joins_cue(token, head) and verb_takes(head):
            return head
        head = head.head
    return head if token.dep_ == "conj" and joins_cue(token, head) and verb_takes(head) else None


def _carried_by(verb: Token) -> Token | None:
    """The verb of "issued a statement calling X", whose subject speaks."""
    noun = verb.head
    return noun.head if noun.dep_ == "dobj" and "noun" in verb_takes(noun.head) else None
