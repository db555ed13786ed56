"""Direct speech: words in quotation marks with the clause that says whose they are."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from memcon.model import SpeechMode
from memcon.reading.acts import act_of_quotation
from memcon.reading.clause_types import Clause
from memcon.reading.quotations import find_quotations
from memcon.vocabulary.speech import speech_verbs

_SHORTEST = 5
_SHORTEST_WITH_CUE = 3
_CUES = frozenset(
    {
        "say",
        "add",
        "note",
        "stress",
        "emphasize",
        "emphasise",
        "state",
        "tell",
        "explain",
        "underscore",
        "underline",
        "remark",
        "conclude",
        "continue",
        "declare",
        "reply",
        "respond",
        "ask",
        "warn",
        "point",
        "sum",
        "observe",
        "recall",
        "assure",
        "believe",
        "write",
        "tweet",
        "comment",
        "highlight",
        "announce",
        "affirm",
        "insist",
        "argue",
        "express",
        "quote",
    }
)
_NEAR = 160


def quoted_clauses(doc: Doc) -> list[Clause]:
    """Find the direct statements of a paragraph: quotations of some length, or introduced by a verb of saying."""
    found: list[Clause] = []
    for outer, close, start, end in find_quotations(doc.text):
        words = doc.text[start:end].strip()
        cue = _cue(doc, outer, close)
        least = _SHORTEST_WITH_CUE if cue is not None and words[-1] in ",.!?" else _SHORTEST
        if len(words.split()) < least or (cue is None and not _is_sentence(words)):
            continue
        lead = len(doc.text[start:end]) - len(doc.text[start:end].lstrip())
        stop = start + lead + len(words.rstrip(" ,.;"))
        act, rule = act_of_quotation(words)
        verb = (cue.idx, cue.idx + len(cue.text)) if cue is not None else None
        subject = _speaker(cue) if cue is not None else None
        found.append(Clause(start + lead, stop, verb, subject, "quotation", SpeechMode.DIRECT, act, rule))
    return found


def _is_sentence(words: str) -> bool:
    """Whether quoted words without a cue are speech rather than a title: they end like a sentence or are long."""
    return words[-1] in ".!?," or len(words.split()) > 15


def _cue(doc: Doc, outer: int, close: int) -> Token | None:
    """The verb of saying that stands after the quotation ("...", he said), else before it (he said: "...")."""
    text = doc.text
    stop = re.compile(r"[.!?](?:\s|$)|[\"“«„]").search(text, close, min(len(text), close + _NEAR))
    after_end = stop.start() if stop else min(len(text), close + _NEAR)
    for token in doc:
        if close <= token.idx < after_end and _says(token):
            return token
    begin = max(
        (m.end() for m in re.compile(r"[.!?]\s").finditer(text, max(0, outer - _NEAR), outer)),
        default=max(0, outer - _NEAR),
    )
    before = [t for t in doc if begin <= t.idx < outer and _says(t)]
    return before[-1] if before else None


def _says(token: Token) -> bool:
    lemma = token.lemma_.casefold()
    return (
        lemma in _CUES
        and lemma in speech_verbs() | {"write": (), "tweet": (), "continue": ()}
        and token.tag_.startswith("VB")
    )


def _speaker(cue: Token) -> tuple[int, int] | None:
    """The subject of the verb of saying, before or after it ("said Volodymyr Zelenskyy")."""
    verb = cue
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP"):
                return child.left_edge.idx, _right(child)
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head == verb:
            break
        verb = verb.head
    return _beside(cue)


def _right(token: Token) -> int:
    last = token.right_edge
    return last.idx + len(last.text)


def _beside(cue: Token) -> tuple[int, int] | None:
    """Where the parse gives no subject: the noun phrase that stands right before or after the verb."""
    doc = cue.doc
    for chunk in doc.noun_chunks:
        if chunk.end == cue.i or chunk.start == cue.i + 1:
            return chunk.start_char, chunk.end_char
    return None
