"""Rounds: several reviewers answer the same items without seeing each other's answers, then settle differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from memcon.agreement import Agreement, agreement
from memcon.decisions.values import Field
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey
from memcon.reviewing.values import normal

SEED = 1
LARGEST = 1000
LEAST_REVIEWERS = 2


class Verdict(StrEnum):
    """What a reviewer can say of a value."""

    ACCEPT = "accept"
    """It is right."""
    REJECT = "reject"
    """It is wrong, and nothing stands in its place: the documents do not tell it."""
    VALUE = "value"
    """It is wrong, and another is right."""
    UNKNOWN = "unknown"
    """The words do not let one tell."""


class Draw(StrEnum):
    """How the items of a round are chosen."""

    QUEUE = "queue"
    """The first of the review queue: what is most in doubt and of most use."""
    RANDOM = "random"
    """A sample of all fields told, by a seed: what agreement and error of the whole record are measured on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of an item; ``value`` is the right value in normal form where the verdict is another value."""

    verdict: Verdict
    value: str | None = None

    def category(self) -> str:
        """Give the category by which answers agree: right as read, nothing told, cannot tell, or the value given."""
        return self.value if self.verdict is Verdict.VALUE and self.value else f"<{self.verdict.value}>"


@dataclass(frozen=True, slots=True)
class Round:
    """A round: its id and name, who made it and when (UTC), the reviewers, and how its items were drawn, in words."""

    id: str
    name: str
    author: str
    at: str
    reviewers: tuple[str, ...]
    drawn: str


@dataclass(frozen=True, slots=True)
class RoundItem:
    """An item of a round, the same for every reviewer: ``value`` is what the engagement told when the round was made.

    ``accounts`` are the engagement's at that time, by which it is found again whatever its id is now.
    """

    number: int
    engagement: str
    field: Field
    value: str
    accounts: tuple[AccountKey, ...]


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """A reviewer's answer to an item, with a remark, and when it was given (UTC)."""

    item: int
    reviewer: str
    answer: Answer
    remark: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Settled:
    """How an item was settled: by whom and when, the answer that holds, and the decisions that were made of it."""

    item: int
    author: str
    at: str
    answer: Answer
    decisions: tuple[str, ...]


def answered(item: RoundItem, verdict: Verdict, value: str | None) -> Answer:
    """Give an answer in normal form; another value that is the one shown is the answer that it is right.

    Raises UsageError where another value is not given, or is no value of the field.
    """
    if verdict is not Verdict.VALUE:
        return Answer(verdict)
    wanted = normal(item.field, value or "")
    if wanted == normal(item.field, item.value):
        return Answer(Verdict.ACCEPT)
    return Answer(Verdict.REJECT) if wanted == "none" else Answer(Verdict.VALUE, wanted)


def reviewers_of(names: Sequence[str]) -> tuple[str, ...]:
    """Give the reviewers of a new round, each once; raises UsageError where there are fewer than two."""
    found = tuple(dict.fromkeys(name for one in names if (name := " ".join(one.split()))))
    if len({name.casefold() for name in found}) < max(LEAST_REVIEWERS, len(found)):
        raise UsageError("a round needs two reviewers or more, each under a name of their own")
    return found


def agreements(
    items: Sequence[RoundItem], answers: Mapping[str, Mapping[int, RoundAnswer]]
) -> list[tuple[str, list[tuple[tuple[str, str], Agreement]]]]:
    """Give the agreement of each pair of reviewers, overall first, then field by field.

    ``answers`` are those of each reviewer by the number of the item; every reviewer has answered every item.
    """
    reviewers = list(answers)
    pairs = [(a, b) for n, a in enumerate(reviewers) for b in reviewers[n + 1 :]]
    fields = [field for field in Field if any(item.field is field for item in items)]
    parts = [("all fields", list(items))] + [(f.value, [i for i in items if i.field is f]) for f in fields]
    return [(name, [((a, b), _agreement(of, answers[a], answers[b])) for a, b in pairs]) for name, of in parts]


def _agreement(
    items: Sequence[RoundItem], one: Mapping[int, RoundAnswer], other: Mapping[int, RoundAnswer]
) -> Agreement:
    return agreement((_category(one[i.number], i), _category(other[i.number], i)) for i in items)


def _category(answer: RoundAnswer, item: RoundItem) -> str:
    """Values are told apart by field, so that no two fields share a category by chance."""
    given = answer.answer
    return f"{item.field.value}: {given.value}" if given.verdict is Verdict.VALUE else given.category()


def in_words(answer: Answer) -> str:
    """Say what a reviewer said: "right as read", "not told", "cannot tell", or the value."""
    said = {Verdict.ACCEPT: "right as read", Verdict.REJECT: "not told", Verdict.UNKNOWN: "cannot tell"}
    return said.get(answer.verdict) or " / ".join((answer.value or "").splitlines())
