"""The Atom feed of the newest engagements, of all or of any search."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, HTTPException, Request, Response

from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.web.notes import title_of
from memcon.web.pages.search import Search
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import render

router = APIRouter(include_in_schema=False)
_ENTRIES = 30


@router.get("/feed.atom")
def feed(request: Request, asked: Search, record: OpenRecord, records: Records) -> Response:
    """Give the feed (RFC 4287); an entry has its engagement's first day, or the record's last change."""
    try:
        found = record.newest(asked.filters(), _ENTRIES)
    except UsageError as error:
        raise HTTPException(400, str(error)) from None
    root = str(request.base_url).rstrip("/")
    changed = datetime.fromtimestamp(records.path.stat().st_mtime, UTC)
    body = render(
        "feed.xml",
        root=root,
        address=asked.address("/feed.atom"),
        entries=[(e, title_of(e), _moment(e, changed)) for e in found],
        updated=_stamp(changed),
        page=asked.address(),
    )
    return Response(body, media_type="application/atom+xml")


def _moment(engagement: Engagement, otherwise: datetime) -> str:
    start = engagement.start.preferred
    if start is None:
        return _stamp(otherwise)
    year, month, day = (*map(int, start.value.split("-")), 1, 1)[:3]
    return _stamp(min(datetime(year, month, day, tzinfo=UTC), otherwise))


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
