"""Who held an office, by documents and by rosters beside one another, with where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from memcon.exporting.words import day_in_words
from memcon.linking.people import Person, Seen
from memcon.vocabulary.office_forms import asked_for
from memcon.vocabulary.roster import EARLIEST, LATEST, Fit, RosterEntry, first_day
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import is_bare, one_name, surname_fits


@dataclass(frozen=True, slots=True)
class Holder:
    """One who held an office: as documents saw it (``tenures``), as rosters have it (``entries``), either may be empty.

    ``person`` is None where no document of the record names the holder. ``differences`` say in words in what the two
    cannot both be right.
    """

    name: str
    person: Person | None
    tenures: tuple[Seen, ...]
    entries: tuple[RosterEntry, ...]
    differences: tuple[str, ...]

    @property
    def since(self) -> str:
        """The earliest day (ISO prefix) at which the holder was in office as far as is known."""
        return min(self._dates(), key=first_day, default=LATEST)

    @property
    def until(self) -> str:
        """The latest such day."""
        return max(self._dates(), key=first_day, default=EARLIEST)

    @property
    def times(self) -> int:
        """How many times documents saw the holder in office."""
        return sum(t.times for t in self.tenures)

    def _dates(self) -> Iterable[str]:
        yield from (date for t in self.tenures for date in (t.first, t.last))
        yield from (date for e in self.entries for date in (e.start, e.end) if date)


def holders_of(
    office: str, party: str, tenures: Sequence[Seen], roster: Roster, *, most: int | None = None
) -> list[Holder]:
    """Give the holders of what ``office`` asks for, those who held it last first; differences of the first ``most``.

    ``tenures`` are those that documents show for ``party``, of any office. A roster's entry is of a person where the
    name is one, or the surname, where the roster has only that.
    """
    seen: dict[Person, list[Seen]] = {}
    for tenure in tenures:
        if tenure.party == party and asked_for(office, tenure.office, party):
            seen.setdefault(tenure.person, []).append(tenure)
    entries = roster.holders(office, party)
    mine = {person: tuple(e for e in entries if _is_of(e, person)) for person in seen}
    taken = {entry for some in mine.values() for entry in some}
    holders = [Holder(person.name, person, tuple(told), mine[person], ()) for person, told in seen.items()]
    left: dict[str, list[RosterEntry]] = {}
    for entry in entries:
        if entry not in taken:
            left.setdefault(entry.name, []).append(entry)
    holders += [Holder(name, None, (), tuple(some), ()) for name, some in left.items()]
    holders.sort(key=lambda h: (first_day(h.until), first_day(h.since), h.name), reverse=True)
    told = [replace(h, differences=tuple(_differences(h.tenures, h.entries, entries, roster))) for h in holders[:most]]
    return told + holders[len(told) :]


def _is_of(entry: RosterEntry, person: Person) -> bool:
    if is_bare(entry.name) or is_bare(person.name):
        return surname_fits(entry.name, person.name, entry.party) or surname_fits(person.name, entry.name, entry.party)
    return one_name(entry.name, person.name)


def _differences(
    tenures: Sequence[Seen], own: Sequence[RosterEntry], entries: Sequence[RosterEntry], roster: Roster
) -> Iterable[str]:
    """Where a sighting falls on a day that the roster surely has otherwise."""
    for date in dict.fromkeys(date for t in tenures for date in (t.first, t.last)):
        if any(roster.fits(e, date) is not Fit.NO for e in own):
            continue
        day = day_in_words(date, date)
        if own:
            yield f"seen in office {day}, outside the tenure that the roster tells ({own[0].source})"
        elif other := next((e for e in entries if roster.fits(e, date) is Fit.YES), None):
            yield f"seen in office {day}, when the roster has {other.name} ({other.source})"
