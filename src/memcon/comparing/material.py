"""What views over time look at: a record's documents, readings, engagements and reprints, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.reprints import Reprint
from memcon.linking.reprints.origins import by_copy, origin
from memcon.model import Account, Document, DocumentKind, Reading, Span
from memcon.reading.names import same_person
from memcon.vocabulary.homes import home_of

Undated = "9999"
"""What an unknown day sorts as: after all known ones."""
MOST_PARTIES = 6
"""An occasion of more parties than these tells nothing of a pair among them, and not each is expected to report it."""


@dataclass(frozen=True)
class Material:
    """Documents and readings by the document's id, the engagements by date, and the reprints."""

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    engagements: tuple[Engagement, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    _origins: dict[tuple[str, int], str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def accounts(self) -> dict[AccountKey, Account]:
        """All accounts by their keys."""
        return {AccountKey(name, a.id): a for name, r in self.readings.items() for a in r.accounts}

    @cached_property
    def _by_copy(self) -> dict[str, list[Reprint]]:
        return by_copy(self.reprints)

    @cached_property
    def homes(self) -> dict[str, str | None]:
        """The party whose organ published each document; None where that is not known, or nobody's organ."""
        return {name: home_of(document, self.readings[name].layout) for name, document in self.documents.items()}

    @cached_property
    def issuers(self) -> dict[str, frozenset[str]]:
        """The parties in whose name each document speaks: the publisher's, or all its parties for a joint statement."""
        return {name: self._issuers(name) for name in self.documents}

    def _issuers(self, name: str) -> frozenset[str]:
        reading = self.readings[name]
        if reading.kind.value is DocumentKind.JOINT_STATEMENT:
            joint = frozenset(p.value for a in reading.accounts if a.main for p in a.parties)
            if joint:
                return joint
        home = self.homes[name]
        return frozenset({home} if home else ())

    def day(self, document: str) -> str | None:
        """Give a document's own day (ISO), else the day of publication as stated, which may be a reprint's."""
        dated = self.readings[document].dated
        return dated.value if dated else self.documents[document].published

    def origin(self, document: str, span: Span) -> str:
        """Give the document in which the words at ``span`` stood first, or the name of one outside the record."""
        key = (document, span.start)
        if key not in self._origins:
            self._origins[key] = origin(document, (span,), self._by_copy)
        return self._origins[key]

    def is_copied(self, document: str, span: Span) -> bool:
        """Tell whether the words at ``span`` are a reprint of words in another document of the record."""
        first = self.origin(document, span)
        return first != document and first in self.documents

    def side_of(self, speaker: str, document: str) -> str | None:
        """Give the party that somebody speaks for in a document; a party's code stands for itself.

        Where the document does not tell, other documents are asked; None where none tells, or they disagree.
        """
        people = [p for a in self.readings[document].accounts for p in (*a.participants, *a.others)]
        for person in people:
            if person.name and person.party and person.name.value == speaker:
                return person.party.value
        for person in people:
            if person.name and person.party and same_person(person.name.value, speaker):
                return person.party.value
        codes = {p.value for a in self.readings[document].accounts for p in a.parties}
        return speaker if speaker in codes else self._elsewhere.get(speaker)

    @cached_property
    def _elsewhere(self) -> dict[str, str]:
        """The party of each name that all accounts which tell one agree on."""
        found: dict[str, set[str]] = {}
        for account in self.accounts.values():
            for person in account.participants:
                if person.name and person.party:
                    found.setdefault(person.name.value, set()).add(person.party.value)
        return {name: next(iter(parties)) for name, parties in found.items() if len(parties) == 1}

    @cached_property
    def last_day(self) -> str | None:
        """The last day of publication in the record."""
        return max((d.published for d in self.documents.values() if d.published), default=None)

    @cached_property
    def engagements_of(self) -> dict[str, list[Engagement]]:
        """The engagements that each document reports as its subject, by the document's id."""
        found: dict[str, list[Engagement]] = {name: [] for name in self.documents}
        for engagement in self.engagements:
            for key in engagement.accounts:
                if self.accounts[key].main and engagement not in found[key.document]:
                    found[key.document].append(engagement)
        return found


def day_of(engagement: Engagement) -> str:
    """Give the day on which an engagement began (ISO prefix); ``Undated`` where no account tells."""
    return engagement.start.preferred.value if engagement.start.preferred else Undated


def parties_of(engagement: Engagement) -> frozenset[str]:
    """Give the codes of the parties that took part."""
    return frozenset(p.value for p in engagement.parties)


def in_order(engagements: Iterable[Engagement]) -> list[Engagement]:
    """Give engagements by day, then by id; undated ones last."""
    return sorted(engagements, key=lambda e: (day_of(e), e.id))
