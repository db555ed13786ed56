"""The first page: search, the newest engagements, counts by country, year and party."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from memcon.record import Facet, Filters
from memcon.record.counting import KEPT
from memcon.web import links
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import page
from memcon.web.saved import found_of
from memcon.web.timeline import NARROW, timeline
from memcon.web.worldmap import world_map

router = APIRouter(include_in_schema=False)
_NEWEST = 12
_PARTIES = 16


@router.get("/")
def home(request: Request, record: OpenRecord, records: Records) -> Response:
    """Show what the record holds, and where to begin."""
    filters = Filters()
    counts = records.counts(filters, {Facet.YEAR: None, Facet.PARTY: _PARTIES, Facet.KIND: 20, Facet.COUNTRY: KEPT})
    places = counts.by[Facet.COUNTRY]
    return page(
        request,
        "home.html",
        map=world_map(places, lambda code: links.search(country=code)),
        places=places,
        placed=sum(number for _, number in places),
        newest=record.newest(filters, _NEWEST),
        total=counts.total,
        dated=sum(number for _, number in counts.by[Facet.YEAR]),
        documents=record.documents_count(),
        years=timeline(counts.by[Facet.YEAR], lambda year: links.search(year=year), NARROW),
        parties=counts.by[Facet.PARTY],
        kinds=counts.by[Facet.KIND],
        saved=found_of(request, records),
    )
