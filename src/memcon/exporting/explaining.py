"""Why the record says what it says in one field: what every account tells, with its words in context, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from memcon.decisions.changes import field_named
from memcon.decisions.values import Field
from memcon.exporting.copies import gaps_in_words
from memcon.exporting.decisions import ruling_in_words
from memcon.exporting.noted import sources_of
from memcon.exporting.words import value_in_words
from memcon.linking.engagements import Choice, Engagement
from memcon.model import Account, Cited, Document, Span
from memcon.record import Record
from memcon.vocabulary.rules import meaning_of

STATEMENTS = Field.STATEMENTS.value
EXPLAINED = tuple(f.value for f in Field)
"""The fields that can be explained: those of decisions."""
_SEVERAL = (Field.PARTIES, Field.PARTICIPANTS, STATEMENTS)
_PARTS = {Field.DATE: (Field.START, Field.END)}
_OF_PLACE = (Field.PLACE, Field.CITY, Field.COUNTRY)
_CONTEXT = 60
"""Code points of context on each side."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one account tells of a field: ``number`` is the account's in the note, from 1.

    ``values`` are empty where it does not report it; ``gaps`` what another copy has where this one has a gap.
    """

    number: int
    document: Document
    values: tuple[Cited[Any], ...]
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one field of an engagement is what it is.

    ``preferred`` is the value in words, None where there is none or where the field has several values; ``reason`` says
    why; ``standing`` is that of the choice, None for several values; ``rulings`` are decisions on it, in words.
    """

    engagement: str
    field: str
    preferred: str | None
    standing: str | None
    reason: str
    rulings: tuple[str, ...]
    accounts: tuple[Told, ...]


def explained(record: Record, engagement: Engagement, field: str) -> list[Explanation]:
    """Explain a field of an engagement; ``date`` is first and last day, each by itself.

    Raises UsageError where there is no such field.
    """
    name = field if field == STATEMENTS else field_named(field, EXPLAINED).value
    return [_one(record, engagement, part) for part in _PARTS.get(name, (name,))]  # type: ignore[call-overload]


def explanation_value(explanation: Explanation) -> dict[str, Any]:
    """Give an explanation as plain values."""
    return {
        "engagement": explanation.engagement,
        "field": explanation.field,
        "preferred": explanation.preferred,
        "standing": explanation.standing,
        "reason": explanation.reason,
        "rulings": list(explanation.rulings),
        "accounts": [
            {
                "number": told.number,
                "document": told.document.id,
                "title": told.document.title or told.document.name,
                "values": [_value(told.document, cited) for cited in told.values],
                "gaps": list(told.gaps),
            }
            for told in explanation.accounts
        ],
    }


def explanation_in_words(explanation: Explanation) -> Iterator[str]:
    """Give the lines of an explanation."""
    standing = f"{explanation.standing}: " if explanation.standing else ""
    if explanation.preferred is not None:
        yield f"{explanation.engagement} {explanation.field}: {explanation.preferred} ({standing}{explanation.reason})"
    else:
        yield f"{explanation.engagement} {explanation.field}: {explanation.reason}"
    yield from (f"  {words}" for words in explanation.rulings)
    for told in explanation.accounts:
        yield ""
        yield f"[{told.number}] {told.document.title or told.document.name}"
        if not told.values:
            yield "    not reported"
        for cited in told.values:
            sure = f"; {cited.confidence:.0%} of values found so are right" if cited.confidence is not None else ""
            yield f"    {value_in_words(cited.value)} — {meaning_of(cited.rule)}{sure}"
            for span in cited.spans:
                before, words, after = (" ".join(part.split()) for part in in_context(told.document, span))
                yield f"        {span.start}–{span.end}: …{before} ⟦{words}⟧ {after}…"
        yield from (f"    {words}" for words in told.gaps)


def in_context(document: Document, span: Span) -> tuple[str, str, str]:
    """Give the words of a span with what stands before and after them in the document."""
    text = document.text
    return text[max(0, span.start - _CONTEXT) : span.start], span.text, text[span.end : span.end + _CONTEXT]


def _one(record: Record, engagement: Engagement, field: str) -> Explanation:
    sources = sources_of(record, engagement)
    gaps = (
        list(gaps_in_words(sources, record.copies(document.id for document, _, _ in sources)))
        if field == STATEMENTS
        else []
    )
    preferred, standing, reason = _preferred(engagement, field)
    rulings = (r for r in engagement.rulings if r.field is not None and _is_of(r.field, field))
    return Explanation(
        engagement.id,
        str(field),
        preferred,
        standing,
        reason,
        tuple(words for ruling in rulings for words in ruling_in_words(ruling)),
        tuple(
            Told(number, document, tuple(_values(account, field)), tuple(words for of, words in gaps if of == number))
            for number, (document, _, account) in enumerate(sources, start=1)
        ),
    )


def _preferred(engagement: Engagement, field: str) -> tuple[str | None, str | None, str]:
    """The value in words, its standing, and the reason."""
    if field in _SEVERAL:
        by_hand = any(r.in_force and r.verb == "correct" and r.field == field for r in engagement.rulings)
        return None, None, f"all that the accounts tell, each once{', as corrected' if by_hand else ''}"
    choice: Choice[Any] = getattr(engagement, "place" if field in _OF_PLACE else field)
    cited = _part(choice.preferred, field)
    if cited is None:
        return None, None, "not reported"
    return value_in_words(cited.value), choice.standing.value, choice.reason


def _is_of(ruled: str, field: str) -> bool:
    """Whether a decision on one field is about the field that is explained."""
    wider = {"date": ("start", "end"), "country": ("place",), "city": ("place",), "place": ("country", "city")}
    return ruled == field or field in wider.get(ruled, ())


def _values(account: Account, field: str) -> Iterator[Cited[Any]]:
    if field == Field.PARTICIPANTS:
        for participant in account.participants:
            yield from (c for c in (participant.name, participant.office, participant.party) if c is not None)
    elif field == STATEMENTS:
        for statement in account.statements:
            speakers = ", ".join(s.value for s in statement.speakers)
            words = f"{speakers}: {statement.act.value.value}"
            yield Cited(words, (statement.text,), statement.act.rule, statement.act.confidence)
    elif field == Field.PARTIES:
        yield from account.parties
    else:
        cited = _part(account.place if field in _OF_PLACE else getattr(account, field, None), field)
        if cited is not None:
            yield cited


def _part(cited: Cited[Any] | None, field: str) -> Cited[Any] | None:
    """A value, of a place the city or the country where one of them is asked for; None where it is not told."""
    if cited is None or field not in (Field.CITY, Field.COUNTRY):
        return cited
    value = getattr(cited.value, field)
    return None if value is None else replace(cited, value=value)


def _value(document: Document, cited: Cited[Any]) -> dict[str, Any]:
    return {
        "value": value_in_words(cited.value),
        "rule": cited.rule,
        "meaning": meaning_of(cited.rule),
        "confidence": cited.confidence,
        "words": [_words(document, span) for span in cited.spans],
    }


def _words(document: Document, span: Span) -> dict[str, Any]:
    before, _, after = in_context(document, span)
    where = {"document": span.document, "start": span.start, "end": span.end, "text": span.text}
    return where | {"before": before, "after": after}
