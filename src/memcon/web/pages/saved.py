"""Saved searches: one as a page, and saving, renaming and removing them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import QueryParams

from memcon.errors import UsageError
from memcon.record import Record
from memcon.record.moments import now
from memcon.record.saving import SavedSearch
from memcon.web import links
from memcon.web.asking import Asked
from memcon.web.pages.search import PageNumber, listed
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import not_found
from memcon.web.saved import canonical, found_of, looked_at
from memcon.web.visitors import Reviewing, Visiting, remember, reviewer_of

router = APIRouter(include_in_schema=False)
_SEE = 303
Text = Annotated[str, Form()]


@router.post("/saved")
def save(records: Records, visitor: Reviewing, name: Text = "", query: Text = "", author: Text = "") -> Response:
    """Save a search under a name."""
    signed = visitor.author(author)
    if not signed:
        raise HTTPException(400, "say who saves it: the field “Your name” is empty")
    try:
        Asked.of(QueryParams(canonical(query))).filters()
    except UsageError as error:
        raise HTTPException(400, str(error)) from None
    made = _changed(records, lambda record: record.save_search(name, canonical(query), author=signed))
    if visitor.name is None:
        remember(made, signed)
    return made


@router.post("/saved/rename", dependencies=[Depends(reviewer_of)])
def rename(record: OpenRecord, records: Records, name: Text = "", to: Text = "") -> Response:
    """Give a saved search another name."""
    _there(record, name)
    return _changed(records, lambda opened: opened.rename_search(name, to))


@router.post("/saved/remove", dependencies=[Depends(reviewer_of)])
def remove(record: OpenRecord, records: Records, name: Text = "") -> Response:
    """Remove a saved search; what it found stays."""
    _there(record, name)
    with records.writing() as opened:
        removed = opened.remove_search(name)
    return RedirectResponse(f"/search?{removed.query}", _SEE)


@router.get("/saved")
def saved_searches() -> Response:
    """Lead to the search page, where the saved searches stand."""
    return RedirectResponse("/search", 307)


@router.get("/saved/{name:path}")
def saved_search(
    request: Request, name: str, record: OpenRecord, records: Records, visitor: Visiting, page_number: PageNumber = "1"
) -> Response:
    """Show what a saved search finds, what is new since it was looked at last marked."""
    known = _there(record, name)
    if known != name:
        return RedirectResponse(links.saved(known), 307)
    before = now()
    several = found_of(request, records)
    this = next(s for s in several if s.name == known)
    response = listed(request, this.asked, record, records, visitor, page_number, several, this)
    looked_at(request, response, known, before)
    return response


def _there(record: Record, name: str) -> str:
    try:
        return record.saved_search(name).name
    except UsageError as error:
        raise not_found(error) from None


def _changed(records: RecordFile, change: Callable[[Record], SavedSearch]) -> Response:
    try:
        with records.writing() as record:
            return RedirectResponse(links.saved(change(record).name), _SEE)
    except UsageError as error:
        raise HTTPException(400, str(error)) from None
