"""What is said before the verb of saying: '"We won," she said', "The plan, he said, is dead"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from memcon.reading.attribution_extents import group_start, inverted, range_to, verb_takes
from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_types import Range
from memcon.reading.clause_subjects import own_subject

_MARKS = frozenset({'"', "”", "“"})
_PAUSES = frozenset({",", "?", "!", "—", "–", "-", "--", "...", "…"}) | _MARKS
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ASIDES = frozenset({"when", "as", "after", "while", "before", "since", "although", "though", "if", "because"})
_JOINED = frozenset({"and", "but", "because", "since", "until", "unless", "although", "though", "so", "if"})
_MOST_BETWEEN = 14


def said_before(token: Token, paragraph: Paragraph) -> tuple[Range, ...] | None:
    """Give what stands before "he said" or "said Smith", and what goes on after it; None where nothing does."""
    if not _speaks(token):
        return None
    doc = token.doc
    first = group_start(token, paragraph)
    begin, end = paragraph.unit(token)
    if first == begin and first > 0 and doc[first - 1].text in _MARKS:  # the sentence is cut after the mark
        begin = next((u[0] for u in paragraph.units if u[1] == first), begin)
    if first <= begin or doc[first - 1].text not in _PAUSES:
        return None
    quoted = paragraph.quoted[first - 1] or (first - 1 > begin and paragraph.quoted[first - 2])
    quoted = quoted and not _names_place(doc[begin:first], paragraph)
    words = doc[begin : first - (doc[first - 1].text in (",", "—", "–", "-"))]
    if len(words) > 1 and words[0].text == "(":
        words = words[1:]
    if not words or (quoted and _ended(token, first, paragraph)):
        return None
    rest = _rest(token, end, paragraph, whole=quoted or _has_verb(words))
    if _goes_on(token, paragraph, quoted) and not (quoted and (_pauses_inside(doc[first - 2]) or rest is not None)):
        return None
    if not quoted and not _is_said(token, words, rest, paragraph):
        return None
    return ((words.start_char, words.end_char),) + ((rest,) if rest else ())


def _names_place(words: Span, paragraph: Paragraph) -> bool:
    """Whether the marks before are those of a title: 'In an interview on "Ten Tonight," she said'."""
    outside = [t for t in words if not paragraph.quoted[t.i]]
    return not paragraph.quoted[words[0].i] and words[0].tag_ == "IN" and not any(t.tag_ in _FINITE for t in outside)


def _has_verb(words: Span) -> bool:
    return any(t.tag_ in _FINITE for t in words)


def _pauses_inside(last: Token) -> bool:
    """Whether a quotation ends as one does before its speaker: '"We won," she said'."""
    return last.text in (",", "?", "!")


def _is_said(token: Token, words: Span, rest: Range | None, paragraph: Paragraph) -> bool:
    """Whether words without marks before "she said" are what she said, and not where, when or asked what."""
    if rest is None and (not _has_verb(words) or any(c.dep_ == "dobj" for c in token.rights)):
        return False
    if any(c.dep_ == "ccomp" and c.i < token.i for c in token.children):
        return True
    alone = rest is not None and rest in paragraph.quotes
    if words[0].tag_ in ("VBN", "VBG") or words[0].text.casefold() in _ASIDES:
        return rest is not None and not alone  # 'Asked about it, she said, "No"': the quotation alone is said
    if rest is None or not alone:
        return True
    return not any(t.tag_.startswith("VB") for t in words) and ":" not in token.doc.text[token.idx : rest[0]]


def _speaks(token: Token) -> bool:
    """Whether the verb is finite and has a subject that is no relative pronoun."""
    subject = own_subject(token)
    if subject is not None and subject.tag_ in ("WDT", "WP"):
        return False
    if token.tag_ in ("VBD", "VBZ", "VBP"):
        return subject is not None or token.dep_ == "ROOT" or (token.i > 0 and token.nbor(-1).text in _MARKS)
    return subject is not None and any(c.dep_ == "aux" and c.tag_ != "TO" for c in token.children)


def _goes_on(token: Token, paragraph: Paragraph, quoted: bool) -> bool:
    """Whether what is said follows the verb without a comma between them."""
    for child in token.rights:
        if child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "dobj" and child.pos_ == "NOUN" and not quoted):
            between = token.doc[token.i + 1 : child.left_edge.i + 1]
            return not any(t.text in (",", ":") or paragraph.quoted[t.i] for t in between)
    return False


def _rest(token: Token, end: int, paragraph: Paragraph, whole: bool) -> Range | None:
    """What is said on after "he said": "The plan, he said, is dead", '"We won," she said, "at last"'.

    ``whole`` tells that what stands before is a sentence or a quotation of its own.
    """
    doc = token.doc
    last = inverted(token, paragraph)
    at = last + 1
    while at < end and not (doc[at].text in (",", ":", "—", "–") or paragraph.quoted[at]):
        at += 1
        if at - last > _MOST_BETWEEN:
            return None
    if at + 1 >= end or doc[at + 1].tag_ == "VBG":
        return None
    for here in range(at, min(at + 3, end)):
        if here > at + 1 and doc[here - 1].dep_ != "cc":
            break
        if paragraph.quoted[here]:
            return paragraph.quote_over(doc[here].idx, doc[here].idx + 1)
    finite = any(t.tag_ in _FINITE and not paragraph.quoted[t.i] for t in doc[at + 1 : end])
    if not finite or (whole and not _mid_sentence(token, at, end) and not _clause_joined(doc[at + 1 : end])):
        return None
    return range_to(doc, at + 1, end)


def _clause_joined(words: Span) -> bool:
    """Whether a clause with a subject of its own is joined on: "The road is open, she said, but the bridge is not"."""
    if words[0].text.casefold() not in _JOINED:
        return False
    verb = next((t for t in words if t.tag_ in _FINITE), None)
    if verb is None:
        return False
    head = verb.head if verb.tag_ == "MD" else verb
    subject = own_subject(head)
    return subject is not None and subject.i > words[0].i and not verb_takes(head)


def _mid_sentence(token: Token, at: int, end: int) -> bool:
    """Whether the sentence's main verb stands after "he said"."""
    root = token
    while root.head.i != root.i:
        root = root.head
    return at < root.i < end


