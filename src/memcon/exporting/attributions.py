"""Attributions as rows."""

from __future__ import annotations

from typing import Any

from memcon.attribution import Attribution
from memcon.model import Document, Span


def attribution_value(document: Document, found: Attribution) -> dict[str, Any]:
    """Give an attribution as one row; spans as start, end (code points of the document's text) and words."""
    return {
        "doc": document.name,
        "source": _span(found.source),
        "cue": _span(found.cue),
        "content": _span(found.content),
        "pieces": [_span(piece) for piece in found.pieces],
        "rule": found.rule,
    }


def _span(span: Span | None) -> dict[str, int | str] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}
