"""A comparison for the terminal: columns side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from memcon.comparing.sides.values import Comparison, Point, Row, letter
from memcon.exporting.sides.words import (
    NO_POINT,
    Section,
    commitment_in_words,
    line,
    point_in_words,
    reasons_of,
    sections_of,
    summary,
    value_in_words,
)

WIDTH = 100
_LABEL = 16
_GAP = " │ "
_MOST_COLUMNS = 3  # beyond that a line holds too few words, and the accounts stand below one another


def as_text(comparison: Comparison, width: int = WIDTH) -> str:
    """Write a comparison for a terminal of ``width`` columns."""
    lines = list(_head(comparison, width))
    lines += _facts(comparison, width)
    for section in sections_of(comparison):
        lines += ["", f"{section.heading.upper()} ({len(section.rows)})"]
        for row in section.rows:
            lines += _row(section, row, width)
    lines += _commitments(comparison, width)
    return "\n".join(x.rstrip() for x in lines) + "\n"


def _head(comparison: Comparison, width: int) -> Iterator[str]:
    for n, side in enumerate(comparison.sides):
        title = f": {line(side.document.title)}" if side.document.title else ""
        yield from _wrapped(f"{letter(n)}  {side.name}{title}", width, "   ")
    yield f"   {summary(comparison)}"
    for remark in comparison.remarks:
        yield from _wrapped(f"!  {remark}", width, "   ")


def _facts(comparison: Comparison, width: int) -> Iterator[str]:
    columns = len(comparison.sides)
    yield ""
    yield from _beside(["", *(letter(n) for n in range(columns))], width)
    yield "─" * width
    for fact in comparison.facts:
        if all(v is None for v in fact.values):
            continue
        yield from _beside([fact.name, *(value_in_words(v) for v in fact.values)], width)
        if fact.remark:
            mark = "contradicted: " if fact.conflict else "→ "
            yield from _wrapped(
                f"{' ' * (_LABEL + len(_GAP))}{mark}{fact.remark}", width, " " * (_LABEL + len(_GAP) + 2)
            )


def _row(section: Section, row: Row, width: int) -> Iterator[str]:
    yield ""
    if section.side is not None:
        point = row.points[section.side]
        if point is not None:
            yield from _point(point, width, "  ")
        return
    told = [_point_lines(p) for p in row.points]
    if len(told) <= _MOST_COLUMNS:
        yield from _beside(told, width, label=False)
    else:
        for n, words in enumerate(told):
            yield from _wrapped(f"{letter(n)} {words}".replace("\n", " "), width, "  ")
    for reason in reasons_of(row):
        yield from _wrapped(f"    → {reason}", width, "      ")


def _point_lines(point: Point | None) -> str:
    return f"{line(point.span.text)}\n[{point_in_words(point)}]" if point is not None else f"({NO_POINT})"


def _point(point: Point, width: int, indent: str) -> Iterator[str]:
    yield from _wrapped(f"{indent}{line(point.span.text)}", width, indent)
    yield from _wrapped(f"{indent}[{point_in_words(point)}]", width, indent)


def _commitments(comparison: Comparison, width: int) -> Iterator[str]:
    if not comparison.commitments:
        return
    yield ""
    yield f"COMMITMENTS ({len(comparison.commitments)})"
    for commitment in comparison.commitments:
        yield ""
        yield from _wrapped(f"  {letter(commitment.side)}  {line(commitment.point.span.text)}", width, "     ")
        yield from _wrapped(f"     → {commitment_in_words(commitment)}", width, "       ")


def _wrapped(words: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(words, width, subsequent_indent=indent, drop_whitespace=True, break_on_hyphens=False) or [""]


def _beside(cells: Sequence[str], width: int, *, label: bool = True) -> Iterator[str]:
    """Cells side by side, each wrapped in its column; the first is a label."""
    columns = len(cells) - label
    room = width - (_LABEL + len(_GAP) if label else 0) - len(_GAP) * (columns - 1)
    widths = [*([_LABEL] if label else []), *([room // columns] * columns)]
    wrapped = [
        [part for text in cell.split("\n") for part in textwrap.wrap(text, w, break_on_hyphens=False) or [""]]
        for cell, w in zip(cells, widths, strict=True)
    ]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(part.ljust(w) for part, w in zip(parts, widths, strict=True))
