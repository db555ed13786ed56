"""What befell an engagement: documents, decisions with what the value was before and after, and undoing them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from memcon.errors import UsageError
from memcon.exporting.citing import title_of_engagement
from memcon.exporting.history import earlier_ids, history_of
from memcon.linking.engagements import Engagement
from memcon.record import Record
from memcon.web import links
from memcon.web.records import OpenRecord
from memcon.web.rendering import engagement_at, page
from memcon.web.visitors import Reviewing, Role, Visiting, Visitor, remember

router = APIRouter(include_in_schema=False)


@router.get("/engagement/{reference}/history")
def history(request: Request, reference: str, record: OpenRecord, visitor: Visiting) -> Response:
    """Show what befell an engagement; an id that it had before leads to the page of the id it has now."""
    found = engagement_at(record, reference)
    if found.id != reference:
        return RedirectResponse(links.history(found.id), 307)
    return _page(request, found, record, visitor)


def _page(request: Request, found: Engagement, record: Record, visitor: Visitor, problem: str = "") -> Response:
    events = history_of(record, found)
    documents = {
        e.document: (record.document(e.document), record.reading(e.document)) for e in events if e.document is not None
    }
    return page(
        request,
        "history.html",
        400 if problem else 200,
        engagement=found,
        title=title_of_engagement(found),
        events=events,
        documents=documents,
        earlier=earlier_ids(found),
        reviewer=visitor.may(Role.REVIEWER),
        visitor=visitor,
        problem=problem,
    )


@router.post("/engagement/{reference}/history")
def undo(
    request: Request,
    reference: str,
    record: OpenRecord,
    visitor: Reviewing,
    decision: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
) -> Response:
    """Undo a decision; both stay in the history."""
    found = engagement_at(record, reference)
    author = visitor.author(name)
    try:
        if not author:
            raise UsageError("say who you are: a decision is signed with its author's name")
        made = record.undo(decision, author=author)
    except UsageError as error:
        return _page(request, found, record, visitor, str(error).split("; to have it again")[0])
    engagements = record.log(made.id)[0].engagements or record.log(decision)[0].engagements
    kept = next((e for e in engagements if e == found.id), engagements[0] if engagements else found.id)
    answer = RedirectResponse(links.history(kept), 303)
    if visitor.name is None:
        remember(answer, author)
    return answer
