"""Dates with the month's name: "May 9, 2022", "28 April-1 May", "February 19 and 20", "in September"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from memcon.reading.dates_reckoning import (
    DateMention,
    Setting,
    Tense,
    exists,
    iso_month,
    make_date,
    year_of_day,
    year_of_month,
)
from memcon.vocabulary.date_words import DateWordKind, date_pattern, date_words

_FULL_MONTHS = (DateWordKind.MONTH, DateWordKind.MONTH_OR_NAME)
_MONTHS = (*_FULL_MONTHS, DateWordKind.SHORT_MONTH)
_WEEKDAYS = (DateWordKind.WEEKDAY, DateWordKind.SHORT_WEEKDAY)
_YEAR = r"(?:19|20)\d\d(?!\w|[.,]\d)"
_RANGE = r"(?: ?- ?| to | through | until | till | up to )(?:the )?"
_RELATIVE_YEAR = r",? (?:of )?(?P<relative>this|last|next|the current) year\b"


@dataclass(frozen=True, slots=True)
class _Item:
    """One day or month of a written date, with where it ends in the text."""

    start: int
    end: int
    day: int
    month: int = 0  # until it is known
    year: int | None = None
    weekday: int | None = None
    joined: bool = False  # by "to" or a dash with the item before


def _forms(kinds: tuple[DateWordKind, ...]) -> str:
    words = date_pattern(*kinds)
    return f"(?:{words}|{words.upper().replace(chr(92) + 'S', chr(92) + 's')})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns for month before day, and for day before month."""
    month = rf"\b{_forms(_MONTHS)}\b\.?"
    weekday = rf"(?:\b{_forms(_WEEKDAYS)}\b\.?,? (?:the )?)?"
    day = r"(?<![\d$€£#])\d{1,2}(?:st|nd|rd|th)?(?![\w%]|[.:,]\d|/\d)"
    year = rf"(?:,? {_YEAR}|, ?{_YEAR})"
    of = r"(?: of)?"
    # "May 9 and 20 officials" is one day, not two.
    no_count = r"(?! (?!(?:at|in|on|to|for|with|of|as|by|and|or|the|a|this|last|next|between)\b)[a-z])"
    ends = rf"(?:{year}|{_RELATIVE_YEAR})?"
    first = rf"{weekday}{month} (?:the )?{day}"
    again = rf"{weekday}(?:{month} )?{day}"
    more = rf"(?:{_RANGE}{again}|(?:, ?{day}){{0,9}},? (?:and|&) {again}{no_count})"
    before = rf"{first}(?:{year}(?={_RANGE}{weekday}{month}))?{more}?{ends}"
    european = rf"{weekday}(?<![\w.,:/-]){day}"
    own = rf"(?:{of} {month}(?:,? {_YEAR})?)?"
    further = rf"(?:{_RANGE}{weekday}(?:the )?{day}|(?:, ?{day}){{0,9}},? (?:and|&) {weekday}(?:the )?{day})"
    after = rf"{european}(?:{own}{further})?{of} {month}{ends}"
    return re.compile(before), re.compile(after)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<weekday>\b{_forms(_WEEKDAYS)}\b)|(?P<month>\b{_forms(_MONTHS)}\b)|(?P<year>\b(?:19|20)\d\d\b)"
        r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<range>-|\b(?:to|through|until|till)\b)|(?P<and>\band\b)"
    )


def _number_of(form: str, kinds: tuple[DateWordKind, ...]) -> int:
    return date_words(*kinds)[form.casefold()].numbers()[0]


def _items(text: str, start: int, end: int, *, month_first: bool, between: bool) -> list[_Item]:
    """Take a written date apart into days, each with the month, year and weekday that go with it."""
    items: list[_Item] = []
    month, weekday, joined = 0, None, False
    for token in _tokens().finditer(text, start, end):
        if token["weekday"]:
            weekday = _number_of(token["weekday"], _WEEKDAYS)
        elif token["month"]:
            number = _number_of(token["month"], _MONTHS)
            month = number if month_first else 0
            if items and not items[-1].month:
                items[-1] = replace(items[-1], end=token.end())
            items = [item if item.month else replace(item, month=number) for item in items]
        elif token["year"]:
            year = int(token["year"])
            items = [item if item.year else replace(item, year=year) for item in items]
            items[-1:] = [replace(item, end=token.end()) for item in items[-1:]]
        elif token["day"]:
            began = start if not items else token.start()
            items.append(_Item(began, token.end(), int(token["day"]), month, None, weekday, joined))
            weekday, joined = None, False
        else:
            joined = bool(token["range"]) or between
    if items:
        items[-1] = replace(items[-1], end=end)
    return items


def _relative_year(word: str | None, anchor: date | None) -> int | None:
    if word is None or anchor is None:
        return None
    year = anchor.year + {"last": -1, "next": 1}.get(word, 0)
    return year if 1 <= year <= 9999 else None


def _resolved(item: _Item, setting: Setting, direction: Tense | None) -> date | None:
    """Give the day of an item that has a month and a day; None where its year cannot be told."""
    if item.year is not None:
        return make_date(item.year, item.month, item.day)
    if setting.anchor is None:
        return None
    return year_of_day(item.month, item.day, setting.anchor, direction, item.weekday)


def _after(item: _Item, first: date) -> date | None:
    """Give the item's day as the end of a stretch that begins with ``first``."""
    days = (make_date(year, item.month, item.day) for year in range(first.year, min(first.year + 9, 10000)))
    return next((day for day in days if day and day >= first), None)


