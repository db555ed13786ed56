"""Sentences that tell that the occasion was held, and what they say of its topics."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from memcon.comparing.sides.cutting import Piece, trim
from memcon.model import EngagementKind
from memcon.reading.acts import speech_verb
from memcon.reading.view import View
from memcon.vocabulary.occasions import Takes, occasion_nouns, occasion_verbs
from memcon.vocabulary.sides import attending_verbs, holding_verbs, is_generic

_NOUN_ROLES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_TOPIC = re.compile(r"\b(?:to (?=[a-z]+ )|(?P<on>about |regarding |concerning ))")
_FEW = 2  # sentences from the head of a paragraph in which an occasion is told


def is_telling(sentence: SpacySpan, view: View, told: set[int]) -> bool:
    """Tell whether a sentence only tells that the occasion was held: "X met with Y", "X had a call with Y".

    ``told`` are the canonical offsets at which the reading saw the occasion told.
    """
    root = sentence.root
    if any(sentence.start_char <= at < sentence.end_char and view.origins[at] in told for at in _offsets(view, told)):
        return _holds(root) or (root.lemma_.casefold() in occasion_verbs() and speech_verb(root) is None)
    return _attends(root) or _meets(root) or (_holds(root) and _near_the_head(sentence))


def _offsets(view: View, told: set[int]) -> list[int]:
    return [n for n, origin in enumerate(view.origins[:-1]) if origin in told]


def _near_the_head(sentence: SpacySpan) -> bool:
    return any(s.start == sentence.start for s in islice(sentence.doc.sents, _FEW))


def _holds(root: Token) -> bool:
    if root.lemma_.casefold() in holding_verbs():
        return any(
            t.dep_ in _NOUN_ROLES and _is_occasion(t) for t in root.subtree if t.head == root or t.head.head == root
        )
    return _meets(root)


def _attends(root: Token) -> bool:
    """Whether a sentence only tells who came along: "She was joined by X", "Present was Y"."""
    passive = any(c.dep_ == "auxpass" for c in root.children)
    first = root.sent[0].text.casefold()
    return (root.lemma_.casefold() in attending_verbs() and passive) or first in attending_verbs()


def _meets(root: Token) -> bool:
    """Whether a verb tells of an occasion by itself: "met with Y", "received the minister"."""
    after = f" {root.doc[root.i + 1 : root.sent.end].text.casefold()} "
    known = occasion_verbs().get(root.lemma_.casefold(), ())
    rows = [r for r in known if not r.follows or f" {r.follows.lstrip('^')} " in after]
    with_whom = any(c.dep_ == "prep" and c.lemma_ in ("with", "to") for c in root.children)
    silent = speech_verb(root) is None
    return any(
        (row.object is Takes.WITH and (with_whom or row.verb == "meet"))
        or (row.object is Takes.PERSON and silent)
        or (row.object in (Takes.PLACE, Takes.OCCASION) and bool(row.follows) and silent)
        for row in rows
        if row.kind is not EngagementKind.MESSAGE
    )


def _is_occasion(token: Token) -> bool:
    words = [c.text.casefold() for c in token.lefts if c.dep_ in ("compound", "amod")] + [token.text.casefold()]
    return any(tuple(words[n:]) in occasion_nouns() for n in range(len(words)))


def topic_of_telling(sentence: SpacySpan, piece: Piece) -> Piece | None:
    """Cut a piece of such a sentence down to what it says of the topics; None where it says nothing particular.

    "spoke today with Y about the drought" gives "about the drought"; "to discuss bilateral issues" gives nothing.
    """
    words = sentence.doc.text[piece.start : piece.end]
    if piece.start > sentence.root.idx and speech_verb(sentence.doc[piece.head]) is not None:
        return None if is_generic(words) else piece
    found = next(
        (
            m
            for m in _TOPIC.finditer(words)
            if m.group().startswith(("about", "regard", "concern")) or _says(sentence, piece.start + m.end())
        ),
        None,
    )
    if found is None or is_generic(words[found.end() :]):
        return None
    cut = trim(sentence.doc.text, piece.start + found.start(), piece.end)
    if cut is None:
        return None
    items = tuple((max(s, cut[0]), e) for s, e in piece.items if e > cut[0])
    return replace(piece, start=cut[0], end=cut[1], items=items if len(items) > 1 else ())


def _says(sentence: SpacySpan, at: int) -> bool:
    token = next((t for t in sentence if t.idx == at), None)
    return token is not None and speech_verb(token) is not None
