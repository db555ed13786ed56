"""Where a verb stands in its sentence: in the main clause, joined to it, or inside what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from memcon.reading.clause_subjects import Range, own_subject
from memcon.vocabulary.speech import CueRole, SpeechVerb, speech_cues

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSE_OPENERS = ("and", "while", ";", "but", "whereas")
_EARLIER = frozenset({"already", "previously", "earlier", "repeatedly", "long", "before", "since"})
_AT_WHICH = re.compile(r"\b(?:(?:during|at|in) which|where) $")
_LONGEST_OPENING = 25  # words of "During a meeting with ... in ..., " before a subject


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb that begins a statement: where its text starts, and where a clause before it has to end (``border``)."""

    verb: Token
    row: SpeechVerb
    border: int
    start: int
    subject: Range | None
    rule: str
    of_meeting: bool = False


def is_passive(token: Token) -> bool:
    """Tell whether a verb is in the passive."""
    return any(c.dep_ == "auxpass" for c in token.children)


def is_perfect(token: Token) -> bool:
    """Tell whether a participle has the auxiliary of a perfect tense, or an infinitive "did"."""
    return any(c.dep_ == "aux" and c.text.casefold() in ("has", "have", "had", "did") for c in token.children)


def in_main_clause(token: Token) -> bool:
    """Tell whether a verb is its sentence's root or joined to it, verb by verb."""
    for _ in range(10):
        if token.dep_ == "ROOT":
            return True
        if token.dep_ == "ccomp" and token.head.dep_ == "ROOT" and token.head.i > token.i:
            return True
        if token.dep_ not in ("conj", "parataxis") or not token.head.tag_.startswith("VB") or token.head.tag_ == "VBG":
            return False
        token = token.head
    return False


def goes_on_after_and(token: Token, sentence: Span, own: Token | None) -> bool:
    """Tell whether a past tense after "and" goes on with the main clause although the parse has it in what is said."""
    if token.tag_ != "VBD" or token.i <= sentence.start:
        return False
    doc, before = token.doc, token.i - 1
    if own is None:
        while before > sentence.start and doc[before].text.casefold() in speech_cues(CueRole.JOINING) - {",", "and"}:
            before -= 1
        return doc[before].text.casefold() in ("and", "but", ",") and sentence.root.tag_ in ("VBD", "VBN")
    left = own.left_edge
    if left.i <= sentence.start:
        return True
    return doc[left.i - 1].text.casefold() in _CLAUSE_OPENERS and own.ent_type_ != "DATE" and token.dep_ != "relcl"


def before_joined(token: Token) -> int:
    """Give the offset where the conjunction and adverbs before a joined verb begin."""
    first, doc = token.i, token.doc
    while first > token.sent.start and doc[first - 1].text.casefold() in speech_cues(CueRole.JOINING):
        first -= 1
    return doc[first].idx


def reply_opening(token: Token) -> Token | None:
    """Give the "to" of "..., to which the Minister replied that X", where the reply is a statement of its own."""
    subject = own_subject(token)
    if subject is None or subject.left_edge.i < token.sent.start + 2 or token.tag_ != "VBD":
        return None
    which = subject.left_edge.nbor(-1)
    return which.nbor(-1) if which.text == "which" and which.nbor(-1).text == "to" else None


def told_before(token: Token) -> bool:
    """Tell whether a perfect tense recalls what was said on another occasion: "has already announced"."""
    perfect = any(c.dep_ == "aux" and c.text.casefold() in ("has", "have", "had") for c in token.children)
    return perfect and any(c.text.casefold() in _EARLIER for c in token.children)


def opens_sentence(subject: Span, sentence: Span) -> bool:
    """Tell whether a subject stands first in its sentence, or after an opening phrase."""
    start = subject.start
    return start == sentence.start or (
        start - sentence.start < _LONGEST_OPENING and sentence.doc[start - 1].text in (",", ";")
    )


def at_which(token: Token, own: Token | None) -> bool:
    """Tell whether a relative clause tells what was said at an occasion: "..., during which they discussed X"."""
    while token.dep_ == "conj" and token.head.dep_ in ("relcl", "conj", "advcl"):
        token = token.head
    subject = own or own_subject(token)
    if token.dep_ not in ("relcl", "advcl", "ccomp") or subject is None:
        return False
    return _AT_WHICH.search(token.doc.text, token.sent.start_char, subject.left_edge.idx) is not None
