"""Which documents of a party the record holds about a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from memcon.comparing.material import Material
from memcon.comparing.silence.values import Source
from memcon.linking.windows import FULL_DAY

BEFORE, AFTER = 1, 14
"""Days before (by another clock) and after an engagement in which a side reports it, if it does."""


def documents_of(material: Material, party: str, first: str, last: str) -> list[str]:
    """Give the documents that a party's organs published from the day of ``first`` to that of ``last`` (ISO days)."""
    return [
        name
        for name, document in material.documents.items()
        if party == material.homes[name] and first <= (document.published or material.day(name) or "") <= last
    ]


def window(day: str) -> tuple[str, str] | None:
    """Give the first and the last day on which an engagement of ``day`` would be reported; None without a full day."""
    if len(day) != FULL_DAY:
        return None
    middle = date.fromisoformat(day)
    return (middle - timedelta(BEFORE)).isoformat(), (middle + timedelta(AFTER)).isoformat()


def from_the_day(material: Material, documents: list[str], day: str) -> list[str]:
    """Give the documents, or none where all were published before ``day``: they could not yet tell of it."""
    return (
        documents if any((material.documents[d].published or material.day(d) or "") >= day for d in documents) else []
    )


def sources_of(material: Material, documents: Iterable[str]) -> tuple[Source, ...]:
    """Give the publishers of documents, each with their number and the day of the last."""
    found: dict[str, list[str]] = {}
    for name in documents:
        document = material.documents[name]
        publisher = document.publisher or document.url or document.name
        found.setdefault(publisher, []).append(document.published or material.day(name) or "")
    return tuple(Source(p, len(days), max(days) or None) for p, days in sorted(found.items()))
