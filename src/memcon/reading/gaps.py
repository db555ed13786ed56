"""Find typed marks in brackets: "(inaudible)", "(via interpreter)", "[Laughter.]", "<…>"."""

from __future__ import annotations

import re

from memcon.model import Document, Gap, GapKind
from memcon.vocabulary.layout_lines import gap_marks

_BRACKETS = re.compile(r"\(([^()\n]{1,60})\)|\[([^\[\]\n]{1,60})\]|<(?:…|\.\.\.)>")


def find_gaps(document: Document) -> tuple[Gap, ...]:
    """Find the marks in a document's text, in order, each with its span, brackets included."""
    found = []
    for match in _BRACKETS.finditer(document.text):
        words = match.group(1) or match.group(2)
        kind = GapKind.BREAK if words is None else _kind(words)
        if kind is not None:
            found.append(Gap(kind, document.span(*match.span())))
    return tuple(found)


def _kind(words: str) -> GapKind | None:
    words = " ".join(words.split()).strip(".,;– ")
    for kind, pattern in gap_marks():
        if pattern.fullmatch(words):
            return kind
    return None
