"""Saved searches: what each finds, what is new, and saving, renaming and removing them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import ConfigDict, Field

from memcon.errors import UsageError
from memcon.exporting.rows import row_of
from memcon.record import Record
from memcon.record.pages import engagement_key
from memcon.record.saving import LONGEST_NAME, SavedSearch
from memcon.web.api.engagements import EngagementRow
from memcon.web.api.models import Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, page_of, read_cursor
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.api.who import Author, named
from memcon.web.records import RecordFile
from memcon.web.saved import Found, asked_of, canonical, found_by

_TAGS: list[str | Enum] = ["search"]
_CHANGED = answers(400, 403, 404, 409, 413, 415, 422, 503)
_LONGEST_QUERY = 5000

Name = Annotated[str, Path(min_length=1, description="The search's name, whatever its capitals.")]
_TIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
Since = Annotated[
    str | None,
    Query(
        pattern=_TIME,
        description="What came or changed after this day or time is new (UTC where no offset is told); default: 'at'.",
    ),
]


class SearchRead(Value):
    """A saved search."""

    name: str = Field(description="Its name.")
    query: str = Field(description="What it asks for, as in the address of the search page.")
    author: str = Field(description="Who saved it.")
    at: str = Field(description="When (UTC).")


class SearchFound(SearchRead):
    """A saved search with what it finds."""

    found: int | None = Field(description="How many engagements; null where it makes no sense any more.")
    new: int = Field(description="How many of them came or changed in the record after 'since'.")
    since: str = Field(description="After when they are new (UTC).")


class FoundPage(Page[EngagementRow]):
    """A page of the engagements that a saved search finds."""

    search: SearchRead = Field(description="The search.")


class Saving(Value):
    """A search to be saved."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=LONGEST_NAME, description="Its name.")
    query: str = Field(
        max_length=_LONGEST_QUERY, description="As in the address of the search page: 'q=fisheries&party=NO&kind=call'."
    )
    author: str | None = Field(None, min_length=1, description="Who saves it; or in the header Memcon-Author.")


class Renaming(Value):
    """A new name."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=LONGEST_NAME, description="The new name.")


class Searches:
    """The endpoints of saved searches."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add, one = router.add_api_route, "/searches/{name:path}"
        add("/searches", self.list_searches, response_model=Page[SearchFound], tags=_TAGS, responses=answers(422, 503))
        add("/searches", self.save_search, methods=["POST"], status_code=201, response_model=SearchRead, tags=_TAGS,
            responses=answers(400, 403, 409, 413, 415, 422, 503))  # fmt: skip
        add(one, self.saved_search, response_model=FoundPage, tags=_TAGS, responses=answers(404, 422, 503))
        add(one, self.rename_search, methods=["PATCH"], response_model=SearchRead, tags=_TAGS, responses=_CHANGED)
        add(one, self.remove_search, methods=["DELETE"], response_model=SearchRead, tags=_TAGS,
            responses=answers(403, 404, 422, 503))  # fmt: skip

    def list_searches(self, since: Since = None, limit: Limit = 50, cursor: Cursor = None) -> Page[Any]:
        """List the saved searches by their names, with how many engagements each finds and how many are new."""
        seen = _utc(since)
        saved = self.records.kept("saved", lambda record: record.saved_searches())
        items, following = page_of(saved, limit, cursor, lambda one: one.name)
        return Page[Any](items=[_found(found_by(self.records, one, seen)) for one in items], next=following)

    def saved_search(
        self,
        name: Name,
        new: Annotated[bool, Query(description="Only what is new.")] = False,
        since: Since = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> dict[str, Any]:
        """List the engagements that a saved search finds, oldest first, or those that are new."""
        record = self.records.record()
        saved = _saved(record, name)
        filters = asked_of(saved).filters()
        if new:
            filters = replace(filters, changed_since=_utc(since) or saved.at)
        after = read_cursor(cursor, 2)
        found = record.engagement_page(filters, after, limit + 1)
        items, following = cut(found, limit, engagement_key)
        return {"search": saved, "items": [row_of(one) for one in items], "next": following}

    def save_search(self, given: Saving, author: Author) -> SavedSearch:
        """Save a search under a name."""
        query = canonical(given.query)
        signed = named(author, given.author)
        with self.records.writing() as record, wrong_use(422):
            _refuse_taken(record, given.name)
            asked_of(SavedSearch(given.name, query, signed, "")).filters()
            return record.save_search(given.name, query, author=signed)

    def rename_search(self, name: Name, given: Renaming) -> SavedSearch:
        """Give a saved search another name."""
        with self.records.writing() as record, wrong_use(422):
            known = _saved(record, name).name
            _refuse_taken(record, given.name, but=known)
            return record.rename_search(known, given.name)

    def remove_search(self, name: Name) -> SavedSearch:
        """Remove a saved search; what it finds stays."""
        with self.records.writing() as record:
            return record.remove_search(_saved(record, name).name)


def _saved(record: Record, name: str) -> SavedSearch:
    """A saved search; answers 404 where there is none."""
    with wrong_use(404):
        return record.saved_search(name)


def _refuse_taken(record: Record, name: str, but: str | None = None) -> None:
    """Answer 409 where another search has the name."""
    try:
        taken = record.saved_search(name)
    except UsageError:
        return
    if taken.name != but:
        raise ProblemError(409, f"a search is saved as {taken.name!r} already; give another name")


def _found(found: Found) -> dict[str, Any]:
    told = {name: getattr(found.saved, name) for name in ("name", "query", "author", "at")}
    return told | {"found": found.total, "new": found.fresh, "since": found.since}


def _utc(given: str | None) -> str | None:
    """A time as the record writes it; answers 422 where the calendar or the clock has none like it."""
    if given is None:
        return None
    try:
        time = datetime.fromisoformat(given)
        told = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ProblemError(422, f"query since: there is no time {given!r}") from None
    return told.isoformat()
