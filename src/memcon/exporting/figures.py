"""Figures in words and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from memcon.comparing.figures import Comparison, Figure, Listing, Relation
from memcon.exporting.words import party_in_words
from memcon.model import Document
from memcon.vocabulary.quantities import Approximation, UnitKind

WIDTH = 100
_BEFORE = {
    Approximation.EXACT: "",
    Approximation.ABOUT: "about ",
    Approximation.MORE_THAN: "more than ",
    Approximation.LESS_THAN: "less than ",
    Approximation.UP_TO: "up to ",
    Approximation.NEARLY: "nearly ",
}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_TITLES = {
    Relation.DIFFER: "Contradicting one another",
    Relation.GROWN: "Larger later",
    Relation.FALLEN: "Smaller later",
    Relation.AGREE: "Agreeing",
}
_CONTEXT = 90


def value_in_words(figure: Figure) -> str:
    """Say a figure in its normal form: "more than 30 years", "62 billion USD", "10 to 12 percent", "500,000"."""
    if figure.vague:
        return " ".join(figure.span.text.split())
    unit = "" if figure.kind is UnitKind.COUNT else figure.unit
    ends = [_number(v) for v in (figure.low, figure.high) if v is not None]
    plural = figure.kind is not UnitKind.MONEY and unit not in ("", "percent") and ends[-1] != "1"
    if plural:
        unit = unit.replace("degree", "degrees") if " " in unit and "degree" in unit else f"{unit}s"
    return f"{_BEFORE[figure.approximation]}{' to '.join(dict.fromkeys(ends))} {unit}".strip()


def figures_in_words(listing: Listing) -> str:
    """Write figures by measure, how they stand to one another, and their documents, in lines of 100 columns at most."""
    numbers = {document.id: n for n, document in enumerate(listing.documents, start=1)}
    lines: list[str] = []
    for group in listing.groups:
        lines += ["", *_wrap(group[0].measure.words if group[0].measure else "(measure not told)")]
        for figure in group:
            lines += _figure(figure, numbers, listing)
    for relation, title in _TITLES.items():
        told = [c for c in listing.comparisons if c.relation is relation]
        if told:
            lines += ["", title]
            for comparison in told:
                lines += _comparison(comparison, numbers)
    lines += ["", "Documents", *(line for d in listing.documents for line in _document(d, numbers))]
    return "\n".join(lines[1:]) + "\n"


def figures_as_json(listing: Listing) -> dict[str, Any]:
    """Give figures, comparisons (by the figures' places in the list) and documents as plain values."""
    figures = [figure for group in listing.groups for figure in group]
    places = {id(figure): n for n, figure in enumerate(figures)}
    by_value = {(f.span, f.unit): places[id(f)] for f in figures}
    return {
        "figures": [_figure_as_json(figure, listing) for figure in figures],
        "comparisons": [
            {
                "relation": c.relation.value,
                "first": by_value[c.first.span, c.first.unit],
                "second": by_value[c.second.span, c.second.unit],
                "reason": c.reason,
            }
            for c in listing.comparisons
        ],
        "documents": [
            {"id": d.id, "name": d.name, "title": d.title, "publisher": d.publisher, "published": d.published}
            for d in listing.documents
        ],
    }


def _figure_as_json(figure: Figure, listing: Listing) -> dict[str, Any]:
    as_of = figure.as_of
    return {
        "low": figure.low,
        "high": figure.high,
        "approximation": figure.approximation.value,
        "unit": figure.unit,
        "kind": figure.kind.value,
        "measure": figure.measure.words if figure.measure else None,
        "speakers": list(figure.speakers),
        "parties": list(figure.parties),
        "as_of": {"date": as_of.value, "rule": as_of.rule} if as_of else None,
        "document": figure.document,
        "copies": list(listing.copied.get(figure.document, ())),
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.text,
        "sentence": " ".join(figure.sentence.text.split()),
    }


def _figure(figure: Figure, numbers: dict[str, int], listing: Listing) -> list[str]:
    facts = [value_in_words(figure), _who(figure), _as_of(figure)]
    sources = [figure.document, *listing.copied.get(figure.document, ())]
    head = " · ".join(f for f in facts if f) + " " + " ".join(f"[{numbers[d]}]" for d in sources)
    return [*_wrap(head, "  "), *_wrap(f"“{_in_context(figure)}” at {figure.span.start}", "      ")]


def _who(figure: Figure) -> str:
    return ", ".join(party_in_words(s) for s in figure.speakers) or "the text"


def _as_of(figure: Figure) -> str:
    if figure.as_of is None:
        return "date not told"
    derived = figure.as_of.rule == "figure.as-of-document"
    return f"as of {figure.as_of.value}" + (" (the document’s day)" if derived else "")


def _in_context(figure: Figure) -> str:
    """The words of the figure with some of its sentence on either side."""
    sentence, at = figure.sentence.text, figure.span.start - figure.sentence.start
    end = figure.span.end - figure.sentence.start
    left, right = sentence[max(0, at - _CONTEXT) : at], sentence[end : end + _CONTEXT]
    if at > _CONTEXT:
        left = "… " + left.partition(" ")[2]
    if end + _CONTEXT < len(sentence):
        right = right.rpartition(" ")[0] + " …"
    return " ".join(f"{left}{figure.span.text}{right}".split())


def _comparison(comparison: Comparison, numbers: dict[str, int]) -> list[str]:
    a, b = comparison.first, comparison.second
    measure = a.measure.words if a.measure else ""
    told = ", ".join(f"{value_in_words(f)} ({_who(f)}) [{numbers[f.document]}]" for f in (a, b))
    return _wrap(f"{measure}: {told}: {comparison.reason}", "  - ")


def _document(document: Document, numbers: dict[str, int]) -> Sequence[str]:
    parts = (document.publisher, document.title or document.name, document.published, document.id[:12])
    return _wrap(f"[{numbers[document.id]}] " + ", ".join(p for p in parts if p), "  ")


def _number(value: float) -> str:
    for scale, name in _SCALES:
        if value >= scale:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"


def _wrap(text: str, indent: str = "") -> list[str]:
    follow = " " * len(indent)
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_long_words=False)
