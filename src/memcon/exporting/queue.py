"""The review queue as rows and in words: what waits, how likely it is wrong, what hangs on it, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from memcon.exporting.decisions import decision_in_words
from memcon.exporting.quoting import span_value
from memcon.linking.engagements import Engagement
from memcon.model import Cited
from memcon.record import Record
from memcon.record.waiting import Waiting
from memcon.reviewing.doubting import values_of
from memcon.reviewing.items import About, ItemKind
from memcon.reviewing.values import words_of

_AT_ONCE = 200
_WORDS = 60
_FORMS = 4
"""Stretches of words that a line shows."""


def waiting_values(record: Record, waiting: Iterable[Waiting]) -> Iterator[dict[str, Any]]:
    """Give what waits as plain values, in its order.

    ``doubt`` is the chance, 0 to 1, that it is wrong; ``weight`` that times its use; ``accounts`` and ``statements``
    hang on it; ``value`` is the field in normal form, the other engagement's id, or the decision in words; ``rule`` is
    that of the least sure value of a field. ``words`` are those that the value comes from, the least sure one's first;
    where accounts are to be joined or parted, those that tell of the occasion.
    """
    known: dict[str, tuple[Engagement, int]] = {}

    def told(engagement: str) -> tuple[Engagement, int]:
        if engagement not in known:
            found = record.engagement(engagement)
            known[engagement] = found, sum(len(account.statements) for _, account in record.accounts_of(found))
        return known[engagement]

    for one in waiting:
        of = one.reference
        about = [told(of.engagement), *([told(of.about)] if of.kind is ItemKind.NEAR else [])]
        several = [engagement for engagement, _ in about]
        cited = _cited(several, one)
        yield {
            "reference": str(of),
            "engagement": of.engagement,
            "kind": of.kind.value,
            "field": of.about if of.kind is ItemKind.VALUE else None,
            "value": _value(record, several[0], one),
            "doubt": one.doubt,
            "weight": one.weight,
            "accounts": sum(len(engagement.accounts) for engagement in several),
            "statements": sum(statements for _, statements in about),
            "mentioned": not all(engagement.main for engagement in several),
            "put_off": one.put_off,
            "rule": cited[0].rule if cited and of.kind is ItemKind.VALUE else None,
            "words": [span_value(span) for span in dict.fromkeys(span for c in cited for span in c.spans)],
        }


def queue_rows(
    record: Record, *, about: About | None = None, below: float | None = None, limit: int | None = None
) -> Iterator[dict[str, Any]]:
    """Give the rows of the review queue from its head on; arguments as of ``Record.waiting``, no ``limit``: all."""
    last: Waiting | None = None
    left = limit
    while left is None or left > 0:
        size = _AT_ONCE if left is None else min(left, _AT_ONCE)
        found = record.waiting(about=about, below=below, after=last, limit=size)
        yield from waiting_values(record, found)
        if len(found) < size:
            return
        last, left = found[-1], None if left is None else left - size


def row_in_words(row: dict[str, Any]) -> tuple[str, ...]:
    """Give a row as cells: chance of being wrong, engagement, field, value, what hangs on it, words."""
    accounts, statements = row["accounts"], row["statements"]
    hangs = f"{accounts} account{'' if accounts == 1 else 's'}, {statements} statement{'' if statements == 1 else 's'}"
    said = " … ".join(" ".join(span["text"].split()) for span in row["words"][:_FORMS])
    said = said or f"({row['rule']})"
    return (
        f"{row['doubt']:.2f}",
        row["engagement"],
        _FIELDS.get(row["kind"]) or row["field"],
        _VALUES.get(row["kind"], "{}").format(" / ".join((row["value"] or "").splitlines())),
        f"{hangs}{', only mentioned' if row['mentioned'] else ''}",
        said if len(said) <= _WORDS else said[: _WORDS - 1] + "…",
    )


_FIELDS = {ItemKind.JOIN: "joined", ItemKind.NEAR: "nearly joined", ItemKind.LOOK: "second look"}
_VALUES = {ItemKind.JOIN: "one occasion?", ItemKind.NEAR: "one with {}?"}


def _value(record: Record, engagement: Engagement, waiting: Waiting) -> str | None:
    of = waiting.reference
    match of.kind:
        case ItemKind.VALUE:
            return words_of(engagement, of.field)
        case ItemKind.NEAR:
            return of.about
        case ItemKind.LOOK:
            return decision_in_words(record.decision(of.about))
        case _:
            return None


def _cited(engagements: list[Engagement], waiting: Waiting) -> list[Cited[Any]]:
    """The values that are asked about, the least sure first."""
    of = waiting.reference
    if of.kind is ItemKind.LOOK:
        return []
    if of.kind is not ItemKind.VALUE:
        return [value for engagement in engagements for _, value in engagement.kind.rivals]
    cited = [value for field, value in values_of(engagements[0]) if field is of.field]
    return sorted(cited, key=lambda value: 1.0 if value.confidence is None else value.confidence)
