"""A pair of parties: all their dealings by year, what they spoke of, and who met."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.exporting.topics import topics_of_accounts
from memcon.linking.engagements import Engagement
from memcon.record import Facet, Filters, Record
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.topics import Topic
from memcon.web import links
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import page
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN = 50
_TOPICS = _PEOPLE = 12


@router.get("/pair/{one}/{other:path}")
def pair(request: Request, one: str, other: str, record: OpenRecord, records: Records) -> Response:
    """Show the dealings of two parties; any of their names lead to the page of their codes."""
    a, b = party_code(one), party_code(other)
    if (a, b) != (one, other):
        return RedirectResponse(links.pair(a, b), 307)
    filters = Filters(parties=(a, b), main_only=False)
    counts = records.counts(filters, {Facet.YEAR: None, Facet.PERSON: _PEOPLE, Facet.KIND: None})
    if not counts.total or a == b:
        raise HTTPException(404, f"no engagement on record has both {a} and {b}")
    newest = record.newest(filters, _SHOWN)
    return page(
        request,
        "pair.html",
        a=a,
        b=b,
        total=counts.total,
        years=timeline(counts.by[Facet.YEAR], lambda year: links.search(party=[a, b], year=year, told="all")),
        kinds=counts.by[Facet.KIND],
        people=counts.by[Facet.PERSON],
        topics=records.kept(("topics", a, b), lambda opened: _topics(opened, newest)),
        newest=newest,
    )


def _topics(record: Record, engagements: list[Engagement]) -> list[tuple[Topic, int]]:
    """What the latest engagements were about, by the number of statements."""
    accounts = [account for e in engagements for _, account in record.accounts_of(e)]
    return [(topic, len(told)) for topic, told in topics_of_accounts(accounts).items()][:_TOPICS]
