"""Dates that stand outside the running prose, with what they date."""

from __future__ import annotations

import re

from memcon.model import DateRole, Document, Span, StatedDate
from memcon.reading.dates import find_dates, parse_day

_MONTH = r"[A-Z][a-z]{2,8}\.?"
_PREFIX = re.compile(
    rf"\s*(?i:date[: ]\s*|no[.:]? ?\d+[,:] )?(?P<day>\d{{4}}-\d\d-\d\d|\d\d\.\d\d\.\d{{4}}|"
    rf"\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}})(?:\s*[,:–—-])?\s+(?=\S)"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY = re.compile(rf"^{_DAY_NAME}\.?,? |,? \(?{_DAY_NAME}\)?$", re.IGNORECASE)
_TIME = re.compile(
    r"[,;|–-]?\s*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5}(?:[+-]\d{1,2})?)?$", re.IGNORECASE
)
_WORD = re.compile(
    r"^(?:published|posted|updated|(?:release|publication|doc\.?) ?(?:date)?|date|issued|on|last (?:updated|modified)|"
    r"created|delivered|for immediate release)(?: on)?[: ]\s*",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})\.?")
_LONGEST = 60


def day_on_line(line: str) -> str | None:
    """Give the ISO day that a line consists of, but for a weekday, a time or a word such as "Published:"; else None."""
    words = " ".join(line.strip("()*_ \u00a0\t").split())
    if len(words) > _LONGEST or not any(c.isdigit() for c in words):
        return None
    words = _YEAR_FIRST.sub(r"\1-\2-\3", _WORD.sub("", words))
    words = _TIME.sub("", words).strip(" ,;|")
    return parse_day(words) or parse_day(_WEEKDAY.sub("", words))


def date_prefix(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Find a date at the head of a title ("date 2023-02-28 President ..."): range of the date and its ISO day."""
    match = _PREFIX.match(text, start, end)
    day = parse_day(match["day"]) if match else None
    return (*match.span("day"), day) if match and day else None


def day_at_end(document: Document, title: Span) -> StatedDate | None:
    """Find the day with which a title ends ("Press Briefing – 9 May 2022"): the day of what it names.

    Several days, as of a visit, are none.
    """
    for mention in find_dates(title.text, None):
        one_day = mention.first and len(mention.first) == 10 and mention.last in (None, mention.first)
        if mention.first and one_day and not title.text[mention.end :].strip(" .)]"):
            found = document.span(title.start + mention.start, title.start + mention.end)
            return StatedDate(DateRole.EVENT, mention.first, found, mention.rule)
    return None


def date_in(document: Document, span: Span, role: DateRole) -> StatedDate | None:
    """Find the first complete day inside a span (a dateline, a schedule's title)."""
    for mention in find_dates(span.text, document.published):
        if mention.first and len(mention.first) == 10:
            found = document.span(span.start + mention.start, span.start + mention.end)
            return StatedDate(role, mention.first, found, mention.rule)
    return None
