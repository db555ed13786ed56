"""Blind rounds: made, answered by each reviewer alone, and opened when all have answered everything.

Blindness is held by the record: nobody is given another reviewer's answers before.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from memcon.exporting.rounds import agreement_values, answer_value, item_value, round_value
from memcon.record import Filters, Record
from memcon.reviewing import Round, RoundItem
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.rounds import LARGEST
from memcon.vocabulary.parties import party_code
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.api.round_bodies import (
    Agreements,
    Answering,
    AnswerRead,
    Applied,
    Difference,
    Next,
    RoundMaking,
    RoundRead,
    SettledRead,
    Settling,
)
from memcon.web.api.who import Author, Reviewer, named
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["rounds"]
_CHANGED = answers(400, 403, 404, 409, 413, 415, 422, 503)

Reference = Annotated[str, Path(description="The round's id, or its name.")]
Number = Annotated[int, Path(ge=1, le=LARGEST, description="The item's number, from 1.")]


class Rounds:
    """The endpoints of blind rounds."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add, at, told = router.add_api_route, "/rounds/{round}", answers(403, 404, 422, 503)
        add("/rounds", self.list_rounds, response_model=Page[RoundRead], tags=_TAGS, responses=answers(422, 503))
        add("/rounds", self.make_round, methods=["POST"], status_code=201, response_model=RoundRead, tags=_TAGS,
            responses=answers(400, 403, 409, 413, 415, 422, 503))  # fmt: skip
        add(at, self.round, response_model=RoundRead, tags=_TAGS, responses=answers(404, 422, 503))
        add(f"{at}/next", self.next_item, response_model=Next, tags=_TAGS, responses=told)
        add(f"{at}/answers/{{number}}", self.answer_item, methods=["PUT"], response_model=AnswerRead, tags=_TAGS,
            responses=_CHANGED)  # fmt: skip
        add(f"{at}/agreement", self.agreement, response_model=Agreements, tags=_TAGS, responses=told)
        add(f"{at}/differences", self.differences, response_model=Page[Difference], tags=_TAGS, responses=told)
        add(f"{at}/settlements/{{number}}", self.settle, methods=["POST"], status_code=201, response_model=SettledRead,
            tags=_TAGS, responses=_CHANGED)  # fmt: skip
        add(f"{at}/agreed", self.apply_agreed, methods=["POST"], response_model=Applied, tags=_TAGS, responses=told)

    def list_rounds(self, limit: Limit = 50, cursor: Cursor = None) -> Page[Any]:
        """List the rounds, the latest first, and how far each reviewer has come; nobody's answers."""
        record = self.records.record()
        items, following = page_of(record.rounds(), limit, cursor, lambda one: one.id)
        return Page[Any](items=[round_value(record, one) for one in items], next=following)

    def make_round(self, given: RoundMaking, author: Author) -> dict[str, Any]:
        """Draw items that every reviewer answers without seeing the answers of the others."""
        filters = Filters(parties=tuple(map(party_code, given.party)), since=given.since, until=given.until)
        with self.records.writing() as record, wrong_use(422):
            if any(r.name.casefold() == " ".join(given.name.split()).casefold() for r in record.rounds()):
                raise ProblemError(409, f"there is a round {given.name!r} already; give another name")
            made = record.make_round(
                given.name,
                given.reviewers,
                given.items,
                author=named(author, given.author),
                draw=given.draw,
                seed=given.seed,
                filters=filters,
                fields=given.field or REVIEWED,
            )
            return round_value(record, made)

    def round(self, round: Reference) -> dict[str, Any]:
        """Tell how far a round has come; nobody's answers."""
        record = self.records.record()
        return round_value(record, _round(record, round))

    def next_item(
        self,
        round: Reference,
        reviewer: Reviewer,
        number: Annotated[int | None, Query(ge=1, le=LARGEST, description="This item, answered or not.")] = None,
    ) -> dict[str, Any]:
        """Give the next item that a reviewer has not answered, or one by its number with the answer given so far."""
        record = self.records.record()
        found = _round(record, round)
        name = _reviewer(found, reviewer)
        items, mine = record.round_items(found.id), record.own_answers(found.id, name)
        left = [one for one in items if one.number not in mine]
        item = _item(items, number) if number is not None else next(iter(left), None)
        own = mine.get(item.number) if item is not None else None
        return {
            "item": item_value(record, item) if item is not None else None,
            "answer": answer_value(own) if own is not None else None,
            "items": len(items),
            "left": len(left),
        }

    def answer_item(self, round: Reference, number: Number, given: Answering, author: Author) -> dict[str, Any]:
        """Answer an item; a later answer takes its place until all reviewers have answered everything."""
        with self.records.writing() as record:
            found = _round(record, round)
            name = _reviewer(found, author or given.reviewer)
            _item(record.round_items(found.id), number)
            if not record.is_blind(found.id):
                raise ProblemError(409, f"all have answered {found.name}; what they differ in is settled now")
            with wrong_use(422):
                record.answer_item(found.id, number, name, given.verdict, value=given.value, remark=given.remark)
            return answer_value(record.own_answers(found.id, name)[number])

    def agreement(self, round: Reference) -> dict[str, Any]:
        """Tell how far the reviewers agree, once all have answered everything: raw, and Cohen's kappa."""
        record = self.records.record()
        found = _round(record, round)
        with wrong_use(403):
            told = record.answers(found.id)
        return {"items": list(agreement_values(record.round_items(found.id), told))}

    def differences(
        self,
        round: Reference,
        unsettled: Annotated[bool, Query(description="Only those that are not settled yet.")] = False,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List what the reviewers differ in, with all answers, once all have answered everything."""
        record = self.records.record()
        found = _round(record, round)
        with wrong_use(403):
            told, differ = record.answers(found.id), record.differences(found.id)
        settled = record.settled(found.id)
        rows = [one for one in differ if not (unsettled and one.number in settled)]
        items, following = page_of(rows, limit, cursor, lambda one: str(one.number))
        return Page[Any](
            items=[
                {
                    "item": item_value(record, one),
                    "answers": [answer_value(of[one.number]) for of in told.values()],
                    "settled": _settled(record, found, one.number) if one.number in settled else None,
                }
                for one in items
            ],
            next=following,
        )

    def settle(self, round: Reference, number: Number, given: Settling, author: Author) -> dict[str, Any]:
        """Say what holds of an item, and decide accordingly, once all have answered everything."""
        name = named(author, given.author)
        with self.records.writing() as record:
            found = _round(record, round)
            with wrong_use(403):
                record.answers(found.id)
            _item(record.round_items(found.id), number)
            if number in record.settled(found.id):
                raise ProblemError(409, f"item {number} of {found.name} was settled already; undo its decision first")
            with wrong_use(422):
                record.settle(found.id, number, given.verdict, author=name, value=given.value, because=given.because)
            return _settled(record, found, number)

    def apply_agreed(self, round: Reference) -> dict[str, Any]:
        """Decide, in the names of all reviewers, what they all say the same of; what cannot be followed is left."""
        with self.records.writing() as record:
            found = _round(record, round)
            with wrong_use(403):
                record.answers(found.id)
            applied = record.apply_agreed(found.id)
            return {"applied": applied, "left": len(record.round_items(found.id)) - len(record.settled(found.id))}


def _round(record: Record, reference: str) -> Round:
    """A round; answers 404 where there is none."""
    with wrong_use(404):
        return record.round(reference)


def _item(items: list[RoundItem], number: int) -> RoundItem:
    found = next((one for one in items if one.number == number), None)
    if found is None:
        raise ProblemError(404, f"the round has no item {number}")
    return found


def _reviewer(found: Round, name: str | None) -> str:
    """Who answers; 403 for everybody who is not of the round."""
    if name is None:
        raise ProblemError(422, "say who reviews: give 'reviewer'")
    if name not in found.reviewers:
        raise ProblemError(403, f"only the reviewers of this round answer it: {', '.join(found.reviewers)}")
    return name


def _settled(record: Record, found: Round, number: int) -> dict[str, Any]:
    one = record.settled(found.id)[number]
    return {
        "item": one.item,
        "author": one.author,
        "at": one.at,
        "verdict": one.answer.verdict,
        "value": one.answer.value,
        "decisions": list(one.decisions),
    }
