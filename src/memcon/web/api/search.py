"""Words in the documents, with the engagements that these tell of, counted by facets."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from memcon.exporting.rows import row_of
from memcon.record import Facet
from memcon.web.api.engagements import AskedFor, EngagementRow
from memcon.web.api.models import Value
from memcon.web.api.paging import Cursor, Limit, cursor_of, read_cursor
from memcon.web.api.problems import ProblemError, answers
from memcon.web.records import RecordFile

_DIGITS = 12

_NAMES = {Facet.BAND: "confidence", Facet.REVIEW: "reviewed"}
"""Facets that are called otherwise as filters."""


class Hit(Value):
    """A document that has the words."""

    document: str = Field(description="Its id.")
    name: str = Field(description="Its name.")
    title: str | None = Field(description="Its title.")
    snippet: str = Field(description="A stretch of its text, the words found between ⟦ and ⟧.")


class FacetValue(Value):
    """A value of a facet."""

    value: str = Field(description="The value; as a filter it narrows the search.")
    engagements: int = Field(description="How many engagements have it.")


class Facets(Value):
    """How many of the engagements found have which value, the most frequent first."""

    kind: list[FacetValue] = Field(description="By kind of engagement.")
    status: list[FacetValue] = Field(description="By status.")
    mode: list[FacetValue] = Field(description="By how the parties met.")
    year: list[FacetValue] = Field(description="By the year of the first day.")
    country: list[FacetValue] = Field(description="By country.")
    party: list[FacetValue] = Field(description="By party.")
    city: list[FacetValue] = Field(description="By city.")
    person: list[FacetValue] = Field(description="By name of a participant, as written.")
    who: list[FacetValue] = Field(description="By participant: ids of people.")
    office: list[FacetValue] = Field(description="By office of a participant, all its forms in one.")
    topic: list[FacetValue] = Field(description="By EuroVoc code of a topic.")
    publisher: list[FacetValue] = Field(description="By publisher of a document.")
    confidence: list[FacetValue] = Field(description="By how sure the least sure value is.")
    reviewed: list[FacetValue] = Field(description="By whether somebody has checked it.")


class Found(Value):
    """What was found."""

    documents: list[Hit] = Field(description="Documents that have the words, the best first.")
    next: str | None = Field(description="The cursor of the next page of documents; null on the last.")
    engagements: list[EngagementRow] = Field(
        description="The first engagements that documents with the words tell of; all: `/engagements?text=`."
    )
    facets: Facets = Field(description="All engagements that these tell of, counted.")


class Search:
    """The endpoint of the search."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoint to a router."""
        router.add_api_route("/search", self.search, tags=["search"], responses=answers(422, 503))

    def search(
        self,
        words: Annotated[
            str, Query(min_length=1, description='Words that must all occur; "a phrase" in quotation marks.')
        ],
        asked: AskedFor,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> Found:
        """Find words in the documents, and the engagements that these tell of; the filters narrow the engagements.

        Documents stand in the order of how well they fit, so that one that comes in meanwhile moves the others.
        """
        skip = _position(cursor)
        record = self.records.record()
        hits = record.search(words, limit + 1, skip)
        following = cursor_of((str(skip + limit),)) if len(hits) > limit else None
        narrowed = replace(asked, text=f"{words} {asked.text}" if asked.text else words)
        engagements = record.engagement_page(narrowed, None, limit)
        counts = self.records.counts(narrowed, dict.fromkeys(Facet))
        counted = {
            _NAMES.get(facet, facet.value): [
                FacetValue(value=value, engagements=number)
                for value, number in sorted(values, key=lambda v: (-v[1], v[0]))
            ]
            for facet, values in counts.by.items()
        }
        return Found(
            documents=[Hit.model_validate(hit) for hit in hits[:limit]],
            next=following,
            engagements=[EngagementRow.model_validate(row_of(e)) for e in engagements],
            facets=Facets.model_validate(counted),
        )


def _position(cursor: str | None) -> int:
    """How many documents stand before a page."""
    (told,) = read_cursor(cursor, 1) or ("0",)
    if not (told.isascii() and told.isdigit() and len(told) < _DIGITS):
        raise ProblemError(422, f"cursor {cursor!r} is none that an answer gave; begin without one")
    return int(told)
