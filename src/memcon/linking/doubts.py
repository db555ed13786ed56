"""What to check first: the values of engagements, the least sure first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from memcon.linking.engagements import Engagement
from memcon.model import Cited


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value of an engagement that is not sure, with the name of its field."""

    engagement: Engagement
    field: str
    value: Cited[Any]


def doubts(engagements: Iterable[Engagement]) -> list[Doubt]:
    """Give the values of ``engagements`` that have a confidence, the least sure first, then in order of use.

    What a human accepted or set is none of them.
    A value that more accounts rely on is of more use; of equals, the engagement's id and the field decide.
    """
    found = [
        Doubt(e, field, value)
        for e in engagements
        for field, value in e.values()
        if value.confidence is not None and not e.is_checked(field)
    ]
    return sorted(
        found,
        key=lambda d: (d.value.confidence, -len(d.engagement.accounts), d.engagement.id, d.field, str(d.value.value)),
    )
