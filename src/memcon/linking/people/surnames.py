"""Complete bare surnames: by a person whom other documents name in full, or by the roster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.linking.people.identities import Known
from memcon.linking.people.persons import DOCUMENTS, Mention
from memcon.model import Span
from memcon.vocabulary.office_forms import leads_a_state, may_be_same_office, same_office
from memcon.vocabulary.roster import Fit, RosterEntry
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import any_word_fits, is_bare, likeliest, name_words, one_name, surname_fits

_YEARS = 3
"""How far in time from where a full name stands its surname alone can mean the same person."""
_YEARS_IN_OFFICE = 10
"""The same where the office agrees: names run in the families that rule."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The full name that a bare one stands for, with its source; ``known`` where documents name the person."""

    name: str
    rule: str
    source: str
    known: Known | None = None
    span: Span | None = None


class Surnames:
    """The search for whom a bare name means."""

    def __init__(self, people: Sequence[Known], roster: Roster) -> None:
        self._roster = roster
        self._by_party: dict[str | None, list[Known]] = defaultdict(list)
        for known in people:
            for party in {known.party, *(m.party for m in known.mentions)}:
                self._by_party[party].append(known)
        self._by_letter: dict[str, list[Known]] = defaultdict(list)
        for known in people:
            for letter in sorted({word[:1] for word in name_words(known.name)}):
                self._by_letter[letter].append(known)
        self._near: dict[tuple[str, str | None], list[Known]] = {}

    def complete(self, mention: Mention) -> Completion | None:
        """Give the only person that a bare name can mean, or None where there is none, or several."""
        if not mention.name:
            return None
        if mention.party is None:
            by_roster, sure = None, False
            known = self._in_any_party(mention, mention.name)
        else:
            by_roster, sure = self._in_roster(mention, mention.name, mention.party)
            known = self._in_documents(mention, mention.name, mention.party)
        if known is None or (by_roster is not None and sure and not _one(known.name, by_roster.name)):
            return by_roster
        full = known.name.casefold()
        named = next((m.participant.name for m in known.mentions if m.name and m.name.casefold() == full), None)
        span = named.spans[0] if named and named.spans else None
        return Completion(known.name, "people.name-from-documents", DOCUMENTS, known, span)

    def _in_documents(self, mention: Mention, name: str, party: str) -> Known | None:
        near = self._of_surname(name, party)
        fits = [known for known in near if _may_be(mention, known)]
        if len(fits) > 1:
            fits = [known for known in fits if _same(mention, known)]
        return fits[0] if len(fits) == 1 else None

    def _in_any_party(self, mention: Mention, name: str) -> Known | None:
        """Give the only person of this surname, in whatever party, who was in the very office about then."""
        if (name, None) not in self._near:
            begins = name_words(name)[-1][:1] if name_words(name) else ""
            near = [known for known in self._by_letter[begins] if surname_fits(name, known.name, known.party)]
            self._near[name, None] = [known for known in near if _initials_fit(name, known.name)]
        fits = [known for known in self._near[name, None] if _same(mention, known)]
        return fits[0] if len(fits) == 1 else None

    def _of_surname(self, name: str, party: str) -> list[Known]:
        if (name, party) not in self._near:
            people = self._by_party[party]
            near = [g for g in people if surname_fits(name, g.name, party) and _initials_fit(name, g.name)]
            if not near:  # "President Isaias"
                near = [g for g in people if any_word_fits(name, g.name) and _initials_fit(name, g.name)]
            self._near[name, party] = likeliest(name, near, party)
        return self._near[name, party]

    def _in_roster(self, mention: Mention, name: str, party: str) -> tuple[Completion | None, bool]:
        """Give the completion by the roster, and whether that surely was in office on the day."""
        entries = [e for e in self._roster.by_surname(name, party, mention.date) if _initials_fit(name, e.name)]
        fits = [e for e in entries if not is_bare(e.name) and _office_fits(mention.office, e)]
        if mention.office:  # an office that is the same counts for more than one that can be
            exact = [e for e in fits if e.office and same_office(mention.office, e.office, party)]
            fits = exact or fits
        sure = [e for e in fits if self._roster.fits(e, mention.date) is Fit.YES]
        fits = sure or fits
        if not fits or not all(_one(fits[0].name, e.name) for e in fits):
            return None, False
        best = max(fits, key=lambda e: (len(name_words(e.name)), e.source))
        return Completion(best.name, "people.name-from-roster", best.source), bool(sure)


def _one(a: str, b: str) -> bool:
    return a == b or one_name(a, b)


def _initials_fit(bare: str, full: str) -> bool:
    return len(name_words(bare)) < 2 or one_name(bare, full)


def _may_be(mention: Mention, known: Known) -> bool:
    """Whether a bare name can mean this person: an office that can be the same, or none told and a near date."""
    office = mention.office
    told = [other for other in known.seen if other]
    if office and told:
        fits = [other for other in told if may_be_same_office(office, other, known.party)]
        return _near(mention, known, fits, _YEARS_IN_OFFICE)
    return _near(mention, known, known.seen, _YEARS)


def _same(mention: Mention, known: Known) -> bool:
    """Whether a person of this office has been seen at a near date."""
    office = mention.office
    if office is None:
        return False
    held = [other for other in known.seen if other and same_office(office, other, known.party)]
    return _near(mention, known, held, _YEARS)


def _near(mention: Mention, known: Known, offices: Iterable[str | None], years: int) -> bool:
    """Whether the person was seen in one of these offices so many years before or after, or at no date."""
    seen = {year for office in offices for year in known.seen[office]}
    if mention.date is None or None in seen:
        return bool(seen)
    at = int(mention.date[:4])
    return any(abs(year - at) <= years for year in seen if year is not None)


def _office_fits(office: str | None, entry: RosterEntry) -> bool:
    if office is None:
        return True
    if entry.office is None:
        return leads_a_state(office, entry.party)
    return may_be_same_office(office, entry.office, entry.party)
