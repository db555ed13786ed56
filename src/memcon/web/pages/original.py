"""A document's text beside its original, and the original as a file, in a frame and as pictures."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from memcon.errors import UsageError
from memcon.model import Document
from memcon.record import Record
from memcon.web import links
from memcon.web.highlights import counted, marked, marks_of
from memcon.web.notes import title_of_document
from memcon.web.originals import (
    FILE_POLICY,
    FRAME_POLICY,
    Manner,
    cleaned,
    manner_of,
    pages_of,
    picture_of,
    saved_as,
    source_of,
)
from memcon.web.records import OpenRecord
from memcon.web.rendering import not_found, page

router = APIRouter(include_in_schema=False)
_PICTURES = 60
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""That of every page, but for the frame of the original."""


def _document(record: Record, reference: str) -> Document:
    try:
        return record.document(reference)
    except UsageError as error:
        raise not_found(error) from None


@router.get("/document/{reference}/original")
def original(reference: str, record: OpenRecord) -> Response:
    """Give the bytes as they came, to be saved and not opened."""
    found = _document(record, reference)
    headers = {"Content-Disposition": saved_as(found), "Content-Security-Policy": FILE_POLICY}
    return Response(found.raw, media_type="application/octet-stream", headers=headers)


@router.get("/document/{reference}/frame")
def frame(reference: str, record: OpenRecord) -> Response:
    """Give an HTML original cleaned, for the frame of the page beside."""
    found = _document(record, reference)
    if manner_of(found) is not Manner.FRAME:
        raise HTTPException(404, f"the original of {found.name} is no HTML")
    return HTMLResponse(cleaned(found), headers={"Content-Security-Policy": FRAME_POLICY})


@router.get("/document/{reference}/page-{number}.png")
def picture(reference: str, number: int, record: OpenRecord) -> Response:
    """Give a page of a PDF as a picture."""
    found = _document(record, reference)
    body = picture_of(found, number) if manner_of(found) is Manner.PAGES else None
    if body is None:
        raise HTTPException(404, f"the original of {found.name} has no page {number}")
    return Response(body, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


@router.get("/document/{reference}/beside")
def beside(request: Request, reference: str, record: OpenRecord, source: str = "") -> Response:
    """Show the text with its readings beside the original; with ``source`` an HTML original as its source."""
    found = _document(record, reference)
    if found.id != reference:
        return RedirectResponse(links.beside(found.id, bool(source)), 307)
    reading = record.reading(found.id)
    marks = marks_of(reading)
    manner = manner_of(found)
    shown = Manner.SOURCE if source and manner is Manner.FRAME else manner
    pages = pages_of(found) if shown is Manner.PAGES else 0
    text, whole = source_of(found) if shown is Manner.SOURCE else ("", True)
    answer = page(
        request,
        "beside.html",
        document=found,
        reading=reading,
        title=title_of_document(found, reading),
        text=marked(found.text, marks),
        legend=counted(marks),
        manner=manner.value,
        shown=shown.value,
        source=text,
        whole=whole,
        pages=pages,
        pictures=min(pages, _PICTURES),
        size=len(found.raw),
    )
    answer.headers["Content-Security-Policy"] = _POLICY
    return answer
