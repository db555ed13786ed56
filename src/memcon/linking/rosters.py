"""Look up in rosters: who has this surname for this party, who held this office on that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from memcon.vocabulary.office_forms import asked_for, office_keys
from memcon.vocabulary.roster import EARLIEST, LATEST, Fit, RosterEntry, first_day, fit, last_day, shipped_roster
from memcon.vocabulary.spellings import is_bare, likeliest, name_words, one_name, surname_fits

Days = tuple[str, str]


class Roster:
    """Entries of one or several rosters, found by name, by surname and party, or by office, party and day.

    The answers of all lookups are in the order of the entries' beginnings.
    """

    def __init__(self, entries: Iterable[RosterEntry]) -> None:
        self.entries: tuple[RosterEntry, ...] = tuple(sorted(set(entries), key=_order))
        self._named: dict[tuple[str, str | None], list[RosterEntry]] = {}
        self._called: dict[tuple[str, str | None], list[RosterEntry]] = {}

    @classmethod
    def with_own(cls, own: Sequence[RosterEntry] = ()) -> Roster:
        """Give the roster that ships with memcon together with a user's own entries."""
        return cls((*shipped_roster(), *own)) if own else _shipped()

    @cached_property
    def _by_party(self) -> dict[str | None, list[RosterEntry]]:
        found: dict[str | None, list[RosterEntry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.party].append(entry)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[RosterEntry]]:
        found: dict[str, list[RosterEntry]] = defaultdict(list)
        for entry in self.entries:
            for word in dict.fromkeys(name_words(entry.name)):
                found[word].append(entry)
        return found

    @cached_property
    def _successions(self) -> dict[RosterEntry, str]:
        """The first day of the next holder of the same office, for entries whose end is not told."""
        offices: dict[tuple[str, str, str], list[RosterEntry]] = defaultdict(list)
        for entry in self.entries:
            if entry.party and entry.office:
                offices[entry.source, entry.party, entry.office].append(entry)
        found: dict[RosterEntry, str] = {}
        for held in offices.values():
            for entry in held:
                starts = [e.start for e in held if e.start and e.name != entry.name and (entry.start or "") < e.start]
                if entry.end is None and starts:
                    found[entry] = last_day(min(starts))
        return found

    def fits(self, entry: RosterEntry, at: str | None) -> Fit:
        """Tell whether a tenure covers the date ``at``; one without an end ends with the next holder's beginning."""
        if at is None:
            return Fit.PERHAPS
        can_begin, sure_from, sure_to, can_end = entry.bounds()
        return fit((first_day(at), last_day(at)), (can_begin, sure_from, sure_to, min(can_end, self._ends(entry))))

    def _ends(self, entry: RosterEntry) -> str:
        return self._successions.get(entry, LATEST) if entry.end is None else LATEST

    def of_party(self, party: str | None) -> Sequence[RosterEntry]:
        """Give all entries of a party."""
        return self._by_party.get(party, ())

    def by_surname(self, surname: str, party: str, at: str | None = None) -> list[RosterEntry]:
        """Give the entries of ``party`` that ``surname`` fits and whose tenure can cover ``at``, if given."""
        if (surname, party) not in self._named:
            named = [entry for entry in self.of_party(party) if surname_fits(surname, entry.name, party)]
            self._named[surname, party] = likeliest(surname, named, party)
        return [entry for entry in self._named[surname, party] if self.fits(entry, at) is not Fit.NO]

    def by_name(self, name: str, party: str | None = None) -> list[RosterEntry]:
        """Give the entries that a name fits, of any or of one party; a bare name fits a surname, with its initials."""
        if (name, party) not in self._called:
            self._called[name, party] = self._of_name(name, party)
        return self._called[name, party]

    def _of_name(self, name: str, party: str | None) -> list[RosterEntry]:
        words = name_words(name)
        if party is not None:
            near: Iterable[RosterEntry] = self.of_party(party)
        else:
            near = sorted({e for word in words if len(word) > 1 for e in self._by_word.get(word, ())}, key=_order)
        if is_bare(name):
            named = [
                entry
                for entry in near
                if surname_fits(name, entry.name, entry.party)
                and (len(words) == 1 or is_bare(entry.name) or one_name(name, entry.name))
            ]
            return likeliest(name, named, party)
        return [entry for entry in near if one_name(name, entry.name)]

    def holders(self, office: str, party: str, at: str | None = None) -> list[RosterEntry]:
        """Give those of ``party`` who hold what ``office`` asks for, on ``at`` if given, surely or perhaps.

        Leaders whose office is not told are given where a head of state or government is asked for.
        """
        return [
            entry
            for entry in self.of_party(party)
            if asked_for(office, entry.office, party) and self.fits(entry, at) is not Fit.NO
        ]

    def same_office(self, office: str, party: str) -> list[RosterEntry]:
        """Give the entries of ``party`` in exactly this office, however it is written."""
        keys = set(office_keys(office, party))
        return [e for e in self.of_party(party) if e.office and keys & set(office_keys(e.office, party))]


@cache
def _shipped() -> Roster:
    return Roster(shipped_roster())


def _order(entry: RosterEntry) -> tuple[str, ...]:
    return (entry.start or entry.end or EARLIEST, entry.name, entry.party or "", entry.office or "", entry.source)
