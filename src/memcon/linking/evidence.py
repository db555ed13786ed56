"""What speaks for and against two accounts being of one occasion: one outcome per comparison.

Which outcomes there are, what they weigh and how they read is data (``vocabulary/data/link_levels.tsv``); this module
tells which of them a pair of accounts has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memcon.linking.tellings import Person, Telling
from memcon.linking.windows import Exactness, first_day
from memcon.model import EngagementKind, Mode, Status
from memcon.reading.names import same_person
from memcon.vocabulary.linking import LinkLevel, link_levels
from memcon.vocabulary.zones import hours_apart, hours_from_utc

_LATE = frozenset({"date.publication", "date.of-document"})
_FAR = 5.0
"""Hours between two clocks from which the evening of the one is as a rule the next day of the other."""
_LONG = frozenset({EngagementKind.VISIT, EngagementKind.CONFERENCE})
_SHORTLY = 14
"""Days."""
_ENOUGH_TOPICS = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence on a pair of accounts: the prior and one outcome per comparison, in the order of the table."""

    levels: tuple[LinkLevel, ...]

    @property
    def bits(self) -> float:
        """The sum of the weights: log2 of the odds that both are of one occasion."""
        return sum(level.bits for level in self.levels)

    @property
    def worst(self) -> float:
        """The weight of what speaks most against it."""
        return min(level.bits for level in self.levels if level.comparison != "prior")


def weigh(a: Telling, b: Telling) -> Weighed:
    """Weigh two accounts; the result is the same whichever comes first."""
    levels = link_levels()
    dated = a.window.exact and b.window.exact
    outcome = [("prior", "dated" if dated else "undated"), (_people_comparison(a, b), _people(a, b))]
    outcome.append(("day", _day(a, b)) if dated else ("time", _time(a, b)))
    outcome += [(name, compare(a, b)) for name, compare in _COMPARISONS.items()]
    return Weighed(tuple(levels[name, level] for name, level in outcome))


def same_named(a: Person, b: Person) -> bool:
    """Tell whether two participants can be one person: by name, or by office and party where a name is missing."""
    if a.party and b.party and a.party != b.party:
        return False
    if a.name and b.name:
        return same_person(a.name, b.name)
    return bool(a.party and b.party and a.office and (a.office <= b.office or b.office <= a.office) and b.office)


def common_people(a: Telling, b: Telling) -> list[tuple[Person, Person]]:
    """Give the people named in both accounts, each pair of forms of one person."""
    return [(p, q) for p in a.people for q in b.people if same_named(p, q)]


def travellers(t: Telling) -> tuple[Person, ...]:
    """Give those who are not of the country that the account gives as its place."""
    return tuple(p for p in t.people if p.party is None or p.party != t.country)


def told_apart(a: Telling, b: Telling) -> bool:
    """Tell whether one document tells two accounts apart: always, but for two of one visit.

    A traveller is in a country once at a time: the leg of a journey and the stay told further down are one visit.
    """
    if a.key.document != b.key.document:
        return False
    if not (a.kind is b.kind is EngagementKind.VISIT) or a.country is None or a.country != b.country:
        return True
    if not (a.window.exact and b.window.exact) or a.window.gap(b.window):
        return True
    return not any(p.name and same_named(p, q) for p in travellers(a) for q in travellers(b))


def travel_together(a: Telling, b: Telling) -> bool:
    """Tell whether two visits of one document are those of one travelling party: the same days, the same home."""
    same_days = a.window == b.window and a.window.exact and a.window.first < a.window.last
    if a.key.document != b.key.document or a.country is None or a.country != b.country:
        return False
    homes = [{p.party for p in travellers(t) if p.party} for t in (a, b)]
    return same_days and bool(homes[0] & homes[1])


def _people_comparison(a: Telling, b: Telling) -> str:
    kinds = {a.kind, b.kind}
    if kinds == {EngagementKind.VISIT}:
        return "travellers"
    return "attendance" if kinds == {EngagementKind.CONFERENCE} else "people"


