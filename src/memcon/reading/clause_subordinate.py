"""Verbs of saying under another verb: "met to discuss", "began by thanking", "..., noting X"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from memcon.model import Act
from memcon.reading.acts import speech_verb
from memcon.reading.clause_positions import (
    FINITE,
    Candidate,
    before_joined,
    goes_on_after_and,
    in_main_clause,
    is_passive,
    is_perfect,
)
from memcon.reading.clause_subjects import (
    Range,
    can_speak,
    inherited_subject,
    is_reporter,
    main_subject,
    noun_before,
    own_subject,
    range_of,
)
from memcon.vocabulary.speech import CueRole, SpeechVerb, speech_cues

_PARTICIPLE_AFTER = (",", "and", "while", "–", "—", "-", "also", "when")
_PARTICIPLE_AS = ("advcl", "conj", "ROOT", "acl", "dep", "xcomp", "prep", "pobj", "appos")
_SUBJECT_AS = ("nsubj", "csubj", "compound", "amod")  # how the parser errs on a participle that opens the sentence


def led_in(token: Token, row: SpeechVerb) -> Candidate | None:
    """Find "began by thanking X", "went on to set out X", "was pleased to inform X"; the text starts with these."""
    if token.tag_ not in ("VB", "VBG") or token.dep_ not in ("xcomp", "pcomp", "acl", "advcl", "ccomp"):
        return None
    lead: Token = token.head
    for _ in range(3):
        if lead.lemma_.casefold() in speech_cues(CueRole.LEAD_IN):
            break
        lead = lead.head
    else:
        return None
    verb = lead
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subject = inherited_subject(verb)
    if subject is None or not (verb.tag_ in FINITE or is_perfect(verb) or is_passive(verb)) or is_reporter(subject):
        return None
    if not in_main_clause(verb) and not goes_on_after_and(verb, token.sent, own_subject(verb)):
        return None
    words = range_of(subject)
    own = own_subject(verb) is not None and words[0] < verb.idx
    return Candidate(token, row, words[0] if own else before_joined(verb), verb.idx, words, "subject")


def participle(token: Token, row: SpeechVerb, sentence: Span) -> Candidate | None:
    """Find "..., highlighting X", "Noting X, they discussed", "with Y stressing X": a statement of its own."""
    if row.weak or any(c.dep_ == "aux" for c in token.children):
        return None
    own = own_subject(token)
    if own is not None and own.left_edge.i > sentence.start:
        lead = token.doc[own.left_edge.i - 1]
        if lead.text.casefold() == "with" and can_speak(own):
            return Candidate(token, row, lead.idx, token.idx, range_of(own), "participle")
    if not _stands_apart(token, sentence):
        return None
    opens = token.i == sentence.start and token.dep_ in _SUBJECT_AS
    subject = None if opens else _governing_subject(token)
    subject = subject or inherited_subject(sentence.root) or main_subject(sentence)
    words = range_of(subject) if subject is not None else None
    if words is None or words[0] == token.idx:
        after = (noun_before(t, sentence) for t in sentence if t.i > token.i and t.tag_ == "VBD")
        named = next((n for n in after if n is not None and n.start > token.i), None)
        return _at(token, row, (named.start_char, named.end_char)) if named is not None else None
    return _at(token, row, words) if subject is not None and not is_reporter(subject) else None


def _stands_apart(token: Token, sentence: Span) -> bool:
    """Whether a participle is a clause of its own: first in the sentence, or after a comma, "while" or another such."""
    if token.i == sentence.start:
        if token.lemma_.casefold() in speech_cues(CueRole.OPENING):
            return False
        return token.dep_ in _PARTICIPLE_AS or token.dep_ in _SUBJECT_AS
    before = token.doc[token.i - 1].text.casefold()
    if token.dep_ not in _PARTICIPLE_AS or before not in _PARTICIPLE_AFTER:
        return False
    if token.dep_ == "conj":
        row = speech_verb(token.head) if token.head.tag_ == "VBG" else None
        return row is not None and participle(token.head, row, sentence) is not None
    return before != "and"


def _governing_subject(token: Token) -> Token | None:
    """The subject of the main verb above a participle; the one of a verb inside what is said is passed over."""
    head = token.head
    while head.head != head and not (head.tag_.startswith("VB") and in_main_clause(head)):
        head = head.head
    return inherited_subject(head)


def _at(token: Token, row: SpeechVerb, subject: Range) -> Candidate:
    return Candidate(token, row, before_joined(token), token.idx, subject, "participle")


def purpose(token: Token, row: SpeechVerb) -> Candidate | None:
    """Find "met with Y to discuss X": a statement under a verb of meeting."""
    head = token.head
    if token.dep_ == "conj" and head.tag_ == "VB":
        inner = purpose(head, row)
        return replace(inner, verb=token, row=row, start=token.idx, border=before_joined(token)) if inner else None
    mark = next((c for c in token.children if c.tag_ == "TO"), None)
    if mark is None or token.dep_ not in ("xcomp", "advcl", "acl", "relcl"):
        return None
    if (row.act is Act.ASSERT and row.neutral) or (row.weak and row.act not in (Act.DISCUSS, Act.AGREE)):
        return None
    meeting = speech_cues(CueRole.MEETING)
    for _ in range(4):
        if head.lemma_.casefold() in meeting or head.pos_ == "VERB":
            break
        head = head.head
    if head.lemma_.casefold() not in meeting or any(c.tag_ == "MD" for c in head.children):
        return None
    subject = inherited_subject(head) if in_main_clause(head) else None
    if subject is None:
        return None
    return Candidate(token, row, mark.idx, token.idx, range_of(subject), "purpose", of_meeting=True)
