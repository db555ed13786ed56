"""Finite verbs of saying: in the main clause, joined to it, mistaken by the tagger, and in the passive."""

from __future__ import annotations

from spacy.tokens import Span, Token

from memcon.model import Act
from memcon.reading.clause_positions import (
    Candidate,
    at_which,
    before_joined,
    goes_on_after_and,
    in_main_clause,
    opens_sentence,
    reply_opening,
    told_before,
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
from memcon.vocabulary.speech import CueRole, SpeechVerb, speech_cues, speech_nouns

_AFTER = ("nsubj", "dobj", "attr", "npadvmod")
"""How the parser takes a subject that stands after its verb."""


def finite(token: Token, row: SpeechVerb, sentence: Span) -> Candidate | None:
    """Find a finite verb of the main clause, or joined to one; None for one inside what is said."""
    found = _subject_words(token, sentence)
    if found is None:
        return None
    head, words, has_own = found
    if token.dep_ == "conj" and token.tag_ in ("VBZ", "VBP") and sentence.root.tag_ == "VBD":
        return None  # what is said goes on: "emphasized its importance and that he looks forward to"
    if (
        (not has_own and _reporter_after(token))
        or is_reporter(head)
        or (row.weak and not _trusted(token, row, has_own, head))
    ):
        return None
    border = words[0] if has_own and words[0] < token.idx else before_joined(token)
    reply = reply_opening(token)
    border = reply.idx if reply is not None else border
    of_meeting = row.act is Act.DISCUSS and any(c.lemma_ == "with" for c in token.children) and _talks(token)
    return Candidate(token, row, border, token.idx, words, "subject" if has_own else "inherited", of_meeting)


def _reporter_after(token: Token) -> bool:
    """Whether whoever stands after a verb only reports what stands before: "They discussed gas, added the sources"."""
    after_comma = token.i > 0 and token.nbor(-1).text == ","
    return after_comma and any(is_reporter(c) for c in token.rights if c.dep_ in _AFTER)


def _talks(token: Token) -> bool:
    """Whether a verb is one of talking or meeting: "spoke with Y about X" is said by both."""
    return token.lemma_.casefold() in speech_cues(CueRole.MEETING)


def _subject_words(token: Token, sentence: Span) -> tuple[Token, Range, bool] | None:
    """The head and the words of a finite verb's subject, and whether it is its own; None inside what is said."""
    own = own_subject(token)
    if (own is not None and own.tag_ in ("WDT", "WP", "EX")) or told_before(token):
        return None
    if own is not None and any(c.dep_ == "mark" and c.text.casefold() == "that" for c in token.children):
        return None
    own = None if own is not None and own.tag_ == "VBG" else own
    main = in_main_clause(token)
    goes_on = not main and (
        goes_on_after_and(token, sentence, own) or reply_opening(token) is not None or at_which(token, own)
    )
    if own is not None and (main or goes_on):
        return own, range_of(own), True
    named = noun_before(token, sentence) if token.tag_ == "VBD" and token.dep_ != "relcl" else None
    if not (main or goes_on) and (named is None or not opens_sentence(named, sentence)):
        return None
    if named is not None:
        return named.root, (named.start_char, named.end_char), True
    subject = None if goes_on else inherited_subject(token)
    subject = subject or main_subject(sentence, token)
    if subject is None:
        return _stretch_before(token, sentence)
    return subject, range_of(subject), False


def _stretch_before(token: Token, sentence: Span) -> tuple[Token, Range, bool] | None:
    """The words between the last comma and the main verb, where the parse finds no subject for it."""
    if token.dep_ != "ROOT" or token.i == sentence.start:
        return None
    first = max((t.i + 1 for t in sentence if t.i < token.i and t.text == ","), default=sentence.start)
    if first >= token.i:
        return None
    last = token.nbor(-1)
    return last, (token.doc[first].idx, last.idx + len(last.text)), True


def _trusted(token: Token, row: SpeechVerb, has_own: bool, subject: Token) -> bool:
    """Whether a verb that mostly is none of saying is one here: its subject can speak, and it has an object."""
    if not can_speak(subject):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if not has_own and not row.follows:
        return following.tag_ in ("DT", "PRP$", "IN", "TO", "NNP", "NNPS", "PRP", "CD", "WRB", "RP")
    return following.text not in (".", ",") or bool(row.follows)


def mistaken(token: Token, row: SpeechVerb, sentence: Span) -> Candidate | None:
    """Find a past tense that the tagger took for a participle: joined to the main verb, or right after its subject."""
    before = token.doc[token.i - 1].text if token.i > sentence.start else ""
    in_list = before == "," and any(c.dep_ == "conj" and c.tag_ == "VBD" for c in token.children)
    if in_list and not row.weak and (subject := main_subject(sentence, token)) is not None:
        return Candidate(token, row, before_joined(token), token.idx, range_of(subject), "inherited")
    if token.dep_ in ("ROOT", "conj"):
        return finite(token, row, sentence)
    named = noun_before(token, sentence) if token.dep_ == "acl" and not row.weak else None
    if named is None or named.start != sentence.start or sentence.root.i == token.head.i:
        return None
    return Candidate(token, row, named.start_char, token.idx, (named.start_char, named.end_char), "subject")


def present(token: Token, row: SpeechVerb, sentence: Span) -> Candidate | None:
    """Find a present tense that the tagger took for an infinitive: "the parties condemn X and note Y"."""
    if any(c.tag_ in ("TO", "MD") or c.dep_ == "aux" for c in token.children) or sentence.root.tag_ != "VBP":
        return None
    joined = token.i > sentence.start and token.doc[token.i - 1].text.casefold() in ("and", ",")
    if not joined or token.dep_ != "conj" or token.head.tag_ not in ("VBP", "VB", "VBG") or row.weak:
        return None
    head = token.head
    while head.dep_ in ("conj", "pcomp", "prep"):
        head = head.head
    subject = inherited_subject(head)
    if head.dep_ != "ROOT" or subject is None:
        return None
    return Candidate(token, row, before_joined(token), token.idx, range_of(subject), "inherited")


def passive(token: Token, row: SpeechVerb) -> Candidate | None:
    """Find "It was noted that X", "Hope was expressed that X", "The problem of X was reviewed", "They are agreed"."""
    if not in_main_clause(token):
        return None
    subject = own_subject(token)
    auxiliary = next(c for c in token.children if c.dep_ == "auxpass")
    if subject is not None and token.text.casefold() in speech_cues(CueRole.STATIVE) and can_speak(subject):
        words = range_of(subject)
        return Candidate(token, row, words[0], auxiliary.idx, words, "subject")
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    by = next(iter(agent.children), None) if agent is not None else None
    if by is not None and not can_speak(by):
        return None
    rule = "agent" if by is not None else "passive-impersonal"
    speaker = range_of(by) if by is not None else None
    if subject is None or subject.text.casefold() in ("it", "this", "that"):
        first = subject.idx if subject is not None else auxiliary.idx
        return Candidate(token, row, first, auxiliary.idx, speaker, rule)
    named = subject.text.casefold() in speech_nouns() or subject.lemma_.casefold() in speech_nouns()
    of_things = row.verb in speech_cues(CueRole.OF_THINGS) or (row.weak and row.act is not Act.DISCUSS)
    if not named and (of_things or (row.neutral and not row.follows)):
        return None
    first = subject.left_edge.idx
    return Candidate(token, row, first, first, speaker, rule)
