"""The coded format of the codebook: one JSON object per document, narrower than the record.

Participants known by office only, statements made inside transcripts' turns and further fields of the record are
left out; how sure each value is is added (``confidence``), and what statements are about (``topics``). The result is
what ``../shared/bench/score.py`` reads.
"""

from __future__ import annotations

from typing import Any

from memcon.exporting.topics import topics_as_json
from memcon.model import Account, Cited, DocumentKind, Participant, Reading, SpokenTurn, Statement

_WITH_STATEMENTS = frozenset(
    {DocumentKind.READOUT, DocumentKind.NEWS, DocumentKind.JOINT_STATEMENT, DocumentKind.OTHER}
)
_FIRST_WORDS = 10


def coded(reading: Reading, name: str) -> dict[str, Any]:
    """Give the coding of one reading; ``name`` is the document's key (``doc``)."""
    kind = reading.kind.value
    result: dict[str, Any] = {
        "doc": name,
        "kind": kind.value,
        "engagements": [_engagement(a) for a in reading.accounts],
        "statements": [],
    }
    if kind in _WITH_STATEMENTS:
        result["statements"] = [
            _statement(s, a.id)
            for s, a in sorted(
                ((s, a) for a in reading.accounts for s in a.statements if s.source == "text"),
                key=lambda pair: (pair[0].text.start, pair[0].text.end),
            )
        ]
    if kind is DocumentKind.TRANSCRIPT:
        result["turns"] = [_turn(t) for t in reading.turns]
    return result


def _value(cited: Cited[Any] | None) -> Any:
    return cited.value if cited is not None else None


def _engagement(account: Account) -> dict[str, Any]:
    place = _value(account.place)
    return {
        "id": account.id,
        "main": account.main,
        "kind": account.kind.value.value,
        "status": account.status.value.value,
        "mode": account.mode.value.value if account.mode else None,
        "start": _value(account.start),
        "end": _value(account.end),
        "place": {"city": place.city, "country": place.country} if place else None,
        "forum": _value(account.forum),
        "parties": [p.value for p in account.parties],
        "participants": [_participant(p) for p in account.participants if p.name],
        "confidence": _confidences(account),
    }


def _confidences(account: Account) -> dict[str, Any]:
    """How sure each field is; those of the parties by code, those of participants and statements stand with them."""
    fields = ("kind", "status", "mode", "start", "end", "place", "forum")
    told = {name: value for name in fields if (value := getattr(account, name)) is not None}
    return {name: value.confidence for name, value in told.items()} | {
        "parties": {p.value: p.confidence for p in account.parties}
    }


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "name": _value(participant.name),
        "office": _value(participant.office),
        "party": _value(participant.party),
        "confidence": {
            key: value.confidence
            for key, value in (("name", participant.name), ("office", participant.office), ("party", participant.party))
            if value is not None
        },
    }


def _statement(statement: Statement, engagement: str) -> dict[str, Any]:
    return {
        "engagement": engagement,
        "speakers": [s.value for s in statement.speakers],
        "act": statement.act.value.value,
        "mode": statement.mode.value,
        "text": " ".join(statement.text.text.split()),
        "topics": topics_as_json(statement),
        "confidence": {"act": statement.act.confidence, "speakers": [s.confidence for s in statement.speakers]},
    }


def _turn(turn: SpokenTurn) -> dict[str, Any]:
    words = turn.turn.words.text.split()
    return {
        "speaker": _value(turn.speaker),
        "label": " ".join(turn.turn.label.text.split()),
        "starts": " ".join(words[:_FIRST_WORDS]),
    }
