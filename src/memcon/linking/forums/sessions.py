"""Put the sittings of one series together to sessions, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from memcon.linking.forums.named import Named
from memcon.linking.forums.series import LevelTold, Naming, Session, SessionStatus
from memcon.linking.forums.told import Sitting
from memcon.model import Place, Status

_APART = timedelta(days=2)
"""Days within which two sittings of one series, at levels that agree, are one: a session's days, and time zones."""
_A_YEAR = timedelta(days=366)
_DAY, _MONTH = 10, 7
_Group = list[Sitting]


def sessions_of(sittings: Sequence[Sitting], as_of: str | None) -> tuple[list[Session], list[Session]]:
    """Give the sessions by their days, and what cannot be told apart from them for want of a day.

    ``as_of`` is the newest day of any document: what was planned for an earlier one is unconfirmed.
    """
    exact = [s for s in sittings if s.start is not None and len(s.start) == _DAY]
    groups: list[_Group] = []
    for sitting in exact:
        near = next((g for g in reversed(groups) if _one(sitting, g)), None)
        if near is None:
            groups.append([sitting])
        else:
            near.append(sitting)
    groups = _by_number(groups)
    left = sorted((s for s in sittings if s not in exact), key=lambda s: -len(s.start or ""))
    loose = _settled(groups, left)
    groups = _by_number(groups)
    made = [_session(group, as_of) for group in groups]
    made.sort(key=lambda s: (s.start or "9999", s.end or "9999", s.engagements))
    return made, [replace(_session([s], as_of), joined=why) for s, why in loose]


def _one(sitting: Sitting, group: _Group) -> bool:
    """Whether a sitting with its day is of the session of a group: close to its days, at a level and number that agree.

    Two numbers of one day are not two sessions: one of the documents is wrong.
    """
    start, end = _day(sitting.start or ""), _day(sitting.end or "")
    first, last = min(_day(s.start or "") for s in group), max(_day(s.end or "") for s in group)
    if start - last > _APART or first - end > _APART:
        return False
    same_day = any(sitting.start == other.start for other in group)
    return all(_agree(sitting, other) and (same_day or _numbers_agree(sitting, other)) for other in group)


def _agree(a: Sitting, b: Sitting) -> bool:
    levels, portfolios = ({a.level.level, b.level.level}, {a.level.portfolio, b.level.portfolio})
    both = all(t.level.sure for t in (a, b)) or all(t.level.by_words for t in (a, b))
    if len(levels) > 1 and both:
        return False
    return None in portfolios or len(portfolios) == 1


def _numbers_agree(a: Sitting, b: Sitting) -> bool:
    return not (a.numbers and b.numbers) or bool(a.numbers & b.numbers)


def _day(iso: str) -> date:
    """The day of an ISO prefix, the first of a month or year."""
    return date.fromisoformat(iso + "0000-01-01"[len(iso) :])


def _by_number(groups: list[_Group]) -> list[_Group]:
    """Put sessions of one number within a year together, unless documents tell of both as their subjects.

    A day that a document gives in passing is wrong more often than the number in the name.
    """
    kept: list[_Group] = []
    for group in groups:
        same = next((k for k in kept if _same_number(k, group)), None)
        if same is None:
            kept.append(group)
        else:
            same.extend(group)
    return kept


def _same_number(a: _Group, b: _Group) -> bool:
    if all(any(s.engagement.main for s in group) for group in (a, b)):
        return False
    numbers = [frozenset[int]().union(*(s.numbers for s in group)) for group in (a, b)]
    apart = abs(_day(a[0].start or "") - _day(b[0].start or ""))
    return bool(numbers[0] & numbers[1]) and apart < _A_YEAR and all(_agree(x, y) for x in a for y in b)


def _settled(groups: list[_Group], left: Sequence[Sitting]) -> list[tuple[Sitting, str]]:
    """Put sittings without an exact day where one session fits, those of a month before those of a year.

    What fits none is a session of its own, added to ``groups``; given back is what has no day and what several fit.
    """
    loose: list[tuple[Sitting, str]] = []
    for sitting in left:
        fitting = [g for g in groups if _fits(sitting, g)]
        chosen = _chosen(sitting, fitting)
        if chosen is not None:
            chosen.append(sitting)
        elif sitting.start is None:
            loose.append((sitting, "no day is told"))
        elif len(fitting) > 1:
            loose.append((sitting, f"{len(fitting)} sessions fit {sitting.start}"))
        else:
            groups.append([sitting])
    return loose


def _chosen(sitting: Sitting, fitting: Sequence[_Group]) -> _Group | None:
    """The session that a sitting without an exact day is: the only one that fits, or, planned, the next one.

    Sessions whose words tell the same level go before others, then those of its city, and all before calls.
    """
    numbered = [g for g in fitting if any(sitting.numbers & other.numbers for other in g)]
    if len(numbered) == 1:
        return numbered[0]
    if sitting.start is None:
        return None
    told_on = sitting.told_on
    if not sitting.held and told_on is not None:
        fitting = [g for g in fitting if max(o.start or "" for o in g) >= told_on[: len(g[0].start or "")]]
    if not sitting.is_call:
        fitting = [g for g in fitting if not all(s.is_call for s in g)] or fitting
    if sitting.level.by_words:
        same = [g for g in fitting if any(o.level.by_words and o.level.level is sitting.level.level for o in g)]
        fitting = same or fitting
    if sitting.city is not None:
        fitting = [g for g in fitting if any(o.city == sitting.city for o in g)] or fitting
    if len(fitting) == 1:
        return fitting[0]
    next_one = not sitting.held and told_on is not None and fitting
    return min(fitting, key=lambda g: g[0].start or "") if next_one else None


