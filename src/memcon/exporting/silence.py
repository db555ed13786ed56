"""The ledger of absences as text and JSON: always what was not found, where it was looked for, and up to when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from memcon.comparing.silence import Absence, AbsenceKind, Source
from memcon.exporting.quoting import place_of, span_value, wrapped
from memcon.exporting.words import party_in_words
from memcon.model import Document

_HEADINGS = {
    AbsenceKind.ENGAGEMENT: "Engagements that one side reported",
    AbsenceKind.COMMITMENT: "Commitments",
    AbsenceKind.POINT: "Points of successive readouts",
    AbsenceKind.PHRASE: "Set phrases of successive readouts",
    AbsenceKind.PLAN: "Planned, not found as held",
}
_NOTE = "Not found in the sources named, up to the day given; that something did not happen is not said."
_MOST = 8


def absences_as_text(found: Sequence[Absence], documents: Mapping[str, Document]) -> Iterator[str]:
    """Give the lines of the ledger, by kind; where the record has no source to look at, one line a party says so."""
    yield _NOTE
    for kind, heading in _HEADINGS.items():
        ours = [a for a in found if a.kind is kind]
        if not ours:
            continue
        yield from ("", heading)
        for absence in (a for a in ours if a.said):
            yield from _absence(absence, documents)
        yield from _without_source([a for a in ours if not a.said])


def _absence(absence: Absence, documents: Mapping[str, Document]) -> Iterator[str]:
    told = ", ".join(absence.told_by) or "a third party"
    words = " ".join(absence.words.text.split())
    where = place_of(documents[absence.words.document], absence.words)
    named = absence.kind in (AbsenceKind.ENGAGEMENT, AbsenceKind.PLAN)
    head = absence.what if named else f"{absence.what}: “{words}”"
    by = "announced by" if absence.kind is AbsenceKind.PLAN else "told by"
    yield from wrapped(f"- {absence.day} {absence.engagement} {head}; {by} {told} [{where}]", 2)
    yield from wrapped(statement(absence), 4)


def statement(absence: Absence) -> str:
    """Say what was not found: "not found in these sources up to 2024-12-31: Ministry of ... (3 documents)"."""
    if not absence.sources:
        side = f"source of {party_in_words(absence.party)}" if absence.party else "later source of its parties"
        return f"the record has no {side} around that day"
    sources = "; ".join(map(_source, absence.sources))
    until = f"up to {absence.until}" if absence.until else "undated"
    return f"not found in these sources {until}: {sources}"


def _source(source: Source) -> str:
    return f"{source.publisher} ({source.documents} document{'' if source.documents == 1 else 's'})"


def _without_source(found: Sequence[Absence]) -> Iterator[str]:
    by_party: dict[str | None, list[Absence]] = {}
    for absence in found:
        by_party.setdefault(absence.party, []).append(absence)
    for party, ours in sorted(by_party.items(), key=lambda x: (-len(x[1]), x[0] or "")):
        ids = [a.engagement for a in ours]
        more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
        side = f"source of {party_in_words(party)}" if party else "source of the parties"
        days = "that day" if len(ids) == 1 else f"the days of {len(ids)} of them"
        yield from wrapped(f"- the record has no {side} around {days}: {', '.join(ids[:_MOST])}{more}", 2)


def absence_value(absence: Absence) -> dict[str, Any]:
    """Give an absence for JSON."""
    return {
        "kind": absence.kind.value,
        "engagement": absence.engagement,
        "day": absence.day,
        "told_by": list(absence.told_by),
        "party": absence.party,
        "what": absence.what,
        "words": span_value(absence.words),
        "statement": statement(absence),
        "sources": [{"publisher": s.publisher, "documents": s.documents, "last": s.last} for s in absence.sources],
        "until": absence.until,
    }
