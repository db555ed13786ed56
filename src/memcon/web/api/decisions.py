"""What people decide: the log, and making decisions. Entries are only ever added."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import Field

from memcon.decisions import Decision, Entry, State, Verb, change
from memcon.decisions.changes import field_named
from memcon.decisions.values import Field as FieldName
from memcon.exporting.decisions import decision_in_words, decisions_in, log_row
from memcon.linking.engagements import AccountKey as Key
from memcon.model import Act, SpeechMode
from memcon.model import Span as Place
from memcon.record import Record
from memcon.web.api.bodies import JSON_LINES, Uploading, body_of
from memcon.web.api.deciding import (
    Accepting,
    Correcting,
    Deciding,
    Dismissing,
    Merging,
    Parting,
    Placing,
    Restating,
    Splitting,
    Undoing,
)
from memcon.web.api.models import Span, Value
from memcon.web.api.paging import Cursor, Limit, Page, page_of
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.api.who import Author, named
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["decisions"]


class Named(Value):
    """A participant in plain words."""

    name: str | None = Field(description="The name.")
    office: str | None = Field(description="The office.")
    party: str | None = Field(description="Whom they represent.")


class Told(Value):
    """What an account or an engagement told when the decision was made."""

    kind: str | None = Field(description="The kind.")
    status: str | None = Field(description="The status.")
    mode: str | None = Field(description="The mode.")
    start: str | None = Field(description="The first day.")
    end: str | None = Field(description="The last day.")
    country: str | None = Field(description="The country.")
    city: str | None = Field(description="The city.")
    forum: str | None = Field(description="The forum.")
    parties: list[str] = Field(description="The parties.")
    participants: list[Named] = Field(description="The participants.")
    venue: str | None = Field(description="The venue.")


class Anchor(Value):
    """An account that a decision rests on."""

    document: str = Field(description="The document's id.")
    name: str = Field(description="The document's name.")
    account: str = Field(description="The account's id, as it was then.")
    at: int | None = Field(description="Offset of the words that tell of the occasion.")
    told: Told = Field(description="What the account told.")


class Change(Value):
    """What a correction puts in the place of what was read."""

    field: FieldName = Field(description="The field.")
    value: str | None = Field(description="The right value; null: not told.")
    remove: bool = Field(description="Whether the party or person is taken out.")
    name: str | None = Field(description="The person's right name.")
    office: str | None = Field(description="The person's right office.")
    party: str | None = Field(description="Whom the person represents.")
    words: list[Span] = Field(description="The words that are a statement, or none, wherever they stand.")
    speakers: list[str] = Field(description="Who speaks.")
    act: Act | None = Field(description="What they do by it.")
    mode: SpeechMode | None = Field(description="Whether the words are quoted.")
    was: str | None = Field(description="What the statement was before, in words; null: none.")


class DecisionRead(Value):
    """A decision with what has become of it."""

    id: str = Field(description="Made from all the rest of it.")
    verb: Verb = Field(description="What it does.")
    author: str = Field(description="Who decided.")
    at: str = Field(description="When (UTC).")
    because: str | None = Field(description="Why, in the author's words.")
    words: str = Field(description="What was decided, in words.")
    state: State = Field(description="Whether it holds.")
    by: str | None = Field(description="The decision that undid or superseded it.")
    looks: list[str] = Field(description="Why somebody should look at it again.")
    engagements: list[str] = Field(description="Ids of the engagements that its accounts are of now.")
    sides: list[list[Anchor]] = Field(description="The accounts that it rests on.")
    change: Change | None = Field(description="What a correction sets.")
    field: FieldName | None = Field(description="What was accepted; null: all.")
    saw: Told | None = Field(description="What the engagement told when the decision was made.")
    of: str | None = Field(description="The decision that it undoes or confirms.")


class TakenOver(Value):
    """What became of decisions from another record."""

    new: int = Field(description="How many were new.")
    known: int = Field(description="How many were there already.")
    looks: int = Field(description="How many decisions of the record want a second look now.")


class Decisions:
    """The endpoints of decisions."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        page = Page[DecisionRead]
        router.add_api_route(
            "/decisions", self.list_decisions, response_model=page, tags=_TAGS, responses=answers(404, 422, 503)
        )
        router.add_api_route(
            "/decisions",
            self.take_over,
            methods=["POST"],
            tags=_TAGS,
            openapi_extra=body_of(JSON_LINES),
            responses=answers(400, 403, 413, 415, 422, 503),
            route_class_override=Uploading,
        )
        for make in (
            *(self.merge, self.apart, self.split, self.part_of, self.dismiss),
            *(self.correct, self.restate, self.accept, self.undo),
        ):
            router.add_api_route(
                f"/decisions/{make.__name__.replace('_', '-')}",
                make,
                methods=["POST"],
                status_code=201,
                tags=_TAGS,
                responses=answers(400, 403, 404, 409, 413, 415, 422, 503),
            )

    def list_decisions(
        self,
        of: Annotated[
            str | None, Query(min_length=1, description="An engagement's id, for all that rest on it, or a decision's.")
        ] = None,
        look: Annotated[bool, Query(description="Only what wants a second look.")] = False,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Any]:
        """List decisions, oldest first, each with what has become of it."""
        record = self.records.record()
        with wrong_use(404):
            entries = [entry for entry in record.log(of) if entry.looks or not look]
        items, following = page_of(entries, limit, cursor, lambda entry: entry.decision.id)
        return Page[Any](items=[_read(entry) for entry in items], next=following)

    async def take_over(self, request: Request) -> TakenOver:
        """Take over the decisions of another record, given as ``/exports/decisions`` writes them.

        Those that are there already are left as they are; those that contradict earlier ones, or whose documents are
        not in the record, are kept for a second look.
        """
        return await run_in_threadpool(self._take, await request.body())

    def _take(self, data: bytes) -> TakenOver:
        given = list(decisions_in(data))
        if not given:
            raise ProblemError(422, "the body holds no decision; send one in each line")
        with self.records.writing() as record:
            new = record.take(given)
            return TakenOver(new=new, known=len({d.id for d in given}) - new, looks=len(record.second_looks()))

    def merge(self, given: Merging, author: Author) -> DecisionRead:
        """Decide that engagements are one."""
        return self._make(given, author, lambda r, by: r.merge(_ids(r, given.engagements), **by))

    def apart(self, given: Parting, author: Author) -> DecisionRead:
        """Decide that two engagements are never the same."""
        return self._make(given, author, lambda r, by: r.apart(_ids(r, given.engagements), **by))

    def split(self, given: Splitting, author: Author) -> DecisionRead:
        """Decide that accounts are of another engagement than the rest."""
        keys = [Key(a.document, a.account) for a in given.accounts]
        return self._make(given, author, lambda r, by: r.split(_id(r, given.engagement), keys, **by))

    def part_of(self, given: Placing, author: Author) -> DecisionRead:
        """Decide which visit or conference an engagement is a part of, or that it is a part of none."""
        whole = given.whole

        def place(record: Record, by: Any) -> Decision:
            return record.part_of(_id(record, given.engagement), _id(record, whole) if whole else None, **by)

        return self._make(given, author, place)

    def dismiss(self, given: Dismissing, author: Author) -> DecisionRead:
        """Decide that what was read is no engagement; it is kept, and no longer listed."""
        return self._make(given, author, lambda r, by: r.dismiss(_id(r, given.engagement), **by))

    def correct(self, given: Correcting, author: Author) -> DecisionRead:
        """Correct a field of an engagement; what was read stays beside it."""
        with wrong_use(422):
            wanted = change(
                given.field,
                given.value,
                remove=given.remove,
                name=given.name,
                office=given.office,
                party=given.party,
            )
        return self._make(given, author, lambda r, by: r.correct(_id(r, given.engagement), wanted, **by))

    def restate(self, given: Restating, author: Author) -> DecisionRead:
        """Say of some words who speaks and by which act, or that they are no statement; where none is, one is added."""

        def decide(record: Record, by: Any) -> Decision:
            found = _id(record, given.engagement)
            words = _words(record, given)
            return record.restate(found, words, speakers=given.speakers, act=given.act, remove=given.remove, **by)

        return self._make(given, author, decide)

    def accept(self, given: Accepting, author: Author) -> DecisionRead:
        """Mark an engagement, a field of it, or a decision after a second look, as checked."""
        if given.decision is not None:
            if given.field is not None:
                raise ProblemError(422, "a decision is confirmed as a whole; leave out 'field'")
            of = given.decision
            return self._make(given, author, lambda r, by: r.confirm(_decision(r, of), given.engagement, **by))
        if given.engagement is None:
            raise ProblemError(422, "give the 'engagement' or the 'decision' that was checked")
        with wrong_use(422):
            field = field_named(given.field) if given.field else None
        checked = given.engagement
        return self._make(given, author, lambda r, by: r.accept(_id(r, checked), field, **by))

    def undo(self, given: Undoing, author: Author) -> DecisionRead:
        """Undo a decision; both stay in the log."""
        return self._make(given, author, lambda r, by: r.undo(_decision(r, given.decision), **by))

    def _make(self, given: Deciding, author: str | None, decide: Callable[[Record, Any], Decision]) -> DecisionRead:
        name = named(author, given.author)
        with self.records.writing() as record, wrong_use(409):
            made = decide(record, {"author": name, "because": given.because})
            return _read(record.log(made.id)[0])


def _id(record: Record, reference: str) -> str:
    """The id of an engagement; answers 404 where there is none."""
    with wrong_use(404):
        return record.engagement(reference).id


def _ids(record: Record, references: list[str]) -> list[str]:
    return [_id(record, reference) for reference in references]


def _words(record: Record, given: Restating) -> str | Place:
    """The words of a statement, with their place where that is given."""
    if (given.document is None) is not (given.start is None):
        raise ProblemError(422, "give both 'document' and 'start', or neither")
    if given.document is None or given.start is None:
        return given.words
    with wrong_use(404):
        document = record.document(given.document)
    return Place(document.id, given.start, given.start + len(given.words), given.words)


def _decision(record: Record, reference: str) -> str:
    with wrong_use(404):
        return record.decision(reference).id


def _read(entry: Entry) -> DecisionRead:
    return DecisionRead.model_validate(log_row(entry) | {"words": decision_in_words(entry.decision)})
