"""What people decide: the log, and making decisions. Entries are only ever added."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from pydantic import ConfigDict, Field

from memcon.decisions import Decision, Entry, State, Verb, change
from memcon.decisions.changes import field_named
from memcon.decisions.values import Field as FieldName
from memcon.exporting.decisions import decision_in_words, log_row
from memcon.linking.engagements import AccountKey as Key
from memcon.record import Record
from memcon.web.api.desk import Desk
from memcon.web.api.models import AccountKey, Value
from memcon.web.api.problems import ProblemError, answers, wrong_use

_TAGS: list[str | Enum] = ["decisions"]


def _author(
    request: Request,
    memcon_author: Annotated[str | None, Header(description="Who decides, where the body does not say so.")] = None,
) -> str | None:
    """Who decides: whoever is logged in (``request.state.memcon_author``), else who is named in the header."""
    logged_in: str | None = getattr(request.state, "memcon_author", None)
    return logged_in or memcon_author


Author = Annotated[str | None, Depends(_author)]


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


class DecisionList(Value):
    """Decisions."""

    items: list[DecisionRead] = Field(description="Oldest first.")


class Deciding(Value):
    """What every decision is told with."""

    model_config = ConfigDict(extra="forbid")

    author: str | None = Field(None, min_length=1, description="Who decides; or in the header Memcon-Author.")
    because: str | None = Field(None, description="Why, in words.")


class Merging(Deciding):
    """Engagements that are one."""

    engagements: list[str] = Field(min_length=2, max_length=50, description="Their ids.")


class Parting(Deciding):
    """Two engagements that are never the same."""

    engagements: list[str] = Field(min_length=2, max_length=2, description="Their ids.")


class Splitting(Deciding):
    """Accounts that are of another engagement than the rest."""

    engagement: str = Field(min_length=1, description="The engagement's id.")
    accounts: list[AccountKey] = Field(min_length=1, description="The accounts to take out.")


class Correcting(Deciding):
    """A value that is wrong; fields and values as ``memcon correct`` takes them."""

    engagement: str = Field(min_length=1, description="The engagement's id.")
    field: str = Field(min_length=1, description="What to correct: kind, status, mode, start, parties ...")
    value: str = Field(min_length=1, description="The right value, 'none' where nothing is told, or a party or person.")
    remove: bool = Field(False, description="The party or person does not take part.")
    name: str | None = Field(None, description="The person's right name.")
    office: str | None = Field(None, description="The office in which they took part.")
    party: str | None = Field(None, description="Whom the person represents.")


class Accepting(Deciding):
    """A field, or an engagement, or a decision after a second look, that is right."""

    engagement: str | None = Field(None, min_length=1, description="The engagement's id.")
    field: str | None = Field(None, min_length=1, description="What was checked; null: all of the engagement.")
    decision: str | None = Field(None, min_length=1, description="A decision that still holds.")


class Undoing(Deciding):
    """A decision to be undone."""

    decision: str = Field(min_length=1, description="The decision's id.")


class Decisions:
    """The endpoints of decisions."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        router.add_api_route("/decisions", self.list_decisions, tags=_TAGS, responses=answers(404, 422, 503))
        for make in (self.merge, self.apart, self.split, self.correct, self.accept, self.undo):
            router.add_api_route(
                f"/decisions/{make.__name__}",
                make,
                methods=["POST"],
                status_code=201,
                tags=_TAGS,
                responses=answers(400, 403, 404, 409, 413, 422, 503),
            )

    def list_decisions(
        self,
        of: Annotated[
            str | None, Query(min_length=1, description="An engagement's id, for all that rest on it, or a decision's.")
        ] = None,
        look: Annotated[bool, Query(description="Only what wants a second look.")] = False,
    ) -> DecisionList:
        """List decisions, oldest first, each with what has become of it."""
        with self.desk.reading() as record, wrong_use(404):
            entries = [entry for entry in record.log(of) if entry.looks or not look]
        return DecisionList(items=[_read(entry) for entry in entries])

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
        name = author or given.author
        if name is None or not name.strip():
            raise ProblemError(422, "a decision needs an author: give 'author', or the header Memcon-Author")
        with self.desk.writing() as record, wrong_use(409):
            made = decide(record, {"author": name, "because": given.because})
            return _read(record.log(made.id)[0])


def _id(record: Record, reference: str) -> str:
    """The id of an engagement; answers 404 where there is none."""
    with wrong_use(404):
        return record.engagement(reference).id


def _ids(record: Record, references: list[str]) -> list[str]:
    return [_id(record, reference) for reference in references]


def _decision(record: Record, reference: str) -> str:
    with wrong_use(404):
        return record.decision(reference).id


def _read(entry: Entry) -> DecisionRead:
    return DecisionRead.model_validate(log_row(entry) | {"words": decision_in_words(entry.decision)})
