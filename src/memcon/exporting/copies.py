"""Reprints in words: which source is a copy of which, why, and what one copy has where another has a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from memcon.linking.reprints import Manner, Reprint, read_gaps
from memcon.model import Account, Document, Reading

Source = tuple[Document, Reading, Account]
_ID = 64
"""Characters of a document's id; what is shorter names one that is not in the record."""

_MANNERS = {
    Manner.WHOLE: "is a reprint of",
    Manner.EXCERPT: "reprints a part of",
    Manner.EDITED: "is an edited reprint of",
    Manner.MERGED: "has, beside other texts, that of",
    Manner.SAME_PAGE: "is the same page as",
    Manner.NAMED: "names as its source",
}


def reprint_in_words(reprint: Reprint, name_of: Callable[[str], str]) -> str:
    """Say what a reprint is of and why: "is a reprint of [1] (names its address; published later ...)".

    ``name_of`` gives the words for a document by its id.
    """
    source = name_of(reprint.source) if reprint.source is not None else f"{reprint.named}, not in the record"
    why = "; ".join(reprint.reasons)
    further = [name_of(document) for document in reprint.chain[1:]]
    chain = f", which is from {', from '.join(further)}" if further else ""
    return f"{_MANNERS[reprint.manner]} {source}{chain} ({why})"


def reprint_value(reprint: Reprint, document: Callable[[str], Document]) -> dict[str, Any]:
    """Give a reprint as plain values; ``document`` gives a document of the record by its id."""

    def called(reference: str) -> str:
        return document(reference).name if len(reference) == _ID else reference

    return {
        **asdict(reprint),
        "passages": [
            {"copy": [p.copy.start, p.copy.end], "source": [p.source.start, p.source.end]} for p in reprint.passages
        ],
        "words": f"{called(reprint.copy)} {reprint_in_words(reprint, called)}",
    }


def count_in_words(independent: int, sources: Sequence[Source], reprints: Sequence[Reprint]) -> Iterator[str]:
    """Say how many of an engagement's sources are independent, then each that is a reprint; nothing where none is."""
    numbers = _numbers(sources)
    mine = [r for r in reprints if r.copy in numbers]
    if not mine:
        return
    total = f"{len(numbers)} source{'' if len(numbers) == 1 else 's'}"
    yield f"{total}, {independent} independent"
    for reprint in sorted(mine, key=lambda r: numbers[r.copy]):
        yield f"[{numbers[reprint.copy]}] {reprint_in_words(reprint, lambda d: _name(d, numbers))}"


def gaps_in_words(sources: Sequence[Source], reprints: Sequence[Reprint]) -> Iterator[tuple[int, str]]:
    """Say, with the number of the source that has a gap, what a copy of the same text has there."""
    numbers = _numbers(sources)
    documents = {d.id: (d, r.layout) for d, r, _ in sources}
    families = _families(reprints)
    for one, (document, layout) in documents.items():
        for other in documents:
            if other == one or families.get(one, one) != families.get(other, other):
                continue
            for reading in read_gaps(document, layout, *documents[other]):
                words = " ".join(reading.words.text.split())
                gap = reading.gap.span
                yield numbers[one], f"gap at {gap.start} “{gap.text}”: [{numbers[other]}] has “{words}” there"


def _numbers(sources: Sequence[Source]) -> dict[str, int]:
    """The number of each source in the note, by its document."""
    found: dict[str, int] = {}
    for number, (document, _, _) in enumerate(sources, start=1):
        found.setdefault(document.id, number)
    return found


def _name(document: str, numbers: Mapping[str, int]) -> str:
    number = numbers.get(document)
    return f"[{number}]" if number is not None else document[:12]


def _families(reprints: Sequence[Reprint]) -> dict[str, str]:
    """The last of its chain for every copy: copies of one text have the same."""
    return {r.copy: r.chain[-1] for r in reversed(reprints) if r.chain}
