"""The values that pass between memcon's stages: spans, documents, accounts.

All values are immutable and compare by content. Offsets count code points of a document's one canonical text
(:attr:`Document.text`); days are calendar days local to where the thing happened; dates are ISO 8601 prefixes
(``2022``, ``2022-05``, ``2022-05-09``), which are also EDTF level 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

STATED = "stated"
"""The rule of a value that stands in the text as written (normal form aside)."""


class DocumentKind(StrEnum):
    """What sort of text a document is (codebook, "kind (of document)")."""

    READOUT = "readout"
    TRANSCRIPT = "transcript"
    JOINT_STATEMENT = "joint-statement"
    ANNOUNCEMENT = "announcement"
    SCHEDULE = "schedule"
    STATEMENT = "statement"
    NEWS = "news"
    OTHER = "other"


class EngagementKind(StrEnum):
    """What sort of occasion an engagement is (codebook, "engagements")."""

    CALL = "call"
    MEETING = "meeting"
    CONFERENCE = "conference"
    VISIT = "visit"
    CEREMONY = "ceremony"
    MESSAGE = "message"


class Status(StrEnum):
    """Whether an engagement took place, as seen from the document's date."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Mode(StrEnum):
    """How the parties met."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"


class Act(StrEnum):
    """What a speaker does by saying something (codebook, "act")."""

    DISCUSS = "discuss"
    AGREE = "agree"
    SUPPORT = "support"
    REQUEST = "request"
    PLEDGE = "pledge"
    CRITICIZE = "criticize"
    REJECT = "reject"
    WARN = "warn"
    ASSERT = "assert"


PROMISES = frozenset({Act.AGREE, Act.PLEDGE})
"""Acts by which something is promised."""


class SpeechMode(StrEnum):
    """Whether a statement stands in quotation marks or in the writer's words."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where some words stand: document, half-open code point range, and the exact words."""

    document: str
    start: int
    end: int
    text: str

    def stands_in(self, text: str) -> bool:
        """Tell whether ``text`` (a document's canonical text) has exactly these words at this place."""
        return 0 <= self.start <= self.end <= len(text) and text[self.start : self.end] == self.text

    def position_selector(self) -> dict[str, str | int]:
        """Give the W3C TextPositionSelector of this span (offsets in code points)."""
        return {"type": "TextPositionSelector", "start": self.start, "end": self.end}

    def quote_selector(self, text: str, context: int = 32) -> dict[str, str]:
        """Give the W3C TextQuoteSelector of this span with ``context`` code points of ``text`` on either side."""
        return {
            "type": "TextQuoteSelector",
            "exact": self.text,
            "prefix": text[max(0, self.start - context) : self.start],
            "suffix": text[self.end : self.end + context],
        }


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A value with the words it comes from.

    ``rule`` is :data:`STATED` where the words say the value themselves, else the name of the rule that derived it
    from them (each rule is described in ``docs/rules.md``); ``spans`` are then the words the rule started from.
    ``confidence`` is the share of right ones among values found in the same way in hand-coded documents (0.01 to
    0.99; see ``docs/quality.md``), None where nothing was measured, as for what the layout tells.
    """

    value: T
    spans: tuple[Span, ...]
    rule: str = STATED
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A city (English name as written) and the ISO 3166 alpha-2 code of its country; either may be unknown."""

    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it came.

    ``id`` is the SHA-256 (hex) of ``raw``, the bytes as they came; ``name`` is what its source calls it (file name,
    feed entry id, the ``doc`` of a JSON line). ``text`` is the canonical text, to which all offsets refer: line ends
    are ``\\n``, nothing else is changed; where the source hands over a title of its own, the text begins with it,
    followed by an empty line. ``published`` is the day as stated by the source, local to the publisher; ``origin``
    tells where the bytes were read (a path or URL), ``retrieved`` when, if known (ISO).
    """

    id: str
    name: str
    raw: bytes
    media_type: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    origin: str | None = None
    retrieved: str | None = None

    def span(self, start: int, end: int) -> Span:
        """Give the span of ``text[start:end]``; raises ValueError where that range is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in document {self.name} of {len(self.text)} code points")
        return Span(self.id, start, end, self.text[start:end])


