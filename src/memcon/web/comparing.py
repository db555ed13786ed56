"""Two accounts side by side as their page shows them: a matrix, and both texts with passages that lead over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from memcon.comparing.sides import Commitment, Comparison, Point, Row, Side
from memcon.comparing.sides.values import letter
from memcon.exporting.sides.words import commitment_in_words, line, point_in_words, reasons_of, sections_of
from memcon.model import Span
from memcon.vocabulary.publishers import publisher_country
from memcon.web import links

_STANDINGS = {"Contradicted": "contradicted", "In both": "both"}
_LEGEND = {"contradicted": "contradicted", "both": "in both", "alone": "in one only"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A point in the matrix: its words, the address of the passage on this page, and where it stands in its account."""

    words: str
    href: str
    about: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix: number, a cell for each column (None: not found in that account), reasons and standing.

    ``standing`` is "both", "contradicted" or "alone"; ``reasons`` say why the two are taken for one point, and
    ``conflicts`` in what they contradict one another.
    """

    number: int
    standing: str
    cells: tuple[Cell | None, ...]
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One account: its letter, the side, the page of its document, and its text with every point marked."""

    letter: str
    side: Side
    href: str
    text: Markup


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact of the engagement with its value in each column and the address of its words, None where it has none."""

    name: str
    values: tuple[tuple[str | None, str | None], ...]
    remark: str | None
    contradicted: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison of two accounts as the page shows it; ``sections`` are headings with their lines."""

    columns: tuple[Column, ...]
    facts: tuple[FactLine, ...]
    sections: tuple[tuple[str, str, tuple[Line, ...]], ...]
    commitments: tuple[tuple[str, str, str, str], ...]
    remarks: tuple[str, ...]
    encoder: str | None


def chosen(sides: Sequence[Side], a: str, b: str) -> tuple[Side, Side]:
    """Give the two sides whose documents' ids begin as asked for.

    Where nothing is asked for, the first and the first that another state published, else another publisher, else the
    second. Raises KeyError with what was asked for where no side is meant, or both are one.
    """
    first = _asked(sides, a) if a else next((s for s in sides if not (b and s.document.id.startswith(b))), sides[0])
    if b:
        second = _asked(sides, b)
    else:
        rest = [s for s in sides if s is not first]
        home, name = _home(first), first.document.publisher
        abroad = (s for s in rest if _home(s) not in (None, home))
        elsewhere = (s for s in rest if s.document.publisher != name)
        second = next(abroad, None) or next(elsewhere, None) or rest[0]
    if first is second:
        raise KeyError(b)
    return first, second


def _asked(sides: Sequence[Side], reference: str) -> Side:
    found = [s for s in sides if s.document.id.startswith(reference) or s.document.name == reference]
    if len(found) != 1:
        raise KeyError(reference)
    return found[0]


def _home(side: Side) -> str | None:
    return publisher_country(side.document.url, side.document.publisher)


def beside(comparison: Comparison) -> Beside:
    """Put a comparison of two accounts into the values of its page."""
    number = {id(row): n for n, row in enumerate(comparison.rows, start=1)}
    sections, standing = [], dict[int, str]()
    for section in sections_of(comparison):
        stands = _STANDINGS.get(section.heading, "alone")
        key = stands if section.side is None else f"only-{letter(section.side).lower()}"
        lines = tuple(_line(row, number[id(row)], stands) for row in section.rows)
        standing |= {line.number: stands for line in lines}
        sections.append((key, section.heading, lines))
    columns = tuple(_column(comparison, n, number, standing) for n in range(len(comparison.sides)))
    return Beside(
        columns,
        tuple(_facts(comparison)),
        tuple(sections),
        tuple(_commitment(c) for c in comparison.commitments),
        comparison.remarks,
        comparison.encoder,
    )


def _passage(column: int, number: int) -> str:
    """The anchor of a passage on the page."""
    return f"{letter(column).lower()}-{number}"


def _line(row: Row, number: int, standing: str) -> Line:
    cells = tuple(
        Cell(line(p.span.text), f"#{_passage(n, number)}", point_in_words(p)) if p is not None else None
        for n, p in enumerate(row.points)
    )
    conflicts = tuple(c.why for c in row.contradictions)
    reasons = tuple(r for r in reasons_of(row) if not r.startswith("contradicted: "))
    return Line(number, standing, cells, reasons, conflicts)


def _facts(comparison: Comparison) -> Iterator[FactLine]:
    for fact in comparison.facts:
        if any(value is not None for value in fact.values):
            where = (links.words(spans[0]) if spans else None for spans in fact.spans)
            values = tuple(zip(fact.values, where, strict=True))
            yield FactLine(fact.name, values, fact.remark, fact.conflict is not None)


def _commitment(commitment: Commitment) -> tuple[str, str, str, str]:
    """The letter, the words, their address and what is to be said of a commitment."""
    span = commitment.point.span
    return letter(commitment.side), line(span.text), links.words(span), commitment_in_words(commitment)


def _column(comparison: Comparison, column: int, number: dict[int, int], standing: dict[int, str]) -> Column:
    side = comparison.sides[column]
    points = [(number[id(row)], row, p) for row in comparison.rows if (p := row.points[column]) is not None]
    text = _text(side.document.text, column, points, standing)
    return Column(letter(column), side, links.document(side.document.id), text)


def _text(text: str, column: int, points: Sequence[tuple[int, Row, Point]], standing: dict[int, str]) -> Markup:
    """The text as markup: each point a link to its counterpart, or to its line of the matrix where it has none."""
    out, at = [], 0
    for number, row, point in sorted(points, key=lambda p: (p[2].span.start, p[2].span.end)):
        span: Span = point.span
        if span.start < at:
            continue
        out.append(_rest(text[at : span.start]))
        other = next((n for n, p in enumerate(row.points) if p is not None and n != column), None)
        href = f"#row-{number}" if other is None else f"#{_passage(other, number)}"
        told = _LEGEND[standing[number]]
        words = f"point {number}, {told}; leads to " + ("the matrix" if other is None else f"account {letter(other)}")
        out.append(
            Markup('<a class="passage is-{}" id="{}" href="{}" data-row="{}" title="{}">{}</a>').format(
                standing[number], _passage(column, number), href, number, words, span.text
            )
        )
        at = span.end
    return Markup("").join([*out, _rest(text[at:])])


def _rest(text: str) -> Markup:
    return Markup('<span class="rest">{}</span>').format(escape(text)) if text else Markup("")
