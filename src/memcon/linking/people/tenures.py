"""Learn from documents who holds which office when: the first and the last day on which they were seen in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from memcon.linking.engagements import AccountKey
from memcon.linking.people.persons import ByHand, Mention, Person
from memcon.model import Span
from memcon.vocabulary.office_forms import Key, is_of_the_moment, office_keys, shortens
from memcon.vocabulary.roster import first_day, last_day

_ONE_HOLDER = (
    frozenset({"president"}),
    frozenset({"monarch"}),
    frozenset({"prime", "minister"}),
    frozenset({"foreign", "minister"}),
)


Sighting = tuple[Mention, Person]
"""A mention of a person in an office."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person seen in an office: ``first`` and ``last`` are the dates of the first and last sighting (ISO prefixes).

    ``office`` is the form most often written (of equals a single office, in its fullest form); ``sightings`` are the
    mentions, in order of date.
    """

    person: Person
    office: str
    party: str | None
    first: str
    last: str
    sightings: tuple[Mention, ...]

    def covers(self, at: str) -> bool:
        """Tell whether ``at`` (an ISO prefix) lies between the first and the last sighting."""
        return first_day(self.first) <= first_day(at) and last_day(at) <= last_day(self.last)


@dataclass(frozen=True, slots=True)
class Seen:
    """A tenure without its sightings: ``times`` tells how many, ``written`` how often each form of the office stands.

    ``document`` is that of the first sighting, ``cited`` the words of the office there, if it has them, ``decided`` the
    corrections by hand that it rests on.
    """

    person: Person
    office: str
    party: str | None
    first: str
    last: str
    times: int
    written: Mapping[str, int]
    document: str
    cited: Span | None
    decided: tuple[ByHand, ...] = ()


def seen(tenure: Tenure) -> Seen:
    """Sum up a tenure."""
    t, first = tenure, tenure.sightings[0]
    office = first.participant.office
    written = Counter(s.office for s in t.sightings if s.office)
    return Seen(
        t.person,
        t.office,
        t.party,
        t.first,
        t.last,
        len(t.sightings),
        dict(sorted(written.items())),
        first.key.document,
        office.spans[0] if office is not None and office.spans else None,
        first.decided,
    )


def is_of_one_holder(key: Key) -> bool:
    """Tell whether a state has one holder of this office at a time."""
    return key in _ONE_HOLDER


def tenures_of(mentions: Iterable[Mention], of_mention: Mapping[tuple[AccountKey, int], Person]) -> list[Tenure]:
    """Give the tenures that dated mentions show, by their first day, then by person.

    Offices said to be over or to come ("former", "-elect") show none. Shorter forms of an office go with its longer
    form where the same person has just one such. Where another person is seen in an office that has one holder at a
    time, a tenure ends.
    """
    held: dict[tuple[str | None, Key], list[Sighting]] = defaultdict(list)
    of_person: dict[Person, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if (person := of_mention.get((mention.key, mention.number))) is not None:
            of_person[person].append(mention)
    for person, told in of_person.items():
        for at, seen in sightings(told).items():
            held[at] += [(mention, person) for mention in seen]
    runs = (run for (_, key), seen in held.items() for run in runs_of(key, seen))
    return sorted((tenure_of(person, seen) for person, seen in runs), key=tenure_order)


def tenure_order(tenure: Tenure) -> tuple[object, ...]:
    """Give the key of the order of tenures: by their first day, then by person."""
    t = tenure
    return first_day(t.first), t.person, t.office, t.party or "", t.last, order_of(t.sightings[0])


def seen_order(told: Seen) -> tuple[object, ...]:
    """Give the key of the order of tenures without their sightings: by their first day, then by person."""
    return first_day(told.first), told.person, told.office, told.party or "", told.last, told.document


def sightings(mentions: Iterable[Mention]) -> dict[tuple[str | None, Key], list[Mention]]:
    """Give the mentions of one person in which he is seen in an office, in their order, by party and office."""
    by_party: dict[str | None, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.office and mention.date and is_of_the_moment(mention.office):
            by_party[mention.party].append(mention)
    found: dict[tuple[str | None, Key], list[Mention]] = defaultdict(list)
    for party, told in by_party.items():
        fullest = _fullest(told)
        for mention in told:
            for key in fullest[mention.office or ""]:
                found[party, key].append(mention)
    return found


def _fullest(told: Sequence[Mention]) -> dict[str, tuple[Key, ...]]:
    """For each form of an office, its keys, a short one as the only fuller one in the same person's mentions."""
    party = told[0].party
    keys = {office: office_keys(office, party) for office in dict.fromkeys(m.office or "" for m in told)}
    every = list(dict.fromkeys(key for held in keys.values() for key in held))
    fuller: dict[Key, Key] = {}
    for key in every:
        longer = [other for other in every if other != key and shortens(key, other, party)]
        fuller[key] = longer[0] if len(longer) == 1 else key
    return {office: tuple(dict.fromkeys(fuller[key] for key in held)) for office, held in keys.items()}


def runs_of(key: Key, seen: Iterable[Sighting]) -> list[tuple[Person, list[Mention]]]:
    """Part the sightings in an office into tenures: those of one person, in order of date.

    An office that has one holder at a time is parted wherever it changed hands.
    """
    ordered = sorted(seen, key=lambda pair: order_of(pair[0]))
    if is_of_one_holder(key):
        return [(person, [m for m, _ in run]) for person, run in groupby(ordered, key=lambda pair: pair[1])]
    runs: dict[Person, list[Mention]] = defaultdict(list)
    for mention, person in ordered:
        runs[person].append(mention)
    return list(runs.items())


def order_of(mention: Mention) -> tuple[str, AccountKey, int]:
    """Give the key of the order of time of mentions."""
    return mention.date or "", mention.key, mention.number


def tenure_of(person: Person, run: Sequence[Mention]) -> Tenure:
    """Sum up sightings of a person in an office, given in order of time."""
    party, written = run[0].party, Counter(m.office or "" for m in run)

    def order(office: str) -> tuple[int, int, int, int, str]:
        keys = office_keys(office, party)
        return -written[office], len(keys), -max(map(len, keys), default=0), len(office), office

    office = min(written, key=order)
    last = max(run, key=lambda m: last_day(m.date or ""))
    return Tenure(person, office, party, run[0].date or "", last.date or "", tuple(run))
