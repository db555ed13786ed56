"""A list of engagements as it is handed on: CSV, JSON, JSON Lines or notes, written one engagement at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from memcon.exporting.rows import csv_lines, row_of
from memcon.linking.engagements import Engagement


class ListFormat(StrEnum):
    """How a list is written."""

    CSV = "csv"
    JSON = "json"
    JSON_LINES = "jsonl"
    TEXT = "txt"


MEDIA_TYPES = {
    ListFormat.CSV: "text/csv; charset=utf-8; header=present",
    ListFormat.JSON: "application/json",
    ListFormat.JSON_LINES: "application/x-ndjson",
    ListFormat.TEXT: "text/plain; charset=utf-8",
}


def json_lines(engagements: Iterable[Engagement]) -> Iterator[str]:
    """Give one object a line (JSON Lines), one line an engagement."""
    return (json.dumps(row_of(e), ensure_ascii=False) + "\n" for e in engagements)


def json_array(engagements: Iterable[Engagement]) -> Iterator[str]:
    """Give one array of objects, one line an engagement."""
    between = "[\n"
    for engagement in engagements:
        yield between + json.dumps(row_of(engagement), ensure_ascii=False)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def notes(engagements: Iterable[Engagement], note: Callable[[Engagement], str]) -> Iterator[str]:
    """Give the notes on the engagements, a line of dashes between them; ``note`` writes one."""
    for number, engagement in enumerate(engagements):
        yield ("\n" + "-" * 100 + "\n\n" if number else "") + note(engagement)


def written(form: ListFormat, engagements: Iterable[Engagement], note: Callable[[Engagement], str]) -> Iterator[str]:
    """Give a list in a format, piece by piece."""
    if form is ListFormat.TEXT:
        return notes(engagements, note)
    if form is ListFormat.CSV:
        return csv_lines(map(row_of, engagements))
    return json_array(engagements) if form is ListFormat.JSON else json_lines(engagements)
