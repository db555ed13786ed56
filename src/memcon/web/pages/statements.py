"""The statements of an engagement, each to be corrected: its speaker, its act, whether it is one; and one to add."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from memcon.decisions.statements import short
from memcon.errors import UsageError
from memcon.exporting.citing import title_of_engagement
from memcon.exporting.copies import Source
from memcon.exporting.noted import sources_of
from memcon.exporting.words import party_in_words
from memcon.linking.engagements import Engagement
from memcon.model import Act, Span, Statement
from memcon.reading.names import same_person
from memcon.record import Record
from memcon.web import links
from memcon.web.notes import title_of_document
from memcon.web.records import OpenRecord
from memcon.web.rendering import engagement_at, page
from memcon.web.visitors import Reviewing, Visitor, remember

router = APIRouter(include_in_schema=False)
_MOST = 2000
"""Code points of words that may be given for a statement."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement as it can be corrected: where it stands, its words, speakers and act, and who corrected it."""

    at: str
    href: str
    words: str
    spoken: str
    speakers: tuple[str, ...]
    act: str
    why: str


@router.get("/engagement/{reference}/statements")
def statements(
    request: Request,
    reference: str,
    record: OpenRecord,
    visitor: Reviewing,
    done: Annotated[str, Query()] = "",
    at: Annotated[str, Query()] = "",
) -> Response:
    """Show the statements of an engagement, each with a form; the words ``at`` a place stand in that of a further one.

    A place is "document:start:end", in code points.
    """
    found = engagement_at(record, reference)
    if found.id != reference:
        return RedirectResponse(links.statements(found.id), 307)
    said = next((f"{r.value[:1].upper()}{r.value[1:]}." for r in found.rulings if r.decision == done and r.value), "")
    problem = ""
    try:
        marked = _span(record, at) if at else None
    except UsageError as error:
        marked, problem = None, str(error)
    return _page(request, found, record, visitor, marked=marked, problem=problem, said=said)


def _page(
    request: Request,
    found: Engagement,
    record: Record,
    visitor: Visitor,
    *,
    words: str = "",
    marked: Span | None = None,
    problem: str = "",
    said: str = "",
) -> Response:
    sources = sources_of(record, found)
    return page(
        request,
        "statements.html",
        400 if problem else 200,
        engagement=found,
        title=title_of_engagement(found),
        sources=[(title_of_document(d, r), _stated(found, (d, r, a))) for d, r, a in sources],
        gone={(r.why, short(r.text)): links.words(r.text) for r in found.said if r.statement is None},
        speakers=[*(p.name.value for p in found.participants if p.name), *(p.value for p in found.parties)],
        called={p.value: party_in_words(p.value) for p in found.parties},
        acts=[act.value for act in Act],
        words=marked.text if marked else words,
        marked=_place(marked) if marked else "",
        problem=problem,
        said=said,
        visitor=visitor,
    )


def _stated(engagement: Engagement, source: Source) -> list[Stated]:
    document, _, account = source
    why = {r.text: r.why for r in engagement.said}
    names = [p.name.value for p in engagement.participants if p.name]
    told = (s for s in account.statements if s.text.document == document.id)
    return [_one(s, names, why.get(s.text, "")) for s in told]


def _one(statement: Statement, names: list[str], why: str) -> Stated:
    text = statement.text
    return Stated(
        _place(text),
        links.words(text),
        " ".join(text.text.split()),
        ", ".join(party_in_words(s.value) for s in statement.speakers),
        tuple(next((n for n in names if same_person(n, s.value)), s.value) for s in statement.speakers),
        statement.act.value.value,
        why,
    )


@router.post("/engagement/{reference}/statements")
def correct(
    request: Request,
    reference: str,
    record: OpenRecord,
    visitor: Reviewing,
    action: Annotated[str, Form()] = "",
    at: Annotated[str, Form()] = "",
    words: Annotated[str, Form(max_length=_MOST)] = "",
    speaker: Annotated[list[str] | None, Form()] = None,
    act: Annotated[str, Form()] = "",
    because: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
) -> Response:
    """Correct one statement, take it out, or add one by its words."""
    found = engagement_at(record, reference)
    author = visitor.author(name)
    try:
        if not author:
            raise UsageError("say who you are: a decision is signed with its author's name")
        made = record.restate(
            found.id,
            _span(record, at) if at else words,
            speakers=speaker or (),
            act=act or None,
            remove=action == "remove",
            author=author,
            because=because or None,
        )
    except UsageError as error:
        return _page(request, found, record, visitor, words=words, problem=str(error))
    now = record.log(made.id)[0].engagements
    answer = RedirectResponse(links.statements(now[0] if now else found.id, done=made.id), 303)
    if visitor.name is None:
        remember(answer, author)
    return answer


def _span(record: Record, at: str) -> Span:
    """The words at "document:start:end"."""
    document, *ends = at.split(":")
    if len(ends) != 2 or not all(_is_number(e) for e in ends):
        raise UsageError("say which statement, by the form beside it")
    try:
        words = record.document(document).span(int(ends[0]), int(ends[1]))
    except ValueError:
        raise UsageError("there are no words at this place") from None
    before, after = (len(words.text) - len(cut) for cut in (words.text.lstrip(), words.text.rstrip()))
    if before == len(words.text):
        raise UsageError("there are no words at this place")
    return Span(words.document, words.start + before, words.end - after, words.text.strip())


def _place(words: Span) -> str:
    return f"{words.document}:{words.start}:{words.end}"


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) < 10
