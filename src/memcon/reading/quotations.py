"""Find quotations: « », “ ”, „ “, " " and ‘ ’ (which is also an apostrophe)."""

from __future__ import annotations

import re

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‘": "’"}
_LONGEST = 4000


def find_quotations(text: str) -> list[tuple[int, int, int, int]]:
    """Find the outermost quotations of a paragraph, in order.

    Gives (outer start, outer end, inner start, inner end) in code points. A mark that is opened and not closed runs to
    the end of the text, as in a quotation of several paragraphs, where it stands at the paragraph's head.
    """
    found: list[tuple[int, int, int, int]] = []
    at = 0
    while at < len(text):
        end = _closing(text, at)
        if end is None:
            at += 1
            continue
        outer = min(end + 1, len(text))
        found.append((at, outer, at + 1, end))
        at = outer
    return found


def _closing(text: str, at: int) -> int | None:
    """The offset of the mark that closes the quotation opening at ``at``, or None where none opens there."""
    char = text[at]
    if char == '"':
        return _straight(text, at)
    if char not in _PAIRS or (char == "‘" and at and text[at - 1].isalnum()):
        return None
    closers, depth = _PAIRS[char], 1
    for i in range(at + 1, min(len(text), at + _LONGEST)):
        if text[i] in closers and not (char == "‘" and i + 1 < len(text) and text[i + 1].isalnum()):
            depth -= 1
            if depth == 0:
                return i
        elif text[i] == char:
            depth += 1
        elif (
            char == "“"
            and text[i] == '"'
            and depth == 1
            and text[i - 1] in ".,?!"
            and not text[i + 1 : i + 2].isalnum()
        ):
            return i  # opened by a curly mark, closed by a straight one
    return len(text) if at == 0 and char in "«“„" and len(text) < _LONGEST else None


def _straight(text: str, at: int) -> int | None:
    """Close a straight mark: it opens after white space and closes before white space or punctuation.

    Straight marks may be nested ('"there is no "gray" zone"'): a mark after white space opens an inner one.
    """
    if at and not text[at - 1].isspace() and text[at - 1] not in "([—–-":
        return None
    depth = 1
    for i in range(at + 1, min(len(text), at + _LONGEST)):
        if text[i] == "”":
            return i  # opened by a straight mark, closed by a curly one
        if text[i] != '"':
            continue
        opens = text[i - 1].isspace() and i + 1 < len(text) and not text[i + 1].isspace()
        depth += 1 if opens else -1
        if depth == 0:
            return i
    fallback = re.compile(r'"(?=[\s,.;:!?)]|$)').search(text, at + 1)
    if fallback is None and at == 0 and len(text) < _LONGEST:
        return len(text)
    return fallback.start() if fallback else None
