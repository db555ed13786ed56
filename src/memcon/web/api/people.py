"""People with their tenures, parties with their counts."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import Field

from memcon.exporting.people import Held, held_by_documents, held_by_roster, in_order, roster_entries_of
from memcon.exporting.rows import row_of
from memcon.exporting.words import party_in_words
from memcon.linking.people import Mention, Person
from memcon.record.pages import person_key
from memcon.web.api.desk import Desk
from memcon.web.api.engagements import EngagementRow
from memcon.web.api.models import Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, read_cursor
from memcon.web.api.problems import answers, wrong_use


class PersonRow(Value):
    """One person across documents."""

    id: str = Field(description="The person's id.")
    name: str = Field(description="The fullest form of the name that is not rare.")
    party: str | None = Field(description="Whom the person mostly represents.")
    qid: str | None = Field(description="Wikidata item, where a roster has one.")


class Sighting(Value):
    """Where a document sees somebody in office."""

    document: str = Field(description="The document's id.")
    account: str = Field(description="The account's id within the document.")
    date: str | None = Field(description="The engagement's first day, else the document's day of publication.")
    name: Span | None = Field(description="The words of the name.")
    office: Span | None = Field(description="The words of the office.")


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
    engagements: list[EngagementRow] = Field(description="In which the person takes part or is present, by date.")


class PartyRow(Value):
    """A party with the number of its engagements."""

    party: str = Field(description="ISO code of a state, an organisation's acronym, or a name as written.")
    name: str = Field(description="The usual name.")
    engagements: int = Field(description="In how many engagements it takes part.")
    main: int = Field(description="How many of these a document reports as its subject.")
    first: str | None = Field(description="First day of the earliest.")
    last: str | None = Field(description="First day of the latest.")


class Parties(Value):
    """All parties."""

    items: list[PartyRow] = Field(description="Those of most engagements first.")


class People:
    """The endpoints of people and parties."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add = router.add_api_route
        add("/people", self.list_people, response_model=Page[PersonRow], tags=["people"], responses=answers(422, 503))
        add("/people/{person}", self.get_person, tags=["people"], responses=answers(404, 422, 503))
        add("/parties", self.list_parties, tags=["parties"], responses=answers(503))

    def list_people(
        self,
        name: Annotated[str | None, Query(min_length=1, description="A name or surname, in any spelling.")] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List people by name."""
        after = read_cursor(cursor, 3)
        with self.desk.reading() as record:
            if name is None:
                found = record.person_page(after, limit + 1)
            else:
                named = sorted(record.persons(name), key=person_key)
                found = [p for p in named if after is None or person_key(p) > after]
        items, following = cut(found, limit, person_key)
        return Page[Any](items=items, next=following)

    def get_person(self, person: Annotated[str, Path(description="The person's id.")]) -> PersonRead:
        """Give a person with the offices held, by date, each with the words that say so."""
        with self.desk.reading() as record:
            with wrong_use(404):
                found = record.person(person)
            roster, seen = record.roster(), record.tenures([found])
            engagements = record.engagements_with(found.id)
        held = [held_by_documents(t) for t in seen] + [held_by_roster(e) for e in roster_entries_of(found, roster)]
        return PersonRead(
            **_row(found),
            tenures=[_tenure(h) for h in in_order(held)],
            engagements=[EngagementRow.model_validate(row_of(e)) for e in engagements],
        )

    def list_parties(self) -> Parties:
        """List the parties with the number of their engagements."""
        with self.desk.reading() as record:
            counts = record.party_counts()
        rows = [
            {f: getattr(c, f) for f in ("party", "engagements", "main", "first", "last")}
            | {"name": party_in_words(c.party)}
            for c in counts
        ]
        return Parties(items=[PartyRow.model_validate(row) for row in rows])


def _row(person: Person) -> dict[str, Any]:
    return PersonRow.model_validate(person).model_dump()


def _tenure(held: Held) -> Tenure:
    fields = {f: getattr(held, f) for f in Tenure.model_fields if f != "sightings"}
    return Tenure(**fields, sightings=[_sighting(m) for m in held.sightings])


def _sighting(mention: Mention) -> Sighting:
    told = {"name": mention.participant.name, "office": mention.participant.office}
    words = {f: Span.model_validate(c.spans[0]) if c is not None and c.spans else None for f, c in told.items()}
    return Sighting(document=mention.key.document, account=mention.key.account, date=mention.date, **words)
