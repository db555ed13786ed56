"""Who held which office when, and the rosters of office-holders."""

from __future__ import annotations

from dataclasses import asdict
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import Field

from memcon.errors import VocabularyError
from memcon.exporting.tenures import held_value, holders, roster_rows
from memcon.record import Record
from memcon.vocabulary.roster import Exact, RosterEntry, read_roster
from memcon.web.api.bodies import TABLES, Uploading, body_of
from memcon.web.api.models import Value
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.people import Tenure
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["people"]
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
At = Annotated[str | None, Query(pattern=_DATE, description="On this day, or in this month or year.")]


class Holder(Tenure):
    """Somebody who held an office."""

    name: str = Field(description="The name.")


class HolderList(Value):
    """Who held an office."""

    party: str = Field(description="Whose office it is.")
    remark: str | None = Field(description="What is to be said of the date that was asked for.")
    items: list[Holder] = Field(description="In the order of time.")


class RosterRow(Value):
    """An entry of a roster."""

    name: str = Field(description="The name.")
    office: str | None = Field(description="The office; null where it is only told that somebody led.")
    party: str | None = Field(description="Whose office it is.")
    start: str | None = Field(description="When it began, as exactly as told.")
    start_exact: Exact | None = Field(description="How exactly the beginning is told.")
    end: str | None = Field(description="When it ended.")
    end_exact: Exact | None = Field(description="How exactly the end is told.")
    qid: str | None = Field(description="Wikidata item.")
    source: str = Field(description="The roster's name.")


class RosterChanged(Value):
    """What became of a roster of one's own."""

    source: str = Field(description="Its name.")
    entries: int = Field(description="How many entries were kept, or removed.")


class Offices:
    """The endpoints of offices and rosters."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add = router.add_api_route
        add("/offices", self.list_holders, response_model=HolderList, tags=_TAGS, responses=answers(404, 422, 503))
        add("/roster", self.list_roster, response_model=Page[RosterRow], tags=_TAGS, responses=answers(422, 503))
        add(
            "/roster/{source}",
            self.add_roster,
            methods=["PUT"],
            tags=_TAGS,
            openapi_extra=body_of(TABLES),
            responses=answers(400, 403, 413, 415, 422, 503),
            route_class_override=Uploading,
        )
        add(
            "/roster/{source}",
            self.remove_roster,
            methods=["DELETE"],
            tags=_TAGS,
            responses=answers(403, 404, 422, 503),
        )

    def list_holders(
        self,
        office: Annotated[str, Query(min_length=1, description="An office, in any of its forms.")],
        party: Annotated[str, Query(min_length=1, description="A party's code or name.")],
        at: At = None,
    ) -> dict[str, Any]:
        """Tell who held an office, by date, by documents and by rosters; nobody known is 404."""
        with wrong_use(404, nothing_only=True):
            found = holders(self.records.record(), office, party, at)
        return {"party": found.party, "remark": found.remark, "items": [held_value(one) for one in found.held]}

    def list_roster(
        self,
        party: Annotated[str | None, Query(min_length=1, description="A party's code or name.")] = None,
        office: Annotated[str | None, Query(min_length=1, description="An office, in any of its forms.")] = None,
        name: Annotated[str | None, Query(min_length=1, description="A name or surname, in any spelling.")] = None,
        at: At = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List the roster of office-holders, the shipped and one's own, oldest first."""
        roster = self.records.kept("roster", Record.roster)
        rows = roster_rows(roster, party=party, office=office, name=name, at=at)
        items, following = page_of(rows, limit, cursor, _key)
        return Page[Any](items=[asdict(entry) for entry in items], next=following)

    async def add_roster(
        self,
        request: Request,
        source: Annotated[str, Path(max_length=200, description="What the roster is called.")],
    ) -> RosterChanged:
        """Keep a roster of one's own; one of the same name is replaced.

        It is a comma- or tab-separated table with a header line: name, and any of office, party, start, start_exact,
        end, end_exact, qid.
        """
        return await run_in_threadpool(self._add, source, await request.body())

    def _add(self, source: str, data: bytes) -> RosterChanged:
        try:
            entries = read_roster(data, source)
        except VocabularyError as error:
            raise ProblemError(422, str(error)) from None
        if not entries:
            raise ProblemError(422, f"{source}: holds no entry under its header")
        with self.records.writing() as record:
            record.add_roster(entries)
            record.rebuild_people()
        return RosterChanged(source=source, entries=len(entries))

    def remove_roster(
        self, source: Annotated[str, Path(description="The name under which the roster was added.")]
    ) -> RosterChanged:
        """Remove a roster of one's own."""
        with self.records.writing() as record, wrong_use(404):
            gone = record.remove_roster(source)
            record.rebuild_people()
        return RosterChanged(source=source, entries=gone)


def _key(entry: RosterEntry) -> str:
    return " ".join(str(part) for part in asdict(entry).values())