def _stretch(low: _Item, high: _Item, setting: Setting, direction: Tense | None) -> tuple[str | None, str | None]:
    """Resolve a stretch of days; the one end that has its year dates the other."""
    first = _resolved(low, setting, direction)
    last = _resolved(high, setting, direction)
    if first is None or last is None:
        return (first.isoformat() if first else None), (last.isoformat() if last else None)
    if last < first:
        if high.year is not None and first.year > 1 and first.month != last.month:
            first = make_date(last.year - 1, first.month, first.day) or first
        elif high.year is None:
            last = _after(high, first) or last
    if last < first:
        first, last = last, first
    return first.isoformat(), last.isoformat()


def written_days(setting: Setting) -> Iterator[DateMention]:
    """Give the days written with their month, singly, in lists and in stretches."""
    text = setting.text
    for month_first, pattern in zip((True, False), _patterns(), strict=True):
        for found in pattern.finditer(text):
            between = text[max(0, found.start() - 8) : found.start()].casefold().endswith("between ")
            # A full stop after the month may close the sentence.
            end = found.end() - text.endswith(".", found.start(), found.end())
            items = _items(text, found.start(), end, month_first=month_first, between=between)
            if any(item.month is None or item.day is None or not exists(item.month, item.day) for item in items):
                continue
            direction = setting.direction(found.start(), found.end())
            stated = all(item.year for item in items)
            year = _relative_year(found["relative"], setting.anchor)
            if year:
                items = [item if item.year else replace(item, year=year) for item in items]
            yield from _mentions(items, setting, direction, "stated" if stated else "date.year-from-document")


def _mentions(items: list[_Item], setting: Setting, direction: Tense | None, rule: str) -> Iterator[DateMention]:
    """Turn items into mentions: stretches and runs of days in a row are one, other lists one each."""
    at = 0
    while at < len(items):
        low = high = items[at]
        at += 1
        while at < len(items) and (items[at].joined or _next_day(high, items[at])):
            high = items[at]
            at += 1
        if low is high:
            day = _resolved(low, setting, direction)
            if day is None and low.year is not None:
                continue
            first = last = day.isoformat() if day else None
        else:
            first, last = _stretch(low, high, setting, direction)
            if low.year is not None and first is None:
                continue
        yield DateMention(low.start, high.end, first, last, rule)


def _next_day(item: _Item, other: _Item) -> bool:
    # Without a year a leap year, so that the 29th of February has its place.
    day = make_date(item.year or 2000, item.month, item.day)
    following = make_date(other.year or 2000, other.month, other.day)
    return day is not None and following is not None and following - day == timedelta(days=1)


@cache
def _month_pattern() -> re.Pattern[str]:
    full, every = _forms(_FULL_MONTHS), _forms(_MONTHS)
    return re.compile(
        rf"(?P<named>\b(?:last|next|this past|this coming|this) )?\b(?P<low>{every})\b(?!\.? \d{{1,2}}(?!\d))"
        rf"(?:(?: ?- ?| to | through | and )\b(?P<high>{full})\b(?! \d{{1,2}}(?!\d)))?"
        rf"(?:\.?,? (?:of )?(?P<year>{_YEAR})|{_RELATIVE_YEAR})?"
    )


def written_months(setting: Setting) -> Iterator[DateMention]:
    """Give the months named, with a year or without, singly and in stretches."""
    for found in _month_pattern().finditer(setting.text):
        if not (found["year"] or found["relative"] or found["named"] or _is_month(setting.text, found)):
            continue
        months = [_number_of(found[name], _MONTHS) for name in ("low", "high") if found[name]]
        direction = setting.direction(found.start("low"), found.end())
        year = int(found["year"]) if found["year"] else _relative_year(found["relative"], setting.anchor)
        rule = "stated" if found["year"] else "date.year-from-document"
        if found["named"] and not year:
            rule = f"date.{found['named'].split()[0]}-month-named"
        if year is None and setting.anchor is not None:
            year = _named_year(found["named"], months[0], setting.anchor, direction)
        first = last = None
        if year is not None:
            wraps = months[-1] < months[0]
            first_year = year - 1 if wraps and found["year"] else year
            last_year = first_year + 1 if wraps else first_year
            if first_year >= 1 and last_year <= 9999:
                first, last = iso_month(first_year, months[0]), iso_month(last_year, months[-1])
        yield DateMention(found.start(), found.end(), first, last, rule)


def _named_year(named: str | None, month: int, anchor: date, direction: Tense | None) -> int | None:
    """Give the year of a month without one: "last September", "next May", "this October", or by nearness."""
    word = (named or "").strip()
    if word == "this":
        return anchor.year
    if word in ("last", "this past"):
        year = anchor.year if month < anchor.month else anchor.year - 1
    elif word in ("next", "this coming"):
        year = anchor.year if month > anchor.month else anchor.year + 1
    else:
        year = year_of_month(month, anchor, direction)
    return year if 1 <= year <= 9999 else None


@cache
def _month_lead() -> re.Pattern[str]:
    # "mid-May" has its lead joined on.
    return re.compile(rf"(?<!\w)(?:{date_pattern(DateWordKind.MONTH_LEAD)})[ -]$", re.IGNORECASE)


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Tell whether a month's name without a year is the month, and not a verb or a person's name."""
    kind = date_words(*_MONTHS)[found["low"].casefold()].kind
    if kind is DateWordKind.MONTH:
        return True
    if kind is DateWordKind.SHORT_MONTH:
        return False
    before = text[max(0, found.start() - 16) : found.start()]
    after = text[found.end() : found.end() + 12]
    if re.match(r" [A-Z][a-z]", after):
        return bool(re.search(r"\b(?:in|since|during|last|the) $", before, re.IGNORECASE))
    if _month_lead().search(before):
        return True
    owned = re.search(r"(?:\b(?:the|his|her|its|our|their)|'s?) $", before)
    return bool(owned and re.match(" (?!(?:on|for|of|to|in)\\b)[a-z]", after))
