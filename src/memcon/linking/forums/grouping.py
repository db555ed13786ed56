"""Which sittings are of one series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.linking.forums.told import Sitting, tells_a_series
from memcon.vocabulary.series_names import GATHERING, SeriesName

PAIR = 2


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What a series is known by: its name in the vocabulary or its telling words and format, and whose it is.

    ``parties`` is empty where the forum is not one of its parties, or where no words tell whose it is.
    """

    known: str
    format: str
    topics: tuple[str, ...]
    parties: tuple[str, ...]
    of_parties: bool


def grouped(sittings: Sequence[Sitting]) -> dict[SeriesKey, list[Sitting]]:
    """Give the sittings of each series.

    Names that the accounts of one engagement give are of one series where they can mean the same. A dialogue that is
    named without its parties takes those of its sitting where two take part; else it is that of its document, where
    the document names one with its parties, or the only one of this name whose parties take part.
    """
    keys = [_keys(sitting) for sitting in sittings]
    parent = {key: key for found in keys for key in found}
    for found in keys:
        for other in found[1:]:
            if _can_be_one(found[0], other):
                _join(parent, found[0], other)
    full = _Full(parent, keys, sittings)
    groups: dict[SeriesKey, list[Sitting]] = defaultdict(list)
    for sitting, found in zip(sittings, keys, strict=True):
        groups[full.key(_root(parent, found[0]), sitting)].append(sitting)
    return dict(groups)


def key_of(name: SeriesName, parties: frozenset[str]) -> SeriesKey:
    """Give the key of a name; ``parties`` are those that take part in the sitting."""
    own = name.parties if name.known is None or name.of_parties else frozenset[str]()
    if name.of_parties and len(own) < PAIR:
        own = parties if len(parties) == PAIR and own <= parties else frozenset()
    return SeriesKey(name.known or "", name.format, tuple(sorted(name.topics)), tuple(sorted(own)), name.of_parties)


def _keys(sitting: Sitting) -> list[SeriesKey]:
    """The keys of a sitting's names, that of most names first, of equals the one that says more."""
    found = [key_of(n.name, sitting.parties) for n in sitting.named if tells_a_series(n.name)]
    return sorted(dict.fromkeys(found), key=lambda k: (-found.count(k), not k.known, -len(k.topics), k))


def _can_be_one(a: SeriesKey, b: SeriesKey) -> bool:
    """Whether two names of one sitting can be names of one series."""
    if a.known and b.known:
        return a.known == b.known
    if a.known or b.known:
        other = b if a.known else a
        return other.format == GATHERING or other.of_parties
    if a.parties and b.parties and a.parties != b.parties:
        return False
    if not a.topics or not b.topics:
        return a.topics == b.topics or GATHERING in (a.format, b.format)
    return 2 * len(set(a.topics) & set(b.topics)) > min(len(a.topics), len(b.topics))


class _Full:
    """The series whose parties are told, with the documents that name them."""

    def __init__(
        self, parent: dict[SeriesKey, SeriesKey], keys: Sequence[list[SeriesKey]], sittings: Sequence[Sitting]
    ) -> None:
        self._documents: dict[SeriesKey, set[str]] = defaultdict(set)
        for sitting, found in zip(sittings, keys, strict=True):
            key = _root(parent, found[0])
            if key.of_parties and key.parties:
                self._documents[key] |= {n.key.document for n in sitting.named}

    def key(self, key: SeriesKey, sitting: Sitting) -> SeriesKey:
        """Give the key of a sitting's series: its own, or where that lacks parties, that of the one it must be."""
        if not key.of_parties or key.parties:
            return key
        own = (key.known, key.format, key.topics)
        named = {o: d for o, d in self._documents.items() if (o.known, o.format, o.topics) == own}
        documents = {n.key.document for n in sitting.named}
        same = [other for other, told_in in named.items() if told_in & documents]
        seen = [other for other in named if sitting.parties and sitting.parties <= set(other.parties)]
        only = [] if sitting.parties else list(named)
        return next((found[0] for found in (same, seen, only) if len(found) == 1), key)


def _root(parent: dict[SeriesKey, SeriesKey], key: SeriesKey) -> SeriesKey:
    while parent[key] != key:
        key = parent[key]
    return key


def _join(parent: dict[SeriesKey, SeriesKey], a: SeriesKey, b: SeriesKey) -> None:
    """Put two series together under the key that says more; of equals under the first."""
    roots: Iterable[SeriesKey] = {_root(parent, a), _root(parent, b)}
    first, *rest = sorted(roots, key=lambda k: (not k.known, -len(k.parties), -len(k.topics), k))
    for other in rest:
        parent[other] = first
