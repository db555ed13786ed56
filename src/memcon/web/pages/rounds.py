"""Rounds of blind review: made, and answered by each reviewer alone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from memcon.decisions.values import Field
from memcon.errors import UsageError
from memcon.record import Filters, Record
from memcon.reviewing import Round, RoundItem, Verdict
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.rounds import SEED, Draw, in_words
from memcon.vocabulary.parties import party_code
from memcon.web import links
from memcon.web.records import OpenRecord
from memcon.web.rendering import not_found, page
from memcon.web.review_items import LABELS
from memcon.web.round_items import asked
from memcon.web.visitors import Reviewing, Visitor, remember

router = APIRouter(include_in_schema=False)
_DIGITS = 8
"""No number that makes sense is as long."""
ROOT = "/review/rounds"
_SIZE = 20


@router.get(ROOT)
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


@router.post(ROOT)
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
    return RedirectResponse(address_of(made), 303)


@router.get(f"{ROOT}/{{reference}}")
def one_round(request: Request, reference: str, visitor: Reviewing, record: OpenRecord) -> Response:
    """Show how far a round has come; nobody's answers."""
    return round_page(request, round_of(record, reference), visitor, record)


def round_page(request: Request, found: Round, visitor: Visitor, record: Record, problem: str = "") -> Response:
    """Give the page of a round."""
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
        root=address_of(found),
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


@router.post(f"{ROOT}/{{reference}}/name")
def name_me(reference: str, record: OpenRecord, visitor: Reviewing, name: Annotated[str, Form()] = "") -> Response:
    """Remember who looks, where nobody has logged in."""
    answer = RedirectResponse(address_of(round_of(record, reference)), 303)
    if name.strip() and visitor.name is None:
        remember(answer, name)
    return answer


@router.get(f"{ROOT}/{{reference}}/item/{{number}}")
def item(request: Request, reference: str, number: int, visitor: Reviewing, record: OpenRecord) -> Response:
    """Show an item to one of the round's reviewers, with the answer that they gave themselves, if any."""
    return _item_page(request, round_of(record, reference), number, visitor, record)


def _item_page(
    request: Request, found: Round, number: int, visitor: Visitor, record: Record, problem: str = ""
) -> Response:
    name = _reviewer(found, visitor)
    items = record.round_items(found.id)
    one = item_of(items, number)
    mine = record.own_answers(found.id, name)
    return page(
        request,
        "round_item.html",
        400 if problem else 200,
        round=found,
        root=address_of(found),
        number=number,
        size=len(items),
        one=asked(record, one),
        mine=mine.get(number),
        said=in_words,
        answered=len(mine),
        blind=record.is_blind(found.id),
        problem=problem,
    )


@router.post(f"{ROOT}/{{reference}}/item/{{number}}")
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
    found = round_of(record, reference)
    name = _reviewer(found, visitor)
    try:
        record.answer_item(found.id, number, name, verdict_of(verdict), value=value, remark=remark)
    except UsageError as error:
        return _item_page(request, found, number, visitor, record, str(error))
    mine, items = record.own_answers(found.id, name), record.round_items(found.id)
    order = [i.number for i in items if i.number > number] + [i.number for i in items if i.number < number]
    following = next((n for n in order if n not in mine), None)
    return RedirectResponse(f"{address_of(found)}/item/{following}" if following else address_of(found), 303)


def address_of(found: Round) -> str:
    """Give the address of a round."""
    return links.round(found.id)


def round_of(record: Record, reference: str) -> Round:
    """Give a round; answers 404 where there is none."""
    try:
        return record.round(reference)
    except UsageError as error:
        raise not_found(error) from None


def item_of(items: list[RoundItem], number: int) -> RoundItem:
    """Give an item of a round; answers 404 where there is none."""
    found = next((i for i in items if i.number == number), None)
    if found is None:
        raise HTTPException(404, f"the round has no item {number}")
    return found


def _reviewer(found: Round, visitor: Visitor) -> str:
    if visitor.name not in found.reviewers or visitor.name is None:
        raise HTTPException(403, f"only the reviewers of this round answer it: {', '.join(found.reviewers)}")
    return visitor.name


def verdict_of(words: str) -> Verdict:
    """Give the verdict of a button; raises UsageError where it is none."""
    try:
        return Verdict(words)
    except ValueError:
        raise UsageError("press one of the buttons") from None


def _number(words: str, what: str) -> int:
    if not words.strip().isdecimal() or len(words) > _DIGITS:
        raise UsageError(f"{what} is a number such as {_SIZE}, not {words!r}")
    return int(words)
