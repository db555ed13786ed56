"""The ledger of commitments as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from memcon.comparing.commitments import Commitment, Due, Fate, Later, Pledge, Standing
from memcon.comparing.material import Undated
from memcon.exporting.quoting import place_of, span_value, wrapped
from memcon.exporting.words import party_in_words
from memcon.model import Cited, Document

_MOST = 6
"""Parties or speakers that are named; of more, the number."""


def commitments_as_text(found: Sequence[Commitment], documents: Mapping[str, Document]) -> Iterator[str]:
    """Give the lines of the ledger."""
    for number, commitment in enumerate(found):
        if number:
            yield ""
        yield from _commitment(commitment, documents)


def _commitment(commitment: Commitment, documents: Mapping[str, Document]) -> Iterator[str]:
    pledge = commitment.pledge
    owners = _named([party_in_words(o) for o in commitment.owners])
    day = "undated" if commitment.day == Undated else commitment.day
    yield from wrapped(f"{commitment.id} · {day} · {pledge.binding.value} · {owners} · {pledge.firm.value}")
    yield from wrapped(" ".join(pledge.words.text.split()), 2)
    facts = []
    if commitment.beneficiaries:
        facts.append("for " + _named([party_in_words(b) for b in commitment.beneficiaries]))
    if commitment.due:
        facts.append(f"due {due_in_words(commitment.due)}")
    if pledge.speakers:
        said = "said by" if pledge.spoken else "said of"
        facts.append(f"{said} {_named(pledge.speakers)}")
    if facts:
        yield from wrapped(" · ".join(facts), 4)
    yield from wrapped(standing_in_words(commitment), 4)
    for one in commitment.tellings:
        words = "" if one is pledge else f": “{' '.join(one.words.text.split())}”"
        yield from wrapped(f"[{place_of(documents[one.words.document], one.words)}, {commitment.engagement}]{words}", 4)
    yield from _later(commitment, documents)


def due_in_words(due: Due) -> str:
    """Say when something is due: "February (2025-02)", "as soon as possible"."""
    words = " ".join(due.words.text.split())
    return words if due.date is None or due.date in words else f"{words} ({due.date})"


def standing_in_words(commitment: Commitment) -> str:
    """Say in whose accounts a commitment stands."""
    told, silent = _named(commitment.told_by), _named(commitment.not_told_by)
    if commitment.standing is Standing.JOINT:
        return "in a joint text"
    if commitment.standing is Standing.BOTH:
        return f"in the accounts of {told}" + (f"; not in that of {silent}" if silent else "")
    if commitment.standing is Standing.ONE:
        return f"in the account of {told} only: that of {silent} does not have it"
    if commitment.standing is Standing.ALONE:
        return f"in the account of {told}; the record has no account of another side"
    return "in the account of neither side"


def _later(commitment: Commitment, documents: Mapping[str, Document]) -> Iterator[str]:
    if commitment.fate is Fate.NO_LATER:
        yield from wrapped("later: no later document of these parties' dealings in the record", 4)
        return
    looked = f"{commitment.looked_at} later document{'' if commitment.looked_at == 1 else 's'}"
    if not commitment.later:
        until = f"up to {commitment.until}"
        yield from wrapped(f"later: not found again in {looked} of these parties' dealings, {until}", 4)
        return
    yield from wrapped(f"later: {commitment.fate.value} ({looked} looked at, up to {commitment.until})", 4)
    for one in commitment.later:
        words = " ".join(one.words.text.split())
        place = place_of(documents[one.document], one.words)
        yield from wrapped(f"{one.day} {one.fate.value}: “{words}” [{place}] because {one.reason}", 6)


def _named(names: Sequence[str]) -> str:
    shown = list(names[:_MOST])
    return ", ".join(shown) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")


def commitment_value(commitment: Commitment) -> dict[str, Any]:
    """Give a commitment for JSON."""
    return {
        "id": commitment.id,
        "engagement": commitment.engagement,
        "day": None if commitment.day == Undated else commitment.day,
        **_pledge_value(commitment.pledge),
        "due": _due_value(commitment.due),
        "standing": commitment.standing.value,
        "told_by": list(commitment.told_by),
        "not_told_by": list(commitment.not_told_by),
        "tellings": [_pledge_value(p) for p in commitment.tellings],
        "fate": commitment.fate.value,
        "open": commitment.open,
        "later": [_later_value(x) for x in commitment.later],
        "looked_at": commitment.looked_at,
        "until": commitment.until,
    }


def _pledge_value(pledge: Pledge) -> dict[str, Any]:
    return {
        "binding": pledge.binding.value,
        "firm": pledge.firm.value,
        "words": span_value(pledge.words),
        "object": span_value(pledge.object),
        "owners": [
            {"party": o.value, "rule": o.rule, "words": [span_value(s) for s in o.spans]} for o in pledge.owners
        ],
        "beneficiaries": [{"party": b.value, "words": [span_value(s) for s in b.spans]} for b in pledge.beneficiaries],
        "speakers": list(pledge.speakers),
        "spoken": pledge.spoken,
        "due": _due_value(pledge.due),
    }


def _party_value(party: Cited[str]) -> dict[str, Any]:
    return {"party": party.value, "rule": party.rule, "words": [span_value(s) for s in party.spans]}


def _due_value(due: Due | None) -> dict[str, Any] | None:
    return {"words": span_value(due.words), "date": due.date, "rule": due.rule} if due else None


def _later_value(later: Later) -> dict[str, Any]:
    return {
        "span": span_value(later.words),
        "day": later.day,
        "fate": later.fate.value,
        "score": later.score,
        "reason": later.reason,
    }
