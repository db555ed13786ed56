"""Rounds of blind review as rows: how far they have come, an item as every reviewer sees it, agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from memcon.agreement import Agreement, mean_kappa
from memcon.decisions.values import Field
from memcon.exporting.copies import Source
from memcon.exporting.explaining import in_context
from memcon.exporting.noted import sources_of
from memcon.exporting.quoting import span_value
from memcon.linking.engagements import AccountKey
from memcon.model import Account, Cited, Document, Span
from memcon.record import Record
from memcon.reviewing import Round, RoundAnswer, RoundItem
from memcon.reviewing.rounds import agreements
from memcon.reviewing.values import FORMS


def round_value(record: Record, one: Round) -> dict[str, Any]:
    """Give a round as plain values, with how many items each reviewer has answered; nobody's answers."""
    answered = record.progress(one.id)
    size = len(record.round_items(one.id))
    return {
        "id": one.id,
        "name": one.name,
        "author": one.author,
        "at": one.at,
        "drawn": one.drawn,
        "items": size,
        "answered": answered,
        "blind": any(number < size for number in answered.values()),
        "settled": len(record.settled(one.id)),
    }


def item_value(record: Record, item: RoundItem) -> dict[str, Any]:
    """Give an item as every reviewer of its round sees it: what was read when the round was made, and the words.

    The engagement is not named, since it tells what was decided since.
    """
    sources = item_sources(record, item)
    spans = item_words(sources, item)
    return {
        "number": item.number,
        "field": item.field.value,
        "value": item.value,
        "form": FORMS.get(item.field),
        "sources": [_source(document, spans) for document in {s[0].id: s[0] for s in sources}.values()],
    }


def answer_value(given: RoundAnswer) -> dict[str, Any]:
    """Give a reviewer's answer as plain values."""
    return {
        "item": given.item,
        "reviewer": given.reviewer,
        "verdict": given.answer.verdict.value,
        "value": given.answer.value,
        "remark": given.remark,
        "at": given.at,
    }


def agreement_values(
    items: Sequence[RoundItem], answers: Mapping[str, Mapping[int, RoundAnswer]]
) -> Iterator[dict[str, Any]]:
    """Give the agreement of each pair of reviewers, of all fields and of each, as plain values.

    ``mean_kappa`` is the mean over the pairs, None of one pair; arguments as of ``reviewing.rounds.agreements``.
    """
    for name, pairs in agreements(items, answers):
        yield {
            "field": name,
            "pairs": [_pair(pair, one) for pair, one in pairs],
            "mean_kappa": mean_kappa(one for _, one in pairs) if len(pairs) > 1 else None,
        }


def item_sources(record: Record, item: RoundItem) -> list[Source]:
    """Give the accounts that an item rested on when the round was made, with documents and readings."""
    engagement = record.engagement_of_item(item)
    told = sources_of(record, engagement) if engagement else []
    return [s for s in told if AccountKey(s[0].id, s[2].id) in set(item.accounts)]


def item_words(sources: Sequence[Source], item: RoundItem) -> list[Span]:
    """Give the words in which the accounts of an item tell its field, each once."""
    cited = [value for _, _, account in sources for value in _cited(account, item.field)]
    return list(dict.fromkeys(span for value in cited for span in value.spans))


def _cited(account: Account, field: Field) -> Iterator[Cited[Any]]:
    told: dict[Field, Sequence[Cited[Any] | None]] = {
        Field.KIND: [account.kind],
        Field.STATUS: [account.status],
        Field.MODE: [account.mode],
        Field.DATE: [account.start, account.end],
        Field.PLACE: [account.place],
        Field.FORUM: [account.forum],
        Field.PARTIES: list(account.parties),
        Field.PARTICIPANTS: [c for p in account.participants for c in (p.name, p.office, p.party)],
    }
    yield from (c for c in told[field] if c is not None)


def _source(document: Document, spans: Sequence[Span]) -> dict[str, Any]:
    here = [span for span in spans if span.document == document.id]
    words = [(span, in_context(document, span)) for span in here]
    return {
        "document": document.id,
        "title": document.title or document.name,
        "publisher": document.publisher,
        "published": document.published,
        "words": [span_value(span) | {"before": before, "after": after} for span, (before, _, after) in words],
    }


def _pair(reviewers: tuple[str, str], one: Agreement) -> dict[str, Any]:
    return {
        "reviewers": list(reviewers),
        "items": one.items,
        "agreed": one.agreed,
        "raw": one.raw,
        "raw_interval": asdict(one.raw_interval) if one.raw_interval else None,
        "kappa": one.kappa,
        "interval": asdict(one.interval) if one.interval else None,
        "undefined": one.undefined,
    }
