"""Find the figures of a document: with what they measure, as of when, and who said them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from memcon.comparing.figures.measures import measure_of
from memcon.comparing.figures.quantities import Quantity, find_quantities
from memcon.comparing.figures.values import Figure
from memcon.comparing.sentences import paragraphs_of
from memcon.comparing.voices import SPOKEN
from memcon.model import Account, Cited, Document, Reading, Span, TurnRole
from memcon.reading.dates import DateMention, find_dates
from memcon.reading.model_english import english
from memcon.reading.view import View, view_of
from memcon.vocabulary.publishers import publisher_country
from memcon.vocabulary.quantities import UnitKind

_FEW = 4
_PEOPLE = frozenset(
    {
        "leader",
        "side",
        "minister",
        "president",
        "principal",
        "delegation",
        "country",
        "nation",
        "government",
        "people",
        "state",
        "party",
        "man",
        "woman",
        "time",
        "way",
        "thing",
        "case",
        "reason",
        "friend",
        "ally",
        "partner",
        "other",
        "question",
        "point",
        "issue",
        "area",
        "democracy",
    }
)
"""Nouns that a small number only refers to: "the two leaders", "four countries", "two things"."""


def figures_of(document: Document, reading: Reading) -> tuple[Figure, ...]:
    """Give the figures in a document's prose and turns, in order; a pure function of document and reading.

    Dates, ordinals, clock times, names with numbers and short windows of time ("in the past 18 months") are none; nor
    is a bare number of which the sentence does not say what it counts. Raises MemconError where no English model is
    installed.
    """
    home = publisher_country(document.url, document.publisher)
    dated = reading.dated
    told = [(view, find_quantities(view.text, home)) for view in _views(document, reading)]
    told = [(view, quantities) for view, quantities in told if quantities]
    found: list[Figure] = []
    docs = english().pipe((view.text for view, _ in told), batch_size=32)
    for (view, quantities), doc in zip(told, docs, strict=True):
        dates = find_dates(view.text, dated.value if dated else None)
        for quantity in quantities:
            figure = _figure(document, reading, view, doc, quantity, dates)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _views(document: Document, reading: Reading) -> Iterator[View]:
    """The paragraphs of the prose and the turns."""
    for block in reading.layout.blocks:
        if block.kind in SPOKEN:
            yield from (view_of(document.text, *place) for place in paragraphs_of(document, block))


def _figure(
    document: Document, reading: Reading, view: View, doc: Doc, quantity: Quantity, dates: list[DateMention]
) -> Figure | None:
    start, end = quantity.core
    if any(d.start < end and start < d.end for d in dates):
        return None
    sentence = next((s for s in doc.sents if s.start_char <= start < s.end_char), None)
    if sentence is None:
        return None
    kind = quantity.unit.kind
    measure = measure_of(doc, start, end, kind, ((d.start, d.end) for d in dates))
    if kind is UnitKind.COUNT and (measure is None or (_small(quantity) and measure.head in _PEOPLE)):
        return None
    span = document.span(*view.canonical(quantity.start, quantity.end))
    speakers, parties = _said_by(reading, span)
    within = [d for d in dates if sentence.start_char <= d.start < sentence.end_char]
    return Figure(
        low=quantity.low,
        high=quantity.high,
        digits=quantity.digits,
        unit=quantity.unit.name,
        kind=kind,
        approximation=quantity.approximation,
        measure=measure,
        span=span,
        sentence=document.span(*view.canonical(sentence.start_char, min(sentence.end_char, len(view.text)))),
        speakers=speakers,
        parties=parties,
        as_of=_as_of(document, reading, view, within, end),
    )


def _small(quantity: Quantity) -> bool:
    most = quantity.high if quantity.high is not None else quantity.low
    return most is not None and most <= _FEW


def _as_of(
    document: Document, reading: Reading, view: View, dates: Iterable[DateMention], end: int
) -> Cited[str] | None:
    """The date in the sentence that stands nearest, else the document's own day."""
    told = [(abs(d.start - end), d) for d in dates if d.first or d.last]
    if told:
        mention = min(told, key=lambda pair: pair[0])[1]
        value = mention.last or mention.first
        if value is not None:
            return Cited(value, (document.span(*view.canonical(mention.start, mention.end)),), mention.rule)
    if reading.dated is None:
        return None
    return Cited(reading.dated.value, reading.dated.spans, "figure.as-of-document")


def _said_by(reading: Reading, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The speakers of the shortest statement that holds the figure, else of its turn; parties of the engagement."""
    holding = [
        (statement.text.end - statement.text.start, statement, account)
        for account in reading.accounts
        for statement in account.statements
        if statement.text.start <= span.start and span.end <= statement.text.end
    ]
    if holding:
        _, statement, account = min(holding, key=lambda h: h[0])
        return tuple(s.value for s in statement.speakers), _parties(account)
    main = next((a for a in reading.accounts if a.main), None)
    parties = _parties(main) if main else ()
    for turn in reading.turns:
        if turn.turn.words.start <= span.start < turn.turn.words.end:
            if turn.speaker is not None:
                return (turn.speaker.value,), parties
            label = " ".join(turn.turn.label.text.split())
            return ("a questioner" if turn.turn.role is TurnRole.QUESTIONER else label,), parties
    return (), parties


def _parties(account: Account) -> tuple[str, ...]:
    return tuple(p.value for p in account.parties)
