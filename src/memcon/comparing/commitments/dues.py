"""When something is due, by the words of its object."""

from __future__ import annotations

import re

from memcon.comparing.commitments.values import Due
from memcon.model import Span
from memcon.reading.dates import find_dates
from memcon.vocabulary.commitments import CueRole, cue_pattern


def due_of(said: Span, begin: int, day: str | None) -> Due | None:
    """Give when the deed that a clause tells from ``begin`` on is due: its first date after ``day``, else words.

    ``day`` is the document's own (ISO). Dates in the past are none: "agreed in 2015". The date is the last day, month
    or year that the words mean.
    """
    for mention in find_dates(said.text, day):
        last = mention.last or mention.first
        if last is None or mention.start < begin:
            continue
        if day is None or (last > day if len(last) == len(day) else last >= day[: len(last)]):
            return Due(_part(said, mention.start, mention.end), last, mention.rule)
    found = cue_pattern(CueRole.DUE).search(said.text, begin)
    if found is None:
        return None
    return Due(_part(said, found.start(), found.end()), _year(found.group().casefold(), day), "due.words")


def _year(words: str, day: str | None) -> str | None:
    """The year that "by the end of the year" and "early next year" mean."""
    if day is None or "coming" in words or not re.search(r"\byear(?:-end)?\b", words):
        return None
    return str(int(day[:4]) + ("next" in words))


def _part(said: Span, start: int, end: int) -> Span:
    return Span(said.document, said.start + start, said.start + end, said.text[start:end])
