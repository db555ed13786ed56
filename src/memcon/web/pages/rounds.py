"""Rounds of blind review: made, answered by each reviewer alone, compared when all have finished, settled."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.decisions.values import Field
from memcon.errors import UsageError
from memcon.record import Filters, Record
from memcon.reviewing import Round, RoundAnswer, RoundItem, Verdict
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.rounds import SEED, Draw, in_words
from memcon.vocabulary.parties import party_code
from memcon.web import links
from memcon.web.records import OpenRecord
from memcon.web.rendering import not_found, page
from memcon.web.review_items import LABELS
from memcon.web.round_items import agreement_view, asked, confusion
from memcon.web.visitors import Reviewing, Visitor, remember, reviewer_of

router = APIRouter(include_in_schema=False)
_ROOT = "/review/rounds"
_SIZE = 20


@router.get(_ROOT)
def rounds(request: Request, visitor: Reviewing, record: OpenRecord) -> Response:
    """List the rounds, and make one."""
    return _list(request, visitor, record)


def _list(request: Request, visitor: Visitor, record: Record, problem: str = "", **given: str) -> Response:
    rows = [(one, record.progress(one.id), len(record.round_items(one.id))) for one in record.rounds()]
    return page(
        request,
        "rounds.html",
        400 if problem else 200,
        rows=rows,
        visitor=visitor,
        problem=problem,
        given={
            "size": str(_SIZE),
            "seed": str(SEED),
            "reviewers": visitor.name or "",
            "draw": "queue",
            "name": "",
            "since": "",
            "until": "",
            "party": "",
        }
        | given,
        fields=[(f.value, LABELS[f]) for f in REVIEWED],
    )


@router.post(_ROOT)
def make(
    request: Request,
    visitor: Reviewing,
    record: OpenRecord,
    name: Annotated[str, Form()] = "",
    reviewers: Annotated[str, Form()] = "",
    size: Annotated[str, Form()] = "",
    draw: Annotated[str, Form()] = Draw.QUEUE,
    seed: Annotated[str, Form()] = "",
    since: Annotated[str, Form()] = "",
    until: Annotated[str, Form()] = "",
    party: Annotated[str, Form()] = "",
    field: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Make a round."""
    given = {"name": name, "reviewers": reviewers, "size": size, "draw": draw, "seed": seed}
    given |= {"since": since, "until": until, "party": party}
    who = [one for line in reviewers.splitlines() for one in line.split(";")]
    try:
        made = record.make_round(
            name,
            who,
            _number(size, "the number of items"),
            author=visitor.name or next((one.strip() for one in who if one.strip()), ""),
            draw=Draw(draw) if draw in set(Draw) else Draw.QUEUE,
            seed=_number(seed or str(SEED), "the seed"),
            filters=Filters(
                parties=(party_code(party.strip()),) if party.strip() else (),
                since=since.strip() or None,
                until=until.strip() or None,
            ),
            fields=[Field(f) for f in field or () if f in {r.value for r in REVIEWED}] or REVIEWED,
        )
    except UsageError as error:
        return _list(request, visitor, record, str(error), **given)
    return RedirectResponse(_address(made), 303)


@router.get(f"{_ROOT}/{{reference}}")
def one_round(request: Request, reference: str, visitor: Reviewing, record: OpenRecord) -> Response:
    """Show how far a round has come; nobody's answers."""
    return _round_page(request, _round(record, reference), visitor, record)


def _round_page(request: Request, found: Round, visitor: Visitor, record: Record, problem: str = "") -> Response:
    items, mine = record.round_items(found.id), {}
    if visitor.name in found.reviewers:
        mine = record.own_answers(found.id, visitor.name)
    blind = record.is_blind(found.id)
    settled = record.settled(found.id)
    return page(
        request,
        "round.html",
        400 if problem else 200,
        round=found,
        root=_address(found),
        size=len(items),
        progress=record.progress(found.id),
        is_reviewer=visitor.name in found.reviewers,
        visitor=visitor,
        open_item=next((i.number for i in items if i.number not in mine), None),
        blind=blind,
        problem=problem,
        settled=len(settled),
        left=[] if blind else [i for i in record.differences(found.id) if i.number not in settled],
    )


@router.post(f"{_ROOT}/{{reference}}/name")
def name_me(reference: str, record: OpenRecord, visitor: Reviewing, name: Annotated[str, Form()] = "") -> Response:
    """Remember who looks, where nobody has logged in."""
    answer = RedirectResponse(_address(_round(record, reference)), 303)
    if name.strip() and visitor.name is None:
        remember(answer, name)
    return answer


@router.get(f"{_ROOT}/{{reference}}/item/{{number}}")
def item(request: Request, reference: str, number: int, visitor: Reviewing, record: OpenRecord) -> Response:
    """Show an item to one of the round's reviewers, with the answer that they gave themselves, if any."""
    return _item_page(request, _round(record, reference), number, visitor, record)


