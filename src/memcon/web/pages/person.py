"""A person: offices by date with the words that say so, and the engagements in which the person took part."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from memcon.errors import UsageError
from memcon.exporting.people import (
    by_hand_in_words,
    held_by_documents,
    held_by_roster,
    in_order,
    roster_entries_of,
)
from memcon.record import Facet, Filters
from memcon.web import links
from memcon.web.narrowing import topic_in_words
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import not_found, page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN, _LISTED = 25, 12


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
    of = Filters(who=found.id, main_only=False)
    counts = records.counts(of, {Facet.PARTY: _LISTED + 1, Facet.WHO: None, Facet.TOPIC: _LISTED})
    others = [
        (record.person(other), number) for other, number in counts.by[Facet.WHO][: _LISTED + 1] if other != found.id
    ]
    return page(
        request,
        "person.html",
        person=found,
        held=in_order(held),
        total=counts.total,
        subjects=counts.otherwise,
        dated=sum(number for _, number in years),
        parties=[(code, number) for code, number in counts.by[Facet.PARTY] if code != found.party],
        others=others,
        topics=[(code, topic_in_words(code), number) for code, number in counts.by[Facet.TOPIC]],
        engagements=record.newest_with(found, _SHOWN),
        corrected=record.corrected(found),
        by_hand=by_hand_in_words,
        years=timeline(years, lambda year: links.search(who=found.id, year=year, told="all")),
    )
