"""Two accounts of one engagement side by side: as a page, as CSV and as JSON."""

from __future__ import annotations

import json as to_json

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.comparing.recorded import sides_of_engagement
from memcon.comparing.sides import Comparison, Side, compare
from memcon.errors import UsageError
from memcon.exporting.citing import title_of_engagement
from memcon.exporting.sides import as_csv, as_objects
from memcon.record import Record
from memcon.web import links
from memcon.web.comparing import beside, chosen
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import engagement_at, not_found, page

router = APIRouter(include_in_schema=False)
_ENGLISH = (None, "en")
_ID = 12
"""So many characters of a document's id stand in an address."""


def _sides(record: Record, reference: str) -> list[Side]:
    """The accounts that can be compared, copies left out; answers 404 where there are fewer than two."""
    try:
        sides = sides_of_engagement(record, reference)
    except UsageError as error:
        raise not_found(error) from None
    read = [side for side in sides if side.reading.language in _ENGLISH]
    if len(read) < 2:
        raise HTTPException(404, f"fewer than two accounts of {reference} are in English, which alone is compared")
    return read


def _comparison(records: RecordFile, sides: list[Side], a: str, b: str) -> Comparison:
    """The comparison of two, made once; answers 404 where ``a`` or ``b`` is none of the accounts."""
    try:
        first, second = chosen(sides, a, b)
    except KeyError as error:
        raise HTTPException(404, f"{error.args[0]!r} is not one of two accounts of this engagement") from None
    key = ("compare", first.document.id, first.account, second.document.id, second.account)
    return records.kept(key, lambda _: compare((first, second)))


@router.get("/compare/{reference}.csv")
def csv(reference: str, record: OpenRecord, records: Records, a: str = "", b: str = "") -> Response:
    """Give the matrix as CSV."""
    body = as_csv(_comparison(records, _sides(record, reference), a, b))
    return Response(body, media_type="text/csv; charset=utf-8")


@router.get("/compare/{reference}.json")
def json(reference: str, record: OpenRecord, records: Records, a: str = "", b: str = "") -> Response:
    """Give the comparison as JSON, as the API and ``memcon compare`` do."""
    told = as_objects(_comparison(records, _sides(record, reference), a, b))
    return Response(to_json.dumps(told, ensure_ascii=False), media_type="application/json")


@router.get("/compare/{reference}")
def two(request: Request, reference: str, record: OpenRecord, records: Records, a: str = "", b: str = "") -> Response:
    """Show two accounts of an engagement; an id that it had before leads to the one it has now."""
    found = engagement_at(record, reference)
    if found.id != reference:
        return RedirectResponse(links.compare(found.id, a=a, b=b), 307)
    sides = _sides(record, found.id)
    comparison = _comparison(records, sides, a, b)
    ids = [side.document.id[:_ID] for side in comparison.sides]
    return page(
        request,
        "compare.html",
        engagement=found,
        title=title_of_engagement(found),
        told=beside(comparison),
        accounts=[(side.document.id[:_ID], side) for side in sides],
        a=ids[0],
        b=ids[1],
    )
