"""A pair of parties: all their dealings by year, what they spoke of, and who met."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.record import Facet, Filters, Record
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.topics import topics
from memcon.web import links
from memcon.web.multiples import Multiples, multiples
from memcon.web.records import Records
from memcon.web.rendering import page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN = 50
_TOPICS = _PEOPLE = 12


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
        topics=records.kept(("topics", a, b), lambda opened: _topics(opened, filters)),
        newest=newest,
    )


def _topics(record: Record, filters: Filters) -> Multiples | None:
    """What was spoken of, by year."""
    names = {topic.code: topic.name for topic in topics()}
    told = list(record.topics_by_year(filters).items())[:_TOPICS]
    asked: dict[str, str | list[str]] = {"party": list(filters.parties), "told": "all"}
    rows = [
        (names.get(code, code), links.search(asked, topic=code), sum(by_year.values()), by_year)
        for code, by_year in told
    ]
    return multiples(rows, lambda at, year: links.search(asked, topic=told[at][0], year=year))
