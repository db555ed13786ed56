"""The points that an account makes: what one verb of saying carries, in order, with who is said to have said it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from memcon.comparing.sides.cutting import Piece, pieces_of
from memcon.comparing.sides.stretches import Stretch, stretches_of
from memcon.comparing.sides.telling import is_telling, topic_of_telling
from memcon.comparing.sides.values import Point
from memcon.model import Account, Document, Reading, Span, Statement
from memcon.reading.model_english import english
from memcon.reading.names import fold_name
from memcon.vocabulary.sides import press_words, subjects_in, tellers

_SHORTEST_NAME = 2
_FEWEST_OWN = 7  # words: a shorter sentence of remarks is a greeting or thanks
_FEWEST_REPORTED = 5  # words: "No, they didn't" reports nothing by itself
_RECEIVERS = frozenset({"dobj", "dative"})
_UNUSED = ["ner"]
"""Parts of the language model that nothing asks for here; without them the rest comes out the same."""
_FIRST_PERSON = frozenset({"i", "we", "you", "me", "us", "our", "my"})


@dataclass(frozen=True, slots=True)
class _Cut:
    stretch: Stretch
    parse: Doc
    piece: Piece


def points_of(document: Document, reading: Reading, account: Account | None) -> tuple[Point, ...]:
    """Give the points that ``document`` makes on the engagement that ``account`` tells of, in order.

    Where ``account`` is None, those of the whole text. Sentences that only tell that the occasion was held, notices
    and openings are no points. Of a briefing those sentences are points that report what was said or agreed, of the
    remarks of one who took part all that are on something.
    """
    cuts = list(_cuts(document, reading, account))
    total = sum(c.piece.end - c.piece.start for c in cuts) or 1
    points: list[Point] = []
    for order, cut in enumerate(cuts, start=1):
        span = document.span(*cut.stretch.view.canonical(cut.piece.start, cut.piece.end))
        said = _statement_of(span, account)
        points.append(
            Point(
                span,
                order,
                (cut.piece.end - cut.piece.start) / total,
                _speakers(said, cut, account),
                said.act.value if said else None,
                tuple(document.span(*cut.stretch.view.canonical(*item)) for item in cut.piece.items),
            )
        )
    return tuple(points)


def _cuts(document: Document, reading: Reading, account: Account | None) -> Iterator[_Cut]:
    stretches = stretches_of(document, reading, account)
    told = {s.start for s in account.kind.spans} if account else set()
    parses = english().pipe([s.view.text for s in stretches], batch_size=64, disable=_UNUSED)
    for stretch, parse in zip(stretches, parses, strict=True):
        for piece in pieces_of(parse):
            kept = _kept(stretch, parse, piece, account, told)
            if kept is not None:
                yield _Cut(stretch, parse, kept)


def _kept(stretch: Stretch, parse: Doc, piece: Piece, account: Account | None, told: set[int]) -> Piece | None:
    """A piece that is a point, cut down to what it says of the talks; None for one that is none."""
    words = parse.text[piece.start : piece.end]
    if _is_for_press(parse, piece):
        return None
    if stretch.own:
        return piece if len(words.split()) >= _FEWEST_OWN and subjects_in(words) else None
    if stretch.reported and not _reports(parse, piece, account):
        return None
    sentence = parse.char_span(*piece.sentence)
    if sentence is not None and is_telling(sentence, stretch.view, told):
        return topic_of_telling(sentence, piece)
    return piece


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
    if cut.stretch.speaker is not None:
        return (cut.stretch.speaker,)
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
