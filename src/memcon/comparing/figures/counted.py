"""Quantities of a stretch of text by itself, without a document's reading: each with what it is of."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from memcon.comparing.figures.quantities import Quantity, find_quantities
from memcon.comparing.words import stem
from memcon.vocabulary.quantities import UnitKind

_NEXT = re.compile(r"\s([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with ``of``, its unit's name, or the stem of the word after a count; ``words`` are those of both."""

    quantity: Quantity
    of: str
    words: str


def counted_in(text: str, home: str | None = None, dates: Collection[tuple[int, int]] = ()) -> tuple[Counted, ...]:
    """Give the quantities of ``text``, in order, but for counts of which no word tells what is counted.

    ``home`` is the country (code) whose organ wrote the text, by which a bare "$" is read; ``dates`` are ranges (code
    points) whose numbers are none.
    """
    found = []
    for quantity in find_quantities(text, home):
        start, end = quantity.core
        if any(s < end and start < e for s, e in dates):
            continue
        if quantity.unit.kind is not UnitKind.COUNT:
            found.append(Counted(quantity, quantity.unit.name, text[quantity.start : quantity.end]))
        elif (thing := _NEXT.match(text, quantity.end)) and thing[1].casefold() not in STOP_WORDS:
            found.append(Counted(quantity, stem(thing[1].casefold()), text[quantity.start : thing.end()]))
    return tuple(found)
