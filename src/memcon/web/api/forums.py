"""Forums as series: the list, and one with its names, sessions, parties and what is said of their numbers."""

from __future__ import annotations

import hashlib
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import Field, model_validator

from memcon.exporting.forums import called, sessions_in_words
from memcon.linking.forums import Series
from memcon.linking.forums.finding import find
from memcon.linking.forums.series import Claim as ClaimMade
from memcon.linking.forums.series import Naming as Named
from memcon.linking.forums.series import SessionStatus, Verdict
from memcon.record import Record
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.series_names import Level
from memcon.web.api.models import Place, Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.problems import ProblemError, answers
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["forums"]


class ForumRow(Value):
    """A forum in the list."""

    id: str = Field(description="The series' id.")
    name: str = Field(description="The name most in use, with the parties where each pair has its own series.")
    abbreviations: list[str] = Field(description="What it is also called.")
    parties: list[str] = Field(description="Whose series it is, where each pair has its own.")
    sessions: str = Field(description="How many sessions there are, in words.")


class Naming(Value):
    """A place where an account names the forum."""

    document: str = Field(description="The document's id.")
    account: str = Field(description="The account's id within the document.")
    engagement: str = Field(description="The engagement's id.")
    span: Span = Field(description="The words.")

    @model_validator(mode="before")
    @classmethod
    def _of_naming(cls, value: object) -> object:
        if not isinstance(value, Named):
            return value
        key = {"document": value.key.document, "account": value.key.account}
        return key | {"engagement": value.engagement, "span": value.span}


class Name(Value):
    """A name in use, numbers and years aside."""

    name: str = Field(description="The name as written.")
    namings: list[Naming] = Field(description="Where it stands.")


class LevelTold(Value):
    """At which level a session sat."""

    level: Level | None = Field(description="The level; null where nothing tells it.")
    portfolio: str | None = Field(description="Which ministers, where the name says so.")
    reason: str = Field(description="What tells it.")


class Claim(Value):
    """A number that words give a session, checked against the sessions on record."""

    number: int = Field(description="The number.")
    words: Span = Field(description="The words that give it.")
    verdict: Verdict = Field(description="What the sessions on record say to it.")
    reason: str = Field(description="Why.")
    against: list[str] = Field(description="Ids of the engagements on which the verdict rests.")

    @model_validator(mode="before")
    @classmethod
    def _of_claim(cls, value: object) -> object:
        return {f: getattr(value, f) for f in cls.model_fields} if isinstance(value, ClaimMade) else value


class Session(Value):
    """One sitting."""

    engagements: list[str] = Field(description="Ids of the engagements that are it.")
    status: SessionStatus = Field(description="Held, planned (to come), unconfirmed (never reported), cancelled.")
    start: str | None = Field(description="First day.")
    end: str | None = Field(description="Last day.")
    place: Place | None = Field(description="Where.")
    mode: str | None = Field(description="How the parties met.")
    level: LevelTold = Field(description="At which level.")
    parties: list[str] = Field(description="Who took part, as told.")
    claims: list[Claim] = Field(description="Numbers that words give it.")
    joined: str | None = Field(description="Why several engagements are taken for one sitting.")


class Member(Value):
    """A party in a series."""

    party: str = Field(description="The party's code or name.")
    sessions: int = Field(description="At how many sessions it was seen.")
    first: str | None = Field(description="The first day of these.")
    last: str | None = Field(description="The last day of these.")
    by_definition: bool = Field(description="Whether it is a member by the forum's definition.")


class ForumRead(ForumRow):
    """A forum with all its sessions."""

    names: list[Name] = Field(description="Names in use.")
    members: list[Member] = Field(description="Parties by date.")
    dated: list[Session] = Field(description="Sessions in the order of their days.")
    undated: list[Session] = Field(description="Sessions told without a day; they are not counted.")


class Forums:
    """The endpoints of forums."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add = router.add_api_route
        add("/forums", self.list_forums, response_model=Page[ForumRow], tags=_TAGS, responses=answers(422, 503))
        add("/forums/{forum}", self.get_forum, tags=_TAGS, responses=answers(404, 422, 503))

    def list_forums(
        self,
        name: Annotated[str | None, Query(min_length=1, description="Any of its names or its abbreviation.")] = None,
        party: Annotated[list[str], Query(description="A party's code or name; all must belong to it.")] = [],  # noqa: B006
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List the forums with the number of their sessions, those of most first."""
        series = self.records.kept("series of forums", Record.series)
        codes = {party_code(p) for p in party}
        found = find(series, name, sorted(codes)) if name else [s for s in series if codes <= _parties(s)]
        items, following = page_of(found, limit, cursor, _id)
        return Page[Any](items=[_row(s) for s in items], next=following)

    def get_forum(self, forum: Annotated[str, Path(description="The series' id.")]) -> ForumRead:
        """Give a forum with its names in use, its sessions in order, its parties, and their numbers checked."""
        series = self.records.kept("series of forums", Record.series)
        found = next((s for s in series if _id(s) == forum), None)
        if found is None:
            raise ProblemError(404, f"there is no forum {forum!r}; /api/v1/forums lists them")
        told = {"names": found.names, "members": found.members, "dated": found.sessions, "undated": found.undated}
        return ForumRead.model_validate(_row(found) | told)


def _parties(series: Series) -> set[str]:
    return {*series.parties, *(m.party for m in series.members)}


def _id(series: Series) -> str:
    """A series has no id of its own: name and parties tell it from all others."""
    words = "|".join((series.name, *series.parties))
    return "F-" + hashlib.sha256(words.encode()).hexdigest()[:10]


def _row(series: Series) -> dict[str, Any]:
    return {
        "id": _id(series),
        "name": called(series),
        "abbreviations": list(series.abbreviations),
        "parties": list(series.parties),
        "sessions": sessions_in_words(series),
    }
