"""What befell an engagement."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import Field

from memcon.exporting.history import Event, earlier_ids, history_of
from memcon.web.api import engagements
from memcon.web.api.models import Value
from memcon.web.api.problems import answers, wrong_use
from memcon.web.records import RecordFile


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


class Histories:
    """The endpoint of the history."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        router.add_api_route(
            "/engagements/{engagement}/history",
            self.history,
            response_model=History,
            tags=["engagements"],
            responses=answers(404, 422, 503),
        )

    def history(self, engagement: engagements.Reference) -> dict[str, Any]:
        """Tell what befell an engagement: documents that came, decisions on it, what wants a second look."""
        record = self.records.record()
        with wrong_use(404):
            found = record.engagement(engagement)
        events = [_event(event) for event in history_of(record, found)]
        return {"engagement": found.id, "earlier": earlier_ids(found), "items": events}


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
