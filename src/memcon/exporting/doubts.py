"""What to check first, as rows and in words."""

from __future__ import annotations

from typing import Any

from memcon.exporting.words import value_in_words
from memcon.linking.doubts import Doubt
from memcon.linking.engagements import decided_as

_WORDS = 60
_PARTS = ("name", "office", "represents")
"""What is told of a participant."""


def doubt_value(doubt: Doubt) -> dict[str, Any]:
    """Give a value that is not sure as plain values: where it stands, how sure it is, the words it comes from."""
    return {
        "engagement": doubt.engagement.id,
        "field": decided_as(doubt.field),
        "part": doubt.field if doubt.field in _PARTS else None,
        "value": value_in_words(doubt.value.value),
        "sure": doubt.value.confidence,
        "rule": doubt.value.rule,
        "accounts": len(doubt.engagement.accounts),
        "words": [{"document": s.document, "start": s.start, "end": s.end, "text": s.text} for s in doubt.value.spans],
    }


def doubt_field(doubt: Doubt) -> str:
    """Give the field as decisions call it, with the part of a participant: "start", "participants (office)"."""
    field = decided_as(doubt.field)
    return f"{field} ({doubt.field})" if doubt.field in _PARTS else field


def doubt_words(doubt: Doubt) -> str:
    """Give the words that a value comes from, cut where they are long; its rule where it comes from none."""
    words = " … ".join(" ".join(span.text.split()) for span in doubt.value.spans)
    if not words:
        return f"({doubt.value.rule})"
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
