"""Forums as series: a list of them, and one with its sessions in order."""

from __future__ import annotations

import re

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.exporting.forums import called, sessions_in_words
from memcon.linking.forums import Series
from memcon.record import Record
from memcon.vocabulary.fold import fold
from memcon.web import links
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import page

router = APIRouter(include_in_schema=False)


def _by_slug(record: Record) -> dict[str, Series]:
    """The series by the last part of their address."""
    found: dict[str, Series] = {}
    for series in record.series():
        slug = re.sub(r"[^a-z0-9]+", "-", fold(called(series)).casefold()).strip("-") or "forum"
        number = 1
        while (one := slug if number == 1 else f"{slug}-{number}") in found:
            number += 1
        found[one] = series
    return found


def _series(records: RecordFile) -> dict[str, Series]:
    return records.kept("series", _by_slug)


@router.get("/forums")
def forums(request: Request, records: Records) -> Response:
    """List the series, those with most sessions first."""
    rows = [(links.forum(slug), called(one), sessions_in_words(one), one) for slug, one in _series(records).items()]
    return page(request, "forums.html", rows=rows)


@router.get("/forum-of/{reference}")
def forum_of(reference: str, records: Records) -> Response:
    """Lead to the series that an engagement is a session of."""
    for slug, one in _series(records).items():
        if reference in one.engagements:
            return RedirectResponse(links.forum(slug), 307)
    raise HTTPException(404, f"the engagement {reference!r} is no session of a forum on record")


@router.get("/forum/{slug}")
def forum(request: Request, slug: str, record: OpenRecord, records: Records) -> Response:
    """Show one series."""
    one = _series(records).get(slug)
    if one is None:
        raise HTTPException(404, f"there is no forum {slug!r} on record")
    return page(
        request,
        "forum.html",
        series=one,
        name=called(one),
        count=sessions_in_words(one),
        told=lambda reference: record.document(reference),
    )
