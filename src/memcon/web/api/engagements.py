"""Engagements: the list with its filters, and one with every field, its accounts, its parts and what was decided."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from memcon.exporting.copies import count_in_words
from memcon.exporting.rows import row_of
from memcon.linking.engagements import Review
from memcon.model import EngagementKind, Mode, Status
from memcon.record import Band, Filters
from memcon.record.pages import engagement_key
from memcon.web.api import models
from memcon.web.api.models import Account, Choice, Cited, DocumentLine, Participant, Ruling, Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, read_cursor
from memcon.web.api.problems import answers, wrong_use
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["engagements"]
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

Reference = Annotated[str, Path(description="The engagement's id or the beginning of it.")]


def filters(
    party: Annotated[list[str], Query(description="A party's code or name; several must all take part.")] = [],  # noqa: B006
    person: Annotated[str | None, Query(min_length=1, description="A part of a participant's name.")] = None,
    kind: Annotated[EngagementKind | None, Query(description="The kind of engagement.")] = None,
    status: Annotated[Status | None, Query(description="Held, planned or cancelled.")] = None,
    since: Annotated[str | None, Query(pattern=_DATE, description="From this year, month or day on.")] = None,
    until: Annotated[str | None, Query(pattern=_DATE, description="Up to this year, month or day.")] = None,
    place: Annotated[str | None, Query(min_length=1, description="A city or country.")] = None,
    text: Annotated[str | None, Query(min_length=1, description="Words in its documents.")] = None,
    office: Annotated[str | None, Query(min_length=1, description="An office in which somebody took part.")] = None,
    mode: Annotated[Mode | None, Query(description="How the parties met.")] = None,
    country: Annotated[str | None, Query(min_length=1, description="The country of the place, code or name.")] = None,
    city: Annotated[str | None, Query(min_length=1, description="The city of the place.")] = None,
    topic: Annotated[
        list[str], Query(description="A topic of what was said, by name or EuroVoc code; all must be there.")
    ] = [],  # noqa: B006
    source: Annotated[str | None, Query(min_length=1, description="The publisher of one of its documents.")] = None,
    confidence: Annotated[
        Band | None, Query(description="How sure its least sure value is: under 0.5, to 0.7, to 0.9, over.")
    ] = None,
    reviewed: Annotated[Review | None, Query(description="Checked, unchecked, or wanting a second look.")] = None,
    mentioned: Annotated[bool, Query(description="Also what documents only mention.")] = False,
    sure: Annotated[
        float | None, Query(ge=0, le=1, description="Only where every value is at least this sure.")
    ] = None,
    dismissed: Annotated[bool, Query(description="Only what people said is no engagement.")] = False,
) -> Filters:
    """Give the filters that were asked for, all of which must fit."""
    return Filters(
        parties=tuple(party),
        person=person,
        kind=kind,
        status=status,
        since=since,
        until=until,
        place=place,
        text=text,
        main_only=not mentioned,
        sure=sure,
        dismissed=dismissed,
        office=office,
        mode=mode,
        country=country,
        city=city,
        topics=tuple(topic),
        publisher=source,
        band=confidence,
        review=reviewed,
    )


AskedFor = Annotated[Filters, Depends(filters)]


class EngagementRow(Value):
    """An engagement in a list: the preferred values, as ``memcon list`` writes them."""

    id: str = Field(description="Made from the keys of its accounts.")
    start: str | None = Field(description="First day, local; as exact as told (2022, 2022-05, 2022-05-09).")
    end: str | None = Field(description="Last day, local.")
    kind: EngagementKind = Field(description="What sort of occasion it is.")
    status: Status = Field(description="Held, planned or cancelled.")
    mode: Mode | None = Field(description="How the parties met.")
    city: str | None = Field(description="The city.")
    country: str | None = Field(description="ISO 3166 alpha-2 code of the country.")
    venue: str | None = Field(description="The house or room, which people alone tell.")
    forum: str | None = Field(description="The name of the format.")
    parties: list[str] = Field(description="Codes or names of the parties.")
    participants: list[str] = Field(description="Names of those who take part.")
    documents: int = Field(description="How many documents tell of it.")
    sure: float | None = Field(description="Confidence of its least sure value, 0.01 to 0.99.")


class Source(Value):
    """An account with the document that gives it."""

    document: DocumentLine = Field(description="The document.")
    account: Account = Field(description="What it says.")


class EngagementRead(Value):
    """What happened: the accounts of one occasion joined."""

    id: str = Field(description="Made from the keys of its accounts.")
    main: bool = Field(description="Whether any document reports it as its subject.")
    kind: Choice[EngagementKind] = Field(description="What sort of occasion it is.")
    status: Choice[Status] = Field(description="Held, planned or cancelled.")
    mode: Choice[Mode] = Field(description="How the parties met.")
    start: Choice[str] = Field(description="First day, local.")
    end: Choice[str] = Field(description="Last day, local.")
    place: Choice[models.Place] = Field(description="Where.")
    venue: Choice[str] = Field(description="The house or room, which people alone tell.")
    forum: Choice[str] = Field(description="The name of the format.")
    parties: list[Cited[str]] = Field(description="Who deals with whom.")
    participants: list[Participant] = Field(description="Who takes part, in which office, for whom.")
    accounts: list[Source] = Field(description="Every account of it, in the order of publication.")
    sources: int = Field(description="How many sources are independent: copies of a text count once.")
    copies: list[str] = Field(description="Which accounts are copies, in words; accounts are numbered from [1].")
    part_of: str | None = Field(description="The visit or conference that it is a part of.")
    parts: list[EngagementRow] = Field(description="Its parts, where it is a visit or conference.")
    decisions: list[Ruling] = Field(description="What people decided on it.")
    sure: float | None = Field(description="Confidence of its least sure value, 0.01 to 0.99.")


class Engagements:
    """The endpoints of engagements."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add = router.add_api_route
        page = Page[EngagementRow]
        add("/engagements", self.list_engagements, response_model=page, tags=_TAGS, responses=answers(422, 503))
        add("/engagements/{engagement}", self.get_engagement, tags=_TAGS, responses=answers(404, 422, 503))

    def list_engagements(
        self,
        asked: AskedFor,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List engagements, oldest first, undated ones last."""
        after = read_cursor(cursor, 2)
        items, following = cut(self.records.record().engagement_page(asked, after, limit + 1), limit, engagement_key)
        return Page[Any](items=[row_of(e) for e in items], next=following)

    def get_engagement(self, engagement: Reference) -> EngagementRead:
        """Give an engagement with every field's preferred value, rivals, standing and reason."""
        record = self.records.record()
        with wrong_use(404):
            found = record.engagement(engagement)
        told = sorted(record.accounts_of(found), key=lambda s: (s[0].published or "9999", s[0].id))
        sources = [(document, record.reading(document.id), account) for document, account in told]
        copies = list(count_in_words(found.sources, sources, record.copies(key.document for key in found.accounts)))
        parts = record.parts_of(found)
        fields = {f: getattr(found, f) for f in EngagementRead.model_fields if hasattr(found, f)}
        return EngagementRead.model_validate(
            fields
            | {
                "accounts": [{"document": d, "account": a} for d, a in told],
                "copies": copies,
                "parts": [row_of(part) for part in parts],
                "decisions": found.rulings,
                "sure": found.sure(),
            }
        )
