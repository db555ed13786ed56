"""Words with their source beside them and no verb: "Smith: We won", '"We won." — Ann Smith', "Q: Why?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.reading.attribution_paragraphs import Paragraph
from memcon.reading.attribution_types import OUTERMOST, Found

_NAME = r"(?:[A-Z][\w.’'-]*)(?: (?:of|de|van|von|bin|al|the|[A-Z][\w.’'-]*)){0,4}"
_LABEL = re.compile(rf"[\"“]?(?P<who>{_NAME})(?P<cue>:) +(?=\S)")
_BEFORE_QUOTE = re.compile(rf"(?:^|[-–—] |[Ff]rom )(?P<who>(?:the )?{_NAME}|the \w+)(?P<cue>:) +(?=[\"“])")
_SIGNED = re.compile(rf"[\"”] ?(?P<cue>[―—–-]+) ?(?P<who>{_NAME})")
_NOT_SPEAKERS = frozenset(
    [
        "update",
        "updated",
        "note",
        "correction",
        "related",
        "photo",
        "photos",
        "video",
        "watch",
        "editor",
        "editors",
        "read",
        "more",
        "here",
        "abstract",
        "full",
    ]
)
_LEAST_WORDS = 4


def labelled(paragraph: Paragraph) -> Iterator[Found]:
    """Find what a label before a colon, or a name after a dash, ascribes to somebody."""
    text = paragraph.doc.text
    label = _LABEL.match(text)
    if label and label["who"].split()[0].casefold() not in _NOT_SPEAKERS:
        said = text[label.end() :].rstrip()
        if len(said.split()) >= _LEAST_WORDS:
            yield _found(paragraph, label, (label.end(), label.end() + len(said)))
            return
    for match in _BEFORE_QUOTE.finditer(text):
        quote = paragraph.quote_over(match.end(), match.end() + 1)
        if quote is not None and quote[0] == match.end():
            yield _found(paragraph, match, quote)
    for match in _SIGNED.finditer(text):
        quote = next((q for q in paragraph.quotes if q[1] - 1 == match.start()), None)
        if quote is not None:
            yield _found(paragraph, match, quote)


def _found(paragraph: Paragraph, match: re.Match[str], said: tuple[int, int]) -> Found:
    cue = match.span("cue")
    head = next(t.i for t in paragraph.doc if t.idx + len(t.text) > cue[0])
    return Found(head, cue, match.span("who"), (said,), OUTERMOST - 1, "label")
