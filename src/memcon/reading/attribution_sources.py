"""Who a verb of attribution ascribes its content to."""

from __future__ import annotations

from spacy.tokens import Token

from memcon.reading.attribution_extents import first_outside, joins_cue, passive, verb_takes
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.clause_positions import in_main_clause
from memcon.reading.clause_subjects import Range, own_subject, range_of
from memcon.vocabulary.attribution import CueKind, attribution_cues

_EMPTY = frozenset({"it", "there"})


def source_of(verb: Token, paragraph: Paragraph) -> Range | None:
    """Give the words of who says it: the subject, "by X" in the passive, the noun that a participle stands by."""
    if passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN") or any(c.dep_ == "agent" for c in verb.children):
        return _agent(verb)
    main = _above_participle(verb)
    if main is not None:
        return source_of(main, paragraph)
    subject = _subject(verb)
    if subject is not None and paragraph.quoted[subject.i] and not paragraph.quoted[verb.i]:
        return _after_quote(verb, paragraph) or _beside(verb)
    if subject is None and verb.tag_ != "VBG" and not any(c.tag_ == "TO" for c in verb.children):
        return _beside(verb)
    if subject is None or (subject.text.casefold() in _EMPTY and subject.dep_ == "expl"):
        return None
    start, end = range_of(subject)
    if start < subject.idx:
        start = max(start, verb.doc[first_outside(subject, paragraph)].idx)
    if subject.idx < verb.idx < end:  # "a letter saying that ..."
        end = max(subject.idx + len(subject.text), start + len(verb.doc.text[start : verb.idx].rstrip(" ,—–-")))
    return start, end


def _after_quote(verb: Token, paragraph: Paragraph) -> Range | None:
    """The words between a quotation and a verb whose subject the parse finds in the quotation."""
    first = next((t.i + 1 for t in reversed(verb.doc[: verb.i]) if paragraph.quoted[t.i]), verb.i)
    words = verb.doc[first : verb.i]
    while len(words) and words[-1].text in (",", "—", "–", "-"):
        words = words[:-1]
    return (words.start_char, words.end_char) if len(words) else None


def _agent(verb: Token) -> Range | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    who = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return range_of(who) if who is not None else None


def _above_participle(verb: Token) -> Token | None:
    """The main verb, for a participle after a comma or first: "X said that Y would not do, arguing that Z"."""
    if verb.tag_ != "VBG" or verb.dep_ in ("conj", "pcomp") or verb.head.i == verb.i or own_subject(verb) is not None:
        return None
    if verb.i != verb.sent.start and verb.nbor(-1).text not in (",", "—", "–"):
        return None
    head = verb.head
    while head.head.i != head.i and not (head.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB") and in_main_clause(head)):
        if head.dep_ == "relcl":
            return None
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else None


def _beside(verb: Token) -> Range | None:
    """The noun phrase right before the verb, or after it in "..., said Smith", where the parse finds no subject."""
    first = verb.i
    while first > verb.sent.start and verb.doc[first - 1].pos_ in ("ADV", "AUX"):
        first -= 1
    inverse = first > 0 and verb.doc[first - 1].text in (",", '"', "”", "?", "!")
    for chunk in verb.doc.noun_chunks:
        if chunk.end == first or (inverse and chunk.start == verb.i + 1):
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
    if noun.dep_ != "dobj" or passive(noun.head):
        return None
    artifact = noun.lemma_.casefold() in attribution_cues(CueKind.ARTIFACT)
    return noun.head if artifact or "noun" in verb_takes(noun.head) else None
