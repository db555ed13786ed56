"""Learn from documents who holds which office when: the first and the last day on which they were seen in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    held: dict[tuple[str | None, Key], list[tuple[Mention, Person]]] = defaultdict(list)
    by_person: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for mention in mentions:
        person = of_mention.get((mention.key, mention.number))
        if person is not None and mention.office and mention.date and is_of_the_moment(mention.office):
            by_person[person.id, mention.party].append(mention)
    for told in by_person.values():
        fullest = _fullest(told)
        for mention in told:
            for key in fullest[mention.office or ""]:
                held[mention.party, key].append((mention, of_mention[mention.key, mention.number]))
    found = {
        (run[0].key, run[0].number, key): _tenure(person, party, run)
        for (party, key), seen in held.items()
        for person, run in _runs(key, seen)
    }
    return sorted(found.values(), key=lambda t: (first_day(t.first), t.person, t.office, t.party or ""))


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


def _runs(key: Key, seen: list[tuple[Mention, Person]]) -> list[tuple[Person, list[Mention]]]:
    """Mentions of one person after another in an office, in order of date; parted where the office changed hands."""
    ordered = sorted(seen, key=lambda pair: (pair[0].date or "", pair[0].key, pair[0].number))
    runs: list[tuple[Person, list[Mention]]] = []
    latest: dict[str, list[Mention]] = {}
    for mention, person in ordered:
        if is_of_one_holder(key) and runs and runs[-1][0] != person:
            latest.clear()
        if person.id not in latest:
            latest[person.id] = []
            runs.append((person, latest[person.id]))
        latest[person.id].append(mention)
    return runs


def _tenure(person: Person, party: str | None, run: list[Mention]) -> Tenure:
    written = Counter(m.office or "" for m in run)

    def order(office: str) -> tuple[int, int, int, int, str]:
        keys = office_keys(office, party)
        return -written[office], len(keys), -max(map(len, keys), default=0), len(office), office

    office = min(written, key=order)
    last = max(run, key=lambda m: last_day(m.date or ""))
    return Tenure(person, office, party, run[0].date or "", last.date or "", tuple(run))
