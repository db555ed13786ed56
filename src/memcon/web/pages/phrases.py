"""Phrases of two parties over time, and the wording of their readouts from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.comparing.phrases import histories, history, scope_of_parties, steps_of, successions
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
LATEST = 60
"""So many engagements of the two are looked at, unless more are asked for."""
MORE = 300
"""So many where more are asked for."""
COUNTABLE = 5000
"""A record of more documents than these is not counted through while somebody waits."""
_STEPS = 10
_PLOTTED = 12


@dataclass(frozen=True, slots=True)
class _Asked:
    phrase: str
    counted: bool
    latest: int


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
def svg(one: str, other: str, records: Records, phrase: str = "", counted: str = "", more: str = "") -> Response:
    """Give the plot as one SVG of its own."""
    latest = MORE if more else LATEST
    told = _kept(records, party_code(one), party_code(other), _Asked(phrase.strip(), bool(counted), latest))
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
    more: str = "",
) -> Response:
    """Show the phrases of two parties; ``phrase`` follows one, ``counted`` also looks for phrases by counting.

    ``more`` looks at more engagements than the latest few.
    """
    a, b, asked = party_code(one), party_code(other), " ".join(phrase.split())
    if (a, b) != (one, other):
        return RedirectResponse(links.phrases(a, b, phrase=asked), 307)
    total = records.kept(("reported", a, b), lambda r: r.count(Filters(parties=(a, b))))
    if not total or a == b:
        raise HTTPException(404, f"no engagement on record that a document reports has both {a} and {b}")
    countable = record.documents_count() <= COUNTABLE
    latest = MORE if more else LATEST
    told = _kept(records, a, b, _Asked(asked, bool(counted) and countable, latest))
    return page(
        request,
        "phrases.html",
        a=a,
        b=b,
        phrase=asked,
        told=told,
        total=total,
        latest=latest,
        more=MORE,
        countable=countable,
        counted=bool(counted) and countable,
        known=[row.phrase for row in set_phrases()],
    )


def _kept(records: RecordFile, a: str, b: str, asked: _Asked) -> _Told:
    return records.kept(("phrases", a, b, asked), lambda record: _told(record, a, b, asked))


def _told(record: Record, a: str, b: str, asked: _Asked) -> _Told:
    phrase, counted = asked.phrase, asked.counted
    material = material_of(record) if counted and not phrase else material_on(record, (a, b), asked.latest)
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
    between = [] if phrase else sorted(successions(material, (a, b)), key=lambda s: s[2].day, reverse=True)
    return _Told(
        len(scope.documents),
        len(scope.engagements),
        followed(found, material.documents),
        plotted(found),
        [reworded(step) for step in steps_of(material, between[:_STEPS])],
        len(between),
        drawn,
    )
