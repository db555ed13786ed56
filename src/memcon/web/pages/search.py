"""Search: words and facets, hits with the words in view, pages of them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response

from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.record import Record
from memcon.record.counting import KEPT
from memcon.web.asking import PER_PAGE, Asked, Search
from memcon.web.named import named
from memcon.web.narrowing import chosen, in_words, narrowings, values_of
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import page
from memcon.web.saved import Found, found_of
from memcon.web.visitors import Visiting, Visitor

router = APIRouter(include_in_schema=False)
_SHOWN_TOGETHER = 2
_DIGITS = 8
"""No number of a page is as long."""

PageNumber = Annotated[str, Query(alias="page")]


@router.get("/search")
def search(
    request: Request,
    asked: Search,
    record: OpenRecord,
    records: Records,
    visitor: Visiting,
    page_number: PageNumber = "1",
) -> Response:
    """Show the engagements that fit, the latest first."""
    saved = found_of(request, records)
    this = next((s for s in saved if s.asked == asked), None)
    return listed(request, asked, record, records, visitor, page_number, saved, this)


@router.get("/search/by/{name}")
def values(request: Request, name: str, asked: Search, records: Records) -> Response:
    """Show all values that a search can be narrowed by in one facet, with their numbers."""
    try:
        found = values_of(records, asked, name)
    except UsageError as error:
        raise HTTPException(400, str(error)) from None
    if found is None:
        raise HTTPException(404, f"a search cannot be narrowed by {name!r}")
    told = in_words(records.record(), asked)
    return page(request, "values.html", facet=found, asked=asked, told=told, most=KEPT)


def listed(
    request: Request,
    asked: Asked,
    record: Record,
    records: RecordFile,
    visitor: Visitor,
    page_number: str,
    saved: list[Found],
    this: Found | None,
) -> Response:
    """Give the page of a search; ``this`` is the saved one that it is, if it is one."""
    number = max(int(page_number), 1) if page_number.isdecimal() and len(page_number) < _DIGITS else 1
    shared: dict[str, Any] = {"q": asked.q, "asked": asked, "visitor": visitor, "saved": saved, "this": this}
    try:
        if asked.forum:
            record.make_series()
        filters = asked.filters()
        counts, choices = narrowings(records, asked)
        number = min(number, max(-(-counts.total // PER_PAGE), 1))
        found = record.newest(filters, PER_PAGE, (number - 1) * PER_PAGE)
        snippets = _snippets(record, asked.q, found)
    except UsageError as error:
        return page(request, "search.html", 400, **shared, problem=str(error))
    return page(
        request,
        "search.html",
        **shared,
        problem=None,
        found=found,
        total=counts.total,
        facets=choices,
        chosen=chosen(record, asked),
        pages_on=named(records, asked),
        snippets=snippets,
        number=number,
        passing=counts.otherwise - counts.total if asked.told != "all" else 0,
        pages=-(-counts.total // PER_PAGE),
        first=(number - 1) * PER_PAGE + 1,
        fresh=_fresh(record, this, found),
    )


def _fresh(record: Record, this: Found | None, found: list[Engagement]) -> set[str]:
    """The ids of those that are new, or have changed, since the saved search was looked at last."""
    if this is None or not this.fresh:
        return set()
    return {e for e, at in record.changes({e.id for e in found}).items() if at > this.since}


def _snippets(record: Record, words: str, found: list[Engagement]) -> dict[str, list[tuple[str, str]]]:
    """For each engagement, the documents that have the words, each with a stretch of its text."""
    if not words.strip():
        return {}
    told = record.snippets(words, {key.document for e in found for key in e.accounts})
    documents = {e.id: list(dict.fromkeys(key.document for key in e.accounts)) for e in found}
    return {e: [(d, told[d]) for d in ids if d in told][:_SHOWN_TOGETHER] for e, ids in documents.items()}
