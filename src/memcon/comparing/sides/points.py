"""The points that an account makes: what one verb of saying carries, in order, with who is said to have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from memcon.comparing.sides.cutting import Piece, pieces_of
from memcon.comparing.sides.telling import is_telling, topic_of_telling
from memcon.comparing.sides.values import Point
from memcon.model import Account, Block, BlockKind, Document, DocumentKind, Reading, Span, Statement, TurnRole
from memcon.reading.model_english import english
from memcon.reading.names import fold_name
from memcon.reading.view import View, view_of
from memcon.vocabulary.sides import press_words, tellers

_TEXTS = frozenset({BlockKind.TEXT})
_SHORTEST_NAME = 2
_FEWEST_REPORTED = 5  # words: "No, they didn't" reports nothing by itself
_RECEIVERS = frozenset({"dobj", "dative"})
_FIRST_PERSON = frozenset({"i", "we", "you", "me", "us", "our", "my"})


@dataclass(frozen=True, slots=True)
class _Cut:
    view: View
    parse: Doc
    piece: Piece


def points_of(document: Document, reading: Reading, account: Account | None) -> tuple[Point, ...]:
    """Give the points that ``document`` makes on the engagement that ``account`` tells of, in order.

    Where ``account`` is None, those of the whole text. Sentences that only tell that the occasion was held, notices
    and openings are no points; of a transcript, those sentences are that report what was said or agreed.
    """
    cuts = list(_cuts(document, reading, account))
    total = sum(c.piece.end - c.piece.start for c in cuts) or 1
    points: list[Point] = []
    for order, cut in enumerate(cuts, start=1):
        span = document.span(*cut.view.canonical(cut.piece.start, cut.piece.end))
        said = _statement_of(span, account)
        points.append(
            Point(
                span,
                order,
                (cut.piece.end - cut.piece.start) / total,
                _speakers(said, cut, account),
                said.act.value if said else None,
                tuple(document.span(*cut.view.canonical(*item)) for item in cut.piece.items),
            )
        )
    return tuple(points)


def _cuts(document: Document, reading: Reading, account: Account | None) -> Iterator[_Cut]:
    blocks = list(_blocks(reading))
    views = [v for b in blocks for v in _paragraphs(document, b)]
    reported = reading.kind.value is DocumentKind.TRANSCRIPT
    told = {s.start for s in account.kind.spans} if account else set()
    for view, parse in zip(views, english().pipe([v.text for v in views], batch_size=64), strict=True):
        for piece in pieces_of(parse):
            sentence = parse.char_span(*piece.sentence)
            if (reported and not _reports(parse, piece, account)) or _is_for_press(parse, piece):
                continue
            if sentence is not None and is_telling(sentence, view, told):
                topic = topic_of_telling(sentence, piece)
                if topic is None:
                    continue
                piece = topic
            yield _Cut(view, parse, piece)


def _blocks(reading: Reading) -> Iterator[Block]:
    asked = {t.turn.words.start for t in reading.turns if t.turn.role is TurnRole.QUESTIONER}
    for block in reading.layout.blocks:
        if block.kind in _TEXTS or (block.kind is BlockKind.TURN and block.span.start not in asked):
            yield block


def _paragraphs(document: Document, block: Block) -> Iterator[View]:
    start = block.span.start
    for line in document.text[block.span.start : block.span.end].split("\n"):
        if line.strip():
            number = re.match(r"\s*(?:\(?\d{1,2}[.)]|[-–•*])\s+(?=\S)", line)
            view = view_of(document.text, start + (number.end() if number else 0), start + len(line))
            if view.text:
                yield view
        start += len(line) + 1


def _is_for_press(parse: Doc, piece: Piece) -> bool:
    """Whether somebody speaks to the press: "X briefed reporters on the call"."""
    head = parse[piece.head]
    return any(t.lemma_.casefold() in press_words() for c in head.children if c.dep_ in _RECEIVERS for t in c.subtree)


def _reports(parse: Doc, piece: Piece, account: Account | None) -> bool:
    """Whether a piece of a transcript reports what those who met said or agreed, or how they met."""
    span = parse.char_span(piece.start, piece.end, alignment_mode="contract")
    if span is None or len(span.text.split()) < _FEWEST_REPORTED:
        return False
    subject = next((t for t in span if t.dep_ in ("nsubj", "nsubjpass") and t.head.i <= piece.head), None)
    subject = subject or next((t for t in span if t.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.text.casefold() in _FIRST_PERSON:
        return False
    words = " ".join(t.text.casefold() for t in subject.subtree)
    return bool(tellers().search(words)) or (account is not None and _names(words, account) != ())


def _statement_of(span: Span, account: Account | None) -> Statement | None:
    """The statement of the reading that has most of its words in common with a point."""
    if account is None:
        return None
    best = max(account.statements, key=lambda s: _common(s.text, span), default=None)
    if best is None or _common(best.text, span) * 2 < min(len(span.text), len(best.text.text)):
        return None
    return best


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _speakers(said: Statement | None, cut: _Cut, account: Account | None) -> tuple[str, ...]:
    """The parties of those who are said to make a point."""
    if account is None:
        return ()
    if said is not None:
        parties = {p.name.value: p.party.value for p in account.participants if p.name and p.party}
        known = {p.value for p in account.parties}
        found = [parties.get(s.value, s.value if s.value in known else None) for s in said.speakers]
        return tuple(dict.fromkeys(f for f in found if f))
    head = cut.parse[cut.piece.head]
    subject = next((t for t in head.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    return _names(" ".join(t.text for t in subject.subtree).casefold(), account) if subject is not None else ()


def _names(words: str, account: Account) -> tuple[str, ...]:
    """The parties of those participants whose family name stands in some words (in lower case)."""
    told = set(fold_name(words))
    found = [p.party.value for p in account.participants if p.name and p.party and told & _family(p.name.value)]
    return tuple(dict.fromkeys(found))


def _family(name: str) -> set[str]:
    """The words that may be a name's family name: the first and the last, initials and suffixes aside."""
    words = [w for w in fold_name(name) if len(w) > _SHORTEST_NAME]
    return {words[0], words[-1]} if words else set()
