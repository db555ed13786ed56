"""Days that no single account gives, derived from the neighbours of an occasion and marked as derived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from memcon.linking.clustering import Cluster
from memcon.linking.parts import one_stay
from memcon.linking.tellings import Telling
from memcon.linking.visits import Days
from memcon.linking.windows import iso_day
from memcon.model import Account, Cited, EngagementKind, Span, Status
from memcon.reading.dates import Tense, find_dates


@dataclass(frozen=True, slots=True)
class Derived:
    """First and last day that were derived, each with the reason in words; None where nothing was."""

    start: Cited[str] | None = None
    end: Cited[str] | None = None
    reason: str = ""


NOTHING = Derived()
_SHORT_VISIT = 6
"""Days between the first and the last of a visit that still tell when its parts were."""
_LONGEST_STAY = 4
"""Days between the first and the last of what is taken for one stay."""
_HOLDS = "the account whose days hold those of the others"


def derived_days(cluster: Cluster, days: Days | None, whole: Cluster | None, of_whole: Days | None) -> Derived:
    """Give the days of an occasion that its accounts do not give by themselves.

    ``days`` are a visit's own days with its parts, ``whole`` and ``of_whole`` the visit that the occasion is part of.
    """
    if days is not None:
        return _of_visit(cluster, days)
    dated = [t for t in cluster if t.account.start is not None and not _month_of_visit(t.account.start)]
    if not dated and whole is not None and of_whole is not None and whole[0].kind is EngagementKind.VISIT:
        return _of_part(of_whole)
    exact = [t for t in dated if t.window.exact]
    if len(exact) > 1 and all(t.kind is EngagementKind.CONFERENCE for t in exact):
        return _of_conference(exact)
    return NOTHING


def _month_of_visit(start: Cited[str]) -> bool:
    """Whether a document's own visit gave a part of it its month only: the visit of the record may tell the days."""
    return start.rule == "date.visit" and len(start.value) < len("2021-06-27")


def _of_visit(cluster: Cluster, days: Days) -> Derived:
    """The first and last day of a visit, where they are not those of one of its accounts alone."""
    for t in cluster:
        its_own = t.window.exact and not t.leg and (t.window.first, t.window.last) == (days.first, days.last)
        if its_own and t.account.end is not None and len(cluster) > 1:
            return Derived(t.account.start, t.account.end, _HOLDS)
    if len(cluster) == 1 and (cluster[0].window.first, cluster[0].window.last) == (days.first, days.last):
        return NOTHING
    if all(t.leg for t in (days.first_from, days.last_from)):
        return NOTHING
    start = _from(days.first_from, days.first, "date.first-of-visit")
    end = _from(days.last_from, days.last, "date.last-of-visit")
    return Derived(start, end, "the first and last day on which accounts place the visitor in the country")


def _of_part(days: Days) -> Derived:
    """The day of what took place during a visit: the visit's, where that is short its first and last day."""
    first, last = iso_day(days.first), iso_day(days.last)
    if first == last:
        value = first
    elif days.last - days.first <= _SHORT_VISIT:
        start = _from(days.first_from, days.first, "date.of-visit")
        end = _from(days.last_from, days.last, "date.of-visit")
        return Derived(start, end, "on one of the days of the visit that it is a part of")
    elif first[:7] == last[:7]:
        value = first[:7]
    elif first[:4] == last[:4]:
        value = first[:4]
    else:
        return NOTHING
    cited = replace(_from(days.first_from, days.first, "date.of-visit"), value=value)
    return Derived(cited, cited, "the day of the visit that it is a part of")


def dated_by_stay(cluster: Cluster, others: Iterable[Cluster]) -> Derived:
    """The day on which other documents place the same visitor in the country, where they speak of one stay only."""
    if any(t.account.start is not None or t.account.end is not None for t in cluster):
        return NOTHING
    there = [d for other in others for d in other if any(one_stay(t, d) for t in cluster)]
    if not there:
        return NOTHING
    first = min(there, key=lambda t: (t.window.first, t.key))
    last = min(there, key=lambda t: (-t.window.last, t.key))
    if last.window.last - first.window.first > _LONGEST_STAY:
        return NOTHING
    found = _of_part(Days(first.window.first, last.window.last, first, last))
    if found.start is None:
        return NOTHING
    start, end = (c and replace(c, rule="date.of-stay") for c in (found.start, found.end))
    return Derived(start, end, "the day on which other documents place the visitor in the country")


def dated_by_main(cluster: Cluster, main_days: Mapping[str, str]) -> Derived:
    """The date that words such as "in September" mean, counted from the day that was found for the document's subject.

    ``main_days`` has that day, by document, for documents without a day of their own.
    """
    if any(t.account.start is not None or t.account.end is not None for t in cluster):
        return NOTHING
    for t in cluster:
        day, words = main_days.get(t.key.document), t.account.date_words
        if day is None or words is None:
            continue
        tense: Tense = "future" if t.account.status.value is Status.PLANNED else "past"
        for found in find_dates(words.text, day, tense):
            if found.first and found.last:
                sure = t.account.kind.confidence
                start = Cited(found.first, (words,), "date.year-of-neighbour", sure)
                end = Cited(found.last, (words,), "date.year-of-neighbour", sure)
                return Derived(start, end, f"counted from {day}, the day found for the document's subject")
    return NOTHING


def _of_conference(exact: list[Telling]) -> Derived:
    """The days of a conference: those of the account that holds the others', or first and last of its sessions."""
    first = min(exact, key=lambda t: (t.window.first, -t.window.last, t.key))
    last = min(exact, key=lambda t: (-t.window.last, t.key))
    if first.window.last == last.window.last:
        if len({t.window for t in exact}) == 1 or first.account.end is None:
            return NOTHING
        return Derived(first.account.start, first.account.end, _HOLDS)
    start = _from(first, first.window.first, "date.first-of-sessions")
    end = _from(last, last.window.last, "date.last-of-sessions")
    return Derived(start, end, "the first and last day of the sessions that accounts tell of")


def _from(telling: Telling, day: int, rule: str) -> Cited[str]:
    """A derived day, as sure as the account that it comes from."""
    start = telling.account.start
    return Cited(iso_day(day), _spans(telling), rule, start.confidence if start else telling.account.kind.confidence)


def _spans(telling: Telling) -> tuple[Span, ...]:
    """The words that a day comes from; the kind's words where it is the document's own day."""
    account: Account = telling.account
    return (account.start.spans if account.start else ()) or account.kind.spans
