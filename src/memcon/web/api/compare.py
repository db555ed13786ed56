"""Accounts side by side, point by point."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.comparing.recorded import sides_of_engagement
from memcon.comparing.sides import Conflict, compare, sides_of
from memcon.exporting.sides import as_objects
from memcon.model import Act
from memcon.web.api.models import Span, Value
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.records import RecordFile


class Side(Value):
    """One column of a comparison."""

    document: str = Field(description="The document's id.")
    name: str = Field(description="Its name.")
    title: str | None = Field(description="Its title.")
    publisher: str | None = Field(description="Who published it.")
    url: str | None = Field(description="Where it was published.")
    published: str | None = Field(description="Day of publication.")
    account: str | None = Field(description="Its account of the engagement; null where it tells of none.")


class Point(Value):
    """One point of an account: what one verb of saying carries, or an item of it."""

    span: Span = Field(description="The words.")
    order: int = Field(description="Its place in the account, from 1.")
    share: float = Field(description="The part of the text of all points that it takes, 0 to 1.")
    speakers: list[str] = Field(description="Codes of the parties that are said to make it.")
    act: Act | None = Field(description="What is done by saying it.")


class Contradicted(Value):
    """What two points say that cannot both be so."""

    what: Conflict = Field(alias="in", description="In what.")
    why: str = Field(description="Why.")


class Match(Value):
    """Two points taken for one."""

    sides: list[int] = Field(description="The columns they stand in, from 0.")
    likeness: float = Field(description="How sure that is, 0 to 1.")
    reasons: list[str] = Field(description="What speaks for it.")
    contradictions: list[Contradicted] = Field(description="In what the two contradict one another.")


class Row(Value):
    """One line of the matrix."""

    points: list[Point | None] = Field(description="The point in each column; null where that account has none.")
    matches: list[Match] = Field(description="What puts the points of the line together.")


class Fact(Value):
    """A fact on the engagement itself, as each account gives it."""

    name: str = Field(description="Which fact.")
    values: list[str | None] = Field(description="In words, by column; null: not reported.")
    spans: list[list[Span]] = Field(description="The words, by column.")
    remark: str | None = Field(description="What is to be said of them together.")
    contradicted: Conflict | None = Field(description="In what they contradict one another.")


class Carried(Value):
    """Something agreed or pledged according to an account."""

    side: int = Field(description="The column, from 0.")
    span: Span = Field(description="The words.")
    carriers: list[str] = Field(description="Codes of the parties that are said to carry it.")
    standing: str = Field(description="What the other accounts make of it.")


class ComparisonRead(Value):
    """Accounts of one engagement side by side; of two, also as lists of exact words."""

    sides: list[Side] = Field(description="The columns, in the order of publication or as asked for.")
    rows: list[Row] = Field(description="Every point of every account once, in the order of the first account.")
    facts: list[Fact] = Field(description="Who, when, where, who asked for it, and when each side published.")
    commitments: list[Carried] = Field(description="What was agreed or pledged.")
    encoder: str | None = Field(description="The model by which meanings were compared; null: by words only.")
    remarks: list[str] = Field(description="Doubts about the comparison as a whole.")
    a: str | None = Field(None, description="Of two accounts: the first document's name.")
    b: str | None = Field(None, description="Of two accounts: the second document's name.")
    both: list[list[str]] | None = Field(None, description="Of two accounts: points in both, span beside span.")
    only_a: list[str] | None = Field(None, description="Of two accounts: points in the first only.")
    only_b: list[str] | None = Field(None, description="Of two accounts: points in the second only.")
    contradict: list[list[str]] | None = Field(None, description="Of two accounts: span, span, and why.")


class Compare:
    """The endpoint of comparisons."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        router.add_api_route(
            "/compare",
            self.compare,
            response_model=ComparisonRead,
            tags=["compare"],
            responses=answers(404, 409, 422, 503),
        )

    def compare(
        self,
        engagement: Annotated[str | None, Query(min_length=1, description="The accounts of this engagement.")] = None,
        document: Annotated[
            list[str], Query(max_length=12, description="Two documents or more, by id or name, instead.")
        ] = [],  # noqa: B006
        by_words: Annotated[bool, Query(description="Without the sentence encoder.")] = False,
    ) -> dict[str, Any]:
        """Lay the accounts of an engagement, or documents, side by side: points in both, in one only, contradicted."""
        if (engagement is None) == (not document) or len(document) == 1:
            raise ProblemError(422, "give an 'engagement', or 'document' two times or more")
        record = self.records.record()
        with wrong_use(404):
            found = [record.document(reference) for reference in document]
            told = record.engagement(engagement).id if engagement else None
        with wrong_use(409):
            sides = sides_of_engagement(record, told) if told else sides_of([(d, record.reading(d.id)) for d in found])
            return as_objects(compare(sides, by_words=by_words))