def _item_page(
    request: Request, found: Round, number: int, visitor: Visitor, record: Record, problem: str = ""
) -> Response:
    name = _reviewer(found, visitor)
    items = record.round_items(found.id)
    one = _of(items, number)
    mine = record.own_answers(found.id, name)
    return page(
        request,
        "round_item.html",
        400 if problem else 200,
        round=found,
        root=_address(found),
        number=number,
        size=len(items),
        one=asked(record, one),
        mine=mine.get(number),
        said=in_words,
        answered=len(mine),
        blind=record.is_blind(found.id),
        problem=problem,
    )


@router.post(f"{_ROOT}/{{reference}}/item/{{number}}")
def answer(
    request: Request,
    reference: str,
    number: int,
    visitor: Reviewing,
    record: OpenRecord,
    verdict: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    remark: Annotated[str, Form()] = "",
) -> Response:
    """Keep an answer and go on to the next item without one."""
    found = _round(record, reference)
    name = _reviewer(found, visitor)
    try:
        record.answer_item(found.id, number, name, _verdict(verdict), value=value, remark=remark)
    except UsageError as error:
        return _item_page(request, found, number, visitor, record, str(error))
    mine, items = record.own_answers(found.id, name), record.round_items(found.id)
    order = [i.number for i in items if i.number > number] + [i.number for i in items if i.number < number]
    following = next((n for n in order if n not in mine), None)
    return RedirectResponse(f"{_address(found)}/item/{following}" if following else _address(found), 303)


@router.get(f"{_ROOT}/{{reference}}/agreement", dependencies=[Depends(reviewer_of)])
def agreement(request: Request, reference: str, record: OpenRecord) -> Response:
    """Show how far the reviewers agree, once all have answered everything."""
    found = _round(record, reference)
    answers, items = _opened(record, found), record.round_items(found.id)
    return page(
        request,
        "round_agreement.html",
        round=found,
        root=_address(found),
        rows=agreement_view(items, answers),
        tables=confusion(items, answers),
        left=[i for i in record.differences(found.id) if i.number not in record.settled(found.id)],
    )


@router.post(f"{_ROOT}/{{reference}}/agreed")
def apply_agreed(request: Request, reference: str, visitor: Reviewing, record: OpenRecord) -> Response:
    """Decide what all agree on."""
    found = _round(record, reference)
    try:
        record.apply_agreed(found.id)
    except UsageError as error:
        return _round_page(request, found, visitor, record, str(error))
    return RedirectResponse(_address(found), 303)


@router.get(f"{_ROOT}/{{reference}}/settle/{{number}}")
def settling(request: Request, reference: str, number: int, visitor: Reviewing, record: OpenRecord) -> Response:
    """Show a difference with all answers and remarks."""
    return _settle_page(request, _round(record, reference), number, visitor, record)


def _settle_page(
    request: Request, found: Round, number: int, visitor: Visitor, record: Record, problem: str = ""
) -> Response:
    answers, items = _opened(record, found), record.round_items(found.id)
    one = _of(items, number)
    settled = record.settled(found.id)
    left = [i.number for i in record.differences(found.id) if i.number not in settled]
    return page(
        request,
        "round_settle.html",
        400 if problem else 200,
        round=found,
        root=_address(found),
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


@router.post(f"{_ROOT}/{{reference}}/settle/{{number}}")
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
    found = _round(record, reference)
    answers = _opened(record, found)
    author = visitor.name or " ".join(name.split())
    try:
        given = answers[choice][number].answer if choice in answers and number in answers[choice] else None
        verdict, right = (given.verdict, given.value) if given else (_verdict(choice), value)
        record.settle(found.id, number, verdict, value=right, author=author, because=because)
    except UsageError as error:
        return _settle_page(request, found, number, visitor, record, str(error))
    settled = record.settled(found.id)
    left = [i.number for i in record.differences(found.id) if i.number not in settled]
    following = next((n for n in left if n > number), left[0] if left else None)
    back = RedirectResponse(f"{_address(found)}/settle/{following}" if following else _address(found), 303)
    if visitor.name is None:
        remember(back, author)
    return back


def _address(found: Round) -> str:
    return links.round(found.id)


def _round(record: Record, reference: str) -> Round:
    try:
        return record.round(reference)
    except UsageError as error:
        raise not_found(error) from None


def _of(items: list[RoundItem], number: int) -> RoundItem:
    found = next((i for i in items if i.number == number), None)
    if found is None:
        raise HTTPException(404, f"the round has no item {number}")
    return found


def _opened(record: Record, found: Round) -> dict[str, dict[int, RoundAnswer]]:
    """Everybody's answers; answers 403 while the round is blind."""
    try:
        return record.answers(found.id)
    except UsageError as error:
        raise HTTPException(403, str(error)) from None


def _reviewer(found: Round, visitor: Visitor) -> str:
    if visitor.name not in found.reviewers or visitor.name is None:
        raise HTTPException(403, f"only the reviewers of this round answer it: {', '.join(found.reviewers)}")
    return visitor.name


def _verdict(words: str) -> Verdict:
    try:
        return Verdict(words)
    except ValueError:
        raise UsageError("press one of the buttons") from None


def _number(words: str, what: str) -> int:
    if not words.strip().isdecimal():
        raise UsageError(f"{what} is a number such as {_SIZE}, not {words!r}")
    return int(words)
