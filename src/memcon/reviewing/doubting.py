"""Which fields of an engagement are in doubt, and how much hangs on each."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from memcon.decisions.values import Field
from memcon.linking.engagements import Choice, Engagement, Standing
from memcon.model import Cited

REVIEWED = (
    Field.KIND,
    Field.STATUS,
    Field.DATE,
    Field.PLACE,
    Field.MODE,
    Field.FORUM,
    Field.PARTIES,
    Field.PARTICIPANTS,
)
"""What is reviewed as one: the first with the last day, the city with the country, all parties, all participants."""

EDITED = (*REVIEWED, Field.VENUE)
"""What can be edited as one: what is reviewed, and what only people tell."""

OF_CONTRADICTION = 0.5
"""The doubt, at least, of a field on which accounts contradict one another: a coin between what the two say."""

OF_MENTION = 0.25
"""What an engagement counts that no document reports as its subject: lists leave it out unless asked for it."""

_FIELD_OF = {
    "start": Field.DATE,
    "end": Field.DATE,
    "party": Field.PARTIES,
    "name": Field.PARTICIPANTS,
    "office": Field.PARTICIPANTS,
    "represents": Field.PARTICIPANTS,
}


@dataclass(frozen=True, slots=True)
class Doubted:
    """A field in doubt: the chance, 0 to 1, that its least sure value is wrong, and what it weighs in the queue."""

    field: Field
    doubt: float
    weight: float


def use_of(accounts: int, statements: int, *, main: bool) -> float:
    """Say how much hangs on an engagement: ``(accounts + √statements) × (1 or, only mentioned, ¼)``.

    A wrong value spoils what every account tells, so that accounts count in full. Statements stand under the date and
    the people of their engagement, but their number is that of a writer's sentences, of which a transcript has a
    hundred: their root. How often somebody looked for it does not count: memcon does not note what people look at.
    """
    return (accounts + math.sqrt(statements)) * (1.0 if main else OF_MENTION)


def values_of(engagement: Engagement) -> Iterator[tuple[Field, Cited[Any]]]:
    """Give each value of an engagement with the field that it is reviewed under."""
    for name, value in engagement.values():
        yield _FIELD_OF.get(name) or Field(name), value


def doubts_of(engagement: Engagement, statements: int) -> list[Doubted]:
    """Give the fields in doubt, in the order of :data:`REVIEWED`; ``statements`` are those of all accounts.

    The doubt of a field is that of its least sure value, one minus the confidence, and at least
    :data:`OF_CONTRADICTION` where accounts contradict one another. What a human accepted or set is in no doubt, nor
    is anything of what is no engagement.
    """
    if engagement.dismissed:
        return []
    least: dict[Field, float] = {}
    for field, value in values_of(engagement):
        if value.confidence is not None and not engagement.is_checked(field.value):
            least[field] = max(least.get(field, 0.0), 1 - value.confidence)
    for name in ("kind", "status", "start", "end", "place", "mode", "forum"):
        choice: Choice[Any] = getattr(engagement, name)
        field = _FIELD_OF.get(name) or Field(name)
        if choice.standing is Standing.CONTRADICTED and not engagement.is_checked(name):
            least[field] = max(least.get(field, 0.0), OF_CONTRADICTION)
    use = use_of(len(engagement.accounts), statements, main=engagement.main)
    return [
        Doubted(field, round(least[field], 4), round(least[field] * use, 4)) for field in REVIEWED if field in least
    ]
