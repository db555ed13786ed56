"""Statements that are whole sentences.

"According to X, ...", "The U.S., in his words, ...", "This was stated by X", "..., X said", "As was noted, ...".
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from memcon.model import SpeechMode
from memcon.reading.acts import act_of_quotation
from memcon.reading.clause_subjects import can_speak, is_reporter, own_subject, range_of
from memcon.reading.clause_types import Clause
from memcon.vocabulary.speech import CueRole, speech_cues

_SAID = (
    r"(?:stated|said|announced|noted|emphasi[sz]ed|stressed|reported|declared|underlined|underscored|pointed out|"
    r"mentioned|remarked|observed|highlighted)"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>(?:the )?[^,.;]{2,80}?)(?=[,.;]|$)")
_IN_WORDS = re.compile(r"\b[Ii]n (?P<who>(?:his|her|their|the [\w ’'-]{2,50}[’']s?)) (?:words|opinion|view)\b")
_AS_SAID = re.compile(
    rf"\b(?:This|That|It) (?:was|has been) {_SAID} by (?P<who>[^.]{{3,160}}?)"
    r"(?= (?:during|at|in|on|after|following|while|when)\b|[.,])"
)
_AS_NOTED = re.compile(
    rf"As (?:(?:was|it was|has been) {_SAID}|(?P<who>(?:the )?[^,.]{{2,60}}?) {_SAID})(?: [^,.]{{0,60}})?, "
)
_INSIDE = re.compile(r"^(?:In particular|Moreover|Also|Besides|Therefore|Thus|At the same time|In addition), ")
_REPORTED_BY = re.compile(
    r",? (?:according to [^,]{3,120}|(?P<who>[^,]{2,80}?) (?:said|says|reports?|reported|added|informs|informed|read)"
    r"(?: (?:in|on|citing|with reference to)\b[^,]*)?|(?:said|reported|added) (?P<last>[^,]{2,60}))"
    r"(?:, (?:who|which|speaking|citing)\b[^.]{3,120})?$"
)
_FIRST_PERSON = frozenset({"we", "i", "our", "us", "my"})
_DASH = re.compile(r"[–—-]\s+")
_TAIL_WORDS = 22
_LEAST_BEFORE = 4


def whole_sentence_clauses(doc: Doc, barred: list[tuple[int, int]]) -> list[Clause]:
    """Find the sentences that are statements as a whole, quotations (``barred``) left out."""
    sentences = list(doc.sents)
    found: list[Clause] = []
    for number, sentence in enumerate(sentences):
        if any(s < sentence.end_char and sentence.start_char < e for s, e in barred):
            continue
        clause = (
            _according(sentence)
            or _in_words(sentence)
            or _as_noted(sentence)
            or (_as_said(sentence, sentences[number - 1]) if number else None)
            or _said_last(sentence)
        )
        if clause is not None:
            found.append(clause)
    return found


def reported_by(words: str) -> int:
    """Give the offset where ``words`` end that are said, before ", the ministry said" or "according to a statement"."""
    match = _REPORTED_BY.search(words)
    return match.start() if match and _names_reporter(match["who"] or match["last"] or match.group()) else len(words)


def _names_reporter(words: str) -> bool:
    return bool(set(re.findall(r"\w+", words.casefold())) & speech_cues(CueRole.REPORTER))


def _clause(
    sentence: Span, start: int, end: int, who: tuple[int, int] | None, cue: tuple[int, int], rule: str
) -> Clause:
    words = sentence.doc.text[start:end].rstrip().rstrip(".")
    act, act_rule = act_of_quotation(words)
    return Clause(start, start + len(words), cue, who, rule, SpeechMode.INDIRECT, act, act_rule)


def _according(sentence: Span) -> Clause | None:
    match = _ACCORDING.search(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None or _names_reporter(match["who"]):
        return None
    inside = _INSIDE.match(sentence.text)
    start = sentence.start_char + (inside.end() if inside else 0)
    return _clause(sentence, start, sentence.end_char, match.span("who"), match.span(), "according-to")


def _in_words(sentence: Span) -> Clause | None:
    match = _IN_WORDS.search(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None:
        return None
    return _clause(sentence, sentence.start_char, sentence.end_char, match.span("who"), match.span(), "in-words")


def _as_noted(sentence: Span) -> Clause | None:
    match = _AS_NOTED.match(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None or (match["who"] and _names_reporter(match["who"])):
        return None
    who, rule = (match.span("who"), "subject") if match["who"] else (None, "passive-impersonal")
    return _clause(sentence, sentence.start_char, sentence.end_char, who, match.span(), rule)


def _as_said(sentence: Span, previous: Span) -> Clause | None:
    match = _AS_SAID.match(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None or _names_reporter(match["who"]):
        return None
    return _clause(
        previous, previous.start_char, previous.end_char, match.span("who"), sentence_range(sentence), "agent"
    )


def sentence_range(sentence: Span) -> tuple[int, int]:
    """Give the offsets of a sentence."""
    return sentence.start_char, sentence.end_char


def _said_last(sentence: Span) -> Clause | None:
    """Find "Both countries should seize the chance, the Minister said at the talks": who says it stands last.

    Words in the first person are the speaker's own, printed without quotation marks: they begin with the paragraph.
    """
    for verb in reversed(sentence):
        if verb.tag_ != "VBD" or verb.lemma_.casefold() not in speech_cues(CueRole.QUOTING):
            continue
        comma = _comma_before(verb, sentence)
        if comma is None or sentence.end - verb.i > _TAIL_WORDS or comma.i - sentence.start < _LEAST_BEFORE:
            return None
        subject = own_subject(verb) or next(iter(c for c in verb.rights if c.pos_ in ("PROPN", "PRON")), None)
        if subject is None or is_reporter(subject) or not can_speak(subject) or _goes_on_after(verb):
            return None
        if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence if t.i < comma.i):
            return None
        cue, who = (comma.idx, sentence.end_char), range_of(subject)
        own_words = _first_person_start(sentence, comma.i)
        if own_words is None:
            return _clause(sentence, sentence.start_char, sentence.end_char, who, cue, "trailing")
        clause = _clause(sentence, own_words, comma.idx, who, cue, "trailing")
        return replace(clause, mode=SpeechMode.DIRECT)
    return None


def _first_person_start(sentence: Span, last: int) -> int | None:
    """Where the words of a speaker begin that are printed without marks, or None where no "I" or "we" shows them."""
    doc = sentence.doc
    if not any(t.text.casefold() in _FIRST_PERSON for t in doc[:last]):
        return None
    if any(t.tag_ == "VBD" and t.lemma_.casefold() in speech_cues(CueRole.QUOTING) for t in doc[: sentence.start]):
        return sentence.start_char
    dash = _DASH.match(doc.text)
    return dash.end() if dash else 0


def _comma_before(verb: Token, sentence: Span) -> Token | None:
    """The comma that parts what is said from its speaker: right before the verb, or before its subject."""
    subject = own_subject(verb)
    first = subject.left_edge if subject is not None and subject.i < verb.i else verb
    before = verb.doc[first.i - 1] if first.i > sentence.start else None
    return before if before is not None and before.text == "," else None


def _goes_on_after(verb: Token) -> bool:
    """Whether the verb has what is said after it and not before it."""
    rest = [t for t in verb.rights if t.dep_ in ("ccomp", "dobj", "xcomp", "dep")]
    return any(t.dep_ == "ccomp" or (t.dep_ == "dobj" and t.pos_ == "NOUN") for t in rest)
