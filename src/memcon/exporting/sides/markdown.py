"""A comparison as Markdown: tables that any reader of Markdown shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.comparing.sides.values import Comparison, Point, letter
from memcon.exporting.sides.words import (
    NO_POINT,
    commitment_in_words,
    line,
    point_in_words,
    reasons_of,
    sections_of,
    value_in_words,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")


def as_markdown(comparison: Comparison) -> str:
    """Write a comparison as Markdown; words of the documents are escaped, so that none of them is taken for a mark."""
    lines = ["# Side by side", ""]
    for n, side in enumerate(comparison.sides):
        title = f": {_inert(side.document.title)}" if side.document.title else ""
        lines.append(f"- **{letter(n)}** {_inert(side.name)}{title}")
    lines += [f"- {_inert(remark)}" for remark in comparison.remarks]
    lines += ["", *_table(["", *(letter(n) for n in range(len(comparison.sides))), "Remark"], _facts(comparison))]
    for section in sections_of(comparison):
        lines += ["", f"## {_inert(section.heading)} ({len(section.rows)})", ""]
        if section.side is not None:
            points = [row.points[section.side] for row in section.rows]
            lines += [f"- {_point(p)}" for p in points if p is not None]
            continue
        heads = [*(letter(n) for n in range(len(comparison.sides))), "Why"]
        rows = [[*(_point(p) for p in row.points), _inert("; ".join(reasons_of(row)))] for row in section.rows]
        lines += _table(heads, rows)
    if comparison.commitments:
        lines += ["", f"## Commitments ({len(comparison.commitments)})", ""]
        for c in comparison.commitments:
            lines.append(f"- **{letter(c.side)}** {_inert(c.point.span.text)} ({_inert(commitment_in_words(c))})")
    return "\n".join(lines) + "\n"


def _facts(comparison: Comparison) -> Iterator[list[str]]:
    for fact in comparison.facts:
        if any(v is not None for v in fact.values):
            remark = ("contradicted: " if fact.conflict else "") + fact.remark if fact.remark else ""
            yield [_inert(fact.name), *(_inert(value_in_words(v)) for v in fact.values), _inert(remark)]


def _point(point: Point | None) -> str:
    if point is None:
        return f"*{NO_POINT}*"
    return f"{_inert(point.span.text)} *({_inert(point_in_words(point))})*"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]] | Iterator[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _inert(words: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", line(words or ""))