def _people(a: Telling, b: Telling) -> str:
    match _people_comparison(a, b):
        case "travellers":
            mine, theirs = travellers(a), travellers(b)
            if not mine or not theirs:
                return "unknown"
            return "same" if any(same_named(p, q) for p in mine for q in theirs) else "others"
        case "attendance":
            found = len(common_people(a, b))
            return "several" if found > 1 else "one" if found else "unknown"
        case _:
            return _sides(a, b)


def _sides(a: Telling, b: Telling) -> str:
    found = common_people(a, b)
    shared = {p.party or q.party for p, q in found}
    named = [{p.party for p in t.people if p.name and p.party} for t in (a, b)]
    differ = (named[0] & named[1]) - shared
    if len(shared) > 1:
        third = (named[0] - b.parties) | (named[1] - a.parties)
        return "both-sides-and-others" if differ else "third-party" if third else "both-sides"
    if shared:
        further = all(names - other.parties for names, other in zip(named, (b, a), strict=True))
        return "one-side-only" if differ else "other-parties" if further else "one-side"
    return "nobody" if differ else "unknown"


def _parties(a: Telling, b: Telling) -> str:
    if a.parties == b.parties:
        return "equal"
    shared = a.parties & b.parties
    if not shared:
        return "of-one-forum" if _one_conference(a, b) else "none"
    return "within" if shared in (a.parties, b.parties) else "some"


def _one_conference(a: Telling, b: Telling) -> bool:
    """Whether both tell of a conference of one forum, of which each may name its own side only."""
    conferences = {a.kind, b.kind} == {EngagementKind.CONFERENCE}
    return conferences and a.forum is not None and b.forum is not None and a.forum.same_as(b.forum)


def _kind(a: Telling, b: Telling) -> str:
    if a.kind is b.kind:
        return "equal"
    return _NAMES_OF_ONE_THING.get(frozenset({a.kind, b.kind}), "different")


_NAMES_OF_ONE_THING = {
    frozenset({EngagementKind.CALL, EngagementKind.MEETING}): "call-or-meeting",
    frozenset({EngagementKind.CALL, EngagementKind.CONFERENCE}): "meeting-or-conference",
    frozenset({EngagementKind.MEETING, EngagementKind.CONFERENCE}): "meeting-or-conference",
    frozenset({EngagementKind.MEETING, EngagementKind.CEREMONY}): "meeting-or-ceremony",
    frozenset({EngagementKind.CONFERENCE, EngagementKind.CEREMONY}): "meeting-or-ceremony",
}


def _mode(a: Telling, b: Telling) -> str:
    if a.account.mode is None or b.account.mode is None:
        return "unknown"
    modes = {a.account.mode.value, b.account.mode.value}
    if len(modes) == 1:
        return "equal"
    if {a.kind, b.kind} == {EngagementKind.CONFERENCE}:
        return "unknown"  # some are in the hall, others on the screen
    return "at-a-distance-or-in-person" if Mode.IN_PERSON in modes else "phone-or-video"


def _day(a: Telling, b: Telling) -> str:
    x, y = a.window, b.window
    gap = x.gap(y)
    if gap == 1:
        return _day_apart(a, b)
    if gap:
        return "apart"
    if (x.first, x.last) == (y.first, y.last):
        return "equal"
    if x.holds(y) or y.holds(x):
        return "within"
    return "edge" if a.leg != b.leg else "overlap"


def _time(a: Telling, b: Telling) -> str:
    x, y = a.window, b.window
    if x.gap(y):
        return "apart"
    least = min(x.exactness, y.exactness)
    return _bounded(a, b) if least is Exactness.BOUNDED else _INEXACT[least]


_INEXACT = {
    Exactness.MONTH: "month",
    Exactness.YEAR: "year",
    Exactness.UNKNOWN: "unknown",
}


