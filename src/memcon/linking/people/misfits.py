"""Flag an office that does not fit the date by the roster; the account's words stand all the same."""

from __future__ import annotations

from memcon.linking.people.persons import Mention, Remark, RemarkKind
from memcon.linking.people.tenures import is_of_one_holder
from memcon.vocabulary.office_forms import Key, is_of_the_moment, office_keys
from memcon.vocabulary.roster import Fit, RosterEntry
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import any_word_fits, is_bare, one_name, surname_fits

_ACTING = frozenset({"acting", "interim", "caretaker"})


class Misfits:
    """The search for offices that were not held at the time."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._entries: dict[tuple[str, tuple[Key, ...]], list[RosterEntry]] = {}

    def misfit(self, mention: Mention, name: str) -> Remark | None:
        """Give the flag on a mention whose (completed) ``name`` is known, or None.

        Either the roster has this person in this office, and surely not on that date; or, of an office that has one
        holder at a time, it surely has another person in it. Exactness is respected: what is exact to the year only
        speaks against other years.
        """
        office, party, at = mention.office, mention.party, mention.date
        if office is None or party is None or at is None or not is_of_the_moment(office):
            return None
        entries = self._in_office(office, party)
        own = [entry for entry in entries if _one(name, entry)]
        if own:
            if all(self._roster.fits(entry, at) is Fit.NO for entry in own):
                return _remark(mention, own, "people.misfit-tenure")
            return None
        if set(office.casefold().split()) & _ACTING or not any(map(is_of_one_holder, office_keys(office, party))):
            return None
        others = [entry for entry in entries if self._roster.fits(entry, at) is Fit.YES]
        if others and not any(_may_be_one(name, entry) for entry in others):
            return _remark(mention, others, "people.misfit-holder")
        return None

    def _in_office(self, office: str, party: str) -> list[RosterEntry]:
        key = (party, office_keys(office, party))
        if key not in self._entries:
            self._entries[key] = self._roster.same_office(office, party)
        return self._entries[key]


def _one(name: str, entry: RosterEntry) -> bool:
    if is_bare(name) or is_bare(entry.name):
        return surname_fits(name, entry.name, entry.party) or surname_fits(entry.name, name, entry.party)
    return one_name(name, entry.name)


def _may_be_one(name: str, entry: RosterEntry) -> bool:
    """Whether two names share a word, so that they can be one person's in two ways of naming."""
    return any(any_word_fits(word, entry.name) for word in name.replace("-", " ").split())


def _remark(mention: Mention, entries: list[RosterEntry], rule: str) -> Remark:
    said = "; ".join(dict.fromkeys(_said(entry) for entry in entries))
    return Remark(mention.key, mention.number, RemarkKind.MISFIT, said, rule, entries[0].source)


def _said(entry: RosterEntry) -> str:
    return f"{entry.name}, {entry.office}, {entry.in_words()}"
