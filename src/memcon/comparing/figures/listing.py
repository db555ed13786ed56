"""Put the figures of a set of documents together: by measure, each with its source, copies once, and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.comparing.figures.agreeing import Comparison, compare, same_measure
from memcon.comparing.figures.finding import figures_of
from memcon.comparing.figures.values import Figure
from memcon.model import Document, Reading


@dataclass(frozen=True, slots=True)
class Listing:
    """Figures with the documents that tell them, in the order of publication, and how they stand to one another.

    ``groups`` holds every figure once, those of one measure and unit together; ``copied`` tells of a figure's document
    (by id) which others of the set reprint it.
    """

    documents: tuple[Document, ...]
    groups: tuple[tuple[Figure, ...], ...]
    comparisons: tuple[Comparison, ...]
    copied: Mapping[str, tuple[str, ...]]


def list_figures(
    sources: Iterable[tuple[Document, Reading]],
    engagement: Mapping[str, str],
    source_of: Mapping[str, str],
    only: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> Listing:
    """Find, group and compare the figures of documents.

    ``engagement`` gives the engagement of which each document (by id) is an account, ``source_of`` the document of
    which one is a copy: where both are in the set, only the source's figures count. ``only`` limits a document to
    ranges of its text (code points), as where it merely mentions an engagement.
    """
    told = sorted(sources, key=lambda s: (s[0].published or "9999", s[0].id))
    ids = {document.id for document, _ in told}
    copies: dict[str, list[str]] = {}
    figures: list[Figure] = []
    for document, reading in told:
        source = source_of.get(document.id)
        if source in ids and source is not None:
            copies.setdefault(source, []).append(document.id)
            continue
        ranges = (only or {}).get(document.id)
        figures += [f for f in figures_of(document, reading) if ranges is None or _within(f, ranges)]
    telling = {f.document for f in figures}
    telling |= {copy for source in telling for copy in copies.get(source, ())}
    return Listing(
        tuple(document for document, _ in told if document.id in telling),
        _grouped(figures),
        compare(figures, engagement),
        {source: tuple(found) for source, found in copies.items()},
    )


def _within(figure: Figure, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= figure.span.start and figure.span.end <= end for start, end in ranges)


def _grouped(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Figures of one unit and measure beside one another, in the order of the first of each; early dates first."""
    groups: list[list[Figure]] = []
    for figure in figures:
        group = next((g for g in groups if g[0].unit == figure.unit and same_measure(g[0], figure)), None)
        if group is None:
            groups.append([figure])
        else:
            group.append(figure)
    return tuple(tuple(sorted(g, key=lambda f: (f.as_of.value if f.as_of else "9999", f.document))) for g in groups)
