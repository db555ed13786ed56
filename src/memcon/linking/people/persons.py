"""The values of this stage: mentions in accounts, the persons they are of, and remarks on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from memcon.linking.engagements import AccountKey
from memcon.model import Participant, Span

RECALLED_DAYS = 183
"""Days between an engagement and a document's own day from which on the engagement is recalled, not reported."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """Who put a value there, when (UTC, ISO 8601) and why; ``decision`` is the decision's id."""

    decision: str
    author: str
    at: str
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One participant of one account: ``number`` counts the account's participants, then its others, from 0.

    ``date`` is the first day of the account's engagement (an ISO prefix), else the day on which its document says it
    was published, or None; None too where the document recalls it (:data:`RECALLED_DAYS`), since words that recall give
    people the office of then ("President Obama" in 2010) or that of now ("Secretary Blinken" in 2016). ``decided`` are
    the corrections that changed what the account tells, in the order of their times; who was ``added`` by one (its id)
    is counted after all whom the account names.
    """

    key: AccountKey
    number: int
    date: str | None
    participant: Participant
    decided: tuple[ByHand, ...] = ()
    added: str | None = None

    @property
    def name(self) -> str | None:
        """The name in the account, if any."""
        return self.participant.name.value if self.participant.name else None

    @property
    def office(self) -> str | None:
        """The office in the account, if any."""
        return self.participant.office.value if self.participant.office else None

    @property
    def party(self) -> str | None:
        """The party in the account, if any."""
        return self.participant.party.value if self.participant.party else None


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """One person across documents.

    ``name`` is the fullest form that is not rare among the forms in the documents (or the roster's, where documents
    only give a surname); ``party`` whom the person mostly represents; ``qid`` the Wikidata item, where a roster has
    one.
    """

    id: str
    name: str
    party: str | None
    qid: str | None = None


class RemarkKind(StrEnum):
    """What a remark tells of a participant."""

    NAME = "name"
    PARTY = "party"
    OFFICE = "office"
    MISFIT = "misfit"  # the office does not fit the date


DOCUMENTS = "documents"
"""The source of what other documents tell; every other source is a roster's."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What other documents or a roster add to an account, or hold against it; never part of the account itself.

    ``value`` completes the account's words, or for a misfit says what the source has instead; ``rule`` names how it was
    found (``docs/rules.md``); ``source`` is :data:`DOCUMENTS` or a roster's; ``span`` is where another document says
    so; ``called`` is the name or office of somebody whom the account does not name, but a human added.
    """

    key: AccountKey
    number: int
    kind: RemarkKind
    value: str
    rule: str
    source: str
    span: Span | None = None
    called: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """All persons, which mention is of whom, and the remarks, each in order of document, account and number."""

    persons: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...]
    of_mention: Mapping[tuple[AccountKey, int], Person]

    def person(self, key: AccountKey, number: int) -> Person | None:
        """Give the person that a participant of an account is, None where only an office without a holder is told."""
        return self.of_mention.get((key, number))
