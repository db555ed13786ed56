"""Feeds of the engagements that were made or changed last, of all or of any search: Atom and JSON Feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from memcon.errors import UsageError
from memcon.exporting.citing import days_of, heading_of
from memcon.exporting.words import place_in_words
from memcon.linking.engagements import Engagement
from memcon.record import Record
from memcon.web import links
from memcon.web.asking import Asked, Search
from memcon.web.narrowing import in_words
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import render

router = APIRouter(include_in_schema=False)
_ENTRIES = 30
_JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class Entry:
    """An engagement in a feed; ``updated`` is when it was made or changed in the record (RFC 3339, UTC)."""

    href: str
    title: str
    updated: str
    summary: str


@router.get("/feed.atom")
def atom(request: Request, asked: Search, record: OpenRecord, records: Records) -> Response:
    """Give the feed as Atom (RFC 4287)."""
    entries = _entries(record, asked)
    body = render(
        "feed.xml",
        root=_root(request),
        title=_title(record, asked),
        address=asked.address("/feed.atom"),
        entries=entries,
        updated=max((e.updated for e in entries), default=_stamp(_changed(records))),
        page=asked.address(),
    )
    return Response(body, media_type="application/atom+xml")


@router.get("/feed.json")
def json_feed(request: Request, asked: Search, record: OpenRecord) -> Response:
    """Give the feed as JSON Feed 1.1."""
    root = _root(request)
    items = [
        {
            "id": root + e.href,
            "url": root + e.href,
            "title": e.title,
            "content_text": e.summary,
            "date_modified": e.updated,
        }
        for e in _entries(record, asked)
    ]
    feed = {
        "version": _JSON_FEED,
        "title": _title(record, asked),
        "home_page_url": root + asked.address(),
        "feed_url": root + asked.address("/feed.json"),
        "language": "en",
        "items": items,
    }
    return JSONResponse(feed, media_type="application/feed+json")


def _entries(record: Record, asked: Asked) -> list[Entry]:
    """The entries, those changed last first; answers 400 where the search makes no sense."""
    try:
        if asked.forum:
            record.make_series()
        found = record.latest(asked.filters(), _ENTRIES)
    except UsageError as error:
        raise HTTPException(400, str(error)) from None
    changes = record.changes({e.id for e in found})
    return [_entry(e, changes.get(e.id)) for e in found]


def _entry(engagement: Engagement, changed: str | None) -> Entry:
    status, place = engagement.status.preferred, engagement.place.preferred
    names = "; ".join(p.name.value for p in engagement.participants if p.name)
    told = [status.value.value if status else None, days_of(engagement), place_in_words(place.value) if place else None]
    summary = ". ".join(filter(None, (", ".join(filter(None, told)), names)))
    moment = datetime.fromisoformat(changed) if changed else datetime(1970, 1, 1, tzinfo=UTC)
    return Entry(links.engagement(engagement.id), heading_of(engagement), _stamp(moment), summary)


def _title(record: Record, asked: Asked) -> str:
    return f"memcon: {in_words(record, asked) or 'all engagements'}"


def _root(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _changed(records: RecordFile) -> datetime:
    return datetime.fromtimestamp(records.path.stat().st_mtime, UTC)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
