"""People with their tenures, parties with their counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import Field

from memcon.exporting.rows import row_of
from memcon.exporting.tenures import held_by, held_value
from memcon.exporting.words import party_in_words
from memcon.record import Record
from memcon.record.pages import engagement_key, person_key
from memcon.web.api.engagements import EngagementRow
from memcon.web.api.models import Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, page_of, read_cursor
from memcon.web.api.problems import answers, wrong_use
from memcon.web.records import RecordFile

PersonId = Annotated[str, Path(description="The person's id.")]


class PersonRow(Value):
    """One person across documents."""

    id: str = Field(description="The person's id.")
    name: str = Field(description="The fullest form of the name that is not rare.")
    party: str | None = Field(description="Whom the person mostly represents.")
    qid: str | None = Field(description="Wikidata item, where a roster has one.")


class ByHand(Value):
    """A correction by hand."""

    decision: str = Field(description="The decision's id.")
    author: str = Field(description="Who decided.")
    at: str = Field(description="When (UTC).")
    because: str | None = Field(description="Why, in the author's words.")


class Sighting(Value):
    """Where a document sees somebody in office."""

    document: str = Field(description="The document's id.")
    account: str = Field(description="The account's id within the document.")
    date: str | None = Field(description="The engagement's first day, else the document's day of publication.")
    name: Span | None = Field(description="The words of the name.")
    office: Span | None = Field(description="The words of the office.")
    by_hand: list[ByHand] = Field(description="The corrections that put in what the words do not say.")


class Tenure(Value):
    """An office held, as documents show it or a roster has it."""

    office: str | None = Field(description="The office; null where a roster tells only that somebody led.")
    party: str | None = Field(description="Whose office it is.")
    since: str | None = Field(description="First day known.")
    until: str | None = Field(description="Last day known; null where it goes on.")
    tenure: str = Field(description="The same in words, as exactly as the source tells.")
    source: str = Field(description="'documents', or the roster's name.")
    sightings: list[Sighting] = Field(description="Where documents say so; empty for a roster's.")


class PersonRead(PersonRow):
    """One person with the offices held, by date."""

    tenures: list[Tenure] = Field(description="In the order of time.")


class PartyRow(Value):
    """A party with the number of its engagements."""

    party: str = Field(description="ISO code of a state, an organisation's acronym, or a name as written.")
    name: str = Field(description="The usual name.")
    engagements: int = Field(description="In how many engagements it takes part.")
    main: int = Field(description="How many of these a document reports as its subject.")
    first: str | None = Field(description="First day of the earliest.")
    last: str | None = Field(description="First day of the latest.")


class People:
    """The endpoints of people and parties."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add = router.add_api_route
        add("/people", self.list_people, response_model=Page[PersonRow], tags=["people"], responses=answers(422, 503))
        add("/people/{person}", self.get_person, tags=["people"], responses=answers(404, 422, 503))
        add(
            "/people/{person}/engagements",
            self.list_engagements_of_person,
            response_model=Page[EngagementRow],
            tags=["people"],
            responses=answers(404, 422, 503),
        )
        add("/parties", self.list_parties, response_model=Page[PartyRow], tags=["parties"], responses=answers(422, 503))

    def list_people(
        self,
        name: Annotated[str | None, Query(min_length=1, description="A name or surname, in any spelling.")] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List people by name."""
        after = read_cursor(cursor, 3)
        record = self.records.record()
        if name is None:
            found = record.person_page(after, limit + 1)
        else:
            named = sorted(record.persons(name), key=person_key)
            found = [p for p in named if after is None or person_key(p) > after]
        items, following = cut(found, limit, person_key)
        return Page[Any](items=items, next=following)

    def get_person(self, person: PersonId) -> PersonRead:
        """Give a person with the offices held, by date, each with the words that say so."""
        record = self.records.record()
        with wrong_use(404):
            found = record.person(person)
        held = held_by(record, found, self.records.kept("roster", Record.roster))
        return PersonRead(
            **PersonRow.model_validate(found).model_dump(),
            tenures=[Tenure.model_validate(held_value(one)) for one in held],
        )

    def list_engagements_of_person(self, person: PersonId, limit: Limit = 50, cursor: Cursor = None) -> Page[Any]:
        """List the engagements in which a person takes part or is present, oldest first, undated ones last."""
        record = self.records.record()
        with wrong_use(404):
            found = record.person(person)
        after = read_cursor(cursor, 2)
        engagements = [e for e in record.engagements_with(found.id) if after is None or engagement_key(e) > after]
        items, following = cut(engagements, limit, engagement_key)
        return Page[Any](items=[row_of(e) for e in items], next=following)

    def list_parties(self, limit: Limit = 50, cursor: Cursor = None) -> Page[Any]:
        """List the parties with the number of their engagements, those of most first."""
        counts = self.records.kept("parties", Record.party_counts)
        items, following = page_of(counts, limit, cursor, lambda count: count.party)
        rows = [asdict(count) | {"name": party_in_words(count.party)} for count in items]
        return Page[Any](items=rows, next=following)
