"""The facts that head a comparison: what each account says of the engagement itself, and the names it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from memcon.comparing.sides.names import names_of
from memcon.comparing.sides.publication import publication_of
from memcon.comparing.sides.values import Conflict, Fact, Side
from memcon.exporting.words import day_in_words, party_in_words, person_in_words, place_in_words
from memcon.linking.windows import first_day, last_day
from memcon.model import STATED, Account, Cited, Participant, Span
from memcon.reading.names import same_person
from memcon.vocabulary.office_forms import same_office
from memcon.vocabulary.zones import hours_apart


def facts_of(sides: Sequence[Side]) -> tuple[Fact, ...]:
    """Give the facts in the order in which a desk officer asks for them."""
    return (
        publication_of(sides),
        _called(sides),
        _plain("mode", sides, lambda a: a.mode, Conflict.MODE),
        _dates(sides),
        _places(sides),
        _plain("asked for by", sides, lambda a: a.initiator, Conflict.INITIATOR, party_in_words),
        _plain("lasted", sides, lambda a: a.duration, None),
        *_people(sides),
        *names_of(sides),
    )


def _called(sides: Sequence[Side]) -> Fact:
    """What each account calls the occasion: its title, and the words that tell of it."""
    values, spans = [], []
    for side in sides:
        told = side.account.kind.spans if side.account else ()
        title = side.document.title
        words = [f"“{_line(title)}”"] if title else []
        words += [f"“{_line(s.text)}”" for s in told[:1] if not title or s.text not in title]
        values.append(", ".join(words) or None)
        spans.append(tuple(told[:1]))
    kinds = {side.account.kind.value for side in sides if side.account}
    remark = f"told as {' and '.join(sorted(k.value for k in kinds))}" if len(kinds) > 1 else None
    return Fact("called", tuple(values), tuple(spans), remark)


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


def _plain(
    name: str,
    sides: Sequence[Side],
    field: Callable[[Account], Cited[Any] | None],
    conflict: Conflict | None,
    in_words: Callable[[str], str] = str,
) -> Fact:
    """A field that stands in the account as it is; two stated values that differ contradict one another."""
    found = [field(side.account) if side.account else None for side in sides]
    values = tuple(in_words(str(c.value)) if c is not None else None for c in found)
    stated = {v for v, c in zip(values, found, strict=True) if v is not None and c is not None and c.rule == STATED}
    differ = len(stated) > 1
    return Fact(
        name,
        values,
        tuple(c.spans if c is not None else () for c in found),
        "the accounts differ" if differ and conflict else None,
        conflict if differ else None,
    )


def _dates(sides: Sequence[Side]) -> Fact:
    """The days of the occasion; two that differ by one may be the same hour by two clocks."""
    accounts = [side.account for side in sides]
    days = [(a.start.value, a.end.value if a.end else None) if a and a.start else None for a in accounts]
    values = tuple(day_in_words(*d) if d else None for d in days)
    spans = tuple((*a.start.spans, *(a.end.spans if a.end else ())) if a and a.start else () for a in accounts)
    windows = [(first_day(d[0]), last_day(d[1] or d[0])) for d in days if d]
    gap = max((b[0] - a[1] for a in windows for b in windows), default=0)
    if gap <= 0:
        return Fact("held", values, spans)
    parties = frozenset(p.value for a in accounts if a for p in a.parties)
    if gap == 1 and hours_apart(parties) > 0:
        remark = f"may be one evening: the clocks of the parties stand {hours_apart(parties):g} hours apart"
        return Fact("held", values, spans, remark)
    return Fact("held", values, spans, "the accounts differ", Conflict.DATES)


def _places(sides: Sequence[Side]) -> Fact:
    """Where it was held; a country alone does not contradict a city of it."""
    found = [side.account.place if side.account else None for side in sides]
    values = tuple(place_in_words(c.value) if c is not None else None for c in found)
    cities = {c.value.city for c in found if c is not None and c.value.city}
    countries = {c.value.country for c in found if c is not None and c.value.country}
    differ = len(cities) > 1 or len(countries) > 1
    return Fact(
        "place",
        values,
        tuple(c.spans if c is not None else () for c in found),
        "the accounts differ" if differ else None,
        Conflict.PLACES if differ else None,
    )


def _people(sides: Sequence[Side]) -> Iterator[Fact]:
    """Who took part for each party, with the names and offices that each account uses."""
    accounts = [side.account for side in sides]
    parties = dict.fromkeys(p.value for a in accounts if a for p in a.parties)
    for party in parties:
        told = [_of_party(a, party) for a in accounts]
        if not any(told):
            continue
        rival = _rival(told, party)
        yield Fact(
            f"for {party_in_words(party)}",
            tuple("; ".join(person_in_words(p) for p in people) or None for people in told),
            tuple(tuple(s for p in people for s in _spans(p)) for people in told),
            f"one office, two names: {rival}" if rival else None,
            Conflict.PARTICIPANTS if rival else None,
        )


def _of_party(account: Account | None, party: str) -> list[Participant]:
    everyone = (*account.participants, *account.others) if account else ()
    return [p for p in everyone if p.party and p.party.value == party]


def _spans(participant: Participant) -> tuple[Span, ...]:
    cited = participant.name or participant.office
    return cited.spans if cited is not None else ()


def _rival(told: Sequence[Sequence[Participant]], party: str) -> str | None:
    """Two people whom two accounts name in one office: that one of them is not mentioned contradicts nothing."""
    for at, people in enumerate(told):
        for other in told[at + 1 :]:
            for a in people:
                for b in other:
                    if a.name and b.name and a.office and b.office and not same_person(a.name.value, b.name.value):
                        known = {p.name.value for p in (*people, *other) if p.name}
                        namesakes = any(same_person(a.name.value, n) for n in known - {a.name.value})
                        if same_office(a.office.value, b.office.value, party) and not namesakes:
                            return f"{a.name.value} and {b.name.value}"
    return None
