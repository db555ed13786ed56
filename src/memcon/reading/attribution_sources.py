"""Who a verb of attribution ascribes its content to."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.reading.clause_subjects import Range, own_subject, range_of

_EMPTY = frozenset({"it", "there"})


def source_of(verb: Token) -> Range | None:
    """Give the words of who says it: the subject, "by X" in the passive, the noun that a participle stands by."""
    if any(c.dep_ == "auxpass" for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return _agent(verb)
    if any(c.dep_ == "agent" for c in verb.children):
        return _agent(verb)
    subject = _subject(verb)
    if subject is None or (subject.text.casefold() in _EMPTY and subject.dep_ == "expl"):
        return None
    return range_of(subject)


def _agent(verb: Token) -> Range | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    who = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return range_of(who) if who is not None else None


def _subject(verb: Token) -> Token | None:
    token = verb
    for _ in range(8):
        own = own_subject(token)
        if own is not None:
            return own
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
