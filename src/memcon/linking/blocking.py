"""Which pairs of accounts are looked at: those that have a key in common.

A key says when and who, so that a new document is compared with its neighbourhood and not with the whole record.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from memcon.linking.evidence import travellers
from memcon.linking.tellings import SHORTEST, Person, Telling
from memcon.linking.windows import Exactness, iso_day
from memcon.model import EngagementKind
from memcon.vocabulary.organisations import organisation_codes

Key = tuple[str, ...]

_MOST_DAYS = 15
_MOST_PARTIES = 8
_MONTHS_BOUND = 14


def keys_of(telling: Telling) -> frozenset[Key]:
    """Give the blocks of an account; accounts that share none are not compared."""
    return frozenset(_keys(telling))


def _keys(t: Telling) -> Iterator[Key]:
    names = sorted(t.name_words)
    if t.window.exactness is Exactness.UNKNOWN:
        if t.country and t.account.main:
            yield from (("there", t.country, word) for p in travellers(t) for word in p.words)
        return
    if t.window.exact and t.window.last - t.window.first < _MOST_DAYS:
        for day in map(iso_day, range(t.window.first, t.window.last + 2)):  # the day after too: neighbours share it
            yield from (("day", day, name) for name in names)
            if t.kind is not EngagementKind.VISIT and len(t.parties) <= _MOST_PARTIES:
                yield from (("parties", day, a, b) for a, b in combinations(sorted(t.parties), 2))
            yield from (("body", day, code) for code in _bodies(t))
    yield from _by_month(t)
    if t.country:
        yield from (("there", t.country, word) for p in travellers(t) for word in p.words)


def _bodies(t: Telling) -> frozenset[str]:
    """The organisations that take part or whose forum it is."""
    return (t.forum.bodies if t.forum else frozenset()) | (t.parties & organisation_codes())


def _by_month(t: Telling) -> Iterator[Key]:
    """Keys of forums, of what is done in a country, and of what has no day: who, with whom, in which months."""
    months = _months(t)
    if t.forum:
        yield from (("forum", month, topic) for month in months for topic in t.forum.topics)
    if t.kind is EngagementKind.VISIT:
        if t.country:
            yield from (("at", m, t.country, word) for m in months for p in travellers(t) for word in p.words)
        return
    if t.country and t.window.exact:
        yield from (("at", m, t.country, word) for m in months for word in t.name_words)
    pairs = {tuple(sorted(pair)) for p, q in combinations(t.people, 2) if p.party != q.party for pair in _words(p, q)}
    yield from (("pair", m, *pair) for m in months for pair in sorted(pairs))


def _words(p: Person, q: Person) -> Iterator[tuple[str, str]]:
    return ((a, b) for a in p.words for b in q.words if min(len(a), len(b)) >= SHORTEST)


def _months(t: Telling) -> list[str]:
    first, last = iso_day(t.window.first), iso_day(t.window.last + 1)
    year, month = int(first[:4]), int(first[5:7])
    found: list[str] = []
    while (key := f"{year:04}-{month:02}") <= last[:7] and len(found) < _MONTHS_BOUND:
        found.append(key)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
