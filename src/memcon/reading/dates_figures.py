"""Days and times in figures: "2022-05-09", "09.05.2022"; "9:15 a.m.", "2:30-3:00 p.m.", "14:30", "noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.reading.dates_reckoning import DateMention, Setting, make_date

_CLOCK = re.compile(
    r"(?<![\w:.,/$-])(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?(?::[0-5]\d)?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?|(?= ?(?:-|–|to|and) ?\d{1,2}(?:[:.][0-5]\d)? ?(?P<later>[ap])\.?m\b)"
    r"|(?: ?(?:hrs|hours)\b)?)"
    r"|(?<=[-–])(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))? ?(?P<half2>[ap])\.?m\b\.?"
    r"|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)


def find_times(text: str) -> list[tuple[int, int, str]]:
    """Find the times of day in ``text``: start, end (code points) and the time as ``HH:MM``, in order."""
    found: list[tuple[int, int, str]] = []
    for match in _CLOCK.finditer(text):
        if match["word"]:
            found.append((match.start(), match.end(), "12:00" if match["word"].casefold() == "noon" else "00:00"))
            continue
        half = match["half"] or match["later"] or match["half2"]
        hour = int(match["hour"] or match["hour2"])
        minute = match["minute"] or match["minute2"]
        if half is None and (match["mark"] != ":" or len(match["hour"]) + len(minute or "") < 3):
            continue
        if half is not None:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if half.casefold() == "p" else 0)
        if hour <= 23 and not re.match(r"[:%\d]", text[match.end() : match.end() + 1]):
            found.append((match.start(), match.end(), f"{hour:02d}:{int(minute or 0):02d}"))
    return found


_NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<z>(?:19|20)\d\d))(?=T\d|(?![\w/-]|\.\w))"
)


def numeric_days(setting: Setting) -> Iterator[DateMention]:
    """Give the days in figures; where 05/09 has two readings, the one nearer to the document's date."""
    for found in _NUMERIC.finditer(setting.text):
        if found["y"]:
            days = [make_date(int(found["y"]), int(found["m"]), int(found["d"]))]
        else:
            year, low, high = int(found["z"]), int(found["a"]), int(found["b"])
            days = [make_date(year, high, low)]
            # With full stops and dashes the day always stands first.
            if found["t"] == "/" and low != high:
                days.append(make_date(year, low, high))
        real = [day for day in days if day]
        if not real:
            continue
        anchor = setting.anchor
        if len(real) == 1:
            yield DateMention(found.start(), found.end(), real[0].isoformat(), real[0].isoformat(), "stated")
        elif anchor is None:
            yield DateMention(found.start(), found.end(), None, None, "date.numeric-order")
        else:
            near = min((abs((day - anchor).days), day) for day in real)[1].isoformat()
            yield DateMention(found.start(), found.end(), near, near, "date.numeric-order")
