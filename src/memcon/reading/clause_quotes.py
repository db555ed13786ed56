"""Direct speech: words in quotation marks with the clause that says whose they are."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from memcon.model import SpeechMode
from memcon.reading.acts import act_of_quotation
from memcon.reading.clause_subjects import Range, is_reporter
from memcon.reading.clause_types import Clause
from memcon.reading.quotations import find_quotations
from memcon.vocabulary.speech import CueRole, speech_cues

_SHORTEST = 5
_SHORTEST_WITH_CUE = 3
_NEAR = 160
_LONG_PART = 25
_STOP = re.compile(r"[.!?](?:\s|$)|[\"“«„]")
_DASHED = re.compile(r"[–—-]\s+(?P<words>[A-Z].{20,}?)(?:[”»\"]|,\s*[–—-](?=\s))")
_SENTENCE_END = re.compile(r"[.!?]\s")


def quoted_clauses(doc: Doc) -> list[Clause]:
    """Find the direct statements of a paragraph: quotations of some length, or introduced by a verb of saying.

    A quotation that only a ministry or a spokesperson is named for has the rule ``reporter``; the caller leaves it out.
    """
    found: list[Clause] = []
    for outer, close, start, end in find_quotations(doc.text) or _dashed(doc.text):
        words = doc.text[start:end].strip()
        cue = _cue(doc, outer, close)
        if not _is_speech(doc.text, words, outer, cue):
            continue
        lead = len(doc.text[start:end]) - len(doc.text[start:end].lstrip())
        stop = start + lead + len(words.rstrip(" ,.;"))
        act, rule = act_of_quotation(words)
        verb = (cue.idx, cue.idx + len(cue.text)) if cue is not None else None
        speaker = _speaker(cue) if cue is not None else None
        who = _range(speaker) if speaker is not None else (_beside(cue) if cue is not None else None)
        how = "reporter" if speaker is not None and is_reporter(speaker) else "quotation"
        found.append(Clause(start + lead, stop, verb, who, how, SpeechMode.DIRECT, act, rule))
    return found


def _dashed(text: str) -> list[tuple[int, int, int, int]]:
    """Words that a dash opens at the head of a paragraph: "– We are ready for it,” the President noted"."""
    match = _DASHED.match(text)
    return [(match.start(), match.end(), *match.span("words"))] if match else []


def _is_speech(text: str, words: str, outer: int, cue: Token | None) -> bool:
    """Whether quoted words are speech rather than a title, a term, or a part of an indirect statement."""
    parts = words.split()
    least = _SHORTEST_WITH_CUE if cue is not None and words.endswith((",", ".", "!", "?")) else _SHORTEST
    if len(parts) < least or _is_title(parts):
        return False
    if cue is None:
        return words[-1] in ".!?," or len(parts) > 15
    before = text[:outer].rstrip()
    opens = not before or before[-1] in '.,:;!?—–-)…»”"' or before.endswith((cue.text, " that"))
    return opens or len(parts) > _LONG_PART


def _is_title(parts: list[str]) -> bool:
    long = [p for p in parts if len(p) > 3]
    capitals = sum(p[:1].isupper() for p in long)
    return bool(long) and capitals >= 0.7 * len(long) and parts[-1][-1] not in ".!?,"


def _cue(doc: Doc, outer: int, close: int) -> Token | None:
    """The verb of saying that stands after the quotation ("...", he said), else before it (he said: "...")."""
    text = doc.text
    stop = _STOP.search(text, close, min(len(text), close + _NEAR))
    after_end = stop.start() if stop else min(len(text), close + _NEAR)
    for token in doc:
        if close <= token.idx < after_end and _says(token):
            return token
    begin = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, outer - _NEAR), outer)), default=max(0, outer - _NEAR)
    )
    before = [t for t in doc if begin <= t.idx < outer and _says(t)]
    return before[-1] if before else None


def _says(token: Token) -> bool:
    return token.tag_.startswith("VB") and token.lemma_.casefold() in speech_cues(CueRole.QUOTING)


def _speaker(cue: Token) -> Token | None:
    """The head of the subject of the verb of saying, before or after it ("said Volodymyr Zelenskyy")."""
    verb = cue
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP"):
                return child
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head == verb:
            return None
        verb = verb.head
    return None


def _range(speaker: Token) -> Range:
    return speaker.left_edge.idx, speaker.right_edge.idx + len(speaker.right_edge.text)


def _beside(cue: Token) -> Range | None:
    """Where the parse gives no subject: the noun phrase that stands right before or after the verb."""
    for chunk in cue.doc.noun_chunks:
        if chunk.end == cue.i or chunk.start == cue.i + 1:
            return chunk.start_char, chunk.end_char
    return None
