"""An item of the review queue as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.decisions.values import Field
from memcon.exporting.citing import title_of_engagement
from memcon.exporting.copies import Source
from memcon.exporting.decisions import decision_in_words
from memcon.exporting.evidence import odds
from memcon.exporting.noted import sources_of
from memcon.exporting.words import day_in_words, person_in_words
from memcon.linking.engagements import AccountKey, Engagement, Standing
from memcon.model import EngagementKind, Mode, Span, Status
from memcon.record import Record
from memcon.record.reviewing import Pairing
from memcon.record.waiting import Waiting
from memcon.reviewing import ItemKind
from memcon.reviewing.doubting import values_of
from memcon.reviewing.values import FORMS, words_of
from memcon.web.excerpts import Excerpt, excerpts
from memcon.web.notes import Noter, Value, title_of_document
from memcon.web.review_values import Told, choices_of, rivals_of, spans_of, told_values

LABELS = {
    Field.KIND: "Kind",
    Field.STATUS: "Status",
    Field.DATE: "Date",
    Field.PLACE: "Place",
    Field.MODE: "Mode",
    Field.FORUM: "Forum",
    Field.VENUE: "Venue",
    Field.PARTIES: "Parties",
    Field.PARTICIPANTS: "Participants",
}
CHOICES = {Field.KIND: tuple(EngagementKind), Field.STATUS: tuple(Status), Field.MODE: tuple(Mode)}
_QUESTIONS = {Field.PARTIES: "Which parties?", Field.PARTICIPANTS: "Who took part?"}
_SHOWN_BITS = 0.05


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source with its number, title and what else is known of it, and the stretches in which the words stand."""

    number: int
    title: str
    href: str
    about: str
    stretches: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two accounts laid side by side."""

    title: str
    quoted: Quoted
    facts: tuple[tuple[str, Value], ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of the queue with all that a reviewer needs in view."""

    waiting: Waiting
    engagement: Engagement
    title: str
    label: str
    words: str
    why: tuple[str, ...]
    values: tuple[Told, ...] = ()
    rivals: tuple[tuple[str, tuple[int, ...]], ...] = ()
    quoted: tuple[Quoted, ...] = ()
    sides: tuple[Side, ...] = ()
    weights: tuple[tuple[float, str], ...] = ()
    odds: str = ""
    edited: str = ""
    form: str = ""
    choices: tuple[str, ...] = ()
    sources: tuple[tuple[int, str, AccountKey], ...] = ()

    other: Engagement | None = None

    @property
    def kind(self) -> ItemKind:
        """What is in doubt."""
        return self.waiting.reference.kind

    @property
    def is_list(self) -> bool:
        """Whether several values are asked about at once."""
        return self.words in _QUESTIONS.values()

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """What it is about: one engagement, or the two that were nearly joined."""
        return (self.engagement,) if self.other is None else (self.engagement, self.other)


def shown(record: Record, waiting: Waiting) -> Shown:
    """Give an item with what is in view; raises UsageError where the engagement is not there."""
    engagement = record.engagement(waiting.reference.engagement)
    sources = sources_of(record, engagement)
    match waiting.reference.kind:
        case ItemKind.VALUE:
            return _value(engagement, sources, waiting)
        case ItemKind.LOOK:
            return _look(record, engagement, sources, waiting)
        case _:
            return _pair(record, engagement, sources, waiting)


def _value(engagement: Engagement, sources: Sequence[Source], waiting: Waiting) -> Shown:
    field = waiting.reference.field
    values = told_values(engagement, field)
    several = field in (Field.PARTIES, Field.PARTICIPANTS)
    return Shown(
        waiting,
        engagement,
        title_of_engagement(engagement),
        LABELS[field],
        _QUESTIONS[field] if several else "; ".join(v.words for v in values) or "not reported",
        tuple(_why(engagement, field, values, sources)),
        values,
        rivals_of(engagement, field, sources),
        quotations(sources, spans_of(engagement, field)),
        edited=words_of(engagement, field),
        form=FORMS.get(field, ""),
        choices=tuple(str(c) for c in CHOICES.get(field, ())),
        sources=_numbered(sources),
    )


