"""Engagements as flat rows, for lists and tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from memcon.linking.engagements import Engagement

COLUMNS = (
    "id",
    "start",
    "end",
    "kind",
    "status",
    "mode",
    "city",
    "country",
    "venue",
    "forum",
    "parties",
    "participants",
    "documents",
    "sure",
)
"""The fields of a row, in order."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula."""


def row_of(engagement: Engagement) -> dict[str, Any]:
    """Give an engagement as one flat row."""
    place = engagement.place.preferred
    people = [p.name.value for p in engagement.participants if p.name]
    return {
        "id": engagement.id,
        "start": _value(engagement.start.preferred),
        "end": _value(engagement.end.preferred),
        "kind": _value(engagement.kind.preferred),
        "status": _value(engagement.status.preferred),
        "mode": _value(engagement.mode.preferred),
        "city": place.value.city if place else None,
        "country": place.value.country if place else None,
        "venue": _value(engagement.venue.preferred),
        "forum": _value(engagement.forum.preferred),
        "parties": [p.value for p in engagement.parties],
        "participants": people,
        "documents": len({key.document for key in engagement.accounts}),
        "sure": engagement.sure(),
    }


def cell(value: object) -> str:
    """Give a cell of a table: several values with semicolons between them, nothing for none.

    Words that a spreadsheet would take for a formula have an apostrophe before them, so that no document can make a
    reader's spreadsheet do something (OWASP, "CSV Injection").
    """
    if value is None:
        return ""
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{words}" if isinstance(value, str | list) and words.startswith(_FORMULA) else words


def csv_lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Give rows as lines of comma-separated values under their header; see :func:`cell`."""
    line = io.StringIO()
    writer = csv.DictWriter(line, COLUMNS, lineterminator="\n")
    writer.writeheader()
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow({k: cell(v) for k, v in row.items()})
        yield line.getvalue()


def _value(cited: Any) -> str | None:
    return None if cited is None else str(cited.value)
