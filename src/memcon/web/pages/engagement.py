"""An engagement: the note, with every value leading to its words, as a page, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from memcon.exporting.citing import title_of_engagement
from memcon.exporting.copies import Source
from memcon.exporting.decisions import ruling_in_words
from memcon.exporting.noted import note_of, sources_of
from memcon.linking.engagements import Engagement
from memcon.linking.reprints import Reprint
from memcon.model import Status
from memcon.web import links
from memcon.web.notes import Noter
from memcon.web.printing import SOURCES, TOPICS, fitted, lines_beside
from memcon.web.records import OpenRecord
from memcon.web.rendering import engagement_at, page

router = APIRouter(include_in_schema=False)


@router.get("/engagement/{reference}.txt")
def text(reference: str, record: OpenRecord) -> Response:
    """Give the note as plain text."""
    return PlainTextResponse(note_of(record, engagement_at(record, reference)))


@router.get("/engagement/{reference}.json")
def json(reference: str, record: OpenRecord) -> Response:
    """Give the engagement with its accounts as JSON."""
    engagement = engagement_at(record, reference)
    accounts = [account for _, account in record.accounts_of(engagement)]
    body = msgspec.json.encode({"engagement": engagement, "accounts": accounts})
    return Response(body, media_type="application/json")


@router.get("/engagement/{reference}")
def engagement(request: Request, reference: str, record: OpenRecord) -> Response:
    """Show an engagement; an id that it had before, or the beginning of one, leads to the page of the id it has now."""
    found = engagement_at(record, reference)
    if found.id != reference:
        return RedirectResponse(links.engagement(found.id), 307)
    sources = sources_of(record, found)
    noter = Noter(found, sources, record.people_in(found.accounts))
    facts = noter.facts()
    beside, copies = record.beside(found), record.copies(key.document for key in found.accounts)
    sides, said, agreed = noter.sides(), noter.statements(promises=False), noter.statements(promises=True)
    disputed = [fact for fact in facts if fact.in_dispute]
    whole = [e for e in beside if e.id == found.part_of]
    inside = [e for e in beside if e.part_of == found.id]
    apart = [e for e in beside if found.part_of != e.id and e.part_of != found.id]
    planned = [e for e in apart if _is_planned(e)]
    circumstances = noter.circumstances()
    further = (len(whole), len(inside), len(planned))
    taken = lines_beside(sides, disputed, circumstances, sources, further) + 2 * len(found.rulings)
    return page(
        request,
        "engagement.html",
        engagement=found,
        title=title_of_engagement(found),
        head=noter.head(),
        facts=facts,
        disputed=disputed,
        agreeing=[fact for fact in facts if not fact.in_dispute],
        sides=sides,
        said=said,
        agreed=agreed,
        circumstances=circumstances,
        topics=noter.topics(),
        whole=whole[0] if whole else None,
        engagement_parts=inside,
        to_come=planned,
        others=[e for e in apart if not _is_planned(e)],
        rulings=[list(ruling_in_words(ruling)) for ruling in found.rulings],
        sources=noter.sources(copies),
        comparable=_comparable(sources, copies),
        checked=found.is_checked,
        print=fitted((agreed, said), taken, len(sources)),
        print_sources=SOURCES,
        print_topics=TOPICS,
    )


def _comparable(sources: Sequence[Source], reprints: Iterable[Reprint]) -> bool:
    """Whether two accounts that are no copies of one another can be laid side by side."""
    told = {document.id for document, reading, _ in sources if reading.language in (None, "en")}
    copies = {reprint.copy for reprint in reprints if reprint.source in told}
    return len(told - copies) > 1


def _is_planned(engagement: Engagement) -> bool:
    return engagement.status.preferred is not None and engagement.status.preferred.value is Status.PLANNED
