"""When each account was published, by the clocks of both, and how far apart that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from memcon.comparing.sides.values import Fact, Side, callings
from memcon.exporting.words import day_in_words
from memcon.vocabulary.homes import home_of
from memcon.vocabulary.publishers import publisher_of
from memcon.vocabulary.states import capital_of
from memcon.vocabulary.zones import zone_of

_FORM = "%d %B %H:%M"
_HOURS = 3
"""Days of lag up to which hours tell something."""


def publication_of(sides: Sequence[Side]) -> Fact:
    """The days of publication, each by its publisher's clock and by that of the others, with the lag.

    Sources tell a day and no hour: a day is a stretch of 24 hours by the publisher's clock, and a lag a range of hours.
    """
    zones = [_zone(side) for side in sides]
    clocks = {z.key: (z, _clock(z, s)) for s, z in zip(sides, zones, strict=True) if z is not None}
    values = tuple(_value(side, zone, clocks) for side, zone in zip(sides, zones, strict=True))
    return Fact("published", values, tuple(() for _ in sides), _lag(sides, zones))


def _zone(side: Side) -> ZoneInfo | None:
    """The zone of a known publisher, else that of the capital of the state whose organ the publisher is."""
    known = publisher_of(side.document.url, side.document.publisher)
    if known is not None:
        return ZoneInfo(known.timezone)
    state = home_of(side.document, side.reading.layout)
    return zone_of(state) if state else None


def _value(side: Side, zone: ZoneInfo | None, clocks: Mapping[str, tuple[ZoneInfo, str]]) -> str | None:
    day = side.document.published
    if day is None:
        return None
    words = day_in_words(day, day)
    if zone is None:
        return f"{words} (time zone unknown)"
    words += f" by {clocks[zone.key][1]} time"
    window = _window(day, zone)
    for key, (other, name) in clocks.items():
        if window is not None and key != zone.key:
            first, last = (at.astimezone(other).strftime(_FORM).lstrip("0") for at in window)
            words += f"; by {name} time between {first} and {last}"
    return words


def _clock(zone: ZoneInfo, side: Side | None = None) -> str:
    """What a clock is called: by the capital of the publisher's state, else by the zone's own city."""
    known = publisher_of(side.document.url, side.document.publisher) if side else None
    state = known.country if known else home_of(side.document, side.reading.layout) if side else None
    capital = capital_of(state) if state else None
    return capital or zone.key.split("/")[-1].replace("_", " ")


def _window(day: str, zone: ZoneInfo | None) -> tuple[datetime, datetime] | None:
    """The stretch of a day by a clock, None for what is no full date."""
    try:
        first = datetime.combine(date.fromisoformat(day), time(), tzinfo=zone or UTC)
    except ValueError:
        return None
    return first, first + timedelta(days=1)


def _lag(sides: Sequence[Side], zones: Sequence[ZoneInfo | None]) -> str | None:
    """Who published first, and how many hours lie between, for the first and the last."""
    known = [
        (window, side, name)
        for side, zone, name in zip(sides, zones, callings(sides), strict=True)
        if side.document.published and (window := _window(side.document.published, zone)) is not None
    ]
    if len(known) < max(2, len(sides)):
        return None
    (first, one, earlier), (last, other, later) = min(known, key=lambda k: k[0][0]), max(known, key=lambda k: k[0][0])
    if first == last or one is other:
        return "published on the same day; sources tell no hour"
    days = (_day(other) - _day(one)).days
    if None in zones or days > _HOURS:
        lag = f"{days} day{'' if days == 1 else 's'} after {earlier}" if days else f"the same day as {earlier}"
        return f"{later} {lag}, by the dates"
    apart = "on the same date" if not days else f"{days} day{'' if days == 1 else 's'} later by the dates"
    least = int((last[0] - first[1]).total_seconds() // 3600)
    most = int((last[1] - first[0]).total_seconds() // 3600)
    if least < 0:
        return f"{later} {apart}: from {-least} hours before to {most} hours after {earlier}"
    return f"{later} {apart}: between {least} and {most} hours after {earlier}"


def _day(side: Side) -> date:
    return date.fromisoformat(side.document.published or "")
