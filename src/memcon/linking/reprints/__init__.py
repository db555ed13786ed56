"""Which documents have their text from another: reprints, excerpts, edited copies, pages of several texts.

Whether two documents are a pair depends on these two alone; so the pairs of a record grow with each document by
those in its neighbourhood, and :func:`nearest` makes reprints of all pairs in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from memcon.linking.reprints.candidates import bands_of, near_pairs
from memcon.linking.reprints.chains import nearest
from memcon.linking.reprints.dates import dated_by_sources
from memcon.linking.reprints.gaps import GapReading, read_gaps
from memcon.linking.reprints.origins import by_copy, independent, reprinted_from
from memcon.linking.reprints.pairs import named_outside, pair
from memcon.linking.reprints.texts import Text, host_of
from memcon.linking.reprints.values import Manner, Passage, Reprint
from memcon.model import Document, Layout

__all__ = [
    "GapReading",
    "Manner",
    "Passage",
    "Reprint",
    "by_copy",
    "dated_by_sources",
    "find_pairs",
    "find_reprints",
    "independent",
    "nearest",
    "read_gaps",
    "reprinted_from",
]


def find_reprints(documents: Iterable[Document], layouts: Mapping[str, Layout]) -> tuple[Reprint, ...]:
    """Find the reprints among ``documents``; ``layouts`` has each one's layout by its id.

    The result is in the order of the copies' ids and does not depend on the order of the documents.
    """
    texts = {d.id: Text(d, layouts[d.id]) for d in documents}
    hosts = {name: host_of(text.document.url) for name, text in texts.items()}
    return nearest(find_pairs(texts), hosts)


def find_pairs(texts: Mapping[str, Text]) -> Iterator[Reprint]:
    """Give all pairs of copy and source among ``texts``, and what each names as a source outside the record."""
    bands = {name: bands_of(text.words) for name, text in texts.items()}
    near = dict.fromkeys(near_pairs(bands))
    near |= dict.fromkeys(_by_address(texts))
    for a, b in near:
        found = pair(texts[a], texts[b])
        if found is not None:
            yield found
    for text in texts.values():
        yield from named_outside(text)


def _by_address(texts: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Pairs in which the one names the address of the other, or has the same."""
    owners: dict[str, list[str]] = {}
    for name, text in texts.items():
        if text.address is not None:
            owners.setdefault(text.address, []).append(name)
    for name, text in texts.items():
        for address in text.addresses:
            yield from ((min(name, other), max(name, other)) for other in owners.get(address, ()) if other != name)
