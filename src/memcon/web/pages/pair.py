"""A pair of parties: all their dealings by year, what they spoke of, and who met."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.record import Facet, Filters
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.topics import topics
from memcon.web import links
from memcon.web.multiples import Multiples, multiples
from memcon.web.records import Records
from memcon.web.rendering import page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
SHOWN = 25
"""So many engagements are shown, the newest."""
_TOPICS = _PEOPLE = 12
_FACETS = {Facet.YEAR: None, Facet.WHO: None, Facet.KIND: None}


@router.get("/pair/{one}/{other:path}")
def pair(request: Request, one: str, other: str, records: Records) -> Response:
    """Show the dealings of two parties; any of their names lead to the page of their codes."""
    a, b = party_code(one), party_code(other)
    if (a, b) != (one, other):
        return RedirectResponse(links.pair(a, b), 307)
    filters = Filters(parties=(a, b), main_only=False)
    told = records.kept(("dealings", a, b), lambda opened: opened.dealings(filters, _FACETS, SHOWN))
    counts = told.counts
    if not counts.total or a == b:
        raise HTTPException(404, f"no engagement on record has both {a} and {b}")
    return page(
        request,
        "pair.html",
        a=a,
        b=b,
        total=counts.total,
        subjects=counts.otherwise,
        dated=sum(number for _, number in counts.by[Facet.YEAR]),
        years=timeline(counts.by[Facet.YEAR], lambda year: links.search(party=[a, b], year=year, told="all")),
        kinds=counts.by[Facet.KIND],
        people=[(records.record().person(person), number) for person, number in counts.by[Facet.WHO][:_PEOPLE]],
        topics=_topics(told.topics, filters),
        newest=told.newest,
    )


def _topics(by_topic: Mapping[str, Mapping[str, int]], filters: Filters) -> Multiples | None:
    """What was spoken of, by year."""
    names = {topic.code: topic.name for topic in topics()}
    told = list(by_topic.items())[:_TOPICS]
    asked: dict[str, str | list[str]] = {"party": list(filters.parties), "told": "all"}
    rows = [
        (
            names.get(code, code),
            links.search(asked, topic=code),
            sum(by_year.values()),
            {year: number for year, number in by_year.items() if year},
        )
        for code, by_year in told
    ]
    return multiples(rows, lambda at, year: links.search(asked, topic=told[at][0], year=year))
