"""A document: its text with every reading marked, and the engagements that it tells of."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from memcon.errors import UsageError
from memcon.exporting.copies import reprint_in_words
from memcon.linking.reprints import Reprint
from memcon.model import DateRole, Document, Reading, StatedDate
from memcon.record import Record
from memcon.web import links
from memcon.web.highlights import counted, hits_in, marked, marks_of, together
from memcon.web.intake import is_only_in
from memcon.web.notes import Noter, title_of_document
from memcon.web.records import OpenRecord
from memcon.web.rendering import not_found, page

router = APIRouter(include_in_schema=False)


def _document(record: Record, reference: str) -> Document:
    try:
        return record.document(reference)
    except UsageError as error:
        raise not_found(error) from None


@router.get("/document/{reference}.txt")
def text(reference: str, record: OpenRecord) -> Response:
    """Give the canonical text, to which all offsets refer."""
    return PlainTextResponse(_document(record, reference).text)


@router.get("/document/{reference}/hit")
def hit(reference: str, record: OpenRecord, q: str = "") -> Response:
    """Lead to the first of the words that were searched for."""
    found = _document(record, reference)
    hits = hits_in(found.text, q)
    at = f"#{links.anchor(hits[0].start, hits[0].end)}" if hits else ""
    return RedirectResponse(links.with_hits(found.id, q) + at, 307)


@router.get("/document/{reference}")
def document(request: Request, reference: str, record: OpenRecord, added: str = "", q: str = "") -> Response:
    """Show a document; a name or the beginning of an id leads to the page of its id.

    ``added`` is "new" or "known" where somebody has just added it, or tried to; words of ``q`` are
    marked as searched for.
    """
    found = _document(record, reference)
    if found.id != reference:
        return RedirectResponse(links.with_hits(found.id, q), 307)
    reading = record.reading(found.id)
    marks, hits = marks_of(reading), hits_in(found.text, q)
    told = record.of_document(found.id)
    accounts = [
        (told[account.id], Noter(told[account.id], [(found, reading, account)], {}), account)
        for account in reading.accounts
        if account.id in told
    ]
    engagements = {e.id: e for e, _, _ in accounts}.values()
    return page(
        request,
        "document.html",
        document=found,
        reading=reading,
        title=title_of_document(found, reading),
        dates=_dates(found, reading),
        taken_in=record.added([found.id])[found.id],
        text=marked(found.text, together(marks, hits)),
        q=q,
        hits=[links.anchor(h.start, h.end) for h in hits],
        legend=counted(marks),
        added=added,
        joined=sum(not is_only_in(e, [found.id]) for e in engagements),
        engagements=len(engagements),
        accounts=sorted(accounts, key=lambda a: not a[2].main),
        copies=[_copy(record, found, reprint) for reprint in record.reprints(found.id)],
        original=found.url if found.url and found.url.startswith(("http://", "https://")) else None,
    )


def _dates(document: Document, reading: Reading) -> list[StatedDate]:
    """The days that the text gives for itself, each once, but for the day of publication that the source gives too."""
    own = [d for d in reading.layout.dates if d.role is not DateRole.EVENT and d.date != document.published]
    return list({(d.role, d.date): d for d in reversed(own)}.values())[::-1]


def _copy(record: Record, document: Document, reprint: Reprint) -> tuple[str, str | None, str | None]:
    """A reprint in words, with the address and title of the other document, where that is in the record."""
    other = reprint.source if reprint.copy == document.id else reprint.copy
    words = reprint_in_words(reprint, lambda reference: "this one" if reference == document.id else "the other")
    if other is None:
        named = reprint.named if (reprint.named or "").startswith(("http://", "https://")) else None
        return f"This document {words}", named, None
    who = "This document" if reprint.copy == document.id else "Another document"
    return f"{who} {words}", links.document(other), title_of_document(record.document(other), record.reading(other))
