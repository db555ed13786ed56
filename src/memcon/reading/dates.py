"""Dates in prose: what days, months and years a text tells of, reckoned from the document's own date.

A date is as close as the words allow: "next week" is a month, "a few months ago" a year. Durations ("over 30
years"), recurring days ("every Friday") and vague words ("in the coming weeks") are no mentions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from memcon.reading.dates_figures import find_times, numeric_days
from memcon.reading.dates_reckoning import DateMention, Setting, Tense, shift_days
from memcon.reading.dates_relative import (
    CONTEXT_RULES,
    NO_DATE,
    counted,
    ordinals,
    phrases,
    seasons,
    weekdays,
)
from memcon.reading.dates_written import written_days, written_months
from memcon.reading.dates_years import years
from memcon.vocabulary.date_words import DateWordKind, date_pattern

__all__ = ["DateMention", "Tense", "find_dates", "find_times", "parse_day"]

# Each may only take what those before it have left.
_READERS: tuple[Callable[[Setting], Iterator[DateMention]], ...] = (
    numeric_days,
    written_days,
    written_months,
    weekdays,
    counted,
    seasons,
    phrases,
    ordinals,
    years,
)
_PLAIN = {ord(c): " " for c in "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t\r\x0b\x0c"}
_PLAIN |= {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2212"} | {ord("\u2019"): "'", ord("\u2014"): ";"}
# Letters that a pattern without regard to case takes for ASCII ones, and that do not fold to them.
_PLAIN |= {0x130: "I", 0x131: "i", 0x17F: "s", 0x212A: "K"}
_JOIN = re.compile(r"(?: ?- ?| to | through | until | till )(?:the )?")


def find_dates(text: str, anchor: str | None, tense: Tense | None = None) -> list[DateMention]:
    """Find the dates that ``text`` tells, in order, none over another.

    ``anchor`` is the document's own date (ISO day): relative dates and dates without a year are reckoned from
    it, and stay unresolved (``first`` is None) without it or where it is not a day. ``tense`` says on which
    side of it such dates lie; by default the words around tell ("will", "held"), else the nearest is taken.
    """
    setting = Setting(_plain(text), _day_of(anchor), tense)
    taken = bytearray(len(text))
    found: list[DateMention] = []
    # What is no date must be out of the way before the words in it are read.
    barred = [mention for mention in phrases(setting) if mention.rule == NO_DATE]
    for mentions in (barred, *(reader(setting) for reader in _READERS)):
        for mention in mentions:
            if mention.end > mention.start and not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                found.append(mention)
    found.sort(key=lambda mention: mention.start)
    dates = [mention for mention in found if mention.rule != NO_DATE]
    joined = _joined(_in_context(dates, setting.anchor), setting.text)
    return [_bounded(mention, setting.text) for mention in joined]


def parse_day(text: str) -> str | None:
    """Read ``text`` as one complete date ("Tue. Jul 16th, 2024", "9 May 2022", "09.05.2022"): the ISO day.

    Space and punctuation around the date do not matter, nor does upper or lower case. None for anything else:
    other words, a day that the calendar does not have, figures that can be read in two ways.
    """
    plain = " ".join(_plain(text).split()).strip(" ,;:()[]").rstrip(".").title()
    plain = re.sub(r"(\d)(St|Nd|Rd|Th)\b", lambda m: m[1] + m[2].lower(), plain)
    plain = re.sub(r"\b(Of|The)\b", lambda m: m[1].lower(), plain)
    setting = Setting(plain.removeprefix("the "), None, None)
    for reader in (numeric_days, written_days):
        for mention in reader(setting):
            whole = mention.start == 0 and mention.end == len(setting.text)
            if whole and mention.first and mention.first == mention.last:
                return mention.first
    return None


def _plain(text: str) -> str:
    """Make spaces, dashes and apostrophes plain, character by character: offsets stay as they are."""
    # A long dash joins figures ("June 29—30") but parts words ("here today—and").
    return re.sub(r"(?<=\d)—(?=\d)", "-", text).translate(_PLAIN)


def _day_of(anchor: str | None) -> date | None:
    if anchor is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", anchor):
        return None
    try:
        return date.fromisoformat(anchor)
    except ValueError:
        return None


def _in_context(mentions: list[DateMention], anchor: date | None) -> Iterator[DateMention]:
    """Resolve "the same day" from the day told before, "earlier in the day" from it or the document's own."""
    last: date | None = None
    for mention in mentions:
        if mention.rule in CONTEXT_RULES.values():
            base = last or (anchor if mention.rule == CONTEXT_RULES[DateWordKind.WITHIN_DAY] else None)
            day = shift_days(base, int(mention.first or 0)) if base else None
            iso = day.isoformat() if day else None
            mention = replace(mention, first=iso, last=iso)
        if mention.first == mention.last and mention.first is not None:
            last = _day_of(mention.first) or last
        yield mention


def _joined(mentions: Iterator[DateMention], text: str) -> Iterator[DateMention]:
    """Make one of two days joined to a stretch: "from Monday to Wednesday", "from today through July 15"."""
    held: DateMention | None = None
    for mention in mentions:
        if held is not None:
            last = _end_of_stretch(held, mention, text)
            if last is not None:
                held = DateMention(held.start, mention.end, held.first, last, held.rule)
                continue
            yield held
        held = mention
    if held is not None:
        yield held


def _end_of_stretch(low: DateMention, high: DateMention, text: str) -> str | None:
    """Give the last day of the stretch that two mentions make, or None where they make none."""
    if not _JOIN.fullmatch(text, low.end, high.start) or low.first != low.last:
        return None
    first, last = _day_of(low.first), _day_of(high.last)
    if first is None or last is None:
        return None
    if last < first and high.rule == "date.weekday":
        last = shift_days(last, 7)
    return last.isoformat() if last and last >= first else None


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = (DateWordKind.OPENS, DateWordKind.CLOSES, DateWordKind.DEADLINE)
    return tuple(
        (kind.value, re.compile(rf"(?<![\w-]){date_pattern(kind)} (?:the )?(?:year )?$", re.IGNORECASE))
        for kind in kinds
    )


def _bounded(mention: DateMention, text: str) -> DateMention:
    """Open the end after "since", drop the beginning after "until" and, for a bare year, after "by"."""
    if mention.first is None or mention.first != mention.last or mention.rule == "date.attributive":
        return mention
    before = text[max(0, mention.start - 28) : mention.start]
    for bound, pattern in _bounds():
        if not pattern.search(before):
            continue
        if bound == DateWordKind.OPENS.value:
            return replace(mention, last=None)
        if bound == DateWordKind.CLOSES.value:
            return replace(mention, first=None, rule="date.until")
        if len(mention.first) == 4 and mention.rule == "stated":
            return replace(mention, first=None, rule="date.deadline")
    return mention