def said_as(token: Token, paragraph: Paragraph) -> tuple[Range, ...]:
    """Give what "as the mayor said" is put to: the rest of its sentence; empty where the verb is under no "as"."""
    doc = token.doc
    first = group_start(token, paragraph)
    begin, end = paragraph.unit(token)
    if first <= begin or doc[first - 1].text.casefold() != "as" or token.tag_ not in (*_FINITE, "VBN", "VB"):
        return ()
    if own_subject(token) is None or any(c.dep_ in ("ccomp", "dobj") and c.text != "it" for c in token.rights):
        return ()
    opening = first - 1
    if opening - begin > 1:
        if doc[opening - 1].text not in (",", "—", "–", "-"):
            return ()
        return (paragraph.with_quotes(*range_to(doc, begin, opening)),)
    comma = next((t.i for t in doc[token.i : end] if t.text in (",", ":") and not paragraph.quoted[t.i]), None)
    if comma is None or comma + 1 >= end:
        return ()
    return (paragraph.with_quotes(*range_to(doc, comma + 1, end)),)


def _ended(token: Token, first: int, paragraph: Paragraph) -> bool:
    """Whether the quotation before ends with a full stop, and the verb has what is said after it."""
    inner = token.doc[first - 2] if first > 1 else token
    _, end = paragraph.unit(token)
    after = token.doc[token.i + 1 : end]
    return inner.text == "." and (any(t.text == ":" or paragraph.quoted[t.i] for t in after))
