"""The text of a fragment of HTML."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

# elements of HTML that begin and end a line of their own
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr"
    "|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_DROPPED = re.compile("button|canvas|form|iframe|noscript|object|script|style|svg|template")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# a line end in the source is no line end of the text; runs of spaces inside a line are left as written
_LINE_END = re.compile("[ \t\f\r]*\n[ \t\n\f\r]*")


def without_controls(text: str) -> str:
    """Replace characters that no XML may hold by U+FFFD, a form feed by a line end: lxml refuses such texts."""
    return _CONTROLS.sub("\ufffd", text.replace("\f", "\n"))


def text_of(markup: str) -> str:
    """Give the text of an HTML fragment: paragraphs apart by an empty line, entities decoded, scripts dropped."""
    if not markup.strip():
        return ""
    pieces: list[str] = []
    _collect(html.fragment_fromstring(without_controls(markup), create_parent="div"), pieces)
    lines = (_LINE_END.sub(" ", line).strip(" \t") for line in "".join(pieces).split("\v"))
    return "\n\n".join(line for line in lines if line.strip())


def _collect(element: Any, pieces: list[str]) -> None:
    """Add the texts under ``element``; a vertical tab, which XML does not allow in a text, marks a block's edge."""
    if not isinstance(element.tag, str) or _DROPPED.fullmatch(element.tag):
        return
    edge = "\v" if _BLOCKS.fullmatch(element.tag) else ""
    pieces += (edge, element.text or "")
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(edge)