class BlockKind(StrEnum):
    """What a block of lines is for, as a reader sees at a glance."""

    TITLE = "title"
    ISSUER = "issuer"  # "Office of the Spokesperson", "Antony J. Blinken, Secretary of State"
    ATTRIBUTION = "attribution"  # "The below is attributable to Spokesperson Ned Price:"
    PLACE = "place"  # "Berlin, Germany", "South Lawn"
    TIME = "time"  # "6:15 P.M. EDT", a date on a line of its own
    HEADING = "heading"  # a heading inside the text, an official's name in a schedule
    TEXT = "text"  # running prose
    TURN = "turn"  # what a transcript's speaker says
    MARK = "mark"  # "Begin text:", "###", "END", "* * *"
    REPRINT = "reprint"  # "originally published at ...", "Official news published at URL"
    NOTICE = "notice"  # press contacts, accreditation, "subject to change"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one purpose; blocks stand in order and do not overlap."""

    kind: BlockKind
    span: Span


class DateRole(StrEnum):
    """What a date that stands outside the running prose dates."""

    PUBLISHED = "published"
    REPRINTED = "reprinted"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date on a line of its own, in a title or in a dateline."""

    role: DateRole
    date: str
    span: Span
    rule: str = STATED


class TurnRole(StrEnum):
    """Who speaks in a turn."""

    SPEAKER = "speaker"
    QUESTIONER = "questioner"
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words: the label as printed (without the colon) and the words up to the next label."""

    role: TurnRole
    label: Span
    words: Span


class GapKind(StrEnum):
    """What a mark in brackets says about the words around it."""

    INAUDIBLE = "inaudible"
    INTERPRETED = "interpreted"
    LAUGHTER = "laughter"
    APPLAUSE = "applause"
    CROSSTALK = "crosstalk"
    BREAK = "break"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Gap:
    """A typed mark such as "(inaudible)" or "(via interpreter)"."""

    kind: GapKind
    span: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reader sees of a document at a glance, before reading a sentence."""

    title: Span | None = None
    issuer: Span | None = None
    place: Span | None = None
    dateline: Span | None = None
    blocks: tuple[Block, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    turns: tuple[Turn, ...] = ()
    gaps: tuple[Gap, ...] = ()
    credits: tuple[Cited[str], ...] = ()
    reprints: tuple[Cited[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part: a name, an office, or both; ``party`` is whom they represent (code or name as written)."""

    name: Cited[str] | None
    office: Cited[str] | None
    party: Cited[str] | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported as saying: one clause with its own verb of saying, or the words in quotation marks.

    ``speakers`` are names as in the account's participants, or party codes. ``source`` is "text" for what a writer
    reports and "turn" for what a transcript's speaker says.
    """

    text: Span
    speakers: tuple[Cited[str], ...]
    act: Cited[Act]
    mode: SpeechMode
    source: str = "text"


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one engagement (see the codebook).

    ``id`` is unique within the document ("e1", "e2" ... in order of first mention). A field that the document does
    not tell is None or empty; it is never filled by guess. ``part_of`` is the id of the visit or conference, in the
    same document, of which this is a part. The last six fields are kept in the record and not in the coded format;
    ``date_words`` are those of a date that cannot be told without the document's own day, where that is unknown ("in
    September").
    """

    id: str
    document: str
    main: bool
    kind: Cited[EngagementKind]
    status: Cited[Status]
    mode: Cited[Mode] | None = None
    start: Cited[str] | None = None
    end: Cited[str] | None = None
    place: Cited[Place] | None = None
    forum: Cited[str] | None = None
    parties: tuple[Cited[str], ...] = ()
    participants: tuple[Participant, ...] = ()
    statements: tuple[Statement, ...] = ()
    part_of: str | None = None
    initiator: Cited[str] | None = None
    duration: Cited[str] | None = None
    signed: tuple[Cited[str], ...] = ()
    others: tuple[Participant, ...] = ()
    date_words: Span | None = None


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A transcript's turn with its speaker: the fullest name in the document, or None if unnamed."""

    turn: Turn
    speaker: Cited[str] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reader finds in one document; a pure function of the document and the reader's version.

    ``dated`` is the document's own day, from which "today" is counted; None where only a reprint's date is known.
    """

    document: str
    reader: str
    kind: Cited[DocumentKind]
    language: str | None
    layout: Layout
    accounts: tuple[Account, ...] = ()
    turns: tuple[SpokenTurn, ...] = ()
    notes: tuple[str, ...] = field(default=())
    dated: Cited[str] | None = None
