"""Dates that stand outside the running prose, with what they date."""

from __future__ import annotations

import re

from memcon.model import DateRole, Document, Span, StatedDate
from memcon.reading.dates import find_dates, parse_day

_PREFIX = re.compile(r"\s*(?:date[: ]\s*)?(?P<day>\d{4}-\d\d-\d\d)\s+(?=\S)")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ", re.IGNORECASE)
_TIME = re.compile(r"[,;|–-]?\s*(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?$", re.IGNORECASE)
_WORD = re.compile(
    r"^(?:published|posted|updated|release(?: date)?|date|issued|on|last updated|created)(?: on)?[: ]\s*", re.IGNORECASE
)
_LONGEST = 60


def day_on_line(line: str) -> str | None:
    """Give the ISO day that a line consists of, but for a weekday, a time or a word such as "Published:"; else None."""
    words = " ".join(line.strip("()*_ \u00a0\t").split())
    if len(words) > _LONGEST or not any(c.isdigit() for c in words):
        return None
    words = _TIME.sub("", _WORD.sub("", words)).strip(" ,;|")
    return parse_day(words) or parse_day(_WEEKDAY.sub("", words))


def date_prefix(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Find a date at the head of a title ("date 2023-02-28 President ..."): range of the date and its ISO day."""
    match = _PREFIX.match(text, start, end)
    if match is None or parse_day(match["day"]) is None:
        return None
    return (*match.span("day"), match["day"])


def date_in(document: Document, span: Span, role: DateRole) -> StatedDate | None:
    """Find the first complete day inside a span (a dateline, a schedule's title)."""
    for mention in find_dates(span.text, document.published):
        if mention.first and len(mention.first) == 10:
            found = document.span(span.start + mention.start, span.start + mention.end)
            return StatedDate(role, mention.first, found, mention.rule)
    return None
