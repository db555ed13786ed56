"""Which texts may have passages in common: MinHash signatures of sentences, cut into bands.

Two sentences that share most of their runs of words have a band in common, and a document is found by any of its
sentences; so an excerpt is found as well as a whole text, and a new document is compared only with those that share
bands with it. (A. Broder, "On the resemblance and containment of documents", 1997; bands as in J. Leskovec, A.
Rajaraman, J. Ullman, "Mining of Massive Datasets", chapter 3.)
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rensa import RMinHash

from memcon.linking.reprints.words import Words

RUN = 3
"""Words in a run: what a signature is made of."""

BANDS = 8
"""Bands in a signature, each of :data:`ROWS` values."""

ROWS = 3
"""Values in a band: sentences with a share s of their runs in common share a band with probability s cubed."""

METHOD = f"{RUN}.{BANDS}.{ROWS}/{RMinHash.ALGORITHM_VERSION}"
"""What the bands of a text depend on besides its words; bands made by another method are made anew."""

_SHORTEST_SENTENCE = 8
_LEAST_SHARED = 2
_LEAST_SHARE = 0.06
_SEED = 20230228


def bands_of(words: Words) -> frozenset[int]:
    """Give the bands of a text's sentences as signed 64-bit integers."""
    return frozenset(band for passage in _passages(words) for band in _bands(passage))


def _passages(words: Words) -> Iterator[tuple[str, ...]]:
    """The sentences that are long enough to be told apart; of a text that has none, the whole."""
    found = [words.keys[a:b] for a, b in words.sentences if b - a >= _SHORTEST_SENTENCE and words.body[b - 1]]
    yield from found or ([words.keys] if len(words.keys) > RUN else [])


def _bands(passage: tuple[str, ...]) -> Iterator[int]:
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    sketch.update([" ".join(passage[n : n + RUN]) for n in range(len(passage) - RUN + 1)])
    values = sketch.digest()
    for band in range(BANDS):
        row = ",".join(map(str, (band, *values[band * ROWS : (band + 1) * ROWS])))
        yield int.from_bytes(hashlib.blake2b(row.encode(), digest_size=8).digest(), "big", signed=True)


def near(shared: Mapping[str, int], mine: int, theirs: Mapping[str, int]) -> list[str]:
    """Choose the documents that are worth aligning with one that has ``mine`` bands.

    ``shared`` counts the bands in common by document, ``theirs`` all bands of each. Whether two documents are near
    depends on these two alone.
    """
    return sorted(
        other
        for other, count in shared.items()
        if count >= _LEAST_SHARED and count >= _LEAST_SHARE * min(mine, theirs[other])
    )


def near_pairs(bands: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Give all pairs of documents that are near each other, each once, in order."""
    holders: dict[int, list[str]] = defaultdict(list)
    sizes = {name: len(mine) for name, mine in bands.items()}
    for name in sorted(bands):
        shared: Counter[str] = Counter()
        for band in sorted(bands[name]):
            shared.update(holders[band])
            holders[band].append(name)
        yield from ((other, name) for other in near(shared, sizes[name], sizes))


def shared_bands(mine: Iterable[int], holders: Mapping[int, Iterable[str]]) -> Counter[str]:
    """Count, by document, the bands of ``mine`` that it holds too."""
    return Counter(name for band in mine for name in holders.get(band, ()))
