"""Phrases of two parties over time, and the wording of their readouts from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.comparing.phrases import drift, histories, history, scope_of_parties
from memcon.comparing.recorded import material_of, material_on
from memcon.exporting.plot import Series, plot
from memcon.exporting.words import party_in_words
from memcon.record import Filters, Record
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.set_phrases import set_phrases
from memcon.web import links
from memcon.web.multiples import Multiples
from memcon.web.phrases import Followed, Reworded, followed, plotted, reworded
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import page

router = APIRouter(include_in_schema=False)
LATEST = 300
"""So many engagements of the two are looked at."""
COUNTABLE = 5000
"""A record of more documents than these is not counted through while somebody waits."""
_STEPS = 20
_PLOTTED = 12


@dataclass(frozen=True, slots=True)
class _Told:
    documents: int
    engagements: int
    phrases: list[Followed]
    drawn: Multiples | None
    steps: list[Reworded]
    steps_in_all: int
    svg: str | None


@router.get("/pair/{one}/{other:path}/phrases.svg")
def svg(one: str, other: str, records: Records, phrase: str = "", counted: str = "") -> Response:
    """Give the plot as one SVG of its own."""
    told = _kept(records, party_code(one), party_code(other), phrase.strip(), bool(counted))
    if told.svg is None:
        raise HTTPException(404, "no use of these phrases has a date, so there is nothing to plot")
    return Response(told.svg, media_type="image/svg+xml")


@router.get("/pair/{one}/{other:path}/phrases")
def phrases(
    request: Request,
    one: str,
    other: str,
    record: OpenRecord,
    records: Records,
    phrase: str = "",
    counted: str = "",
) -> Response:
    """Show the phrases of two parties; ``phrase`` follows one, ``counted`` also looks for phrases by counting."""
    a, b, asked = party_code(one), party_code(other), " ".join(phrase.split())
    if (a, b) != (one, other):
        return RedirectResponse(links.phrases(a, b, phrase=asked), 307)
    total = records.kept(("dealings", a, b), lambda r: r.count(Filters(parties=(a, b))))
    if not total or a == b:
        raise HTTPException(404, f"no engagement on record that a document reports has both {a} and {b}")
    countable = record.documents_count() <= COUNTABLE
    told = _kept(records, a, b, asked, bool(counted) and countable)
    return page(
        request,
        "phrases.html",
        a=a,
        b=b,
        phrase=asked,
        told=told,
        total=total,
        latest=LATEST,
        countable=countable,
        counted=bool(counted) and countable,
        known=[row.phrase for row in set_phrases()],
    )


def _kept(records: RecordFile, a: str, b: str, phrase: str, counted: bool) -> _Told:
    return records.kept(("phrases", a, b, phrase, counted), lambda record: _told(record, a, b, phrase, counted))


def _told(record: Record, a: str, b: str, phrase: str, counted: bool) -> _Told:
    material = material_of(record) if counted and not phrase else material_on(record, (a, b), LATEST)
    scope = scope_of_parties(material, (a, b))
    if phrase:
        one = history(material, scope, phrase)
        found = [one] if one else []
    else:
        found = histories(material, scope) if counted else histories(material, scope, found=0)
    found = [h for h in found if phrase or h.documents > 1] or found
    dated = [Series(h.phrase, h.by_year()) for h in found if h.by_year()][:_PLOTTED]
    name = f"{party_in_words(a)} and {party_in_words(b)}"
    drawn = plot(dated, f"Set phrases by year: {name}", "Documents a year, reprints counted once.") if dated else None
    steps = [] if phrase else sorted(drift(material, (a, b)), key=lambda s: s.after.day, reverse=True)
    return _Told(
        len(scope.documents),
        len(scope.engagements),
        followed(found, material.documents),
        plotted(found),
        [reworded(step) for step in steps[:_STEPS]],
        len(steps),
        drawn,
    )
