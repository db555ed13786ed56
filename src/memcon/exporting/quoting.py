"""Show words in their place: a little of the text around them, and where they stand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from memcon.model import Document, Span

WIDTH = 100
AROUND = 40
"""Code points shown on either side."""


def in_context(document: Document, span: Span, around: int = AROUND) -> str:
    """Give words with a little of the text before and after, the words in ⟦ ⟧, white space as single spaces."""
    before = document.text[max(0, span.start - around) : span.start]
    after = document.text[span.end : span.end + around]
    before = before if span.start <= around else "…" + before.partition(" ")[2]
    after = after if span.end + around >= len(document.text) else after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}⟦{span.text}⟧{after}".split())


def place_of(document: Document, span: Span) -> str:
    """Say where words stand: "03-call-washington 512–575" (code points)."""
    return f"{document.name} {span.start}–{span.end}"


def wrapped(text: str, indent: int = 0, hang: int = 2) -> Iterator[str]:
    """Wrap a line at 100 columns, indented by ``indent`` and further lines by ``hang`` more."""
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + hang), break_on_hyphens=False
    )


def span_value(span: Span) -> dict[str, Any]:
    """Give a span for JSON."""
    return {"document": span.document, "start": span.start, "end": span.end, "text": span.text}
