"""A party: its engagements by year, with whom, and who spoke for it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from memcon.exporting.words import party_in_words
from memcon.record import Facet, Filters
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.roster import known_party
from memcon.web import links
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN = 25
_LISTED = 20


@router.get("/party/{code:path}")
def party(request: Request, code: str, record: OpenRecord, records: Records) -> Response:
    """Show the dealings of one party; any of its names leads to the page of its code."""
    known = party_code(code)
    if known != code:
        return RedirectResponse(links.party(known), 307)
    filters = Filters(parties=(code,), main_only=False)
    counts = records.counts(filters, {Facet.YEAR: None, Facet.PARTY: _LISTED + 1, Facet.KIND: None})
    if not counts.total and not known_party(code):
        raise HTTPException(404, f"no engagement on record has the party {code!r}")
    others = [(other, number) for other, number in counts.by[Facet.PARTY] if other != code]
    return page(
        request,
        "party.html",
        code=code,
        name=party_in_words(code),
        total=counts.total,
        dated=sum(number for _, number in counts.by[Facet.YEAR]),
        years=timeline(counts.by[Facet.YEAR], lambda year: links.search(party=[code], year=year, told="all")),
        others=others,
        kinds=counts.by[Facet.KIND],
        people=records.kept(("seen", code), lambda opened: opened.seen_for(code, _LISTED)),
        newest=record.newest(Filters(parties=(code,)), _SHOWN),
    )
