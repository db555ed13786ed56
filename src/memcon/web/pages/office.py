"""An office of a party: who held it, by documents and by rosters, and the engagements of its holders."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.exporting.offices import Holder, holders_of
from memcon.exporting.people import held_by_documents, held_by_roster
from memcon.exporting.words import party_in_words
from memcon.linking.people import Tenure
from memcon.vocabulary.parties import party_code
from memcon.web import links
from memcon.web.records import Records
from memcon.web.rendering import page
from memcon.web.tenures import tracks
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
_SHOWN = 50
_HOLDERS = 40


@router.get("/office/{code}/{title:path}")
def office(request: Request, code: str, title: str, records: Records) -> Response:
    """Show an office of a party, asked for in any form; any name of the party leads to the page of its code."""
    known, asked = party_code(code), " ".join(title.split())
    if (known, asked) != (code, title):
        return RedirectResponse(links.office(known, asked), 307)
    roster = records.kept("roster", lambda opened: opened.roster())
    tenures = records.kept(("tenures in", code, asked), lambda opened: opened.tenures_in(asked, code))
    holders = records.kept(("holders", code, asked), lambda _: holders_of(asked, code, tenures, roster))
    if not holders and not records.record().forms_of_office(asked, code):
        raise HTTPException(404, f"neither the record nor the roster knows an office {asked!r} of {code}")
    years = records.kept(("years in", code, asked), lambda opened: opened.years_in(tenures) if tenures else [])
    newest = records.kept(
        ("newest in", code, asked), lambda opened: opened.newest_in(tenures, _SHOWN) if tenures else []
    )
    shown = holders[:_HOLDERS]
    drawn = tracks(shown)
    by_year: dict[str, list[object]] = {}
    for engagement in newest:
        start = engagement.start.preferred
        by_year.setdefault(start.value[:4] if start else "not dated", []).append(engagement)
    return page(
        request,
        "office.html",
        code=code,
        asked=asked,
        name=_called(asked, tenures, holders),
        party=party_in_words(code),
        holders=shown,
        more=len(holders) - len(shown),
        drawn=drawn,
        by_documents=held_by_documents,
        by_roster=held_by_roster,
        years=timeline(years, lambda year: links.search(party=[code], office=asked, year=year, told="all")),
        total=sum(number for _, number in years),
        by_year=by_year,
    )


def _called(asked: str, tenures: list[Tenure], holders: list[Holder]) -> str:
    """The form of the office that is written most often, else the roster's, else the one asked for."""
    written = Counter(s.office for t in tenures for s in t.sightings if s.office)
    listed = Counter(e.office for h in holders for e in h.entries if e.office)
    for forms in (written, listed):
        if forms:
            return min(forms, key=lambda form: (-forms[form], form)) or asked
    return asked
