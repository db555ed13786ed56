"""Why an engagement is told as it is: the note, the reasons for each field, and why its accounts were joined."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import PlainTextResponse
from pydantic import Field

from memcon.exporting.explaining import EXPLAINED, explained, explanation_value
from memcon.exporting.joins import joins_of, joins_value
from memcon.exporting.noted import note_of
from memcon.linking.engagements import Engagement
from memcon.web.api.engagements import Reference
from memcon.web.api.models import Span, Value
from memcon.web.api.problems import answers, wrong_use
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["engagements"]

FieldName = Annotated[str, Path(description="The field.", json_schema_extra={"enum": list(EXPLAINED)})]


class WordsInContext(Span):
    """Words with what stands around them."""

    before: str = Field(description="What stands before them.")
    after: str = Field(description="What stands after them.")


class ValueExplained(Value):
    """A value that an account tells."""

    value: str = Field(description="The value in words.")
    rule: str = Field(description="'stated', or the rule that derived it.")
    meaning: str = Field(description="What the rule means.")
    confidence: float | None = Field(description="Share of right ones among values found in this way.")
    words: list[WordsInContext] = Field(description="The words that it comes from.")


class AccountExplained(Value):
    """What one account tells of the field."""

    number: int = Field(description="The account's number in the note, from 1.")
    document: str = Field(description="The document's id.")
    title: str = Field(description="Its title, else its name.")
    values: list[ValueExplained] = Field(description="What it tells; empty where it does not report it.")
    gaps: list[str] = Field(description="What another copy has where this one has a gap, in words.")


class FieldReasons(Value):
    """Why one field is what it is."""

    engagement: str = Field(description="The engagement's id.")
    field: str = Field(description="The field.")
    preferred: str | None = Field(description="The value in words; null where none is told, or where it has several.")
    standing: str | None = Field(description="What is known of it; null where it has several values.")
    reason: str = Field(description="Why the value is preferred.")
    rulings: list[str] = Field(description="What people decided on it, in words.")
    accounts: list[AccountExplained] = Field(description="Every account of the engagement.")


class FieldsExplained(Value):
    """The explanation of a field; of the date that of its first and of its last day."""

    items: list[FieldReasons] = Field(description="One, or two of a date.")


class AccountNumbered(Value):
    """An account by its number."""

    number: int = Field(description="The number, from 1, in the order of publication.")
    document: str = Field(description="The document's id.")
    title: str = Field(description="Its title, else its name.")
    account: str = Field(description="The account's id within the document.")


class Weight(Value):
    """What one comparison of two accounts says."""

    comparison: str = Field(description="What was compared.")
    outcome: str = Field(description="How it came out.")
    bits: float = Field(description="How much that moves the odds, in powers of two; below 0: against.")
    words: str = Field(description="The same in words.")


class Joined(Value):
    """The evidence on an account and on that before it which it fits best."""

    accounts: list[int] = Field(description="The two, by their numbers.")
    bits: float = Field(description="The sum of all weights.")
    odds: str = Field(description="The odds in words.")
    reasons: list[Weight] = Field(description="The weights, the prior first.")


class JoinReasons(Value):
    """Why the accounts of an engagement are taken for one occasion."""

    engagement: str = Field(description="The engagement's id.")
    accounts: list[AccountNumbered] = Field(description="The accounts.")
    by_hand: list[str] = Field(description="What people joined and parted, in words.")
    joins: list[Joined] = Field(description="The evidence on each account after the first.")


class Reasons:
    """The endpoints of reasons."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add, at, told = router.add_api_route, "/engagements/{engagement}", answers(404, 422, 503)
        add(f"{at}/fields/{{field}}", self.explain, response_model=FieldsExplained, tags=_TAGS, responses=told)
        add(f"{at}/why", self.why, response_model=JoinReasons, tags=_TAGS, responses=told)
        add(f"{at}/note", self.note, tags=_TAGS, responses=told, response_class=PlainTextResponse)

    def _engagement(self, reference: str) -> Engagement:
        with wrong_use(404):
            return self.records.record().engagement(reference)

    def explain(self, engagement: Reference, field: FieldName) -> dict[str, Any]:
        """Tell why a field is what it is: the reason, and what every account tells, with its words in context."""
        found = explained(self.records.record(), self._engagement(engagement), field)
        return {"items": [explanation_value(one) for one in found]}

    def why(self, engagement: Reference) -> dict[str, Any]:
        """Tell why the accounts of an engagement were joined, weight by weight."""
        return joins_value(joins_of(self.records.record(), self._engagement(engagement)))

    def note(self, engagement: Reference) -> str:
        """Give the note on an engagement as text, each line with the words that it comes from."""
        return note_of(self.records.record(), self._engagement(engagement))
