"""Gather from a record the documents whose figures are asked for, and list these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from memcon.comparing.figures.listing import Listing, list_figures
from memcon.errors import NothingFoundError, UsageError
from memcon.linking.engagements import Engagement
from memcon.linking.reprints import Reprint
from memcon.model import Document, Reading
from memcon.record import Filters, Record

Source = tuple[Document, Reading]
_Accounts = tuple[list[Source], dict[str, str], dict[str, list[tuple[int, int]]]]


def recorded_figures(
    store: Record,
    *,
    parties: Sequence[str] = (),
    engagement: str | None = None,
    document: str | None = None,
    track: Callable[[Iterable[Source]], Iterable[Source]] = iter,
) -> Listing:
    """List the figures of one document, of the accounts of one engagement, or of all engagements of parties.

    References are those that the record takes, parties codes or names; ``track`` is put around the documents as they
    are read. Raises UsageError where not exactly one of the three is given, or where there is no such thing.
    """
    if sum(bool(given) for given in (parties, engagement, document)) != 1:
        raise UsageError("give either parties, an engagement or a document")
    if document:
        one = store.document(document)
        told: _Accounts = ([(one, store.reading(one.id))], {}, {})
    else:
        told = _accounts(store, parties, engagement)
    sources, engagements, only = told
    return list_figures(track(sources), engagements, _sources_of(store.reprints()), only)


def _accounts(store: Record, parties: Sequence[str], engagement: str | None) -> _Accounts:
    """The documents that tell of the engagements, with the engagement that each is of and the ranges that tell of it.

    The whole of a document counts where the engagement is its subject, else the statements made at it.
    """
    found: list[Engagement] = (
        [store.engagement(engagement)] if engagement else store.engagements(Filters(parties=tuple(parties)))
    )
    if not found:
        raise NothingFoundError("no engagement of these parties is on record; see 'memcon list'")
    sources: dict[str, Source] = {}
    of: dict[str, str] = {}
    only: dict[str, list[tuple[int, int]]] = {}
    whole: set[str] = set()
    for each in found:
        for source, account in store.accounts_of(each):
            sources.setdefault(source.id, (source, store.reading(source.id)))
            if account.main:
                whole.add(source.id)
                of.setdefault(source.id, each.id)
            only.setdefault(source.id, []).extend((s.text.start, s.text.end) for s in account.statements)
    return list(sources.values()), of, {id: ranges for id, ranges in only.items() if id not in whole}


def _sources_of(reprints: list[Reprint]) -> dict[str, str]:
    return {r.copy: r.source for r in reprints if r.source is not None}