def _fits(sitting: Sitting, group: _Group) -> bool:
    """Whether a session's day lies in the month or year of a sitting, or it has the number of one without a date."""
    if not all(_agree(sitting, other) and _numbers_agree(sitting, other) for other in group):
        return False
    days = [other.start for other in group if other.start]
    numbered = any(sitting.numbers & other.numbers for other in group)
    if sitting.start is None or numbered:
        return numbered and (sitting.start is None or abs(_day(min(days)) - _day(sitting.start)) < _A_YEAR)
    cities = {other.city for other in group if other.city}
    if sitting.city and cities and sitting.city not in cities:
        return False
    first, last = sitting.start, sitting.end or sitting.start
    if sitting.held and sitting.told_on is not None and min(days) > sitting.told_on:
        return False  # it was held already when it was told
    return any(day[: len(first)] >= first and day[: len(last)] <= last for day in days)


def _session(group: _Group, as_of: str | None) -> Session:
    """Make one session: held where any engagement was."""
    ranked = sorted(group, key=_rank, reverse=True)
    engagements = [s.engagement for s in group]
    start, end = _days(group)
    return Session(
        engagements=tuple(e.id for e in engagements),
        status=_status(group, end, as_of),
        start=start,
        end=end,
        place=_place(ranked),
        mode=next((m.preferred.value.value for s in ranked if (m := s.engagement.mode).preferred is not None), None),
        level=_level(group, ranked[0]),
        parties=tuple(sorted({p for s in group for p in s.parties})),
        namings=tuple(Naming(n.key, s.engagement.id, n.span, _is_held(n)) for s in ranked for n in s.named),
        claims=tuple(c for s in group for c in s.claims),
        main=any(s.engagement.main for s in group),
        call=all(s.is_call for s in [s for s in group if _exact(s)] or group),
        joined=_why(group),
    )


def _is_held(named: Named) -> bool:
    return named.account.status.value is Status.HELD


def _exact(sitting: Sitting) -> bool:
    return len(sitting.start or "") == _DAY


def _days(group: _Group) -> tuple[str | None, str | None]:
    """The days: of those told as a subject and held, all; else those that most accounts give, the most exact first."""
    told = [s for s in group if s.start is not None]
    subjects = [s for s in told if s.held and s.engagement.main and _exact(s)]
    if not subjects:
        held = [s for s in told if s.held] or told
        support = Counter[str]()
        for sitting in [s for s in held if len(s.start or "") >= _MONTH] or held:
            support[sitting.start or ""] += len(sitting.named)
        best = max(support, key=lambda day: (support[day], len(day), day), default=None)
        near = [s for s in held if best is not None and _near(s, best)]
        subjects = [s for s in near if len(s.start or "") == max(len(n.start or "") for n in near)]
    starts, ends = [s.start or "" for s in subjects], [s.end or "" for s in subjects]
    return min(starts, default=None), max(ends, default=None)


def _near(sitting: Sitting, day: str) -> bool:
    """Whether a sitting's first day is the day given, close to it, or in the month or year given."""
    start = sitting.start or ""
    if len(start) == len(day) == _DAY:
        return abs(_day(start) - _day(day)) <= _APART
    return start.startswith(day)


def _level(group: _Group, best: Sitting) -> LevelTold:
    """The level that words tell, else that which offices do; what gives no day of its own tells it last."""
    exact = [s.level for s in group if _exact(s)]
    every = [level for level in (*exact, *(s.level for s in group)) if level.level is not None]
    return next((level for level in every if level.sure), next(iter(every), best.level))


def _rank(sitting: Sitting) -> tuple[bool, bool, bool, int, str]:
    e = sitting.engagement
    return _exact(sitting), sitting.held, e.main, len(e.accounts), e.id


def _status(group: _Group, end: str | None, as_of: str | None) -> SessionStatus:
    if any(s.held for s in group):
        return SessionStatus.HELD
    if any(s.engagement.status.preferred and s.engagement.status.preferred.value is Status.CANCELLED for s in group):
        return SessionStatus.CANCELLED
    if end is None or as_of is None:
        return SessionStatus.UNCONFIRMED
    return SessionStatus.UNCONFIRMED if end < as_of[: len(end)] else SessionStatus.PLANNED


def _place(ranked: _Group) -> Place | None:
    """The place that most engagements tell of those that tell a city, those with an exact day first."""
    places = [(s.engagement.place.preferred.value, s) for s in ranked if s.engagement.place.preferred is not None]
    exact = [pair for pair in places if _exact(pair[1])] or places
    count = Counter(str(place) for place, _ in exact)
    return max(exact, key=lambda p: (p[0].city is not None, count[str(p[0])], _rank(p[1])))[0] if exact else None


def _why(group: _Group) -> str | None:
    if len(group) == 1:
        return None
    days = sorted({s.start or "no day" for s in group})
    told = f"told for {days[0]} to {days[-1]}" if len(days) > 1 else f"told for {days[0]}"
    return f"{len(group)} engagements of this series {told}, at levels and numbers that agree"
