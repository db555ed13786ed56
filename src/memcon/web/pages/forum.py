"""Forums as series: a list of them, and one with its sessions in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from memcon.exporting.forums import called, sessions_in_words
from memcon.web import links
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import page

router = APIRouter(include_in_schema=False)
_DIGITS = 8
"""No number that makes sense is as long."""
_PER_PAGE = 100


@router.get("/forums")
def forums(
    request: Request, record: OpenRecord, records: Records, page_number: Annotated[str, Query(alias="page")] = "1"
) -> Response:
    """List the series, those with most sessions first."""
    total = records.kept("number of series", lambda opened: opened.series_count())
    pages = max(1, -(-total // _PER_PAGE))
    number = _number(page_number, pages)
    found = record.series_page(_PER_PAGE, (number - 1) * _PER_PAGE)
    rows = [(links.forum(slug), called(one), sessions_in_words(one), one) for slug, one in found]
    return page(
        request, "forums.html", rows=rows, number=number, pages=pages, total=total, page_address=_address("/forums")
    )


@router.get("/forum-of/{reference}")
def forum_of(reference: str, record: OpenRecord) -> Response:
    """Lead to the series that an engagement is a session of."""
    found = record.series_with(reference)
    if found is None:
        raise HTTPException(404, f"the engagement {reference!r} is no session of a forum on record")
    return RedirectResponse(links.forum(found[0]), 307)


@router.get("/forum/{slug}")
def forum(
    request: Request, slug: str, record: OpenRecord, page_number: Annotated[str, Query(alias="page")] = "1"
) -> Response:
    """Show one series, its sessions in order; those of which no day is told stand on the last page."""
    one = record.series_at(slug)
    if one is None:
        raise HTTPException(404, f"there is no forum {slug!r} on record")
    pages = max(1, -(-len(one.sessions) // _PER_PAGE))
    number = _number(page_number, pages)
    return page(
        request,
        "forum.html",
        sessions=one.sessions[(number - 1) * _PER_PAGE : number * _PER_PAGE],
        undated=one.undated if number == pages else (),
        number=number,
        pages=pages,
        page_address=_address(links.forum(slug)),
        slug=slug,
        series=one,
        name=called(one),
        count=sessions_in_words(one),
        told=lambda reference: record.document(reference),
    )


def _number(asked: str, pages: int) -> int:
    return min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < _DIGITS else 1


def _address(path: str) -> Callable[[int], str]:
    return lambda number: links.with_query(path, {"page": str(number)} if number > 1 else {})
