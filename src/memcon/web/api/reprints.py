"""Which documents have their text from which, and why it is thought so."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.exporting.copies import reprint_value
from memcon.linking.reprints import Manner, Reprint
from memcon.web.api.models import Value
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.problems import answers, wrong_use
from memcon.web.records import RecordFile


class CopiedPassage(Value):
    """A stretch of the copy and the stretch of the source that it has the words of, as code points from and to."""

    copied: list[int] = Field(alias="copy", description="Where it stands in the copy.")
    source: list[int] = Field(description="Where it stands in the source.")


class ReprintRow(Value):
    """One document has its text from another."""

    copied: str = Field(alias="copy", description="The copy's document id.")
    source: str | None = Field(description="The source's document id; null where it is not in the record.")
    manner: Manner = Field(description="How the copy has the text of its source.")
    named: str | None = Field(description="What the copy calls its source.")
    share_of_copy: float = Field(description="The share of the copy's words that are copied, 0 to 1.")
    share_of_source: float = Field(description="The share of the source's words that are copied, 0 to 1.")
    exact: float = Field(description="The share of the passages' words that are the same in both, 0 to 1.")
    passages: list[CopiedPassage] = Field(description="What is copied.")
    reasons: list[str] = Field(description="Why this is the copy and that the source.")
    sure: float = Field(description="How sure the direction is, 0.5 to 0.99.")
    chain: list[str] = Field(description="From the nearest source to the first: ids, or a name.")
    words: str = Field(description="The same in words.")


class Reprints:
    """The endpoint of reprints."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        page = Page[ReprintRow]
        router.add_api_route(
            "/reprints", self.list_reprints, response_model=page, tags=["documents"], responses=answers(404, 422, 503)
        )

    def list_reprints(
        self,
        document: Annotated[
            str | None, Query(min_length=1, description="Only those of which this document is copy or source.")
        ] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List which documents were reprinted from which, with the reasons."""
        record = self.records.record()
        with wrong_use(404):
            of = record.document(document).id if document is not None else None
        items, following = page_of(record.reprints(of), limit, cursor, _key)
        return Page[Any](items=[reprint_value(one, record.document) for one in items], next=following)


def _key(reprint: Reprint) -> str:
    return f"{reprint.copy} {reprint.source or reprint.named}"
