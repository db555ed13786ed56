"""What to check first."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.exporting.doubts import doubt_value
from memcon.linking.doubts import Doubt, doubts
from memcon.record import Filters, Record
from memcon.web.api.models import Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.problems import answers
from memcon.web.records import RecordFile


class DoubtRow(Value):
    """A value that is not sure."""

    engagement: str = Field(description="The engagement's id.")
    field: str = Field(description="The field, as decisions call it.")
    part: str | None = Field(description="Of participants: whether it is the name, the office, or whom they represent.")
    value: str = Field(description="The value in words.")
    sure: float = Field(description="How sure it is, 0.01 to 0.99.")
    rule: str = Field(description="'stated', or the rule that derived it.")
    accounts: int = Field(description="How many accounts the engagement has.")
    words: list[Span] = Field(description="The words that it comes from.")


class Queue:
    """The endpoint of the queue."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        page = Page[DoubtRow]
        router.add_api_route(
            "/queue", self.list_doubts, response_model=page, tags=["decisions"], responses=answers(422, 503)
        )

    def list_doubts(
        self,
        below: Annotated[float, Query(ge=0, le=1, description="Only values less sure than this.")] = 1.0,
        mentioned: Annotated[bool, Query(description="Also what documents only mention.")] = False,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List the values to check first, the least sure first, of equals those of more accounts.

        What was accepted or set by hand is none of them. Decisions that want a second look are at
        `/decisions?look=true`.
        """

        def found(record: Record) -> list[Doubt]:
            return doubts(record.engagements(Filters(main_only=not mentioned)))

        rows = [d for d in self.records.kept(("doubts", mentioned), found) if (d.value.confidence or 0) < below]
        items, following = page_of(rows, limit, cursor, _key)
        return Page[Any](items=[doubt_value(doubt) for doubt in items], next=following)


def _key(doubt: Doubt) -> str:
    places = ",".join(f"{s.document[:12]}:{s.start}-{s.end}" for s in doubt.value.spans)
    return f"{doubt.engagement.id} {doubt.field} {doubt.value.value} {places}"
