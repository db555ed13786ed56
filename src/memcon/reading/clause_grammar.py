"""How a verb hangs in its sentence: in the main clause or inside what is said, and whose verb it is."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def with_auxiliary(token: Token) -> bool:
    """Whether the verb stands in a compound tense: "has discussed", "did raise"."""
    return any(c.dep_ == "aux" and c.text.casefold() in ("has", "have", "had", "did") for c in token.children)


def border_before(token: Token) -> int:
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


def in_main_clause(token: Token) -> bool:
    """Whether the verb heads its sentence, or is joined to the one that does."""
    seen = 0
    while token.dep_ != "ROOT" and seen < 10:
        if token.dep_ != "conj" or token.head.tag_ not in FINITE | {"VBN", "VB"}:
            return False
        token, seen = token.head, seen + 1
    return True


def at_which(token: Token, own: Token | None) -> bool:
    """Whether the clause tells what was said at the occasion: "..., during which they discussed"."""
    while token.dep_ == "conj" and token.head.dep_ in ("relcl", "conj", "advcl"):
        token = token.head
    own = own or next((c for c in token.children if c.dep_ == "nsubj"), None)
    if token.dep_ not in ("relcl", "advcl") or own is None:
        return False
    before = token.doc.text[max(0, own.left_edge.idx - 16) : own.left_edge.idx].casefold()
    return re.search(r"\b(?:(?:during|at|in) which|where) $", before) is not None


def looks_joined(token: Token, sentence: Span, own: Token | None) -> bool:
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


def subject_of(token: Token) -> tuple[int, int] | None:
    """The subject of a verb or of the verb that it is joined to; its words as a range."""
    seen = 0
    while seen < 8:
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP", "EX"):
                return range_of(child)
        if token.dep_ not in ("conj", "advcl", "xcomp", "ROOT") or token.head == token:
            return None
        token, seen = token.head, seen + 1
    return None


def first_subject(token: Token, sentence: Span) -> tuple[int, int] | None:
    """The subject of the main clause that stands before the verb, for a verb that the parser hangs elsewhere."""
    for other in sentence:
        if other.i < token.i and other.dep_ in ("nsubj", "nsubjpass") and other.head.dep_ in ("ROOT", "conj"):
            return range_of(other)
    return None


def stretch_before(token: Token, sentence: Span) -> tuple[int, int] | None:
    """The words between the last comma and the main verb, where the parse finds no subject for it."""
    if token.dep_ != "ROOT" or token.i == sentence.start:
        return None
    first = max((t.i + 1 for t in sentence if t.i < token.i and t.text == ","), default=sentence.start)
    return (token.doc[first].idx, token.idx - 1) if first < token.i else None


def range_of(token: Token) -> tuple[int, int]:
    """The range (code points) of a token with all that hangs on it, without a comma or dash at the end."""
    first, last = token.left_edge, token.right_edge
    while last.i > token.i and last.text in (",", "–", "-"):
        last = last.nbor(-1)
    return first.idx, last.idx + len(last.text)


def main_subject(sentence: Span) -> tuple[int, int] | None:
    """The first subject of a sentence."""
    return next((range_of(t) for t in sentence if t.dep_ in ("nsubj", "nsubjpass")), None)