def _look(record: Record, engagement: Engagement, sources: Sequence[Source], waiting: Waiting) -> Shown:
    entry = next(e for e in record.log(waiting.reference.about) if e.decision.id == waiting.reference.about)
    decision = entry.decision
    said = decision_in_words(decision)
    because = (f"“{decision.because}”",) if decision.because else ()
    day = day_in_words(decision.at[:10], decision.at[:10])
    why = (f"decided by {decision.author} on {day}", *because, *entry.looks)
    spans = [span for _, value in values_of(engagement) for span in value.spans[:1]]
    return Shown(
        waiting,
        engagement,
        title_of_engagement(engagement),
        "Second look",
        said,
        why,
        quoted=quotations(sources, spans),
    )


def _pair(record: Record, engagement: Engagement, sources: Sequence[Source], waiting: Waiting) -> Shown:
    near = waiting.reference.kind is ItemKind.NEAR
    other = record.engagement(waiting.reference.about) if near else engagement
    pairing = record.pairing(waiting.reference)
    both = {key: s for e, several in ((engagement, sources), (other, sources_of(record, other) if near else sources))
            for s in several for key in [AccountKey(s[0].id, s[2].id)]}  # fmt: skip
    numbers = {key: n for n, key in enumerate(both, start=1)}
    sides = [] if pairing is None else [_side(both[k], numbers[k], engagement if k in engagement.accounts else other)
                                        for k in (pairing.one, pairing.other)]  # fmt: skip
    title = title_of_engagement(engagement)
    if near:
        words = "Two occasions, or one?"
        why = ["held apart, though much speaks for one occasion"]
    else:
        words, why = "One occasion, or two?", ["joined by little evidence"]
    return Shown(
        waiting,
        engagement,
        title,
        "Nearly joined" if near else "Joined",
        words,
        (*why, f"{len(both)} accounts in all"),
        sides=tuple(sides),
        weights=_weights(pairing),
        odds=odds(pairing.weighed.bits) if pairing else "",
        sources=_numbered(sources),
        other=other if near else None,
    )


def _why(engagement: Engagement, field: Field, values: Sequence[Told], sources: Sequence[Source]) -> list[str]:
    """Why it is in doubt, and who reads of it."""
    said = []
    if any(c.standing is Standing.CONTRADICTED for c in choices_of(engagement, field)):
        said.append("accounts contradict one another")
    sure = [v.sure for v in values if v.sure is not None]
    if sure:
        said.append(f"{min(sure):.0%} of values found like {'the least sure' if len(values) > 1 else 'this'} are right")
    statements = sum(len(account.statements) for _, _, account in sources)
    accounts = len(sources)
    told = f"{accounts} account{'s' if accounts != 1 else ''}"
    said.append(f"{told}, {statements} statement{'s' if statements != 1 else ''} hang on it")
    return said if engagement.main else [*said, "mentioned in passing only"]


def quotations(sources: Sequence[Source], spans: Sequence[Span]) -> tuple[Quoted, ...]:
    """Give the sources in which some words stand, each once, with the sentences around."""
    found, seen = [], set()
    for number, (document, reading, _) in enumerate(sources, start=1):
        if document.id not in seen:
            seen.add(document.id)
            stretches = tuple(excerpts(document, spans))
            if stretches:
                found.append(Quoted(number, title_of_document(document, reading), stretches[0].href,
                                    _about(document.publisher, document.published), stretches))  # fmt: skip
    return tuple(found)


def _side(source: Source, number: int, engagement: Engagement) -> Side:
    document, reading, account = source
    noter = Noter(engagement, [source], {})
    cited = [account.kind, account.start, account.place, account.forum]
    spans = [span for c in cited if c is not None for span in c.spans]
    quoted = Quoted(
        number,
        title_of_document(document, reading),
        "",
        _about(document.publisher, document.published),
        tuple(excerpts(document, spans)),
    )
    people = tuple(person_in_words(p) for p in account.participants)
    return Side(title_of_engagement(engagement), quoted, tuple(noter.account(account)), people)


def _weights(pairing: Pairing | None) -> tuple[tuple[float, str], ...]:
    levels = pairing.weighed.levels if pairing else ()
    return tuple((level.bits, level.words) for level in levels if abs(level.bits) >= _SHOWN_BITS)


def _numbered(sources: Sequence[Source]) -> tuple[tuple[int, str, AccountKey], ...]:
    return tuple(
        (number, title_of_document(document, reading), AccountKey(document.id, account.id))
        for number, (document, reading, account) in enumerate(sources, start=1)
    )


def _about(publisher: str | None, published: str | None) -> str:
    day = day_in_words(published, published) if published else None
    return " · ".join(x for x in (publisher, day) if x)
