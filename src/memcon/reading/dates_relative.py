"""Dates told from the document's own: "today", "next week", "two days ago", "on Wednesday", "on the 14th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from memcon.reading.dates_reckoning import (
    DateMention,
    Setting,
    common_prefix,
    day_of_month,
    day_of_weekday,
    iso_month,
    shift_days,
    shift_months,
)
from memcon.vocabulary.date_words import DateWord, DateWordKind, date_pattern, date_words

_SHIFTS = (
    DateWordKind.DAY,
    DateWordKind.WEEK,
    DateWordKind.MONTH_SHIFT,
    DateWordKind.YEAR,
    DateWordKind.SAME_DAY,
    DateWordKind.WITHIN_DAY,
    DateWordKind.NO_DATE,
)
_COUNTS = (DateWordKind.NUMBER, DateWordKind.SOME)
# "over the last week", "the next year", "every next month" tell how long or how often, not when.
_DURATION = re.compile(r"\b(?:the|over|within|every|each|per|of the) $", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:over|than|almost|nearly|about|around|roughly|some|approximately|at least|many|and) $",
    re.IGNORECASE,
)
# Of these kinds the rule says by its name what the context gave: the day told last.
CONTEXT_RULES = {DateWordKind.SAME_DAY: "date.same-day", DateWordKind.WITHIN_DAY: "date.within-day"}
NO_DATE = "no-date"


@cache
def _phrase_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<phrase>{date_pattern(*_SHIFTS)})(?![\w-])", re.IGNORECASE)


def phrases(setting: Setting) -> Iterator[DateMention]:
    """Give the phrases of the vocabulary.

    Those that hold a date word and tell no date come with the rule :data:`NO_DATE`; those told from the day
    named before come with a rule of :data:`CONTEXT_RULES` and, as the date, the number of days from it.
    """
    for found in _phrase_pattern().finditer(setting.text):
        word = date_words(*_SHIFTS)[found["phrase"].casefold()]
        before = setting.text[max(0, found.start() - 8) : found.start()]
        if word.kind is DateWordKind.NO_DATE:
            first, rule = None, NO_DATE
        elif word.kind in CONTEXT_RULES:
            first, rule = word.value, CONTEXT_RULES[word.kind]
        elif found["phrase"].split()[0] in ("last", "next") and _DURATION.search(before):
            continue
        else:
            first, rule = _shifted(word, setting.anchor), _rule_of(word)
        yield DateMention(found.start(), found.end(), first, first, rule)


def _rule_of(word: DateWord) -> str:
    if word.kind is not DateWordKind.DAY:
        return {DateWordKind.WEEK: "date.week", DateWordKind.YEAR: "date.year"}.get(word.kind, "date.month")
    names = {-2: "day-before-yesterday", -1: "yesterday", 0: "today", 1: "tomorrow", 2: "day-after-tomorrow"}
    return f"date.{names.get(word.numbers()[0], 'day')}"


def _shifted(word: DateWord, anchor: date | None) -> str | None:
    if anchor is None:
        return None
    shift = word.numbers()[0]
    if word.kind is DateWordKind.DAY:
        day = shift_days(anchor, shift)
        return day.isoformat() if day else None
    if word.kind is DateWordKind.WEEK:
        # A week is dated by its month alone: the one in which the same weekday falls.
        day = shift_days(anchor, 7 * shift)
        return iso_month(day.year, day.month) if day else None
    if word.kind is DateWordKind.MONTH_SHIFT:
        month = shift_months(anchor, shift)
        return iso_month(*month) if month else None
    return _year(anchor.year + shift)


def _year(year: int) -> str | None:
    return f"{year:04d}" if 1 <= year <= 9999 else None


@cache
def _season_pattern() -> re.Pattern[str]:
    seasons = date_pattern(DateWordKind.SEASON)
    return re.compile(
        rf"(?<![\w-])(?P<word>last|this past|this|next|this coming) (?P<season>{seasons})(?![\w-])"
        rf"|(?<![\w-])(?:the |this )?(?P<of>{seasons}) of (?P<year>last|this|next) year(?![\w-])",
        re.IGNORECASE,
    )


def seasons(setting: Setting) -> Iterator[DateMention]:
    """Give "last summer", "this fall": a season is dated by its year, a winter by the two it may lie in."""
    for found in _season_pattern().finditer(setting.text):
        first = last = None
        if setting.anchor is not None:
            first, last = _season_years(found, setting.anchor)
        yield DateMention(found.start(), found.end(), first, last, "date.season")


def _season_years(found: re.Match[str], anchor: date) -> tuple[str | None, str | None]:
    word = (found["word"] or "").casefold()
    if not word:
        year = _year(anchor.year + {"last": -1, "next": 1}.get(found["year"].casefold(), 0))
        return year, year
    opens, closes = date_words(DateWordKind.SEASON)[found["season"].casefold()].numbers()
    year_first = anchor.year
    if word in ("last", "this past") and closes >= anchor.month and opens < closes:
        year_first -= 1
    elif word == "next" and opens <= anchor.month and opens < closes:
        year_first += 1
    if opens < closes:
        return _year(year_first), _year(year_first)
    year_first -= 1 if word in ("last", "this past") or (word == "this" and anchor.month <= closes) else 0
    first, last = _year(year_first), _year(year_first + 1)
    return (first, last) if first and last else (None, None)


@cache
def _ago_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<count>{date_pattern(*_COUNTS)}|\d{{1,3}}) (?P<unit>day|week|month|year)s?"
        r"(?: (?P<ago>ago)|(?:'s?)? (?P<ahead>from (?:now|today)|time))\b",
        re.IGNORECASE,
    )


def counted(setting: Setting) -> Iterator[DateMention]:
    """Give "two days ago", "a few weeks ago", "three years ago": no closer than the count allows."""
    for found in _ago_pattern().finditer(setting.text):
        if _ABOUT.search(setting.text[max(0, found.start() - 16) : found.start()]):
            continue
        form = found["count"].casefold()
        low, high = (int(form), int(form)) if form.isdecimal() else date_words(*_COUNTS)[form].numbers()
        unit = found["unit"].casefold()
        if unit == "year" and low != high:
            continue
        first = _counted(low, high, unit, setting.anchor, -1 if found["ago"] else 1) if setting.anchor else None
        yield DateMention(found.start(), found.end(), first, first, "date.ago" if found["ago"] else "date.ahead")


def _counted(low: int, high: int, unit: str, anchor: date, sign: int) -> str | None:
    if unit == "year":
        return _year(anchor.year + sign * low)
    if unit == "month":
        ends = [shift_months(anchor, sign * count) for count in (low, high)]
        if ends[0] is None or ends[1] is None:
            return None
        return common_prefix(date(*ends[0], 1), date(*ends[1], 1))
    length = 7 if unit == "week" else 1
    days = [shift_days(anchor, sign * length * count) for count in (low, high)]
    if days[0] is None or days[1] is None:
        return None
    if unit == "day" and low == high:
        return days[0].isoformat()
    return common_prefix(*sorted((days[0], days[1])))


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<word>last|next|this past|this coming|this|the past|the coming) )?"
        rf"(?P<day>{date_pattern(DateWordKind.WEEKDAY)})(?![\w-])"
        r"(?: (?:of )?(?P<week>last|this|next) week\b)?(?: (?:morning|afternoon|evening|night)\b)?"
    )


def weekdays(setting: Setting) -> Iterator[DateMention]:
    """Give the days named by their weekday."""
    for found in _weekday_pattern().finditer(setting.text):
        weekday = date_words(DateWordKind.WEEKDAY)[found["day"].casefold()].numbers()[0]
        first = None
        anchor = setting.anchor
        if anchor is not None:
            word = (found["word"] or "").split(" ")[-1]
            if found["week"]:
                weeks = {"last": -1, "next": 1}.get(found["week"], 0)
                day = shift_days(anchor, weekday - anchor.isoweekday() + 7 * weeks)
            elif word in ("last", "past"):
                day = day_of_weekday(weekday, anchor, "past", strict=True)
            elif word in ("next", "coming"):
                day = day_of_weekday(weekday, anchor, "future", strict=True)
            elif word == "this":
                # "this Friday" is to come, unless the sentence tells of the past.
                direction = setting.direction(found.start("day"), found.end()) or "future"
                day = day_of_weekday(weekday, anchor, direction)
            else:
                day = day_of_weekday(weekday, anchor, setting.direction(found.start(), found.end()))
            first = day.isoformat() if day else None
        yield DateMention(found.start(), found.end(), first, first, "date.weekday")


_ORDINAL = re.compile(
    r"\b(?:on|from|to|until|of) (?P<day>the (?P<number>\d{1,2})(?:st|nd|rd|th))(?![\w-])"
    r"(?= (?:in|at|with|and|to|by|as|when|where|local|to|of this month)\b|[.,;:)]|\s*$|\n)"
)


def ordinals(setting: Setting) -> Iterator[DateMention]:
    """Give the days named by their number in the month alone: "on the 14th"."""
    for found in _ORDINAL.finditer(setting.text):
        number = int(found["number"])
        if not 1 <= number <= 31:
            continue
        start, end = found.span("day")
        day = day_of_month(number, setting.anchor, setting.direction(start, end)) if setting.anchor else None
        first = day.isoformat() if day else None
        yield DateMention(start, end, first, first, "date.day-of-month")
