"""Review: one item at a time, with the words in view; every answer is a plain form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from memcon.decisions import Decision, Field, State, Verb
from memcon.errors import UsageError
from memcon.exporting.decisions import accepted_in_words, decision_in_short
from memcon.linking.engagements import AccountKey
from memcon.record import Record
from memcon.record.waiting import Waiting
from memcon.reviewing import Action, ItemKind, Reference
from memcon.reviewing.doubting import REVIEWED
from memcon.web import links
from memcon.web.offering import others, wholes
from memcon.web.records import OpenRecord, Records
from memcon.web.rendering import not_found, page
from memcon.web.review_items import LABELS, shown
from memcon.web.visitors import Reviewing, Visitor, remember

router = APIRouter(include_in_schema=False)
_ABOUT = {
    **{field.value: LABELS[field] for field in REVIEWED},
    "join": "Joined",
    "near": "Nearly joined",
    "look": "Second look",
}
_LATER = "later"
_NOBODY = "say who you are first: a decision is signed with its author's name"


@dataclass(frozen=True, slots=True)
class Desk:
    """What is reviewed: the whole queue, only what is ``about`` something, or one ``engagement``; and at which item."""

    item: str = ""
    about: str = ""
    engagement: str = ""

    def address(self, item: Reference | None = None, **more: str) -> str:
        """The address of an item at this desk, or of the first one."""
        told = {"item": str(item) if item else "", "about": self.about, "engagement": self.engagement, **more}
        return links.with_query("/review", told)


def _desk(
    item: Annotated[str, Query()] = "", about: Annotated[str, Query()] = "", engagement: Annotated[str, Query()] = ""
) -> Desk:
    return Desk(item, about if about in _ABOUT else "", engagement)


At = Annotated[Desk, Depends(_desk)]


@router.get("/review")
def review(
    request: Request,
    desk: At,
    visitor: Reviewing,
    record: OpenRecord,
    records: Records,
    done: Annotated[str, Query()] = "",
    find: Annotated[str | None, Query()] = None,
) -> Response:
    """Show the first item of the queue, or the one asked for."""
    return _page(request, desk, visitor, record, records, status=_status(record, done), find=find)


def _page(
    request: Request,
    desk: Desk,
    visitor: Visitor,
    record: Record,
    records: Records,
    status: str = "",
    problem: str = "",
    find: str | None = None,
) -> Response:
    try:
        before, item, after = _around(record, desk, visitor.name)
        one = shown(record, item) if item else None
    except UsageError as error:
        if desk.item and not problem:
            return RedirectResponse(Desk(about=desk.about, engagement=desk.engagement).address(), 303)
        raise not_found(error) from None
    undoable = record.last_of(visitor.name) if visitor.name else ()
    return page(
        request,
        "review.html",
        400 if problem else 200,
        desk=desk,
        one=one,
        before=before,
        after=after,
        visitor=visitor,
        said=status,
        problem=problem,
        abouts=_ABOUT,
        total=records.kept("waiting", lambda opened: opened.waiting_count()),
        undoable=_words(undoable[-1]) if undoable else "",
        find=find,
        others=others(record, one.engagement, find) if one else [],
        wholes=wholes(record, one.engagement) if one and one.kind is ItemKind.VALUE else [],
        still=one is not None and (bool(desk.engagement) or record.item(one.waiting.reference) is not None),
    )


def _around(record: Record, desk: Desk, reviewer: str | None) -> tuple[Waiting | None, Waiting | None, Waiting | None]:
    """The item with the ones before and after it."""
    if desk.engagement:
        several = record.items_of(record.engagement(desk.engagement))
        if desk.item and desk.item not in {str(w.reference) for w in several}:
            several.insert(0, Waiting(Reference.of(desk.item), 0.0, 0.0))
        at = next((n for n, w in enumerate(several) if str(w.reference) == desk.item), 0)
        ring: list[Waiting | None] = [None, *several, None]
        return (ring[at], ring[at + 1], ring[at + 2]) if several else (None, None, None)
    about = desk.about or None
    item = _asked(record, desk, reviewer)
    if item is None:
        first = record.waiting(reviewer, about=about, limit=2)
        return (None, first[0] if first else None, first[1] if len(first) > 1 else None)
    if record.item(item.reference) is None:  # it was decided since; what comes next is the head of the queue
        following = record.waiting(reviewer, about=about)
        return (None, item, following[0] if following else None)
    before = record.waiting(reviewer, about=about, after=item, backwards=True)
    following = record.waiting(reviewer, about=about, after=item)
    return (before[0] if before else None, item, following[0] if following else None)


def _asked(record: Record, desk: Desk, reviewer: str | None) -> Waiting | None:
    if not desk.item:
        return None
    reference = Reference.of(desk.item)
    known = record.item(reference, put_off=record.is_put_off(reference, reviewer))
    if known is not None:
        return known
    now = record.engagement(reference.engagement)
    return Waiting(replace(reference, engagement=now.id), 0.0, 0.0)


@router.post("/review")
def decide(
    request: Request,
    desk: At,
    visitor: Reviewing,
    record: OpenRecord,
    records: Records,
    action: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    other: Annotated[str, Form()] = "",
    whole: Annotated[str, Form()] = "",
    because: Annotated[str, Form()] = "",
    account: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Do what the reviewer says and go on to the next item; what cannot be done is said, with the item still there."""
    who = visitor if visitor.name else replace(visitor, name=" ".join(name.split()) or None)
    try:
        if who.name is None:
            raise UsageError(_NOBODY)
        if action == "name":
            answer: Response = RedirectResponse(desk.address(_reference(desk)), 303)
        elif action == Action.UNDO:
            undone = record.undo_last(who.name, because=because or None)
            answer = RedirectResponse(_after_undo(record, desk, undone), 303)
        else:
            given = {"value": value, "other": whole or other, "because": because}
            answer = _answered(record, desk, who.name, action, given, account or [])
    except UsageError as error:
        return _page(request, desk, visitor, record, records, problem=_said(str(error)))
    if not visitor.name:
        remember(answer, who.name)
    return answer


