"""Turn a source's date of publication into the publisher's local day."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from dateutil import parser

from memcon.reading.dates import parse_day
from memcon.vocabulary.publishers import publisher_of

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[T ])")


def iso_day(text: str | None, *, url: str | None = None, publisher: str | None = None) -> str | None:
    """Give the ISO day of a date as sources write it, or None where it is no complete date.

    A time with a zone is turned to the day of the publisher that ``url`` or ``publisher`` names, if it is known.
    """
    if not text:
        return None
    text = " ".join(text.split())
    moment = _moment(text)
    if moment is not None and moment.tzinfo is not None:
        known = publisher_of(url, publisher)
        return (moment.astimezone(ZoneInfo(known.timezone)) if known else moment).date().isoformat()
    if moment is not None:
        return moment.date().isoformat()
    return parse_day(text)


def _moment(text: str) -> datetime | None:
    """Read an ISO 8601 or RFC 822 time; None for anything else, so that no date is guessed."""
    try:
        if _ISO.match(text):
            moment: datetime = parser.isoparse(text.replace(" ", "T", 1))
            return moment
        if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d", text):
            moment = parser.parse(text)
            return moment
    except (ValueError, OverflowError):
        return None
    return None
