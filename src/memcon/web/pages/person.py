"""A person: offices by date with the words that say so, and the engagements in which the person took part."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from memcon.errors import UsageError
from memcon.exporting.people import held_by_documents, held_by_roster, in_order, roster_entries_of
from memcon.web import links
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import not_found, page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN = 50


@router.get("/person/{reference}")
def person(request: Request, reference: str, record: OpenRecord, records: Records) -> Response:
    """Show who somebody is."""
    try:
        found = record.person(reference)
    except UsageError as error:
        raise not_found(error) from None
    roster = records.kept("roster", lambda opened: opened.roster())
    tenures = records.kept(("tenures", found.id), lambda opened: opened.tenures([found]))
    held = [held_by_documents(tenure) for tenure in tenures]
    held += [held_by_roster(entry) for entry in roster_entries_of(found, roster)]
    years = records.kept(("years", found.id), lambda opened: opened.years_with(found))
    return page(
        request,
        "person.html",
        person=found,
        held=in_order(held),
        engagements=record.newest_with(found, _SHOWN),
        years=timeline(years, lambda year: links.search(who=found.id, year=year, told="all")),
    )
