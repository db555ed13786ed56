"""Cut a sentence of an account into what one verb of saying carries, and that into its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from memcon.reading.acts import speech_verb
from memcon.reading.clauses import Clause, find_clauses
from memcon.reading.quotations import find_quotations
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.sides import is_generic, opening_words

Range = tuple[int, int]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "attr", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_DEEP = frozenset({"relcl", "ccomp", "acl", "advcl", "csubj", "nsubj"})
_BEFORE_ITEM = frozenset({",", "and", "as", ";"})
_LEAST_WORDS = 3
_LONG_QUOTE = 60  # code points: what is quoted at length is one point
_FRONT = re.compile(r"^(?:[\s,;:–—-]|(?:and|but|while|as well as|also|that|whereas)\b)+", re.IGNORECASE)
_BACK = re.compile(r"\b(?:and|but|while|as well as|also|including|or|with|to|that)$|[\s,;:–—-]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph's view that carries one point: its range, and the ranges of its items, if several.

    ``sentence`` is the range of the sentence that it stands in, ``head`` the index of the token that leads it.
    """

    start: int
    end: int
    items: tuple[Range, ...]
    sentence: Range
    head: int


def pieces_of(doc: Doc) -> list[Piece]:
    """Cut a paragraph into pieces, in order; they cover all of its words but for what joins them."""
    quotes = [(start, end) for start, end, _, _ in find_quotations(doc.text)]
    clauses = [c for c in find_clauses(doc) if c.subject_rule not in ("quotation", "in-words", "trailing")]
    names = [(m.start, m.end) for m in find_phrases(doc.text)]
    return [piece for sentence in doc.sents for piece in _sentence(sentence, clauses, quotes, names)]


def _sentence(
    sentence: SpacySpan, clauses: Sequence[Clause], quotes: Sequence[Range], names: Sequence[Range]
) -> Iterator[Piece]:
    own = [c for c in clauses if sentence.start_char <= c.start < sentence.end_char]
    cuts = {*(_begin(c, sentence) for c in own), *(_joined(sentence))}
    borders = sorted(c for c in cuts if c > sentence.start_char and not any(s < c < e for s, e in quotes))
    edges = [sentence.start_char, *borders, sentence.end_char]
    ranges = _without_splinters(sentence, list(pairwise(edges)))
    for start, end in ranges:
        trimmed = trim(sentence.doc.text, start, end, opening=start == sentence.start_char)
        if trimmed is None:
            continue
        span = sentence.doc.char_span(*trimmed, alignment_mode="contract")
        if span is None or not len(span):
            continue
        quoted = any(s < trimmed[1] and trimmed[0] < e - 1 and e - s > _LONG_QUOTE for s, e in quotes)
        items = () if quoted else tuple(items_of(span, names))
        yield Piece(*trimmed, items, (sentence.start_char, sentence.end_char), span.root.i)


def _without_splinters(sentence: SpacySpan, ranges: list[Range]) -> list[Range]:
    """Hand words that carry no point of their own to the piece before; at the head of the sentence, to the one after.

    At its head those are words without a verb: "On trade, the ministers agreed".
    """
    kept: list[Range] = []
    for start, end in ranges:
        if kept and len(sentence.doc.text[start:end].split()) < _LEAST_WORDS:
            kept[-1] = (kept[-1][0], end)
        elif len(kept) == 1 and not _has_verb(sentence, kept[0]):
            kept = [(kept[0][0], end)]
        elif kept and _says_what(sentence, kept[-1], start):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _says_what(sentence: SpacySpan, before: Range, start: int) -> bool:
    """Whether a participle says what was discussed, which the words before it leave open.

    "discussed the bilateral agenda, stating that cooperation remains weak" is one point.
    """
    first = next((t for t in sentence if t.idx == start), None)
    return first is not None and first.tag_ == "VBG" and is_generic(_after_verb(sentence, before))


def _after_verb(sentence: SpacySpan, stretch: Range) -> str:
    verb = next((t for t in sentence if t.tag_ in _FINITE and stretch[0] <= t.idx < stretch[1]), None)
    return sentence.doc.text[verb.idx + len(verb.text) if verb is not None else stretch[0] : stretch[1]]


def _has_verb(sentence: SpacySpan, stretch: Range) -> bool:
    return any(t.pos_ in ("VERB", "AUX") for t in sentence if stretch[0] <= t.idx < stretch[1])


def _begin(clause: Clause, sentence: SpacySpan) -> int:
    """Where a clause begins: at its subject, where that stands before its verb with nothing but an adverb between."""
    if clause.subject is not None and clause.subject_rule in ("subject", "passive-impersonal", "agent"):
        start, end = clause.subject
        if sentence.start_char <= start < clause.start and len(sentence.doc.text[end : clause.start].split()) <= 8:
            return start
    return clause.start


def _joined(sentence: SpacySpan) -> Iterator[int]:
    """Where a finite verb joined to the main verb begins its own clause, or a second "that" what is said."""
    main = {sentence.root.i}
    for token in sentence:
        if token.dep_ not in ("conj", "parataxis", "ccomp") or not _is_finite(token):
            continue
        heads = token.head.i in main
        if heads and token.dep_ == "conj":
            main.add(token.i)
        mistaken = _goes_back_to_main(token, sentence)
        said = token.dep_ == "conj" and token.head.dep_ == "ccomp" and token.head.head.i in main
        if (
            mistaken
            or (heads and (token.dep_ == "conj" or _after_semicolon(token)))
            or (said and _subject(token) is not None)
        ):
            yield _clause_start(token)


