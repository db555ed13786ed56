"""Find the clauses of saying and agreeing in a paragraph: each verb of saying with all that is said under it.

The text of a statement follows the codebook: from the verb of saying to the end of what is said, without the final
full stop; for quotations, the words between the marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from memcon.model import Act, SpeechMode
from memcon.reading.acts import TALKS, act_of, speech_verb
from memcon.reading.clause_grammar import (
    FINITE,
    at_which,
    border_before,
    first_subject,
    in_main_clause,
    looks_joined,
    main_subject,
    range_of,
    stretch_before,
    subject_of,
    with_auxiliary,
)
from memcon.reading.clause_quotes import quoted_clauses
from memcon.reading.clause_types import Clause
from memcon.reading.clause_whole import whole_sentence_clauses
from memcon.vocabulary.speech import SpeechVerb, speech_nouns

__all__ = ["Clause", "find_clauses"]

_MEETING = frozenset(
    {
        "meet",
        "speak",
        "talk",
        "host",
        "hold",
        "have",
        "convene",
        "gather",
        "receive",
        "welcome",
        "lead",
        "travel",
        "visit",
        "call",
        "join",
        "participate",
    }
)
# participles that only lead over to what is said: "Addressing the guest, the President noted"
_OPENS_WITH = frozenset(
    {"welcome", "address", "speak", "talk", "respond", "reply", "answer", "greet", "open", "comment"}
)
# in the passive these tell of things, not of what was said: "the prospects are confirmed by the results"
_NOT_OF_THINGS = frozenset(
    {
        "say",
        "make",
        "give",
        "express",
        "convey",
        "confirm",
        "identify",
        "describe",
        "establish",
        "offer",
        "announce",
        "see",
        "recognize",
        "feature",
        "demonstrate",
        "illustrate",
        "reflect",
        "support",
        "adopt",
        "sign",
        "invite",
        "honor",
        "commit",
    }
)
_TRIMMED_END = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|while|as well as|but|also|additionally|in addition|respectively)$)+$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A verb of saying with where its clause begins to be another's end (``border``) and where its text starts."""

    verb: Token
    row: SpeechVerb
    border: int
    start: int
    subject: tuple[int, int] | None
    rule: str
    of_meeting: bool


def find_clauses(doc: Doc) -> list[Clause]:
    """Find the statements of one paragraph, in order of their start; offsets are those of ``doc.text``."""
    quotes = quoted_clauses(doc)
    spoken_verbs = {c.verb for c in quotes if c.verb}
    barred = [(c.start - 1, c.end + 1) for c in quotes]
    whole = whole_sentence_clauses(doc, barred)
    barred += [(c.start, c.end) for c in whole] + [c.verb for c in whole if c.verb]
    clauses = quotes + whole
    for sentence in doc.sents:
        if any(s <= sentence.start_char and sentence.end_char <= e for s, e in barred):
            continue
        found = [f for t in sentence if (f := _found(t, sentence)) and not _inside(t, barred)]
        found = [f for f in found if (f.verb.idx, f.verb.idx + len(f.verb.text)) not in spoken_verbs]
        clauses.extend(_cut(found, sentence, [b for b in barred if b[0] >= sentence.start_char]))
    return sorted(clauses, key=lambda c: (c.start, c.end))


def _inside(token: Token, barred: list[tuple[int, int]]) -> bool:
    return any(s <= token.idx < e for s, e in barred)


def _found(token: Token, sentence: Span) -> _Found | None:
    """Tell whether a token is the verb of a statement of its own, and how it hangs together with its subject."""
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in FINITE | {"VBG", "VBN", "VB"}:
        return None
    row = speech_verb(token)
    if row is None:
        return None
    if any(c.dep_ == "auxpass" for c in token.children):
        return _passive(token, row)
    if token.tag_ in FINITE or with_auxiliary(token):
        return _main(token, row, sentence)
    if token.tag_ == "VBG":
        return _participle(token, row, sentence)
    if token.tag_ == "VB":
        return _purpose(token, row)
    if token.tag_ == "VBN" and token.dep_ in ("ROOT", "conj") and not any(c.dep_ == "agent" for c in token.children):
        return _main(token, row, sentence)
    return None


def _main(token: Token, row: SpeechVerb, sentence: Span) -> _Found | None:
    """A finite verb of the main clause, or joined to one; not one inside what is said."""
    subject = subject_of(token)
    own = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.tag_ in ("WDT", "WP", "EX"):
        return None
    if not (in_main_clause(token) or looks_joined(token, sentence, own) or at_which(token, own)):
        return None
    if subject is None and own is None:
        subject = first_subject(token, sentence) or stretch_before(token, sentence)
    if subject is None:
        return None
    start = token.idx
    border = subject[0] if own is not None and subject[0] < start else border_before(token)
    talks = token.lemma_.casefold() in TALKS and row.act is Act.DISCUSS  # "spoke with Y about X" is said by both
    return _Found(token, row, border, start, subject, "subject" if own is not None else "inherited", talks)


