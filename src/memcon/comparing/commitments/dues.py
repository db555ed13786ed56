"""When something is due, by the words of its object."""

from __future__ import annotations

from memcon.comparing.commitments.values import Due
from memcon.model import Span
from memcon.reading.dates import find_dates
from memcon.vocabulary.commitments import CueRole, cue_pattern


def due_of(said: Span, day: str | None) -> Due | None:
    """Give when the deed told by ``said`` is due: its first date after ``day`` (ISO, the document's own), else words.

    Dates in the past are none: "agreed in 2015". The date is the last day, month or year that the words mean.
    """
    for mention in find_dates(said.text, day, "future"):
        last = mention.last or mention.first
        if last is None:
            continue
        if day is None or last >= day[: len(last)]:
            return Due(_part(said, mention.start, mention.end), last, mention.rule)
    found = cue_pattern(CueRole.DUE).search(said.text)
    return Due(_part(said, found.start(), found.end()), None, "due.words") if found else None


def _part(said: Span, start: int, end: int) -> Span:
    return Span(said.document, said.start + start, said.start + end, said.text[start:end])
