"""Why the accounts of an engagement were joined: what people said, and the evidence, weight by weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from memcon.exporting.copies import Source
from memcon.exporting.decisions import joined_by_hand
from memcon.exporting.evidence import odds, waterfall
from memcon.exporting.noted import sources_of
from memcon.exporting.quoting import wrapped
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.evidence import Weighed, weigh
from memcon.record import Record

_HEAD = "  bits     sum"


@dataclass(frozen=True, slots=True)
class Join:
    """The evidence on an account and on that, of those before it, which it fits best; both by number, from 1."""

    earlier: int
    later: int
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Joins:
    """Why the accounts of one engagement are taken for one occasion; ``by_hand`` is what people said, in lines."""

    engagement: str
    sources: tuple[Source, ...]
    by_hand: tuple[str, ...]
    joins: tuple[Join, ...]


def joins_of(record: Record, engagement: Engagement) -> Joins:
    """Tell why the accounts of an engagement were joined."""
    sources = sources_of(record, engagement)
    known = record.tellings_of(engagement)
    numbered = [(n, known[AccountKey(d.id, account.id)]) for n, (d, _, account) in enumerate(sources, start=1)]
    joins = []
    for at, later in numbered[1:]:
        fits = [(weigh(earlier, later), n) for n, earlier in numbered[: at - 1]]
        best, other = max(fits, key=lambda fit: (fit[0].bits, -fit[1]))
        joins.append(Join(other, at, best))
    by_hand = joined_by_hand(engagement, {d.id: d for d in record.decisions()})
    return Joins(engagement.id, tuple(sources), tuple(by_hand), tuple(joins))


def joins_value(joins: Joins) -> dict[str, Any]:
    """Give the reasons as plain values."""
    return {
        "engagement": joins.engagement,
        "accounts": [
            {"number": n, "document": d.id, "title": d.title or d.name, "account": account.id}
            for n, (d, _, account) in enumerate(joins.sources, start=1)
        ],
        "by_hand": [" ".join(words.split()) for words in joins.by_hand],
        "joins": [
            {
                "accounts": [join.earlier, join.later],
                "bits": round(join.weighed.bits, 3),
                "odds": odds(join.weighed.bits),
                "reasons": [
                    {"comparison": x.comparison, "outcome": x.level, "bits": round(x.bits, 3), "words": x.words}
                    for x in join.weighed.levels
                ],
            }
            for join in joins.joins
        ],
    }


def joins_in_words(joins: Joins) -> Iterator[str]:
    """Give the lines that tell the reasons."""
    for number, (document, _, _) in enumerate(joins.sources, start=1):
        yield from wrapped(f"[{number}] {document.title or document.name}", 0, 4)
    if joins.by_hand:
        yield from ("", "by hand, whatever the evidence", *joins.by_hand)
    if not joins.joins:
        yield from ("", "the only account; nothing was joined")
    for join in joins.joins:
        yield from ("", f"[{join.earlier}] and [{join.later}]", _HEAD, *waterfall(join.weighed))
