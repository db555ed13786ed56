"""The values of a comparison: points, matches, contradictions, and the facts that head it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from memcon.model import Account, Act, Document, Reading, Span


@dataclass(frozen=True, slots=True)
class Side:
    """One column of a comparison: a document, what was read from it, and its account of the engagement.

    ``account`` is None where the document tells of no engagement; its whole text is then laid beside the others.
    """

    document: Document
    reading: Reading
    account: Account | None

    @property
    def name(self) -> str:
        """What the column is called: the publisher, else the title, else the document's name."""
        return self.document.publisher or self.document.title or self.document.name


def callings(sides: Sequence[Side]) -> list[str]:
    """What each column is called among the others: its name, with its letter where another has the same name."""
    names = [side.name for side in sides]
    return [name if names.count(name) == 1 else f"{name} ({letter(n)})" for n, name in enumerate(names)]


def letter(column: int) -> str:
    """Give the letter of a column, the first being A."""
    return chr(ord("A") + column)


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an account: what one verb of saying carries, or an item of it that the other side takes up alone.

    ``order`` counts the account's points from 1, an item having the order of the point it stands in; ``share`` is the
    part of the text of all points that it takes, from 0 to 1 (code points). ``speakers`` are the party codes of those
    who are said to make it, empty where nobody is named; ``act`` is what is done by saying it, None where there is no
    verb of saying. ``items`` are the spans of its items, where it has several.
    """

    span: Span
    order: int
    share: float
    speakers: tuple[str, ...] = ()
    act: Act | None = None
    items: tuple[Span, ...] = ()


class Conflict(StrEnum):
    """In what two accounts contradict one another."""

    NUMBERS = "numbers"
    DATES = "dates"
    PLACES = "places"
    PARTICIPANTS = "participants"
    POLARITY = "polarity"
    ASCRIBED = "ascribed agreement"
    KIND = "kind"
    MODE = "mode"
    INITIATOR = "initiator"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What two accounts say that cannot both be so: in what, and why, in words."""

    conflict: Conflict
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two points taken for one. ``sides`` are the columns they stand in (from 0), the earlier first.

    ``likeness`` is how sure that is, from 0 to 1; ``reasons`` what speaks for it, in words; ``contradictions`` in what
    the two contradict one another, empty where they do not.
    """

    sides: tuple[int, int]
    a: Point
    b: Point
    likeness: float
    reasons: tuple[str, ...]
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the matrix: the point in each column, None where that account has none.

    ``matches`` are those that put the points of the line together.
    """

    points: tuple[Point | None, ...]
    matches: tuple[Match, ...] = ()

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What the points of the line contradict one another in."""
        return tuple(c for match in self.matches for c in match.contradictions)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact on the engagement itself, as each account gives it: ``values`` in words, None for "not reported".

    ``spans`` are the words of each column; ``remark`` what is to be said of them together.
    """

    name: str
    values: tuple[str | None, ...]
    spans: tuple[tuple[Span, ...], ...]
    remark: str | None = None
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something agreed or pledged according to an account.

    ``carriers`` are the party codes of those who are said to carry it; ``standing`` tells in words what the other
    accounts make of it.
    """

    side: int
    point: Point
    carriers: tuple[str, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Accounts of one engagement side by side.

    ``rows`` hold every point of every account exactly once, in the order of the first account, points of later ones
    alone after the point they follow. ``encoder`` names the model by which meanings were compared, None for none.
    ``remarks`` are doubts about the comparison as a whole.
    """

    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    commitments: tuple[Commitment, ...]
    encoder: str | None
    remarks: tuple[str, ...] = ()
