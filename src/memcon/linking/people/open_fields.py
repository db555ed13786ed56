"""Tell a party, an office or a holder's name that an account leaves open, from other documents or the roster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from memcon.linking.people.persons import DOCUMENTS, Mention, Person, Remark, RemarkKind
from memcon.linking.people.tenures import Tenure, is_of_one_holder
from memcon.model import Cited, Span
from memcon.vocabulary.office_forms import Key, is_of_the_moment, office_keys
from memcon.vocabulary.roster import Fit, RosterEntry
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import is_bare, one_name


class OpenFields:
    """What the tenures that documents show, and a roster, tell of what an account leaves open."""

    def __init__(self, tenures: Iterable[Tenure], roster: Roster) -> None:
        self._roster = roster
        self._of_person: dict[str, list[Tenure]] = defaultdict(list)
        self._in_office: dict[tuple[str | None, Key], list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            self._of_person[tenure.person.id].append(tenure)
            for key in office_keys(tenure.office, tenure.party):
                self._in_office[tenure.party, key].append(tenure)

    def party(self, mention: Mention, person: Person, name: str) -> Remark | None:
        """Tell the party of a person named in full, where there is one only."""
        if person.party is not None:
            return _remark(mention, RemarkKind.PARTY, person.party, "people.party-from-documents", DOCUMENTS)
        entries = [] if is_bare(name) else self._known(name, None, mention.date)
        if len({entry.party for entry in entries}) == 1 and entries[0].party:
            source = entries[0].source
            return _remark(mention, RemarkKind.PARTY, entries[0].party, "people.party-from-roster", source)
        return None

    def office(self, mention: Mention, person: Person, name: str) -> Remark | None:
        """Tell the only office in which a person was at the time."""
        if mention.date is None:
            return None
        held = [t for t in self._of_person[person.id] if t.covers(mention.date)]
        if len({office_keys(t.office, t.party) for t in held}) == 1:
            span = _span(held[0].sightings[0].participant.office)
            rule = "people.office-from-documents"
            return _remark(mention, RemarkKind.OFFICE, held[0].office, rule, DOCUMENTS, span)
        if held or is_bare(name):
            return None
        entries = [e for e in self._known(name, person.party, mention.date) if e.office]
        if len({office_keys(e.office or "", e.party) for e in entries}) == 1:
            entry = entries[0]
            return _remark(mention, RemarkKind.OFFICE, entry.office or "", "people.office-from-roster", entry.source)
        return None

    def _known(self, name: str, party: str | None, at: str | None) -> list[RosterEntry]:
        """The entries of a full name whose tenure surely covers the date; all that a name has where there is none."""
        entries = [e for e in self._roster.by_name(name, party) if one_name(name, e.name)]
        return entries if at is None else [e for e in entries if self._roster.fits(e, at) is Fit.YES]

    def holder(self, mention: Mention) -> Remark | None:
        """Tell the name of whoever surely held, on the day, an office that has one holder at a time."""
        office, party, at = mention.office, mention.party, mention.date
        if office is None or party is None or at is None or not is_of_the_moment(office):
            return None
        keys = office_keys(office, party)
        if len(keys) != 1 or not is_of_one_holder(keys[0]):
            return None
        seen = [t for t in self._in_office[party, keys[0]] if t.covers(at)]
        if len({t.person for t in seen}) == 1:
            span = _span(seen[0].sightings[0].participant.name)
            rule = "people.holder-from-documents"
            return _remark(mention, RemarkKind.NAME, seen[0].person.name, rule, DOCUMENTS, span)
        entries = [e for e in self._roster.same_office(office, party) if self._roster.fits(e, at) is Fit.YES]
        if (
            not seen
            and entries
            and all(e.name == entries[0].name or one_name(e.name, entries[0].name) for e in entries)
        ):
            entry = entries[0]
            return _remark(mention, RemarkKind.NAME, entry.name, "people.holder-from-roster", entry.source)
        return None


def _span(cited: Cited[str] | None) -> Span | None:
    return cited.spans[0] if cited and cited.spans else None


def _remark(mention: Mention, kind: RemarkKind, value: str, rule: str, source: str, span: Span | None = None) -> Remark:
    return Remark(mention.key, mention.number, kind, value, rule, source, span)
