"""What all formats of a comparison say in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.comparing.sides.values import Commitment, Comparison, Point, Row, letter
from memcon.exporting.words import NOT_REPORTED, party_in_words

NO_POINT = "not found in this account"


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one sort under a heading; ``side`` is the column of points that one account alone has."""

    heading: str
    rows: tuple[Row, ...]
    side: int | None = None


def sections_of(comparison: Comparison) -> Iterator[Section]:
    """Part the rows: contradicted, in several accounts, in one account only; empty sections are left out."""
    count = len(comparison.sides)
    shared = [r for r in comparison.rows if sum(p is not None for p in r.points) > 1]
    parts = [
        Section("Contradicted", tuple(r for r in shared if r.contradictions)),
        Section("In both" if count == 2 else "In several", tuple(r for r in shared if not r.contradictions)),
    ]
    for side in range(count):
        alone = [r for r in comparison.rows if r not in shared and r.points[side] is not None]
        parts.append(Section(f"Only in {letter(side)}, {comparison.sides[side].name}", tuple(alone), side))
    return (part for part in parts if part.rows)


def line(words: str) -> str:
    """The words of a span on one line."""
    return " ".join(words.split())


def share_in_words(share: float) -> str:
    """A share of the text: "12%", "under 1%"."""
    return f"{share:.0%}" if share >= 0.005 else "under 1%"


def who_in_words(codes: Sequence[str]) -> str:
    """Parties in words: "United States and Norway"; "nobody named"."""
    names = [party_in_words(code) for code in codes]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "nobody named"


def point_in_words(point: Point) -> str:
    """Where a point stands and whose it is: "3rd point, 12% of the text, United States, pledge"."""
    said = f", {who_in_words(point.speakers)}" if point.speakers else ""
    act = f", {point.act.value}" if point.act else ""
    return f"point {point.order}, {share_in_words(point.share)}{said}{act}"


def reasons_of(row: Row) -> Iterator[str]:
    """Why the points of a row stand together, and in what they contradict one another."""
    for match in row.matches:
        columns = "" if len(row.points) == 2 else f"{letter(match.sides[0])} and {letter(match.sides[1])}: "
        yield f"{columns}{'; '.join(match.reasons)} (sure {match.likeness:.2f})"
        for contradiction in match.contradictions:
            yield f"{columns}contradicted: {contradiction.why}"


def value_in_words(value: str | None) -> str:
    """A fact's value, or that it is not reported."""
    return value if value is not None else NOT_REPORTED


def commitment_in_words(commitment: Commitment) -> str:
    """Who is said to carry a commitment, and what the other accounts make of it."""
    return f"carried by {who_in_words(commitment.carriers)}; {commitment.standing}"


def summary(comparison: Comparison) -> str:
    """The counts in one line."""
    return ", ".join(
        f"{s.heading[0].lower()}{s.heading[1:].split(',')[0]} {len(s.rows)}" for s in sections_of(comparison)
    )
