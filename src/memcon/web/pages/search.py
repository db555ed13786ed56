"""Search: words and facets, hits with the words in view, pages of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.record import Record
from memcon.web.asking import PER_PAGE, Asked, facets
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import page

router = APIRouter(include_in_schema=False)
_SHOWN_TOGETHER = 2
_LAST_PAGE = 10_000


def asked_for(
    q: str = "",
    party: Annotated[list[str] | None, Query()] = None,
    person: str = "",
    kind: str = "",
    status: str = "",
    mode: str = "",
    year: str = "",
    source: str = "",
    told: str = "",
) -> Asked:
    """Give what the query of an address asks for."""
    return Asked(q, tuple(party or ()), person, kind, status, mode, year, source, told)


Search = Annotated[Asked, Depends(asked_for)]
"""A page's parameter for what is searched for."""


@router.get("/search")
def search(
    request: Request,
    asked: Search,
    record: OpenRecord,
    records: Records,
    page_number: Annotated[str, Query(alias="page")] = "1",
) -> Response:
    """Show the engagements that fit, the latest first."""
    number = min(max(int(page_number), 1), _LAST_PAGE) if page_number.isdecimal() else 1
    try:
        filters = asked.filters()
        total, choices = facets(records, asked)
        found = record.newest(filters, PER_PAGE, (number - 1) * PER_PAGE)
        snippets = _snippets(record, asked.q, found)
    except UsageError as error:
        return page(request, "search.html", 400, q=asked.q, asked=asked, problem=str(error))
    return page(
        request,
        "search.html",
        q=asked.q,
        asked=asked,
        problem=None,
        found=found,
        total=total,
        facets=choices,
        snippets=snippets,
        number=number,
        pages=-(-total // PER_PAGE),
        first=(number - 1) * PER_PAGE + 1,
    )


def _snippets(record: Record, words: str, found: list[Engagement]) -> dict[str, list[tuple[str, str]]]:
    """For each engagement, the documents that have the words, each with a stretch of its text."""
    if not words.strip():
        return {}
    told = record.snippets(words, {key.document for e in found for key in e.accounts})
    documents = {e.id: list(dict.fromkeys(key.document for key in e.accounts)) for e in found}
    return {e: [(d, told[d]) for d in ids if d in told][:_SHOWN_TOGETHER] for e, ids in documents.items()}
