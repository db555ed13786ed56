"""The values of the ledger of commitments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from memcon.linking.engagements import AccountKey
from memcon.model import Cited, Span
from memcon.vocabulary.commitments import Firmness


class Binding(StrEnum):
    """By what an undertaking is told."""

    AGREED = "agreed"
    DECIDED = "decided"
    PLEDGED = "pledged"
    SIGNED = "signed"


class Standing(StrEnum):
    """In whose accounts of the engagement a commitment stands."""

    JOINT = "joint text"
    BOTH = "accounts of both sides"
    ONE = "one side's account only"
    ALONE = "no account of another side in the record"
    OTHERS = "account of neither side"


class Fate(StrEnum):
    """What later documents of the parties' dealings say of a commitment."""

    CARRIED_OUT = "carried out"
    REPEATED = "repeated"
    MENTIONED = "mentioned"
    NOT_FOUND = "not found again"
    NO_LATER = "no later document"


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: the words, and the last day, month or year they mean (ISO) where they tell one."""

    words: Span
    date: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Pledge:
    """One document's telling of a commitment.

    ``words`` is the clause; ``object`` what is to be done, inside it; ``owners`` the parties who are to do it, with
    the words or rule that tell so; ``beneficiaries`` the parties who are to have the good of it, where the words name
    any; ``speakers`` those to whom the clause is attributed; ``spoken`` whether it stands in a transcript's turn.
    """

    account: AccountKey
    words: Span
    object: Span
    binding: Binding
    firm: Firmness
    owners: tuple[Cited[str], ...]
    beneficiaries: tuple[Cited[str], ...]
    speakers: tuple[str, ...]
    due: Due | None
    spoken: bool


@dataclass(frozen=True, slots=True)
class Later:
    """A later document's words on a commitment, and why they are taken for that.

    ``score`` (0 to 1) is the share of the object's content words, by weight, that the sentence has.
    """

    document: str
    words: Span
    day: str
    fate: Fate
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something agreed or pledged at an engagement, with all that is told of it.

    ``pledge`` is the fullest telling, ``tellings`` all of them, reprints left out; ``told_by`` the parties whose
    accounts have it, ``not_told_by`` those whose accounts of the engagement are in the record and lack it. ``later``
    are later mentions by day; ``searched`` the later documents of the parties' dealings that were looked at, up to
    ``until`` (ISO, the day of the last of them).
    """

    id: str
    engagement: str
    day: str
    pledge: Pledge
    tellings: tuple[Pledge, ...]
    standing: Standing
    told_by: tuple[str, ...]
    not_told_by: tuple[str, ...]
    later: tuple[Later, ...] = ()
    searched: tuple[str, ...] = ()
    until: str | None = None

    @property
    def looked_at(self) -> int:
        """How many later documents were looked at."""
        return len(self.searched)

    @property
    def owners(self) -> tuple[str, ...]:
        """The codes of the parties who are to do it."""
        return tuple(o.value for o in self.pledge.owners)

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The codes of the parties who are to have the good of it."""
        return tuple(b.value for b in self.pledge.beneficiaries)

    @property
    def due(self) -> Due | None:
        """When it is due, by the fullest telling that says so."""
        return next((p.due for p in (self.pledge, *self.tellings) if p.due), None)

    @property
    def fate(self) -> Fate:
        """The most that later documents say of it."""
        for fate in (Fate.CARRIED_OUT, Fate.REPEATED, Fate.MENTIONED):
            if any(x.fate is fate for x in self.later):
                return fate
        return Fate.NOT_FOUND if self.looked_at else Fate.NO_LATER

    @property
    def open(self) -> bool:
        """Whether no document of the record says that it was carried out."""
        return self.fate is not Fate.CARRIED_OUT
