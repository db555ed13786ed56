"""Rounds that all have answered: how far they agree, and what they differ in settled into decisions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.errors import UsageError
from memcon.record import Record
from memcon.reviewing import Round, RoundAnswer
from memcon.reviewing.rounds import in_words
from memcon.web.pages.rounds import ROOT, address_of, item_of, round_of, round_page, verdict_of
from memcon.web.records import OpenRecord
from memcon.web.rendering import page
from memcon.web.round_items import agreement_view, asked, confusion
from memcon.web.visitors import Reviewing, Visitor, remember, reviewer_of

router = APIRouter(include_in_schema=False)


@router.get(f"{ROOT}/{{reference}}/agreement", dependencies=[Depends(reviewer_of)])
def agreement(request: Request, reference: str, record: OpenRecord) -> Response:
    """Show how far the reviewers agree, once all have answered everything."""
    found = round_of(record, reference)
    answers, items = _opened(record, found), record.round_items(found.id)
    return page(
        request,
        "round_agreement.html",
        round=found,
        root=address_of(found),
        rows=agreement_view(items, answers),
        tables=confusion(items, answers),
        left=[i for i in record.differences(found.id) if i.number not in record.settled(found.id)],
    )


@router.post(f"{ROOT}/{{reference}}/agreed")
def apply_agreed(request: Request, reference: str, visitor: Reviewing, record: OpenRecord) -> Response:
    """Decide what all agree on."""
    found = round_of(record, reference)
    try:
        record.apply_agreed(found.id)
    except UsageError as error:
        return round_page(request, found, visitor, record, str(error))
    return RedirectResponse(address_of(found), 303)


@router.get(f"{ROOT}/{{reference}}/settle/{{number}}")
def settling(request: Request, reference: str, number: int, visitor: Reviewing, record: OpenRecord) -> Response:
    """Show a difference with all answers and remarks."""
    return _settle_page(request, round_of(record, reference), number, visitor, record)


def _settle_page(
    request: Request, found: Round, number: int, visitor: Visitor, record: Record, problem: str = ""
) -> Response:
    answers, items = _opened(record, found), record.round_items(found.id)
    one = item_of(items, number)
    settled = record.settled(found.id)
    left = [i.number for i in record.differences(found.id) if i.number not in settled]
    return page(
        request,
        "round_settle.html",
        400 if problem else 200,
        round=found,
        root=address_of(found),
        number=number,
        one=asked(record, one),
        answers=[(who, of[number]) for who, of in answers.items()],
        said=in_words,
        settled=settled.get(number),
        left=left,
        following=next((n for n in left if n > number), None),
        before=next((n for n in reversed(left) if n < number), None),
        visitor=visitor,
        problem=problem,
    )


@router.post(f"{ROOT}/{{reference}}/settle/{{number}}")
def settle(
    request: Request,
    reference: str,
    number: int,
    visitor: Reviewing,
    record: OpenRecord,
    choice: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    because: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
) -> Response:
    """Settle a difference: one of the answers, or another value."""
    found = round_of(record, reference)
    answers = _opened(record, found)
    author = visitor.author(name)
    try:
        given = answers[choice][number].answer if choice in answers and number in answers[choice] else None
        verdict, right = (given.verdict, given.value) if given else (verdict_of(choice), value)
        record.settle(found.id, number, verdict, value=right, author=author, because=because)
    except UsageError as error:
        return _settle_page(request, found, number, visitor, record, str(error))
    settled = record.settled(found.id)
    left = [i.number for i in record.differences(found.id) if i.number not in settled]
    following = next((n for n in left if n > number), left[0] if left else None)
    back = RedirectResponse(f"{address_of(found)}/settle/{following}" if following else address_of(found), 303)
    if visitor.name is None:
        remember(back, author)
    return back


def _opened(record: Record, found: Round) -> dict[str, dict[int, RoundAnswer]]:
    """Everybody's answers; answers 403 while the round is blind."""
    try:
        return record.answers(found.id)
    except UsageError as error:
        raise HTTPException(403, str(error)) from None
