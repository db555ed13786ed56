"""A comparison as JSON: the format of the design, with further keys."""

from __future__ import annotations

from typing import Any

from memcon.comparing.sides.values import Commitment, Comparison, Fact, Match, Point, Row, Side
from memcon.model import Span


def as_objects(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison of any number of accounts.

    Of two it has the keys of the design ("a", "b", "both", "only_a", "only_b", "contradict"); of any number "sides",
    "facts", "rows", "commitments", "encoder" and "remarks".
    """
    first = pair_as_objects(comparison) if len(comparison.sides) == 2 else {}
    return {
        **first,
        "sides": [_side(side) for side in comparison.sides],
        "facts": [_fact(fact) for fact in comparison.facts],
        "rows": [_row(row) for row in comparison.rows],
        "commitments": [_commitment(c) for c in comparison.commitments],
        "encoder": comparison.encoder,
        "remarks": list(comparison.remarks),
    }


def pair_as_objects(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison of two accounts in the format of the design: spans as exact words, in text order."""
    shared = [r for r in comparison.rows if all(r.points)]
    return {
        "a": comparison.sides[0].document.name,
        "b": comparison.sides[1].document.name,
        "both": [_words(r) for r in shared if not r.contradictions],
        "only_a": _alone(comparison, 0),
        "only_b": _alone(comparison, 1),
        "contradict": [[*_words(r), "; ".join(c.why for c in r.contradictions)] for r in shared if r.contradictions],
    }


def _words(row: Row) -> list[str]:
    return [p.span.text for p in row.points if p is not None]


def _alone(comparison: Comparison, side: int) -> list[str]:
    points = [r.points[side] for r in comparison.rows if r.points[1 - side] is None]
    return [p.span.text for p in points if p is not None]


def _side(side: Side) -> dict[str, Any]:
    document = side.document
    return {
        "document": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published,
        "account": side.account.id if side.account else None,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"document": span.document, "start": span.start, "end": span.end, "text": span.text}


def _point(point: Point | None) -> dict[str, Any] | None:
    if point is None:
        return None
    return {
        "span": _span(point.span),
        "order": point.order,
        "share": round(point.share, 4),
        "speakers": list(point.speakers),
        "act": point.act.value if point.act else None,
    }


def _row(row: Row) -> dict[str, Any]:
    return {"points": [_point(p) for p in row.points], "matches": [_match(m) for m in row.matches]}


def _match(match: Match) -> dict[str, Any]:
    return {
        "sides": list(match.sides),
        "likeness": match.likeness,
        "reasons": list(match.reasons),
        "contradictions": [{"in": c.conflict.value, "why": c.why} for c in match.contradictions],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "values": list(fact.values),
        "spans": [[_span(s) for s in spans] for spans in fact.spans],
        "remark": fact.remark,
        "contradicted": fact.conflict.value if fact.conflict else None,
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "side": commitment.side,
        "span": _span(commitment.point.span),
        "carriers": list(commitment.carriers),
        "standing": commitment.standing,
    }