def _bounded(a: Telling, b: Telling) -> str:
    """How near to its document's own day an occasion without a date would have been."""
    undated, other = sorted((a, b), key=lambda t: t.window.exactness)
    if undated.told_on is None or not other.window.exact:
        return "before-or-after"
    day = first_day(undated.told_on)
    gap = max(0, other.window.first - day, day - other.window.last)
    return "at-the-time" if gap <= 1 else "shortly" if gap <= _SHORTLY else "before-or-after"


def _day_apart(a: Telling, b: Telling) -> str:
    """What kind of neighbours two days are."""
    later = max(a, b, key=lambda t: t.window.first)
    posted = later.account.start is not None and later.account.start.rule in _LATE
    if (posted or _at_a_distance(a, b)) and _hours_east(a, b) >= _FAR:
        return "zone"
    if posted:
        return "posted"
    return "adjacent" if a.kind is b.kind and a.kind in _LONG else "next-day"


def _at_a_distance(a: Telling, b: Telling) -> bool:
    return any(
        t.kind is EngagementKind.CALL
        or (t.account.mode is not None and t.account.mode.value in (Mode.PHONE, Mode.VIDEO))
        for t in (a, b)
    )


def _hours_east(a: Telling, b: Telling) -> float:
    """How far the clock of the easternmost party is ahead of that where it was held, or of the westernmost party's."""
    parties = a.parties & b.parties
    where = next((t.country for t in (a, b) if t.country), None)
    if where is None or _at_a_distance(a, b) or (here := hours_from_utc(where)) is None:
        return hours_apart(parties)
    hours = [h for party in parties if (h := hours_from_utc(party)) is not None]
    return max(hours) - here if hours else 0.0


def _forum(a: Telling, b: Telling) -> str:
    if a.forum and b.forum:
        return "same" if a.forum.same_as(b.forum) else "different"
    if any(x.forum and x.forum.bodies & (y.parties - _represented(y)) for x, y in ((a, b), (b, a))):
        return "body"
    return "one" if a.forum or b.forum else "none"


def _represented(t: Telling) -> set[str | None]:
    """Parties for which somebody is named; a body whose head is met is no gathering of it."""
    return {p.party for p in t.people}


def _place(a: Telling, b: Telling) -> str:
    if a.account.place is None or b.account.place is None:
        return "unknown"
    x, y = a.account.place.value, b.account.place.value
    if x.country and y.country and x.country != y.country:
        return "other-visit" if a.kind is b.kind is EngagementKind.VISIT else "different"
    if x.city and y.city:
        return "city" if x.city.casefold() == y.city.casefold() else "other-city"
    return "country" if x.country and x.country == y.country else "unknown"


def _status(a: Telling, b: Telling) -> str:
    statuses = {a.account.status.value, b.account.status.value}
    if len(statuses) == 1:
        return "equal"
    return "cancelled" if Status.CANCELLED in statuses else "planned-held"


def _repetition(a: Telling, b: Telling) -> str:
    if a.repetition == b.repetition:
        return "none" if a.repetition is None else "equal"
    return "one" if None in (a.repetition, b.repetition) else "different"


def _topics(a: Telling, b: Telling) -> str:
    if a.topics & b.topics:
        return "shared"
    return "none" if min(len(a.topics), len(b.topics)) >= _ENOUGH_TOPICS else "unknown"


def _title(a: Telling, b: Telling) -> str:
    if not (a.title and b.title):
        return "unknown"
    return "alike" if a.title & b.title else "unlike"


def _companions(a: Telling, b: Telling) -> str:
    return "shared" if a.companions & b.companions else "none"


_COMPARISONS: dict[str, Callable[[Telling, Telling], str]] = {
    "parties": _parties,
    "kind": _kind,
    "mode": _mode,
    "forum": _forum,
    "place": _place,
    "status": _status,
    "repetition": _repetition,
    "topics": _topics,
    "title": _title,
    "companions": _companions,
}
