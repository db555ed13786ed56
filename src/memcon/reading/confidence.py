"""Give every value of a reading its confidence: the share of right ones among values found in the same way."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from memcon.model import Account, Cited, Participant, Reading, SpokenTurn, Statement
from memcon.vocabulary.confidence import Confidences, Told, confidences

T = TypeVar("T")


def with_confidence(reading: Reading, shares: Confidences | None = None) -> Reading:
    """Give ``reading`` with the confidence (0.01 to 0.99) of every value filled in.

    ``shares`` are those that ship with memcon where none are given. A value that the codebook does not code (who
    asked for a call, how long it lasted, what was signed, who else was there) cannot be surer than that its
    engagement is one, and has that confidence.
    """
    sure = _Sure(shares or confidences())
    return replace(
        reading,
        kind=sure.cited("document kind", Told.DOCUMENT, reading.kind),
        accounts=tuple(sure.account(a) for a in reading.accounts),
        turns=tuple(_turn(sure, t) for t in reading.turns),
    )


def _turn(sure: _Sure, turn: SpokenTurn) -> SpokenTurn:
    return replace(turn, speaker=sure.maybe("turn speaker", Told.DOCUMENT, turn.speaker))


class _Sure:
    """Looks shares up."""

    def __init__(self, shares: Confidences) -> None:
        self._shares = shares

    def cited(self, field: str, told: Told, value: Cited[T]) -> Cited[T]:
        return replace(value, confidence=self._shares.of(field, told, value.rule))

    def maybe(self, field: str, told: Told, value: Cited[T] | None) -> Cited[T] | None:
        return self.cited(field, told, value) if value is not None else None

    def account(self, account: Account) -> Account:
        told = Told.SUBJECT if account.main else Told.MENTION
        kind = self.cited("kind", told, account.kind)

        def as_kind(value: Cited[T] | None) -> Cited[T] | None:
            return replace(value, confidence=kind.confidence) if value is not None else None

        return replace(
            account,
            kind=kind,
            status=self.cited("status", told, account.status),
            mode=self.maybe("mode", told, account.mode),
            start=self.maybe("start", told, account.start),
            end=self.maybe("end", told, account.end),
            place=self.maybe("place", told, account.place),
            forum=self.maybe("forum", told, account.forum),
            parties=tuple(self.cited("party", told, p) for p in account.parties),
            participants=tuple(self._participant(told, p) for p in account.participants),
            statements=tuple(self._statement(told, s) for s in account.statements),
            initiator=as_kind(account.initiator),
            duration=as_kind(account.duration),
            signed=tuple(replace(s, confidence=kind.confidence) for s in account.signed),
            others=tuple(self._participant(told, p) for p in account.others),
        )

    def _participant(self, told: Told, person: Participant) -> Participant:
        return Participant(
            self.maybe("name", told, person.name),
            self.maybe("office", told, person.office),
            self.maybe("represents", told, person.party),
        )

    def _statement(self, told: Told, statement: Statement) -> Statement:
        speakers = tuple(self.cited("speaker", told, s) for s in statement.speakers)
        return replace(statement, speakers=speakers, act=self.cited("act", told, statement.act))
