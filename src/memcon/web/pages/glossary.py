"""What the words on the pages mean, and how a program asks for what they show."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, Request, Response

from memcon.vocabulary.glossary import Group, glossary
from memcon.web.rendering import page

router = APIRouter(include_in_schema=False)
_HEADINGS = {
    Group.ACT: "What a speaker does by saying something",
    Group.KIND: "Kinds of engagement",
    Group.STATUS: "Status",
    Group.MODE: "Mode",
    Group.DOCUMENT: "Kinds of document",
    Group.STANDING: "Standing of a value",
    Group.CONFIDENCE: "Confidence, of the least sure value",
    Group.REVIEWED: "Reviewed",
    Group.RECORD: "Sources, parts, sessions",
    Group.COLUMN: "Columns of tables (CSV, JSON Lines)",
}


@router.get("/glossary")
def words(request: Request) -> Response:
    """Show the words by what they are said of."""
    rows = [(_HEADINGS[group], group.value, list(terms)) for group, terms in groupby(glossary(), lambda row: row.group)]
    return page(request, "glossary.html", groups=rows)
