"""Amounts, counts, shares and durations, with what they measure, and how accounts agree on them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.comparing.figures import Relation
from memcon.comparing.figures.gathering import recorded_figures
from memcon.exporting.figures import figures_as_json
from memcon.vocabulary.quantities import Approximation, UnitKind
from memcon.web.api.models import Value
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.records import RecordFile


class AsOf(Value):
    """The date that a number holds for."""

    date: str = Field(description="An ISO prefix.")
    rule: str = Field(description="'stated', or the rule that derived it.")


class Figure(Value):
    """An amount, count, share or duration, as one document tells it."""

    low: float | None = Field(description="What the words say, in the unit; of a range its lower end.")
    high: float | None = Field(description="The same, or the upper end; null on the open side ('more than 30').")
    approximation: Approximation = Field(description="How exactly it is said.")
    unit: str = Field(description="ISO 4217 code, 'percent', 'year', 'count' or another unit.")
    kind: UnitKind = Field(description="What sort of unit it is.")
    measure: str | None = Field(description="What is measured, as written.")
    speakers: list[str] = Field(description="Who says it; empty where the text itself does.")
    parties: list[str] = Field(description="The parties of the engagement.")
    as_of: AsOf | None = Field(description="The date that it holds for.")
    document: str = Field(description="The document's id.")
    copies: list[str] = Field(description="Ids of documents that reprint it.")
    start: int = Field(description="Offset of the first code point of the words.")
    end: int = Field(description="Offset after the last code point.")
    text: str = Field(description="The words.")
    sentence: str = Field(description="The sentence that they stand in.")


class Comparison(Value):
    """How two figures of one measure stand to one another."""

    relation: Relation = Field(description="They agree, differ, or the later is larger or smaller.")
    first: int = Field(description="The earlier figure, by its place in 'figures', from 0.")
    second: int = Field(description="The later figure.")
    reason: str = Field(description="Why.")


class Telling(Value):
    """A document that tells figures."""

    id: str = Field(description="The document's id.")
    name: str = Field(description="Its name.")
    title: str | None = Field(description="Its title.")
    publisher: str | None = Field(description="Who published it.")
    published: str | None = Field(description="Day of publication.")


class FigureList(Value):
    """Figures, how they stand to one another, and the documents that tell them."""

    figures: list[Figure] = Field(description="Those of one measure beside one another.")
    comparisons: list[Comparison] = Field(description="Pairs of figures of different documents.")
    documents: list[Telling] = Field(description="In the order of publication.")


class Figures:
    """The endpoint of figures."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        responses = answers(404, 422, 503)
        router.add_api_route(
            "/figures", self.list_figures, response_model=FigureList, tags=["figures"], responses=responses
        )

    def list_figures(
        self,
        party: Annotated[list[str], Query(description="Codes or names of parties that all take part.")] = [],  # noqa: B006
        engagement: Annotated[str | None, Query(min_length=1, description="The accounts of this engagement.")] = None,
        document: Annotated[str | None, Query(min_length=1, description="This document.")] = None,
    ) -> dict[str, Any]:
        """List the figures of all engagements of some parties, of one engagement, or of one document."""
        if sum(bool(given) for given in (party, engagement, document)) != 1:
            raise ProblemError(422, "give either 'party', 'engagement' or 'document'")
        record = self.records.record()
        with wrong_use(404):
            return figures_as_json(recorded_figures(record, parties=party, engagement=engagement, document=document))
