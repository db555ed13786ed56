"""A document as a row of words: what two texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from memcon.model import BlockKind, Document, Layout
from memcon.vocabulary.date_words import DateWordKind, date_words
from memcon.vocabulary.fold import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:'s)?|[^\W_]+(?:['][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?][\"”’»)\]]*\s+|\n\s*\n\s*")
_CLITIC = re.compile(r"'s?$")
_LEADING_ZEROS = re.compile(r"0+(?=\d)")
_APART = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.ISSUER,
        BlockKind.ATTRIBUTION,
        BlockKind.PLACE,
        BlockKind.TIME,
    }
)
_FURNITURE = frozenset({BlockKind.MARK, BlockKind.REPRINT, BlockKind.NOTICE})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in order, without the page's furniture (menus, notices, reprint lines).

    ``keys`` are the words as they are compared (case, diacritics, apostrophes and full stops of abbreviations away),
    ``starts`` and ``ends`` their code points; ``named`` tells which are numbers or names (capitals where the sentence
    does not ask for them), ``body`` which stand in the running text rather than in lines around it; ``sentences`` are
    half-open ranges of word numbers.
    """

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    named: tuple[bool, ...]
    body: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """Give the number of the first word that ends after the code point ``offset``."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def words_of(document: Document, layout: Layout) -> Words:
    """Give the words of a document."""
    text = fold(document.text)
    all_words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    furniture = _within([start for start, _, _ in all_words], layout, _FURNITURE)
    found = [word for word, apart in zip(all_words, furniture, strict=True) if not apart]
    starts = tuple(start for start, _, _ in found)
    sentences = _sentences(text, starts)
    first = {start for start, _ in sentences}
    keys = tuple(_key(word) for _, _, word in found)
    small = {k for k, (_, _, word) in zip(keys, found, strict=True) if word[0].islower()}
    return Words(
        keys=keys,
        starts=starts,
        ends=tuple(end for _, end, _ in found),
        named=tuple(
            word[0].isdigit() or (word[0].isupper() and n not in first and key not in small)
            for n, (key, (_, _, word)) in enumerate(zip(keys, found, strict=True))
        ),
        body=tuple(not apart for apart in _within(starts, layout, _APART)),
        sentences=sentences,
    )


def _key(word: str) -> str:
    key = _CLITIC.sub("", word.casefold()).replace(".", "")
    if word[0].isupper() and key in _months():
        return _months()[key]
    return _LEADING_ZEROS.sub("", key) if key[:1] == "0" else key or word


@cache
def _months() -> dict[str, str]:
    """Months as their numbers, so that "9 May" and "09.05." have the same words."""
    words = date_words(DateWordKind.MONTH, DateWordKind.MONTH_OR_NAME)
    return {form: word.value for form, word in words.items() if word.value is not None}


def _sentences(text: str, starts: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Cut the words where a sentence or a paragraph ends; a line's end alone may be a page's narrow measure."""
    cuts = [m.end() for m in _SENTENCE.finditer(text)]
    found: list[tuple[int, int]] = []
    begin, at = 0, 0
    for number, start in enumerate(starts):
        if at < len(cuts) and start >= cuts[at]:
            if number > begin:
                found.append((begin, number))
            begin = number
            while at < len(cuts) and start >= cuts[at]:
                at += 1
    if begin < len(starts):
        found.append((begin, len(starts)))
    return tuple(found)


def _within(starts: Sequence[int], layout: Layout, kinds: frozenset[BlockKind]) -> tuple[bool, ...]:
    """Tell of each word whether it stands in a block of one of these kinds."""
    blocks = [(b.span.start, b.span.end) for b in layout.blocks if b.kind in kinds]
    found: list[bool] = []
    at = 0
    for start in starts:
        while at < len(blocks) and blocks[at][1] <= start:
            at += 1
        found.append(at < len(blocks) and blocks[at][0] <= start)
    return tuple(found)
