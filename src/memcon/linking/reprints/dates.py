"""A reprint's own date dates no engagement: its accounts take the dates of those that they were reprinted from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from memcon.linking.reprints.origins import mapped, reprinted_from
from memcon.linking.reprints.values import OF_SOURCE, Reprint
from memcon.model import STATED, Account, Cited, Reading
from memcon.reading.names import same_person

_NEAR = 200
_SURE = 0.6

T = TypeVar("T")


def dated_by_sources(readings: Iterable[Reading], reprints: Iterable[Reprint]) -> list[Reading]:
    """Give the readings, in order, with the derived dates of reprinted accounts replaced by their sources' dates.

    A date that a copy states itself stays; so does everything where it is not sure which of two texts is the copy.
    The spans of a replaced date stand in the source.
    """
    given = list(readings)
    known = {r.document: r for r in given}
    by_copy: dict[str, list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        by_copy[reprint.copy].append(reprint)
    done: dict[str, Reading] = {}
    return [_dated(r.document, known, by_copy, done) for r in given]


def _dated(
    document: str, known: Mapping[str, Reading], by_copy: Mapping[str, list[Reprint]], done: dict[str, Reading]
) -> Reading:
    """Date a reading, its sources' first; chains of reprints have no circles."""
    if document not in done:
        reading = known[document]
        accounts = tuple(_account(a, reading, known, by_copy, done) for a in reading.accounts)
        done[document] = reading if accounts == reading.accounts else replace(reading, accounts=accounts)
    return done[document]


def _account(
    account: Account,
    reading: Reading,
    known: Mapping[str, Reading],
    by_copy: Mapping[str, list[Reprint]],
    done: dict[str, Reading],
) -> Account:
    mine = by_copy.get(reading.document, [])
    reprint = reprinted_from(reading.document, account.kind.spans, mine) if mine else None
    if reprint is None or reprint.source is None or reprint.source not in known or reprint.sure < _SURE:
        return account
    told = counterpart(account, reprint, _dated(reprint.source, known, by_copy, done))
    if told is None or (account.start is not None and account.start.rule == STATED):
        return account
    return replace(account, start=_from_source(told.start), end=_from_source(told.end))


def _from_source(cited: Cited[str] | None) -> Cited[str] | None:
    return None if cited is None else replace(cited, rule=OF_SOURCE)


def counterpart(account: Account, reprint: Reprint, source: Reading) -> Account | None:
    """Find the source's account that a copy's account repeats: its words stand at the same place, or it is alone in
    having the kind and the people."""
    alike = [a for a in source.accounts if a.kind.value is account.kind.value]
    at = next((mapped(s.start, reprint) for s in account.kind.spans if s.document == reprint.copy), None)
    if at is not None:
        near = [(abs(s.start - at), a.id, a) for a in alike for s in a.kind.spans if abs(s.start - at) <= _NEAR]
        if near:
            return min(near, key=lambda n: n[:2])[2]
    same = [a for a in alike if _same_people(a, account)]
    return same[0] if len(same) == 1 else None


def _same_people(a: Account, b: Account) -> bool:
    mine, theirs = ([p.name.value for p in x.participants if p.name] for x in (a, b))
    return bool(mine and theirs) and all(any(same_person(m, t) for t in theirs) for m in mine)