def _answered(
    record: Record, desk: Desk, name: str, action: str, given: dict[str, str], accounts: list[str]
) -> Response:
    if action == "accept-all":
        made = record.accept(desk.engagement, author=name, because=given["because"] or None)
        return RedirectResponse(links.engagement(record.log(made.id)[0].engagements[0]), 303)
    if action not in set(Action):
        raise UsageError("press one of the buttons")
    reference = Reference.of(desk.item)
    _, _, following = _around(record, desk, name)
    decided = record.answer(
        reference,
        Action(action),
        author=name,
        because=given["because"] or None,
        value=given["value"] or None,
        other=given["other"] or None,
        accounts=[_key(words) for words in accounts],
    )
    next_ = following.reference if following else None
    if desk.engagement:
        desk = replace(desk, engagement=_now(record, desk, decided))
        next_ = replace(next_, engagement=desk.engagement) if next_ else None
    return RedirectResponse(desk.address(next_, done=decided[0].id if decided else _LATER), 303)


def _now(record: Record, desk: Desk, decided: tuple[Decision, ...]) -> str:
    """The engagement that is reviewed, by its id after the decisions."""
    try:
        return record.engagement(desk.engagement).id
    except UsageError:
        return record.log(decided[0].id)[0].engagements[0]


def _after_undo(record: Record, desk: Desk, undone: tuple[Decision, ...]) -> str:
    """The item that the undone decision was about, which is in doubt again."""
    first = undone[-1]
    engagements = record.log(first.id)[0].engagements
    field = first.change.field if first.change else first.field
    names = {"start": "date", "end": "date", "country": "place", "city": "place", "statements": "kind"}
    about = names.get(field.value, field.value) if field else "kind" if first.verb is Verb.DISMISS else "join"
    item = None
    if engagements:
        item = Reference(engagements[0], ItemKind.JOIN if about == "join" else ItemKind.VALUE, about)
        if first.verb is Verb.APART or (first.verb is Verb.MERGE and len(engagements) > 1):
            one, other = sorted(engagements)[:2]
            item = Reference(one, ItemKind.NEAR, other)
        elif first.verb is Verb.ACCEPT and field is None:
            item = None
    return desk.address(item, done=first.id)


def _reference(desk: Desk) -> Reference | None:
    return Reference.of(desk.item) if desk.item else None


def _key(words: str) -> AccountKey:
    document, _, account = words.rpartition("/")
    return AccountKey(document, account)


def _status(record: Record, done: str) -> str:
    """What was just done, in words."""
    if done == _LATER:
        return "Put off: it comes again at the end of your queue."
    try:
        entry = next(e for e in record.log(record.decision(done).id) if e.decision.id == done)
    except (UsageError, StopIteration):
        return ""
    said = _words(entry.decision)
    return f"Undone: {said[0].lower()}{said[1:]}." if entry.state is State.UNDONE else f"{said}."


_WHOLE = {Field.COUNTRY: Field.PLACE, Field.CITY: Field.PLACE, Field.START: Field.DATE, Field.END: Field.DATE}


def _words(decision: Decision) -> str:
    """A decision as the line after it says it: "Accepted: date 22 February 2023"."""
    if decision.verb is Verb.ACCEPT and decision.of is None:
        saw = accepted_in_words(decision)
        return f"Accepted: {decision.field.value if decision.field else 'all of it'}{f' {saw}' if saw else ''}"
    change = decision.change
    if change is not None and (change.remove or change.value is None):
        return f"Rejected: {change.value or _WHOLE.get(change.field, change.field).value}"
    if decision.verb is Verb.PART_OF:
        said = decision_in_short(decision)
        return f"{said[0].upper()}{said[1:]}"
    verbs = {Verb.CORRECT: "Corrected", Verb.ACCEPT: "Confirmed", Verb.UNDO: "Undone", Verb.MERGE: "Joined",
             Verb.SPLIT: "Split", Verb.APART: "Kept apart", Verb.DISMISS: "Dismissed"}  # fmt: skip
    return f"{verbs[decision.verb]}: {decision_in_short(decision)}"


def _said(message: str) -> str:
    """An error for the page: of commands that the terminal has, only what they are for."""
    return message.split("; undo that first: memcon")[0].split("; to say that you checked it: memcon")[0]
