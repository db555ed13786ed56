"""The values of this stage: series of sittings, their sessions, names and members, and what words claim of a number."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from memcon.linking.engagements import AccountKey
from memcon.model import Place, Span
from memcon.vocabulary.series_names import Level


class SessionStatus(StrEnum):
    """How a session stands.

    ``PLANNED`` is to come, as seen from the newest document; ``UNCONFIRMED`` was planned for a day that has passed
    since, or for no day, without any account that it took place.
    """

    HELD = "held"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"


class Verdict(StrEnum):
    """What the sessions on record say to a number that words give a session."""

    FITS = "fits"
    CONTRADICTED = "contradicted"
    CANNOT_BE_TOLD = "cannot be told"


class Basis(StrEnum):
    """What a level is told by, the surest first."""

    WORDS = "words"
    OFFICES = "offices"
    SUMMIT = "summit"  # this word alone, since some summits are ministers'
    ONE_OFFICE = "one office"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LevelTold:
    """At which level a session sat, with the reason; ``level`` is None where nothing tells it.

    ``basis`` is what tells it: the forum's name or the words beside it, or the offices of those who take part.
    ``portfolio`` says which ministers ("foreign", "health"), where the name does.
    """

    level: Level | None
    reason: str
    basis: Basis = Basis.NOTHING
    portfolio: str | None = None

    @property
    def by_words(self) -> bool:
        """Whether words tell it."""
        return self.basis in (Basis.WORDS, Basis.SUMMIT)

    @property
    def sure(self) -> bool:
        """Whether it is told surely enough to tell two sessions apart."""
        return self.basis in (Basis.WORDS, Basis.OFFICES)


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an account names a forum, or one more where its document does.

    ``held`` tells whether the account tells of a sitting that was held, not of one to come.
    """

    key: AccountKey
    engagement: str
    span: Span
    held: bool = True


@dataclass(frozen=True, slots=True)
class NameInUse:
    """A name of a series as it is written, numbers and years aside, with the places where it stands."""

    name: str
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that words give a session: "third", "12th", "inaugural" (1).

    ``words`` are the words with their place; ``level`` and ``mode`` narrow what is counted ("first in-person leaders'
    summit"); ``since`` is the year from which it is counted ("the first since 2016"). ``against`` are engagements
    that the verdict rests on.
    """

    number: int
    key: AccountKey
    words: Span
    level: Level | None = None
    mode: str | None = None
    since: str | None = None
    verdict: Verdict = Verdict.CANNOT_BE_TOLD
    reason: str = ""
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting: the engagements (ids) that are it, and what they tell.

    ``start`` and ``end`` are ISO prefixes; ``main`` tells whether a document tells of it as its subject; ``call``
    whether it was a call, which a number of sessions need not count; ``parties`` are the codes of those who took
    part, as told; ``namings`` are the places where accounts name the forum, those that tell most first; ``joined``
    says why several engagements are taken for one sitting.
    """

    engagements: tuple[str, ...]
    status: SessionStatus
    start: str | None
    end: str | None
    place: Place | None
    mode: str | None
    level: LevelTold
    parties: tuple[str, ...]
    namings: tuple[Naming, ...] = ()
    claims: tuple[Claim, ...] = ()
    main: bool = False
    call: bool = False
    joined: str | None = None

    @property
    def well_told(self) -> bool:
        """Whether a document tells of it as its subject, or several tell in passing that it was held.

        What several only look forward to need not have come about.
        """
        return self.main or len({naming.key.document for naming in self.namings if naming.held}) > 1


@dataclass(frozen=True, slots=True)
class Membership:
    """A party in a series: at how many sessions it was seen, the first and the last day (ISO prefixes) of these.

    ``by_definition`` where the vocabulary has it as a member; such a party may never be seen.
    """

    party: str
    sessions: int
    first: str | None
    last: str | None
    by_definition: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A forum with all its sessions.

    ``parties`` are those whose series it is, where each pair has its own ("US", "KZ"); ``sessions`` are in the order
    of their days; ``undated`` are told without a day that would tell them apart from the dated ones, with the reason,
    and are not counted.
    """

    name: str
    parties: tuple[str, ...]
    names: tuple[NameInUse, ...]
    members: tuple[Membership, ...]
    sessions: tuple[Session, ...]
    undated: tuple[Session, ...] = ()
    abbreviations: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Made of its name and its parties, which tell it from all others."""
        return "F-" + hashlib.sha256("|".join((self.name, *self.parties)).encode()).hexdigest()[:10]

    @property
    def engagements(self) -> tuple[str, ...]:
        """All engagements of the series."""
        return tuple(e for session in (*self.sessions, *self.undated) for e in session.engagements)
