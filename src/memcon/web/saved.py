"""Saved searches as the pages show them: how many they find, and how many of these are new to whoever asks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from fastapi import Request, Response
from starlette.datastructures import QueryParams

from memcon.errors import UsageError
from memcon.record import moments
from memcon.record.saving import SavedSearch
from memcon.web import links
from memcon.web.asking import Asked
from memcon.web.records import RecordFile

SEEN_COOKIE = "memcon-seen"
"""Where the browser keeps when each saved search was looked at last: name, point, microseconds since 1970; minuses."""
_A_YEAR = 365 * 24 * 3600
_KEPT = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A saved search with the number found and how many of these are new since it was looked at last.

    ``since`` is that time, or the one when it was saved (UTC, ISO 8601); ``total`` is None where the search makes no
    sense any more.
    """

    saved: SavedSearch
    asked: Asked
    total: int | None
    fresh: int
    since: str

    @property
    def name(self) -> str:
        """Its name."""
        return self.saved.name

    @property
    def href(self) -> str:
        """The address of its page."""
        return links.saved(self.saved.name)


def asked_of(saved: SavedSearch) -> Asked:
    """Give what a saved search asks for."""
    return Asked.of(QueryParams(saved.query))


def found_of(request: Request, records: RecordFile) -> list[Found]:
    """Give all saved searches by their names."""
    seen = _seen(request)
    several = records.kept("saved", lambda record: record.saved_searches())
    return [found_by(records, saved, seen.get(_key(saved.name))) for saved in several]


def found_by(records: RecordFile, saved: SavedSearch, seen: str | None) -> Found:
    """Give a saved search with its numbers; ``seen`` is when it was looked at last."""
    asked, since = asked_of(saved), seen or saved.at
    try:
        filters = asked.filters()
        fresh = replace(filters, changed_since=since)
        total = records.kept(("count", filters), lambda record: record.count(filters))
        news = records.kept(("count", fresh), lambda record: record.count(fresh))
    except UsageError:
        return Found(saved, asked, None, 0, since)
    return Found(saved, asked, total, news, since)


def looked_at(request: Request, response: Response, name: str, at: str) -> None:
    """Have the browser remember that a saved search was looked at, at a moment before it was asked."""
    seen = _seen(request) | {_key(name): at}
    latest = sorted(seen.items(), key=lambda item: item[1])[-_KEPT:]
    value = "-".join(f"{key}.{moments.since_1970(moment)}" for key, moment in latest)
    response.set_cookie(SEEN_COOKIE, value, max_age=_A_YEAR, httponly=True, samesite="strict")


def canonical(query: str) -> str:
    """Give a query as the address of a search has it, without what it does not know."""
    return Asked.of(QueryParams(parse_qsl(query.lstrip("?")))).query


def _key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _seen(request: Request) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in request.cookies.get(SEEN_COOKIE, "").split("-"):
        key, _, microseconds = part.partition(".")
        if len(key) == 8 and microseconds.isdecimal() and len(microseconds) <= 16:
            found[key] = moments.after_1970(int(microseconds))
    return found
