"""An office of a party: who held it, by documents and by rosters, and the engagements of its holders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.exporting.offices import Holder, holders_of
from memcon.exporting.people import by_hand_in_words, held_by_roster, seen_in_words
from memcon.exporting.words import party_in_words
from memcon.linking.engagements import Engagement
from memcon.linking.people import Person, Seen
from memcon.record import Record
from memcon.record.overview import InOffice
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.rosters import Roster
from memcon.web import links
from memcon.web.records import Records
from memcon.web.rendering import page
from memcon.web.tenures import tracks
from memcon.web.timeline import timeline

router = APIRouter(include_in_schema=False)
SHOWN = 25
"""So many engagements are shown, the newest."""
_HOLDERS = 40
_IN_A_YEAR = 500
"""So many engagements of one year are shown, the newest."""
_DIGITS, _FEW = 4, 2


@dataclass(frozen=True, slots=True)
class _Told:
    name: str
    holders: list[Holder]
    named: tuple[Person, ...]
    years: list[tuple[str, int]]
    newest: list[Engagement]


@router.get("/office/{code}/{title:path}")
def office(request: Request, code: str, title: str, records: Records, year: str = "") -> Response:
    """Show an office of a party, asked for in any form; any name of the party leads to the page of its code."""
    known, asked = party_code(code), " ".join(title.split())
    if (known, asked) != (code, title):
        return RedirectResponse(links.office(known, asked, year), 307)
    year = year if len(year) == _DIGITS and year.isdecimal() else ""
    roster = records.kept("roster", lambda opened: opened.roster())
    told = records.kept(("office", code, asked, year), lambda opened: _told(opened, asked, code, roster, year))
    if not told.holders and not told.newest:
        raise HTTPException(404, f"neither the record nor the roster knows an office {asked!r} of {code}")
    shown = told.holders[:_HOLDERS]
    by_year: dict[str, list[Engagement]] = {}
    for engagement in told.newest:
        start = engagement.start.preferred
        by_year.setdefault(start.value[:4] if start else "not dated", []).append(engagement)
    return page(
        request,
        "office.html",
        code=code,
        asked=asked,
        name=told.name,
        party=party_in_words(code),
        holders=shown,
        named=told.named,
        more=len(told.holders) - len(shown),
        drawn=tracks(shown),
        told_once=_told_once,
        by_roster=held_by_roster,
        by_hand=by_hand_in_words,
        years=timeline(told.years, lambda year: f"{links.office(code, asked, year)}#years"),
        year=year,
        most=_IN_A_YEAR if year else SHOWN,
        shown=len(told.newest),
        total=sum(number for _, number in told.years),
        by_year=by_year,
    )


def _told_once(tenures: Sequence[Seen]) -> list[tuple[str, Seen]]:
    """One or two tenures in words; the parts of a double office, seen together, stand once. More are told as one."""
    if len(tenures) > _FEW:
        return []
    return list({seen_in_words(t): (seen_in_words(t), t) for t in reversed(tenures)}.values())[::-1]


def _told(record: Record, asked: str, code: str, roster: Roster, year: str) -> _Told:
    found = record.in_office(asked, code)
    holders = holders_of(asked, code, found.tenures, roster, most=_HOLDERS)
    years, newest = record.engagements_in(found, _IN_A_YEAR if year else SHOWN, year)
    return _Told(_called(asked, found, holders), holders, found.named, years, newest)


def _called(asked: str, found: InOffice, holders: list[Holder]) -> str:
    """The form of the office that is written most often, else the roster's, else the one asked for."""
    written = Counter[str]()
    for tenure in found.tenures:
        written.update(tenure.written)
    listed = Counter(e.office for h in holders for e in h.entries if e.office)
    for forms in (written, listed, Counter(found.forms)):
        if forms:
            return min(forms, key=lambda form: (-forms[form], form)) or asked
    return asked
