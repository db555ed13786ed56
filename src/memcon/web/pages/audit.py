"""The audit, for admins: who did what, newest first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from memcon.web import links
from memcon.web.rendering import page
from memcon.web.visitors import TheUsers, admin_of

router = APIRouter(include_in_schema=False, dependencies=[Depends(admin_of)])
_ON_A_PAGE = 100


@router.get("/audit")
def audit(
    request: Request,
    users: TheUsers,
    who: str = "",
    before: Annotated[int | None, Query(ge=0, le=2**53)] = None,
) -> Response:
    """Show the lines before the one of this number, of one name where it is given."""
    entries = users.audit.entries(who=who or None, before=before, most=_ON_A_PAGE + 1)
    shown = entries[:_ON_A_PAGE]
    older = links.audit(who=who, before=str(shown[-1].number)) if len(entries) > _ON_A_PAGE else ""
    newest = links.audit(who=who) if before is not None else ""
    return page(request, "audit.html", entries=shown, who=who, older=older, newest=newest)
