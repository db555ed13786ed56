"""From pairs of like texts to reprints: each copy's nearest source, and the chain from there to the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.linking.reprints.texts import addresses_in, host_of
from memcon.linking.reprints.values import Manner, Reprint

_MERGED = 0.5
_STEP = 0.03


def nearest(pairs: Iterable[Reprint], hosts: Mapping[str, str | None] | None = None) -> tuple[Reprint, ...]:
    """Choose among all pairs of copy and source those of each copy's nearest source, and give each its chain.

    A copy has several sources where it has different parts of its text from each. No text is, by any way, its own
    source: of pairs that would make it so the least sure is left out. A source outside the record counts where the
    copy names it and no source in the record answers to that name; ``hosts`` are those of the documents' addresses.
    The result is in the order of the copies' ids and does not depend on the order of ``pairs``.
    """
    by_copy: dict[str, list[Reprint]] = defaultdict(list)
    for reprint in _without_circles(pairs):
        by_copy[reprint.copy].append(reprint)
    chosen = {copy: _chosen(sorted(found, key=_nearness), hosts or {}) for copy, found in by_copy.items()}
    return tuple(replace(r, chain=tuple(_chain(r, chosen))) for copy in sorted(chosen) for r in chosen[copy])


def _without_circles(pairs: Iterable[Reprint]) -> list[Reprint]:
    kept: list[Reprint] = []
    sources: dict[str, set[str]] = defaultdict(set)
    for reprint in sorted(pairs, key=lambda r: (-r.sure, r.copy, r.source or "", r.named or "")):
        if reprint.source is not None:
            if reprint.copy in _above(reprint.source, sources):
                continue
            sources[reprint.copy].add(reprint.source)
        kept.append(reprint)
    return kept


def _above(document: str, sources: Mapping[str, set[str]]) -> set[str]:
    """The document itself and all that it is, by any way, a copy of."""
    found: set[str] = set()
    left = [document]
    while left:
        at = left.pop()
        if at not in found:
            found.add(at)
            left += sources.get(at, ())
    return found


def _nearness(reprint: Reprint) -> tuple[object, ...]:
    """The nearest first: the most like, then one that the copy names, then the one that has most of its text copied."""
    return (
        reprint.source is None,
        reprint.manner is Manner.NAMED,
        -round((reprint.share_of_copy + reprint.exact) / _STEP),
        reprint.named is None,
        -round(reprint.share_of_source / _STEP),
        -reprint.sure,
        reprint.source or "",
        not addresses_in(reprint.named or ""),
        reprint.named or "",
    )


def _chosen(found: Sequence[Reprint], hosts: Mapping[str, str | None]) -> list[Reprint]:
    """Of one copy's pairs, the nearest first: one for each part of its text; outside the record, one at most."""
    inside: list[Reprint] = []
    for reprint in found:
        if reprint.source is not None and all(_overlap(reprint, other) < _MERGED for other in inside):
            inside.append(reprint)
    outside = [r for r in found if r.source is None and not _answered(r, inside, hosts)]
    if len(inside) > 1 and Manner.NAMED not in (r.manner for r in inside):
        inside = [replace(r, manner=Manner.MERGED) for r in inside]
    return inside + outside[:1]


def _overlap(reprint: Reprint, other: Reprint) -> float:
    """The share of the copy's passages that it has from ``other`` as well; 1 where it has none of its own."""
    mine = sum(p.copy.end - p.copy.start for p in reprint.passages)
    both = sum(
        max(0, min(p.copy.end, q.copy.end) - max(p.copy.start, q.copy.start))
        for p in reprint.passages
        for q in other.passages
    )
    return both / mine if mine else 1.0


def _answered(outside: Reprint, inside: Sequence[Reprint], hosts: Mapping[str, str | None]) -> bool:
    """Whether what a copy names is a source in the record, or a name beside one that is."""
    if any(r.named == outside.named for r in inside):
        return True
    named = {host_of(a) for a in addresses_in(outside.named or "")}
    if not named:
        return bool(inside)
    return any(r.source is not None and hosts.get(r.source) in named for r in inside)


def _chain(reprint: Reprint, chosen: Mapping[str, Sequence[Reprint]]) -> Iterator[str]:
    """The nearest source, then its own nearest, up to the first."""
    at: Reprint | None = reprint
    while at is not None:
        if at.source is None:
            yield at.named or ""
            return
        yield at.source
        at = next(iter(chosen.get(at.source, ())), None)
