"""What a figure is."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.model import Cited, Span
from memcon.vocabulary.quantities import Approximation, UnitKind

GENERIC = frozenset(
    {
        "people",
        "person",
        "individual",
        "man",
        "woman",
        "country",
        "member",
        "state",
        "government",
        "year",
        "month",
        "day",
        "hour",
        "time",
        "program",
        "support",
        "thing",
        "case",
        "other",
        "document",
        "agreement",
        "area",
        "sector",
        "percent",
        "amount",
        "number",
        "total",
    }
)
"""Lemmas that do not say by themselves what is counted: with them stands the verb they are told with."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: the words as written, and the lemmas of their nouns, names and adjectives.

    Of people, countries and the like the verb is among the lemmas ("people who crossed").
    ``head`` is the lemma of what is counted or measured itself ("dose" of "doses of vaccine").
    """

    words: str
    head: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, count, share or duration, as one document tells it.

    ``low`` and ``high`` are what the words say, in ``unit``: the same for one number, the ends of a range, None on the
    open side ("more than 30 years": 30, None). ``digits`` is the last decimal place that the words give, as a power of
    ten in the unit (1.2 billion: 8), so that rounded numbers can be compared. ``unit`` is an ISO 4217 code, "percent",
    "year", "month", "day", "hour", "minute", "count" or a unit of ``data/units.tsv``.
    ``speakers`` are names or party codes, empty where the text itself says it; ``parties`` those of the engagement.
    ``as_of`` is the date (ISO prefix) that the number holds for, with the words that tell it or its rule.
    """

    low: float | None
    high: float | None
    digits: int
    unit: str
    kind: UnitKind
    approximation: Approximation
    measure: Measure | None
    span: Span
    sentence: Span
    speakers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    as_of: Cited[str] | None = None

    @property
    def vague(self) -> bool:
        """Whether only the number's order is told: "hundreds of thousands"."""
        ranged = self.approximation is Approximation.ABOUT and self.low != self.high
        return ranged and not any(c.isdigit() for c in self.span.text) and " or " not in self.span.text

    @property
    def document(self) -> str:
        """The id of the document that tells it."""
        return self.span.document
