"""A pair of parties: all their dealings by year, what they spoke of, and who met."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.exporting.topics import topics_by_year
from memcon.record import Facet, Filters, Record
from memcon.vocabulary.parties import party_code
from memcon.web import links
from memcon.web.multiples import Multiples, multiples
from memcon.web.records import Records
from memcon.web.rendering import page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN = 50
_TOPICS = _PEOPLE = 12
_READ, _LEAST_A_YEAR = 300, 10
"""So many engagements are read for their topics, in equal parts of each year, but so many of each."""


@router.get("/pair/{one}/{other:path}")
def pair(request: Request, one: str, other: str, records: Records) -> Response:
    """Show the dealings of two parties; any of their names lead to the page of their codes."""
    a, b = party_code(one), party_code(other)
    if (a, b) != (one, other):
        return RedirectResponse(links.pair(a, b), 307)
    filters = Filters(parties=(a, b), main_only=False)
    counts = records.counts(filters, {Facet.YEAR: None, Facet.PERSON: _PEOPLE, Facet.KIND: None})
    if not counts.total or a == b:
        raise HTTPException(404, f"no engagement on record has both {a} and {b}")
    newest = records.kept(("newest", a, b), lambda opened: opened.newest(filters, _SHOWN))
    return page(
        request,
        "pair.html",
        a=a,
        b=b,
        total=counts.total,
        years=timeline(counts.by[Facet.YEAR], lambda year: links.search(party=[a, b], year=year, told="all")),
        kinds=counts.by[Facet.KIND],
        people=counts.by[Facet.PERSON],
        topics=records.kept(("topics", a, b), lambda opened: _topics(opened, filters, counts.by[Facet.YEAR])),
        newest=newest,
    )


def _topics(record: Record, filters: Filters, years: Sequence[tuple[str, int]]) -> tuple[Multiples | None, int | None]:
    """What was spoken of by year, and of how many engagements a year at most that is told (None: of all)."""
    limit = max(_LEAST_A_YEAR, _READ // max(len(years), 1))
    whole = all(number <= limit for _, number in years)
    found = [
        (e.start.preferred.value[:4], [account for _, account in record.accounts_of(e)])
        for e in record.of_each_year(filters, limit)
        if e.start.preferred
    ]
    told = list(topics_by_year(found).items())[:_TOPICS]
    a, b = filters.parties
    rows = [
        (topic.name, links.search(party=[a, b], topic=topic.code, told="all"), sum(by_year.values()), by_year)
        for topic, by_year in told
    ]
    drawn = multiples(rows, lambda at, year: links.search(party=[a, b], topic=told[at][0].code, year=year, told="all"))
    return drawn, None if whole else limit
