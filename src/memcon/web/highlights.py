"""A document's text with what was read from it marked, safe to put on a page."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup, escape

from memcon.errors import UsageError
from memcon.exporting.words import party_in_words, value_in_words
from memcon.model import STATED, Account, BlockKind, Cited, DateRole, Participant, Reading, Span
from memcon.record.search import folded, phrases_of
from memcon.vocabulary.rules import meaning_of
from memcon.web.links import anchor

KINDS = {
    "person": "people",
    "office": "offices",
    "party": "parties",
    "date": "dates",
    "place": "places",
    "occasion": "words of the engagement",
    "statement": "statements",
    "gap": "gaps",
    "reprint": "reprint lines",
}
"""The kinds of marks in the order of the legend, each with its name there."""

HIT = "hit"
"""The kind of words that were searched for."""

_COLOURED = ("place", "date", "person", "office", "party", "occasion")
"""The kinds told by the colour behind the words, of which a mark can have only one: the first of these that it is."""

_ROLES = {
    DateRole.PUBLISHED: "date of publication",
    DateRole.REPRINTED: "date of a reprint",
    DateRole.EVENT: "date of the event",
}
_FRAME = "block"
_Queued = tuple[int, int, int, "Mark", bool]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, a half-open range of code points, with the kinds of what was read there and its meaning.

    ``kinds`` are names of :data:`KINDS`, or those of layout blocks ("block-title").
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    told: tuple[str, ...] = ()


def marks_of(reading: Reading) -> list[Mark]:
    """Give the marks of a reading, one for each range, in order of their beginnings, wider ones first."""
    kinds: dict[tuple[int, int], dict[str, None]] = {}
    told: dict[tuple[int, int], dict[str, None]] = {}
    for kind, span, words in _readings(reading):
        where = (span.start, span.end)
        kinds.setdefault(where, {})[kind] = None
        if words:
            told.setdefault(where, {})[words] = None
    order = sorted(kinds, key=lambda place: (place[0], -place[1]))
    return [Mark(start, end, tuple(kinds[start, end]), tuple(told.get((start, end), ()))) for start, end in order]


def hits_in(text: str, words: str) -> list[Mark]:
    """Give the places of words that were searched for, phrases in quotation marks as one, in order.

    Compared as the search does: capitals and accents do not matter.
    """
    try:
        phrases = [tuple(folded(word) for word in phrase) for phrase in phrases_of(words)]
    except UsageError:
        return []
    tokens = [(m.start(), m.end(), folded(m[0])) for m in re.finditer(r"[^\W_]+", text)]
    found: dict[tuple[int, int], None] = {}
    for phrase in phrases:
        for at in range(len(tokens) - len(phrase) + 1):
            if all(tokens[at + n][2] == word for n, word in enumerate(phrase)):
                found[tokens[at][0], tokens[at + len(phrase) - 1][1]] = None
    return [Mark(start, end, (HIT,)) for start, end in sorted(found, key=lambda place: (place[0], -place[1]))]


def together(marks: Sequence[Mark], hits: Sequence[Mark]) -> list[Mark]:
    """Give marks with the hits among them; where both are of one range they are one mark."""
    there = {(m.start, m.end): m for m in marks}
    for found in hits:
        known = there.get((found.start, found.end))
        there[found.start, found.end] = replace(known, kinds=(*known.kinds, HIT)) if known else found
    return [there[place] for place in sorted(there, key=lambda place: (place[0], -place[1]))]


def _readings(reading: Reading) -> Iterator[tuple[str, Span, str]]:
    layout = reading.layout
    for block in layout.blocks:
        yield f"{_FRAME}-{block.kind.value}", block.span, ""
        if block.kind is BlockKind.REPRINT:
            yield "reprint", block.span, "a reprint line"
    for cited in layout.reprints:
        yield from _cited("reprint", cited, f"reprint of {cited.value}")
    for stated in layout.dates:
        yield "date", stated.span, f"{_ROLES[stated.role]}: {stated.date}"
    if reading.dated is not None:
        yield from _cited("date", reading.dated, f"the document's own day: {reading.dated.value}")
    for gap in layout.gaps:
        yield "gap", gap.span, f"gap: {gap.kind.value}"
    for turn in reading.turns:
        speaker = f"speaker: {turn.speaker.value}" if turn.speaker else f"speaker: {turn.turn.role.value}"
        yield "person", turn.turn.label, speaker
    for account in reading.accounts:
        yield from _account(account)


def _account(account: Account) -> Iterator[tuple[str, Span, str]]:
    fields = (
        ("occasion", "kind", account.kind),
        ("occasion", "status", account.status),
        ("occasion", "mode", account.mode),
        ("date", "date", account.start),
        ("date", "end", account.end),
        ("place", "place", account.place),
        ("occasion", "forum", account.forum),
        ("occasion", "asked for by", account.initiator),
        ("occasion", "lasted", account.duration),
    )
    for kind, name, cited in fields:
        if cited is not None:
            yield from _cited(kind, cited, f"{name}: {value_in_words(cited.value)}{_why(cited)}")
    if account.date_words is not None:
        yield "date", account.date_words, "date: cannot be told without the document's own day"
    for signed in account.signed:
        yield from _cited("occasion", signed, f"signed: {signed.value}{_why(signed)}")
    for party in account.parties:
        yield from _cited("party", party, f"party: {party_in_words(party.value)}{_why(party)}")
    for participant in (*account.participants, *account.others):
        yield from _participant(participant)
    for statement in account.statements:
        speakers = ", ".join(party_in_words(s.value) for s in statement.speakers) or "speaker not reported"
        yield "statement", statement.text, f"statement: {speakers} ({statement.act.value.value})"


def _participant(participant: Participant) -> Iterator[tuple[str, Span, str]]:
    if participant.name is not None:
        yield from _cited("person", participant.name, f"person: {participant.name.value}{_why(participant.name)}")
    if participant.office is not None:
        yield from _cited("office", participant.office, f"office: {participant.office.value}{_why(participant.office)}")
    if participant.party is not None:
        party = party_in_words(participant.party.value)
        yield from _cited("party", participant.party, f"party: {party}{_why(participant.party)}")


def _cited(kind: str, cited: Cited[Any], words: str) -> Iterator[tuple[str, Span, str]]:
    yield from ((kind, span, words) for span in cited.spans)


def _why(cited: Cited[Any]) -> str:
    return "" if cited.rule == STATED else f" ({meaning_of(cited.rule)})"


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """Give the text as markup: everything in it escaped, each mark an element with the anchor of its range as id.

    Marks that cross one another are cut where the earlier ends; the first part has the anchor.
    """
    queue: list[_Queued] = [(m.start, -m.end, n, m, True) for n, m in enumerate(marks) if 0 <= m.start < m.end]
    heapq.heapify(queue)
    out: list[Markup] = []
    open_until: list[tuple[int, Markup]] = []
    at = 0

    def up_to(end: int) -> None:
        nonlocal at
        while open_until and open_until[-1][0] <= end:
            stop, closing = open_until.pop()
            out.extend((escape(text[at:stop]), closing))
            at = stop
        out.append(escape(text[at:end]))
        at = max(at, end)

    while queue:
        start, minus_end, number, mark, first = heapq.heappop(queue)
        end = min(-minus_end, len(text))
        if start >= end:
            continue
        up_to(start)
        if open_until and end > open_until[-1][0]:
            cut = open_until[-1][0]
            heapq.heappush(queue, (start, -cut, number, mark, first))
            heapq.heappush(queue, (cut, -end, number, mark, False))
            continue
        opening, closing = _element(mark, first)
        out.append(opening)
        open_until.append((end, closing))
    up_to(len(text))
    return Markup("").join(out)


def _element(mark: Mark, first: bool) -> tuple[Markup, Markup]:
    readings = [k for k in mark.kinds if not k.startswith(_FRAME)]
    coloured = [k for k in _COLOURED if k in readings][:1]
    shown = [f"k-{k}" for k in readings if k in coloured or k not in _COLOURED]
    tag = Markup("mark") if readings else Markup("span")
    classes = " ".join([*(k for k in mark.kinds if k.startswith(_FRAME)), *shown])
    name = Markup(' id="{}"').format(anchor(mark.start, mark.end)) if first and readings else Markup("")
    title = Markup(' title="{}"').format("; ".join(mark.told)) if mark.told else Markup("")
    return Markup('<{}{} class="{}"{}>').format(tag, name, classes, title), Markup("</{}>").format(tag)


def counted(marks: Iterable[Mark]) -> list[tuple[str, str, int]]:
    """Give the legend: kind, its name, and how many marks are of it, kinds without any left out."""
    number: dict[str, int] = {}
    for mark in marks:
        for kind in mark.kinds:
            number[kind] = number.get(kind, 0) + 1
    return [(kind, name, number[kind]) for kind, name in KINDS.items() if kind in number]
