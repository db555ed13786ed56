"""What rounds are told with, and what they answer."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from memcon.decisions.values import Field as FieldName
from memcon.reviewing.rounds import LARGEST, SEED, Draw, Verdict
from memcon.web.api.models import Value
from memcon.web.api.reasons import WordsInContext

Reviewed = Literal[
    FieldName.KIND,
    FieldName.STATUS,
    FieldName.DATE,
    FieldName.PLACE,
    FieldName.MODE,
    FieldName.FORUM,
    FieldName.PARTIES,
    FieldName.PARTICIPANTS,
]
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_LARGEST_SEED = 2**31 - 1


class _Body(Value):
    model_config = ConfigDict(extra="forbid")


class RoundMaking(_Body):
    """A round to be drawn."""

    name: str = Field(min_length=1, max_length=200, description="What it is called.")
    reviewers: list[str] = Field(min_length=2, max_length=20, description="Two or more, each by a name of their own.")
    items: int = Field(20, ge=1, le=LARGEST, description="So many items at most.")
    draw: Draw = Field(Draw.QUEUE, description="The first of the queue, or a sample by chance.")
    seed: int = Field(SEED, ge=0, le=_LARGEST_SEED, description="Of the chance; the same gives the same items.")
    field: list[Reviewed] = Field([], max_length=8, description="Only these fields; none: all.")
    party: list[str] = Field([], max_length=20, description="Only engagements of all these parties.")
    since: str | None = Field(None, pattern=_DATE, description="Only engagements from this date on.")
    until: str | None = Field(None, pattern=_DATE, description="Only engagements up to this date.")
    author: str | None = Field(None, min_length=1, description="Who makes it; or in the header Memcon-Author.")


class Answering(_Body):
    """An answer to an item."""

    verdict: Verdict = Field(description="Right as read, not told, another value, or the words do not let one tell.")
    value: str | None = Field(None, max_length=10_000, description="The right value, where it is another.")
    remark: str | None = Field(None, max_length=10_000, description="A remark, for when all have answered.")
    reviewer: str | None = Field(
        None, min_length=1, description="Who answers; or in the header Memcon-Author; of a login its name counts."
    )


class Settling(_Body):
    """What holds of an item."""

    verdict: Verdict = Field(description="Right as read, not told, another value, or the words do not let one tell.")
    value: str | None = Field(None, max_length=10_000, description="The right value, where it is another.")
    because: str | None = Field(None, max_length=10_000, description="Why, in words.")
    author: str | None = Field(None, min_length=1, description="Who settles; or in the header Memcon-Author.")


class RoundRead(Value):
    """A round, and how far it has come."""

    id: str = Field(description="The round's id.")
    name: str = Field(description="What it is called.")
    author: str = Field(description="Who made it.")
    at: str = Field(description="When it was made (UTC).")
    drawn: str = Field(description="How its items were drawn, in words.")
    items: int = Field(description="How many items it has.")
    answered: dict[str, int] = Field(description="How many items each reviewer has answered.")
    blind: bool = Field(description="Whether somebody has not answered everything yet.")
    settled: int = Field(description="How many items are settled.")


class SourceRead(Value):
    """A document that an item rests on."""

    document: str = Field(description="Its id.")
    title: str = Field(description="Its title, else its name.")
    publisher: str | None = Field(description="Who published it.")
    published: str | None = Field(description="Day of publication.")
    words: list[WordsInContext] = Field(description="The words that tell the field.")


class RoundItemRead(Value):
    """An item as every reviewer sees it: as it was read when the round was made, with no confidence."""

    number: int = Field(description="Its number in the round, from 1.")
    field: FieldName = Field(description="The field.")
    value: str = Field(description="What was read, in normal form; 'none' where nothing was.")
    form: str | None = Field(description="How another value is written; null where it is one of a few words.")
    sources: list[SourceRead] = Field(description="The documents that it was read in.")


class AnswerRead(Value):
    """A reviewer's answer to an item."""

    item: int = Field(description="The item's number.")
    reviewer: str = Field(description="Who answered.")
    verdict: Verdict = Field(description="What they say; another value that is the one read is 'accept'.")
    value: str | None = Field(description="The right value in normal form, where it is another.")
    remark: str | None = Field(description="A remark.")
    at: str = Field(description="When (UTC).")


class Next(Value):
    """The next item of a reviewer."""

    item: RoundItemRead | None = Field(description="The item; null where all are answered.")
    answer: AnswerRead | None = Field(description="The reviewer's own answer to it, if any.")
    items: int = Field(description="How many items the round has.")
    left: int = Field(description="How many of them the reviewer has not answered.")


class Bounds(Value):
    """A 95 % interval."""

    low: float = Field(description="Its lower bound.")
    high: float = Field(description="Its upper bound.")


class PairRead(Value):
    """How far two reviewers agree."""

    reviewers: list[str] = Field(description="The two.")
    items: int = Field(description="How many items.")
    agreed: int = Field(description="On how many of them they say the same.")
    raw: float | None = Field(description="That share.")
    raw_interval: Bounds | None = Field(description="Its interval by Wilson.")
    kappa: float | None = Field(description="Cohen's kappa; null where it has no value.")
    interval: Bounds | None = Field(description="Its large-sample interval.")
    undefined: str | None = Field(description="Why kappa has no value.")


class AgreementRead(Value):
    """The agreement on one field, or on all."""

    field: str = Field(description="The field, or 'all fields'.")
    pairs: list[PairRead] = Field(description="Each pair of reviewers.")
    mean_kappa: float | None = Field(description="The mean of kappa over the pairs; null of one pair.")


class Agreements(Value):
    """How far the reviewers of a round agree."""

    items: list[AgreementRead] = Field(description="All fields first, then each.")


class SettledRead(Value):
    """How an item was settled."""

    item: int = Field(description="The item's number.")
    author: str = Field(description="Who settled it, or the names of all who agreed.")
    at: str = Field(description="When (UTC).")
    verdict: Verdict = Field(description="What holds.")
    value: str | None = Field(description="The right value in normal form, where it is another.")
    decisions: list[str] = Field(description="Ids of the decisions made; none where the record said so already.")


class Difference(Value):
    """An item on which the reviewers do not all say the same."""

    item: RoundItemRead = Field(description="The item.")
    answers: list[AnswerRead] = Field(description="What each says.")
    settled: SettledRead | None = Field(description="How it was settled; null where it is not yet.")


class Applied(Value):
    """What was done with all that the reviewers agree on."""

    applied: int = Field(description="How many items were settled now.")
    left: int = Field(description="How many are still to be settled.")
