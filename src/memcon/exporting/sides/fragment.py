"""A comparison as a fragment of HTML, without script and style; words of documents stand in it as inert text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from memcon.comparing.sides.values import Comparison, Point, Row, letter
from memcon.exporting.sides.words import (
    NO_POINT,
    Section,
    commitment_in_words,
    line,
    point_in_words,
    reasons_of,
    sections_of,
    value_in_words,
)
from memcon.model import Span


def as_html(comparison: Comparison) -> str:
    """Write a comparison as one ``<section>``.

    Every span is a ``<q>`` with its place (``data-document``, ``data-start``, ``data-end``: code points of the
    canonical text), and points of one row share ``data-row``, so that a page can link and light them up.
    """
    return "\n".join(['<section class="comparison">', *_parts(comparison), "</section>"]) + "\n"


def _parts(comparison: Comparison) -> Iterator[str]:
    yield '<ol class="sides" type="A">'
    for side in comparison.sides:
        title = f": {escape(line(side.document.title))}" if side.document.title else ""
        yield f'<li data-document="{escape(side.document.id)}">{escape(side.name)}{title}</li>'
    yield "</ol>"
    for remark in comparison.remarks:
        yield f'<p class="remark">{escape(remark)}</p>'
    yield from _facts(comparison)
    number = {id(row): n for n, row in enumerate(comparison.rows)}
    for section in sections_of(comparison):
        yield f"<h3>{escape(section.heading)} ({len(section.rows)})</h3>"
        yield from _rows(comparison, section, number)
    yield from _commitments(comparison)


def _facts(comparison: Comparison) -> Iterator[str]:
    yield f'<table class="facts"><thead><tr><th></th>{_letters(comparison)}</tr></thead><tbody>'
    for fact in comparison.facts:
        if all(v is None for v in fact.values):
            continue
        cells = "".join(f"<td>{escape(value_in_words(v))}</td>" for v in fact.values)
        mark = f' class="contradicted" data-in="{escape(fact.conflict.value)}"' if fact.conflict else ""
        yield f'<tr{mark}><th scope="row">{escape(fact.name)}</th>{cells}</tr>'
        if fact.remark:
            yield f'<tr class="remark"><td></td><td colspan="{len(fact.values)}">{escape(fact.remark)}</td></tr>'
    yield "</tbody></table>"


def _letters(comparison: Comparison) -> str:
    return "".join(f'<th scope="col">{letter(n)}</th>' for n in range(len(comparison.sides)))


def _rows(comparison: Comparison, section: Section, number: dict[int, int]) -> Iterator[str]:
    if section.side is not None:
        yield '<ul class="alone">'
        for row in section.rows:
            yield f"<li>{_cell(row.points[section.side], number[id(row)])}</li>"
        yield "</ul>"
        return
    yield f'<table class="shared"><thead><tr>{_letters(comparison)}</tr></thead><tbody>'
    for row in section.rows:
        yield "<tr>" + "".join(f"<td>{_cell(p, number[id(row)])}</td>" for p in row.points) + "</tr>"
        yield f'<tr class="why"><td colspan="{len(row.points)}">{_why(row)}</td></tr>'
    yield "</tbody></table>"


def _why(row: Row) -> str:
    return "<br>".join(escape(reason) for reason in reasons_of(row))


def _cell(point: Point | None, row: int) -> str:
    if point is None:
        return f"<i>{NO_POINT}</i>"
    return f"{_quote(point.span, row)} <small>{escape(point_in_words(point))}</small>"


def _quote(span: Span, row: int | None = None) -> str:
    at = f' data-row="{row}"' if row is not None else ""
    where = f'data-document="{escape(span.document)}" data-start="{span.start}" data-end="{span.end}"'
    return f"<q {where}{at}>{escape(line(span.text))}</q>"


def _commitments(comparison: Comparison) -> Iterator[str]:
    if not comparison.commitments:
        return
    yield f"<h3>Commitments ({len(comparison.commitments)})</h3>"
    yield '<ul class="commitments">'
    for c in comparison.commitments:
        yield f"<li>{letter(c.side)} {_quote(c.point.span)} <small>{escape(commitment_in_words(c))}</small></li>"
    yield "</ul>"