def _goes_back_to_main(token: Token, sentence: SpacySpan) -> bool:
    """Whether a verb of saying that the parse joins to one in a clause below it goes on with the main clause.

    "focused on what he described as threats and outlined the sanctions".
    """
    return (
        token.tag_ == "VBD"
        and token.head.dep_ in ("pcomp", "relcl", "advcl")
        and token.head.tag_ == "VBD"
        and token.i > sentence.start
        and token.nbor(-1).text.casefold() == "and"
        and speech_verb(token) is not None
    )


def _is_finite(token: Token) -> bool:
    return token.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_ in ("aux", "auxpass") for c in token.children)


def _subject(token: Token) -> Token | None:
    return next(
        (c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") and c.i < token.i), None
    )


def _after_semicolon(token: Token) -> bool:
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].text == ";"


def _clause_start(token: Token) -> int:
    subject = _subject(token)
    if subject is not None:
        return int(subject.left_edge.idx)
    first = min(
        (c.i for c in token.children if c.i < token.i and c.dep_ in ("aux", "auxpass", "neg", "advmod")),
        default=token.i,
    )
    return int(token.doc[first].idx)


def trim(text: str, start: int, end: int, *, opening: bool = False) -> Range | None:
    """Cut joining words and marks off both ends of ``text[start:end]``; None where too little is left.

    With ``opening``, words that only join a sentence to the one before are cut off as well ("In this context,").
    """
    words = text[start:end]
    if opening:
        words = _opening(words)[1]
    words = _FRONT.sub("", words)
    begin = end - len(words)
    words = words.rstrip()
    if words.endswith((".", "!", "?")) and not re.search(r"\b(?:[A-Z]\.)+[A-Z]\.$|\bJr\.$", words):
        words = words[:-1]
    while (shorter := _BACK.sub("", words)) != words:
        words = shorter
    if not any(c.isalpha() for c in words):
        return None
    return begin, begin + len(words)


def _opening(words: str) -> tuple[str, str]:
    """Part words that join a sentence to the one before from the rest."""
    found = opening_words().match(words)
    return (words[: found.end()], words[found.end() :]) if found else ("", words)


def items_of(span: SpacySpan, names: Sequence[Range]) -> Iterator[Range]:
    """The items of a piece, if it has several: members of its lists of objects, and what is hung on after a comma.

    ``names`` are the ranges of parties' names, which are never cut ("Security and Cooperation in Europe").
    """
    doc = span.doc
    starts = sorted({_item_start(token) for token in span if _begins_item(token, span)})
    starts = [s for s in starts if doc[span.start].idx < s and doc.text[s - 1] == " "]
    starts = [s for s in starts if not any(first < s < last for first, last in names)]
    if not starts:
        return
    edges = [span.start_char, *starts, span.end_char]
    found: list[Range] = []
    for start, end in pairwise(edges):
        trimmed = trim(doc.text, start, end)
        if trimmed is None:
            continue
        if found and is_generic(doc.text[slice(*trimmed)]):
            found[-1] = (found[-1][0], trimmed[1])
        else:
            found.append(trimmed)
    if len(found) > 1:
        yield from found


def _begins_item(token: Token, span: SpacySpan) -> bool:
    """Whether an item begins with the phrase that a token leads: after a comma or "and", in a list near the verb."""
    start = token.left_edge.i
    before = token.doc[start - 1].text.casefold() if start > span.start else ""
    if before not in _BEFORE_ITEM or not _near(token, span):
        return False
    if token.dep_ in ("conj", "appos") and token.pos_ in ("NOUN", "PROPN", "PRON"):
        first = token
        while first.dep_ in ("conj", "appos") and first.head.i >= span.start:
            first = first.head
        return (first.dep_ in _OBJECTS or first.tag_ == "VBD") and (token.dep_ == "conj" or _goes_on(token, span))
    if token.pos_ == "ADP" or token.text == "including":
        named = any(c.dep_ in ("pobj", "pcomp") for c in token.children)  # not "including through X"
        return named and token.dep_ in ("prep", "conj") and sum(1 for _ in token.subtree) >= _LEAST_WORDS
    return token.dep_ == "advcl" and token.tag_ == "VBG"


def _near(token: Token, span: SpacySpan) -> bool:
    """Whether a phrase hangs on the verb by objects and prepositions only, and not deep inside what is said."""
    while token.i != span.root.i:
        if token.dep_ in _DEEP and not (token.dep_ == "advcl" and token.tag_ == "VBG"):
            return False
        token = token.head
        if token.i < span.start or token.i >= span.end:
            return False
    return True


def _goes_on(token: Token, span: SpacySpan) -> bool:
    """Whether a list goes on after a phrase that the parse takes for an apposition: "X, Y, as well as Z"."""
    end = token.right_edge.i + 1
    return end < span.end and token.doc[end].text.casefold() in (",", "and", "as")


def _item_start(token: Token) -> int:
    return int(token.left_edge.idx)
