"""Turn a source's date of publication into the publisher's local day."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from dateutil import parser

from memcon.vocabulary.publishers import publisher_of

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?(?: ?Z| ?[+-]\d\d(?::?\d\d)?)?)?")
_RFC_822 = re.compile(
    r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)?(?: [A-Z]{1,4}| [+-]\d{4})?"
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})([./-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})\.?")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})")
_WEEKDAY = r"(?:[A-Z][a-z]+,? )?"
_CLOCK = r"(?:,? (?:at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?)?"
_MONTH_FIRST_WORDS = re.compile(rf"{_WEEKDAY}([A-Za-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_CLOCK}")
_DAY_FIRST_WORDS = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?([A-Za-z]+)\.?,? (\d{{4}}){_CLOCK}")
_MONTHS = parser.parserinfo()


def iso_day(written: str | date | None, *, url: str | None = None, publisher: str | None = None) -> str | None:
    """Give the ISO day of a date as sources write it, or None where it is no complete date that reads in one way.

    A time with a zone is turned to the day of the publisher that ``url`` or ``publisher`` names; where that publisher
    is unknown, the day stays that of the zone as written. ``3/4/2022`` is None: it reads in two ways.
    """
    if isinstance(written, date):
        written = written.isoformat()
    text = " ".join((written or "").split())
    try:
        moment = _moment(text)
        if moment is None:
            return _day_in_figures(text) or _day_in_words(text)
        known = publisher_of(url, publisher) if moment.tzinfo else None
        return (moment.astimezone(ZoneInfo(known.timezone)) if known else moment).date().isoformat()
    except (ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime | None:
    """Read an ISO 8601 or RFC 822 time; None for another form. Raises ValueError for a day that does not exist."""
    if _ISO.fullmatch(text):
        moment: datetime = parser.isoparse(re.sub(r"(?<=\d) (?=[Z+-])", "", text).replace(" ", "T", 1))
        return moment
    if _RFC_822.fullmatch(text):
        return parsedate_to_datetime(text)
    return None


def _day_in_figures(text: str) -> str | None:
    found = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat() if found else None


def _day_in_words(text: str) -> str | None:
    if found := _MONTH_FIRST_WORDS.fullmatch(text):
        name, day, year = found.groups()
    elif found := _DAY_FIRST_WORDS.fullmatch(text):
        day, name, year = found.groups()
    else:
        return None
    month = _MONTHS.month(name)
    return date(int(year), month, int(day)).isoformat() if month else None
