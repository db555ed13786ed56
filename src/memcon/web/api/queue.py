"""What to check first: the review queue, the heaviest first."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.decisions.values import Field as FieldName
from memcon.exporting.queue import waiting_values
from memcon.record import Record
from memcon.record.waiting import Waiting
from memcon.reviewing.items import About, ItemKind, Reference
from memcon.web.api.models import Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, read_cursor
from memcon.web.api.problems import ProblemError, answers
from memcon.web.api.who import Reviewer
from memcon.web.records import RecordFile


class WaitingRow(Value):
    """Something that waits for a reviewer."""

    reference: str = Field(description="Its name: the page of it is /review?item= and this.")
    engagement: str = Field(description="The engagement's id.")
    kind: ItemKind = Field(description="A value, a join, two that are nearly one, or a decision to look at again.")
    field: FieldName | None = Field(description="Of a value: the field, as decisions call it.")
    value: str | None = Field(
        description="The field in normal form, the other engagement's id, the decision in words; null of a join."
    )
    doubt: float = Field(description="The chance that it is wrong, 0 to 1.")
    weight: float = Field(description="The doubt times what hangs on it.")
    accounts: int = Field(description="How many accounts hang on it.")
    statements: int = Field(description="How many statements hang on it.")
    mentioned: bool = Field(description="Whether documents only mention the engagement; it weighs a quarter then.")
    put_off: bool = Field(description="Whether the reviewer has put it off.")
    rule: str | None = Field(description="Of a field's least sure value: 'stated', or the rule that derived it.")
    words: list[Span] = Field(description="The words that it comes from, those of the least sure value first.")


class Queue:
    """The endpoint of the queue."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        page = Page[WaitingRow]
        router.add_api_route(
            "/queue", self.list_waiting, response_model=page, tags=["decisions"], responses=answers(422, 503)
        )

    def list_waiting(
        self,
        reviewer: Reviewer,
        about: Annotated[About | None, Query(description="Only a field, or 'join', 'near' or 'look'.")] = None,
        below: Annotated[float | None, Query(ge=0, le=1, description="Only what is less sure than this.")] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List what waits for review: second looks first, then what weighs most (doubt times use).

        The order is that of the review page, and so is what a reviewer has put off: it comes last. What was accepted or
        set by hand does not wait.
        """
        record = self.records.record()
        after = _after(record, cursor, reviewer)
        found = record.waiting(reviewer, about=about, below=below, after=after, limit=limit + 1)
        items, following = cut(found, limit, lambda one: (str(one.reference),))
        return Page[Any](items=list(waiting_values(record, items)), next=following)


def _after(record: Record, cursor: str | None, reviewer: str | None) -> Waiting | None:
    if cursor is None:
        return None
    (last,) = read_cursor(cursor, 1) or ("",)
    reference = Reference.of(last)
    after = record.item(reference, put_off=record.is_put_off(reference, reviewer))
    if after is None:
        raise ProblemError(422, f"{last} is in doubt no more; begin without a cursor")
    return after
