"""Check the numbers that words give sessions against the sessions on record.

A record that lacks earlier sessions contradicts no number; sessions that it has beyond the number do, and so does
another numbered session that the number cannot stand beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.linking.forums.series import Claim, Session, SessionStatus, Verdict
from memcon.vocabulary.series_names import Level

_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Judged:
    """A verdict with its reason and the sessions that it rests on."""

    verdict: Verdict
    reason: str
    against: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a claim counts: sessions at a level, of some ministers, held in a way."""

    level: Level | None
    portfolio: str | None
    mode: str | None

    def has(self, session: Session) -> bool | None:
        """Tell whether it counts a session; None where that is open.

        Open is what one document tells in passing, what only offices give a level, and a call: a leaders' call need
        not be counted where "third Leaders' Summit" is said.
        """
        pairs = (
            (self.level, session.level.level),
            (self.portfolio, session.level.portfolio),
            (self.mode, session.mode),
        )
        if any(wanted and told and wanted != told for wanted, told in pairs):
            return False
        if session.call or not session.well_told or (self.mode and session.mode is None):
            return None
        return None if self.level and not session.level.by_words else True

    def like(self, other: _Scope) -> bool:
        """Tell whether another claim counts the same sessions, as far as both tell."""
        pairs = ((self.level, other.level), (self.portfolio, other.portfolio))
        return self.mode == other.mode and all(not a or not b or a == b for a, b in pairs)


def checked(sessions: Sequence[Session], undated: Sequence[Session]) -> tuple[list[Session], list[Session]]:
    """Give the sessions with a verdict on each of their claims."""
    count = _Count(sessions)
    found = [_with(session, [count.judge(claim, session) for claim in session.claims]) for session in sessions]
    no_day = _Judged(Verdict.CANNOT_BE_TOLD, "the session has no day to count up to")
    return found, [_with(session, [no_day] * len(session.claims)) for session in undated]


def _with(session: Session, judged: Sequence[_Judged]) -> Session:
    claims = tuple(
        replace(
            claim,
            verdict=told.verdict,
            reason=told.reason,
            against=tuple(e for other in told.against for e in other.engagements),
        )
        for claim, told in zip(session.claims, judged, strict=True)
    )
    return replace(session, claims=claims)


class _Count:
    """The sessions of one series, and of each the claims that its own count does not contradict."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._sessions = sessions
        self._trusted = [
            [c for c in s.claims if c.since is None and len(self._earlier(c, s, True)) < c.number] for s in sessions
        ]

    def judge(self, claim: Claim, session: Session) -> _Judged:
        """Give the verdict on a claim."""
        sure = self._earlier(claim, session, True)
        since = f" since {claim.since}" if claim.since else ""
        if len(sure) >= claim.number:
            return _Judged(Verdict.CONTRADICTED, f"{_many(sure)} on record{since}: {_days(sure)}", sure)
        if claim.since is not None:
            return _Judged(Verdict.CANNOT_BE_TOLD, f"counted{since}, and {len(sure) or 'none'} on record from then")
        return self._beside(claim, session) or self._by_count(claim, session, sure)

    def _earlier(self, claim: Claim, session: Session, counted: bool | None) -> tuple[Session, ...]:
        """The sessions held before this one that the claim counts, or (None) may count."""
        scope, since = _scope(claim, session), f"{claim.since}-99" if claim.since else ""
        return tuple(
            other
            for other in self._sessions
            if other.status is SessionStatus.HELD
            and _before(other, session)
            and (other.start or "") > since
            and scope.has(other) is counted
        )

    def _beside(self, claim: Claim, session: Session) -> _Judged | None:
        """What another numbered session says: it contradicts, or the numbers follow one another as the sessions do."""
        fitting: _Judged | None = None
        for other, claims in zip(self._sessions, self._trusted, strict=True):
            number = next((c.number for c in claims if _scope(c, other).like(_scope(claim, session))), None)
            if number is None or other is session:
                continue
            told = f"the session of {_days([other])} is told to be number {number}"
            if number == claim.number:
                return _Judged(Verdict.CONTRADICTED, f"{told} too", (other,))
            low, high = (other, session) if number < claim.number else (session, other)
            between = self._between(low, high, _scope(claim, session))
            if _before(high, low) or (_before(low, high) and abs(claim.number - number) <= len(between)):
                beside = f", with {len(between)} between" if between else ""
                return _Judged(Verdict.CONTRADICTED, told + beside, (other, *between))
            if abs(claim.number - number) == len(between) + 1:
                fitting = fitting or _Judged(Verdict.FITS, told, (other,))
        return fitting

    def _between(self, low: Session, high: Session, scope: _Scope) -> tuple[Session, ...]:
        held = (s for s in self._sessions if s.status is SessionStatus.HELD)
        return tuple(s for s in held if _before(low, s) and _before(s, high) and scope.has(s))

    def _by_count(self, claim: Claim, session: Session, sure: tuple[Session, ...]) -> _Judged:
        perhaps = self._earlier(claim, session, None)
        loose = f"; besides {_days(perhaps)}, told too loosely to count" if perhaps else ""
        if len(sure) == claim.number - 1:
            told = f"{_many(sure)} on record: {_days(sure)}" if sure else "no earlier session is on record"
            return _Judged(Verdict.FITS, told + loose, sure)
        if claim.number == _PAIR:
            return _Judged(Verdict.CANNOT_BE_TOLD, f"the first one is not on record{loose}")
        told = f"{len(sure) or 'none'} of the {claim.number - 1} earlier ones {'is' if len(sure) < _PAIR else 'are'}"
        return _Judged(Verdict.CANNOT_BE_TOLD, f"{told} on record{loose}", sure)


def _scope(claim: Claim, session: Session) -> _Scope:
    level = claim.level or (session.level.level if session.level.by_words else None)
    return _Scope(level, session.level.portfolio, claim.mode)


def _before(a: Session, b: Session) -> bool:
    """Whether one session is surely earlier: its last day lies before the other's first, as far as both are told."""
    if a.start is None or b.start is None:
        return False
    end = a.end or a.start
    shortest = min(len(end), len(b.start))
    return end[:shortest] < b.start[:shortest]


def _many(sessions: Sequence[Session]) -> str:
    return f"{len(sessions)} earlier session{'s' if len(sessions) > 1 else ''}"


def _days(sessions: Sequence[Session]) -> str:
    return ", ".join(s.start or "no day" for s in sessions)
