"""What waits for a reviewer, the heaviest first, and what befell an engagement."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.exporting.history import Event, earlier_ids, history_of
from memcon.record.waiting import Waiting
from memcon.reviewing.items import ItemKind, Reference
from memcon.web.api import engagements
from memcon.web.api.models import Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, read_cursor
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["decisions"]


class WaitingRow(Value):
    """Something that waits for a reviewer."""

    reference: str = Field(description="Its name: the page of it is /review/ and this.")
    engagement: str = Field(description="The engagement's id.")
    kind: ItemKind = Field(description="A value, a join, two that are nearly one, or a decision to look at again.")
    about: str = Field(description="The field, 'join', the other engagement's id, or the decision's.")
    doubt: float = Field(description="The chance that it is wrong, 0 to 1.")
    weight: float = Field(description="The doubt times what hangs on it.")
    put_off: bool = Field(description="Whether the reviewer has put it off.")


class EventRead(Value):
    """Something that befell an engagement."""

    at: str = Field(description="When (UTC).")
    words: str = Field(description="What, in words.")
    details: list[str] = Field(description="Why, in words.")
    document: str | None = Field(description="The id of a document that came in.")
    decision: str | None = Field(description="The id of a decision.")
    author: str | None = Field(description="Who decided.")
    before: str | None = Field(description="What the field told before.")
    after: str | None = Field(description="What it tells after.")
    undone_by: str | None = Field(description="The decision that undid it.")


class History(Value):
    """What befell an engagement."""

    engagement: str = Field(description="The engagement's id.")
    earlier: list[str] = Field(description="Ids that it had, which still lead to it.")
    items: list[EventRead] = Field(description="The earliest first.")


class Review:
    """The endpoints of the review."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        router.add_api_route(
            "/review", self.list_waiting, response_model=Page[WaitingRow], tags=_TAGS, responses=answers(422, 503)
        )
        router.add_api_route(
            "/engagements/{engagement}/history",
            self.history,
            response_model=History,
            tags=["engagements"],
            responses=answers(404, 422, 503),
        )

    def list_waiting(
        self,
        reviewer: Annotated[str | None, Query(min_length=1, description="For this one: what they put off is last.")] = (
            None
        ),
        about: Annotated[
            str | None, Query(min_length=1, description="Only a field, or 'join', 'near' or 'look'.")
        ] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List what waits for a reviewer: second looks first, then what weighs most (doubt times use)."""
        record = self.records.record()
        after = None
        if cursor is not None:
            (last,) = read_cursor(cursor, 1) or ("",)
            reference = Reference.of(last)
            after = record.item(reference, put_off=record.is_put_off(reference, reviewer))
            if after is None:
                raise ProblemError(422, f"{last} is in doubt no more; begin without a cursor")
        found = record.waiting(reviewer, about=about, after=after, limit=limit + 1)
        items, following = cut(found, limit, lambda one: (str(one.reference),))
        return Page[Any](items=[_row(one) for one in items], next=following)

    def history(self, engagement: engagements.Reference) -> dict[str, Any]:
        """Tell what befell an engagement: documents that came, decisions on it, what wants a second look."""
        record = self.records.record()
        with wrong_use(404):
            found = record.engagement(engagement)
        events = [_event(event) for event in history_of(record, found)]
        return {"engagement": found.id, "earlier": earlier_ids(found), "items": events}


def _row(waiting: Waiting) -> dict[str, Any]:
    told = {name: getattr(waiting.reference, name) for name in ("engagement", "kind", "about")}
    told |= {name: getattr(waiting, name) for name in ("doubt", "weight", "put_off")}
    return {"reference": str(waiting.reference), **told}


def _event(event: Event) -> dict[str, Any]:
    told = {name: getattr(event, name) for name in ("at", "words", "document", "before", "after")}
    decision = event.entry.decision if event.entry else None
    return {
        **told,
        "details": list(event.details),
        "decision": decision.id if decision else None,
        "author": decision.author if decision else None,
        "undone_by": event.undone_by.id if event.undone_by else None,
    }