def _participle(token: Token, row: SpeechVerb, sentence: Span) -> _Found | None:
    """ "..., highlighting X" or "Noting X, they discussed": a statement by the subject of the main clause."""
    if token.dep_ not in ("advcl", "conj", "ROOT", "acl", "dep", "xcomp", "prep") or any(
        c.dep_ == "aux" for c in token.children
    ):
        return None
    before = token.doc[token.i - 1] if token.i > sentence.start else None
    if before is None and token.lemma_.casefold() in _OPENS_WITH:
        return None
    if before is not None and before.text not in (",", "and", "while", "–", "—") and before.text.casefold() != "also":
        return None
    if before is not None and before.text == "and" and token.dep_ != "conj":
        return None
    if token.dep_ == "conj" and not (token.head.tag_ == "VBG" and _participle(token.head, row, sentence) is not None):
        return None
    subject = subject_of(token.head) if token.head != token else None
    subject = subject or subject_of(sentence.root) or main_subject(sentence)
    if subject is None:
        return None
    return _Found(token, row, border_before(token), token.idx, subject, "participle", False)


def _purpose(token: Token, row: SpeechVerb) -> _Found | None:
    """ "met with Y to discuss X": a statement under a verb of meeting."""
    marks = [c for c in token.children if c.tag_ == "TO"]
    head = token.head
    if token.dep_ == "conj" and head.tag_ == "VB":
        inner = _purpose(head, row)
        return replace(inner, verb=token, row=row, start=token.idx, border=border_before(token)) if inner else None
    if not marks or token.dep_ not in ("xcomp", "advcl", "acl", "relcl") or (row.act is Act.ASSERT and row.neutral):
        return None
    seen = 0
    while head.lemma_ not in _MEETING and head.pos_ not in ("VERB",) and seen < 4:
        head, seen = head.head, seen + 1
    if head.lemma_.casefold() not in _MEETING or not in_main_clause(head):
        return None
    subject = subject_of(head)
    if subject is None:
        return None
    return _Found(token, row, marks[0].idx, token.idx, subject, "purpose", True)


def _passive(token: Token, row: SpeechVerb) -> _Found | None:
    """ "It was noted that X", "Hope was expressed that X", "The problem of X was reviewed"."""
    if not in_main_clause(token):
        return None
    subject = next((c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    auxiliary = next(c for c in token.children if c.dep_ == "auxpass")
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    by = range_of(next(iter(agent.children))) if agent is not None and any(agent.children) else None
    rule = "agent" if by else "passive-impersonal"
    if subject is None or subject.text.casefold() in ("it", "this", "that"):
        first = subject.idx if subject is not None else auxiliary.idx
        return _Found(token, row, first, auxiliary.idx, by, rule, False)
    if row.verb in _NOT_OF_THINGS and not _speech_noun(subject):
        return None
    first = subject.left_edge.idx
    return _Found(token, row, first, first, by, rule, False)


def _speech_noun(subject: Token) -> bool:
    return subject.lemma_.casefold() in speech_nouns() or subject.text.casefold() in speech_nouns()


def _cut(found: list[_Found], sentence: Span, barred: list[tuple[int, int]]) -> list[Clause]:
    """Give each verb's words up to where the next one's clause begins."""
    text = sentence.doc.text
    found = sorted(found, key=lambda f: f.start)
    clauses: list[Clause] = []
    for number, item in enumerate(found):
        end = sentence.end_char
        if number + 1 < len(found) and found[number + 1].border > item.start:
            end = found[number + 1].border
        if item.rule == "participle" and item.subject and item.start < item.subject[0] < end:
            end = item.subject[0]
        end = min([end, *(s for s, _ in barred if s > item.start)])
        words = text[item.start : end].rstrip()
        words = (
            words[:-1] if words.endswith((".", "!", "?")) and not re.search(r"\b(?:[A-Z]\.)+[A-Z]\.$", words) else words
        )
        words = _TRIMMED_END.sub("", words)
        if len(words.split()) < 2:
            continue
        act, rule = act_of(item.row, words)
        verb = (item.verb.idx, item.verb.idx + len(item.verb.text))
        clauses.append(
            Clause(
                item.start,
                item.start + len(words),
                verb,
                item.subject,
                item.rule,
                SpeechMode.INDIRECT,
                act,
                rule,
                item.of_meeting,
            )
        )
    return clauses
