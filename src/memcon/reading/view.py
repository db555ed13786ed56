"""A cleaned view of a stretch of a document's text, for a language model, mapped back to the canonical text.

Real releases hold no-break spaces, zero-width characters and leftover tags (``21<sup>st</sup>``). The view drops or
replaces them; every character of the view knows the code point that it comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,200})?/?>")
_DROPPED = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SPACES = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\t\n\r\x0b\x0c\u2028\u2029\u3000"


@dataclass(frozen=True, slots=True)
class View:
    """Cleaned text with, for each of its characters, the canonical offset it stands at.

    ``origins`` has one entry more than ``text`` has characters: the last is the canonical end of the stretch.
    """

    text: str
    origins: tuple[int, ...]

    def canonical(self, start: int, end: int) -> tuple[int, int]:
        """Map the half-open range ``start:end`` of the view (not empty) to the canonical range it covers."""
        return self.origins[start], self.origins[end - 1] + 1


def view_of(text: str, start: int, end: int) -> View:
    """Make the view of ``text[start:end]``: tags and zero-width characters dropped, runs of white space one space."""
    characters: list[str] = []
    origins: list[int] = []
    tag_ends = {m.start(): m.end() for m in _TAG.finditer(text, start, end)}
    at = start
    while at < end:
        if at in tag_ends:
            at = tag_ends[at]
            continue
        char = text[at]
        if char not in _DROPPED:
            char = " " if char in _SPACES else char
            if char != " " or (characters and characters[-1] != " "):
                characters.append(char)
                origins.append(at)
        at += 1
    while characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    origins.append(end)
    return View("".join(characters), tuple(origins))
