"""Statements that are whole sentences: "According to X, ...", "The U.S., in his words, ...", "This was stated by X"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from memcon.model import SpeechMode
from memcon.reading.acts import act_of_quotation
from memcon.reading.clause_types import Clause

_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>(?:the )?[^,.;]{2,80}?)(?=[,.;]|$)")
_IN_WORDS = re.compile(r"\b[Ii]n (?P<who>(?:his|her|their|the [\w ’'-]{2,50}[’']s?)) (?:words|opinion|view)\b")
_AS_SAID = re.compile(
    r"\b(?:This|That|It) (?:was|has been) (?:stated|said|announced|noted|emphasi[sz]ed|stressed|reported|"
    r"declared) by (?P<who>[^.]{3,160}?)"
    r"(?= (?:during|at|in|on|after|following|while)\b|[.,])"
)
_TRAILING = re.compile(
    r"[^\"“«]{20,}, (?P<who>(?:the |[A-Z])[\w .’'-]{1,60}?|he|she) "
    r"(?P<cue>said|says|stressed|noted|added|emphasi[sz]ed|underlined|underscored|stated|explained|pointed out|"
    r"concluded|recalled|told [\w ]{3,40})(?: (?:on|at|in|during) [^.,]{3,60})?\.?\s*"
)
_REPORT = re.compile(
    r"\b(?:report|document|data|law|constitution|schedule|agreement|press service|media|sources?|website|"
    r"plan|statistics|resolution)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"^(?:In particular|Moreover|Also|Besides|Therefore|Thus|At the same time|In addition), ")


def whole_sentence_clauses(doc: Doc, barred: list[tuple[int, int]]) -> list[Clause]:
    """Find the sentences that are statements as a whole, quotations (``barred``) left out."""
    sentences = list(doc.sents)
    found: list[Clause] = []
    for number, sentence in enumerate(sentences):
        if any(s <= sentence.start_char < e for s, e in barred):
            continue
        clause = (
            _according(sentence)
            or _in_words(sentence)
            or _trailing(sentence)
            or (_as_said(sentence, sentences[number - 1]) if number else None)
        )
        if clause is not None:
            found.append(clause)
    return found


def _clause(sentence: Span, start: int, who: tuple[int, int], cue: tuple[int, int], rule: str) -> Clause:
    words = sentence.doc.text[start : sentence.end_char].rstrip().rstrip(".")
    act, act_rule = act_of_quotation(words)
    return Clause(start, start + len(words), cue, who, rule, SpeechMode.INDIRECT, act, act_rule)


def _according(sentence: Span) -> Clause | None:
    match = _ACCORDING.search(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None or _REPORT.search(match["who"]):
        return None
    inside = _INSIDE.match(sentence.text)
    start = sentence.start_char + (inside.end() if inside else 0)
    return _clause(sentence, start, match.span("who"), match.span(), "according-to")


def _trailing(sentence: Span) -> Clause | None:
    """ "Hungary firmly supports the treaty, Kertész stressed": what is said stands before who says it."""
    match = _TRAILING.fullmatch(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None:
        return None
    return _clause(sentence, sentence.start_char, match.span("who"), match.span("cue"), "trailing")


def _in_words(sentence: Span) -> Clause | None:
    match = _IN_WORDS.search(sentence.doc.text, sentence.start_char, sentence.end_char)
    return _clause(sentence, sentence.start_char, match.span("who"), match.span(), "in-words") if match else None


def _as_said(sentence: Span, previous: Span) -> Clause | None:
    match = _AS_SAID.match(sentence.doc.text, sentence.start_char, sentence.end_char)
    if match is None:
        return None
    return _clause(previous, previous.start_char, match.span("who"), match.span(), "agent")
