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
from memcon.reading.clause_quotes import quoted_clauses
from memcon.reading.clause_types import Clause
from memcon.reading.clause_whole import whole_sentence_clauses
from memcon.vocabulary.speech import SpeechVerb, speech_nouns

__all__ = ["Clause", "find_clauses"]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
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
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in _FINITE | {"VBG", "VBN", "VB"}:
        return None
    row = speech_verb(token)
    if row is None:
        return None
    if any(c.dep_ == "auxpass" for c in token.children):
        return _passive(token, row)
    if token.tag_ in _FINITE or _with_auxiliary(token):
        return _main(token, row, sentence)
    if token.tag_ == "VBG":
        return _participle(token, row, sentence)
    if token.tag_ == "VB":
        return _purpose(token, row)
    if token.tag_ == "VBN" and token.dep_ in ("ROOT", "conj") and not any(c.dep_ == "agent" for c in token.children):
        return _main(token, row, sentence)
    return None


def _with_auxiliary(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.text.casefold() in ("has", "have", "had", "did") for c in token.children)


def _main(token: Token, row: SpeechVerb, sentence: Span) -> _Found | None:
    """A finite verb of the main clause, or joined to one; not one inside what is said."""
    subject = _subject(token)
    own = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.tag_ in ("WDT", "WP", "EX"):
        return None
    if not (_in_main_clause(token) or _looks_joined(token, sentence, own) or _at_which(token, own)):
        return None
    if subject is None and own is None:
        subject = _first_subject(token, sentence) or _stretch_before(token, sentence)
    if subject is None:
        return None
    start = token.idx
    border = subject[0] if own is not None and subject[0] < start else _before(token)
    talks = token.lemma_.casefold() in TALKS and row.act is Act.DISCUSS  # "spoke with Y about X" is said by both
    return _Found(token, row, border, start, subject, "subject" if own is not None else "inherited", talks)


def _before(token: Token) -> int:
    """Where the conjunction and adverbs before a joined verb begin."""
    first = token.i
    doc = token.doc
    while first > token.sent.start and doc[first - 1].text.casefold() in (
        "and",
        "also",
        "further",
        "then",
        "additionally",
        ",",
        "strongly",
        "but",
        "highly",
    ):
        first -= 1
    return doc[first].idx


def _in_main_clause(token: Token) -> bool:
    seen = 0
    while token.dep_ != "ROOT" and seen < 10:
        if token.dep_ != "conj" or token.head.tag_ not in _FINITE | {"VBN", "VB"}:
            return False
        token, seen = token.head, seen + 1
    return True


def _at_which(token: Token, own: Token | None) -> bool:
    """Whether the clause tells what was said at the occasion: "..., during which they discussed"."""
    while token.dep_ == "conj" and token.head.dep_ in ("relcl", "conj", "advcl"):
        token = token.head
    own = own or next((c for c in token.children if c.dep_ == "nsubj"), None)
    if token.dep_ not in ("relcl", "advcl") or own is None:
        return False
    before = token.doc.text[max(0, own.left_edge.idx - 16) : own.left_edge.idx].casefold()
    return re.search(r"\b(?:(?:during|at|in) which|where) $", before) is not None


def _looks_joined(token: Token, sentence: Span, own: Token | None) -> bool:
    """Whether a past tense after "and" goes on with the main clause although the parser hangs it into what is said."""
    root = sentence.root
    if token.tag_ != "VBD" or root.tag_ != "VBD" or token.i <= sentence.start:
        return False
    before = token.doc[token.i - 1]
    if before.text.casefold() in ("also", "strongly", "further") and token.i - 1 > sentence.start:
        before = token.doc[token.i - 2]
    if own is None:
        return before.text.casefold() == "and"
    left = own.left_edge
    if left.i <= sentence.start:
        return True
    return token.doc[left.i - 1].text.casefold() in ("and", "while", ";") and own.ent_type_ != "DATE"


def _subject(token: Token) -> tuple[int, int] | None:
    """The subject of a verb or of the verb that it is joined to; its words as a range."""
    seen = 0
    while seen < 8:
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP", "EX"):
                return _range(child)
        if token.dep_ not in ("conj", "advcl", "xcomp", "ROOT") or token.head == token:
            return None
        token, seen = token.head, seen + 1
    return None


def _first_subject(token: Token, sentence: Span) -> tuple[int, int] | None:
    for other in sentence:
        if other.i < token.i and other.dep_ in ("nsubj", "nsubjpass") and other.head.dep_ in ("ROOT", "conj"):
            return _range(other)
    return None


def _stretch_before(token: Token, sentence: Span) -> tuple[int, int] | None:
    """The words between the last comma and the main verb, where the parse finds no subject for it."""
    if token.dep_ != "ROOT" or token.i == sentence.start:
        return None
    first = max((t.i + 1 for t in sentence if t.i < token.i and t.text == ","), default=sentence.start)
    return (token.doc[first].idx, token.idx - 1) if first < token.i else None


def _range(token: Token) -> tuple[int, int]:
    first, last = token.left_edge, token.right_edge
    while last.i > token.i and last.text in (",", "–", "-"):
        last = last.nbor(-1)
    return first.idx, last.idx + len(last.text)


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
    subject = _subject(token.head) if token.head != token else None
    subject = subject or _subject(sentence.root) or _main_subject(sentence)
    if subject is None:
        return None
    return _Found(token, row, _before(token), token.idx, subject, "participle", False)


def _main_subject(sentence: Span) -> tuple[int, int] | None:
    return next((_range(t) for t in sentence if t.dep_ in ("nsubj", "nsubjpass")), None)


def _purpose(token: Token, row: SpeechVerb) -> _Found | None:
    """ "met with Y to discuss X": a statement under a verb of meeting."""
    marks = [c for c in token.children if c.tag_ == "TO"]
    head = token.head
    if token.dep_ == "conj" and head.tag_ == "VB":
        inner = _purpose(head, row)
        return replace(inner, verb=token, row=row, start=token.idx, border=_before(token)) if inner else None
    if not marks or token.dep_ not in ("xcomp", "advcl", "acl", "relcl") or (row.act is Act.ASSERT and row.neutral):
        return None
    seen = 0
    while head.lemma_ not in _MEETING and head.pos_ not in ("VERB",) and seen < 4:
        head, seen = head.head, seen + 1
    if head.lemma_.casefold() not in _MEETING or not _in_main_clause(head):
        return None
    subject = _subject(head)
    if subject is None:
        return None
    return _Found(token, row, marks[0].idx, token.idx, subject, "purpose", True)


def _passive(token: Token, row: SpeechVerb) -> _Found | None:
    """ "It was noted that X", "Hope was expressed that X", "The problem of X was reviewed"."""
    if not _in_main_clause(token):
        return None
    subject = next((c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    auxiliary = next(c for c in token.children if c.dep_ == "auxpass")
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    by = _range(next(iter(agent.children))) if agent is not None and any(agent.children) else None
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
