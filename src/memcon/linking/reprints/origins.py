"""Where an account's words come from in the end: sources that are independent of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from memcon.linking.engagements import Engagement
from memcon.linking.reprints.values import Manner, Reprint
from memcon.model import Span

_WHOLLY = 0.8

Place = tuple[str, int]
"""A document's id and a code point in its text."""


def independent(engagement: Engagement, copies: Mapping[str, Sequence[Reprint]]) -> int:
    """Count the engagement's accounts that are not reprinted from each other, nor from one source outside the record.

    ``copies`` are the reprints by the document that is the copy (:func:`by_copy`).

    An account counts as reprinted where the words that tell what sort of occasion it was stand in a passage that its
    document has from another; a page that quotes a part of another text may still give an account of its own.
    """
    told = {key: cited.spans for key, cited in engagement.kind.rivals}
    return len({origin(key.document, told.get(key, ()), copies) for key in engagement.accounts})


def reprinted_from(document: str, spans: Sequence[Span], reprints: Iterable[Reprint]) -> Reprint | None:
    """Give the reprint by which the words at ``spans`` came into ``document``, or None where they are its own."""
    return _passed_on(_at(document, spans), by_copy(reprints).get(document, ()))


def origin(document: str, spans: Sequence[Span], copies: Mapping[str, Sequence[Reprint]]) -> str:
    """Follow words to the document in which they stood first, or to the name of a source outside the record."""
    at = _at(document, spans)
    seen: set[str] = set()
    while document not in seen:
        seen.add(document)
        reprint = _passed_on(at, copies.get(document, ()))
        if reprint is None:
            break
        if reprint.source is None:
            return reprint.named or document
        at = mapped(at, reprint) if at is not None else None
        document = reprint.source
    return document


def mapped(at: int, reprint: Reprint) -> int | None:
    """Give the code point in the source that answers to one in the copy; None outside the passages in common.

    Inside a passage, words that were changed may put it off by their length.
    """
    for passage in reprint.passages:
        if passage.copy.start <= at < passage.copy.end:
            share = (at - passage.copy.start) / (passage.copy.end - passage.copy.start)
            return passage.source.start + round(share * (passage.source.end - passage.source.start))
    return None


def by_copy(reprints: Iterable[Reprint]) -> dict[str, list[Reprint]]:
    """Give the reprints by the document that is the copy."""
    found: dict[str, list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        found[reprint.copy].append(reprint)
    return found


def _at(document: str, spans: Sequence[Span]) -> int | None:
    return next((span.start for span in spans if span.document == document), None)


def _passed_on(at: int | None, reprints: Sequence[Reprint]) -> Reprint | None:
    """The reprint that brought a place's words into a document: its passage, a whole text's, or a named source's."""
    inside = [r for r in reprints if at is not None and mapped(at, r) is not None]
    wholly = [r for r in reprints if r.manner is Manner.NAMED or r.share_of_copy >= _WHOLLY]
    return next(iter([*inside, *wholly]), None)
