"""Find places: cities with their countries, buildings that stand in a known city, states as places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.model import Place
from memcon.vocabulary.lexicon import Match, find_other_names
from memcon.vocabulary.places import city, place_named, regions
from memcon.vocabulary.states import capital_of, names

_CAPITALISED = re.compile(
    r"[A-Z\u00c0-\u00de][\w’'.-]*(?:(?: |-)(?:[A-Z\u00c0-\u00de][\w’'.-]*|el|al|de|da|do|of|la|le|sur|upon)\b)*"
)
_MOST_WORDS = 4
_NEAR = 25  # code points between a city and its region, with another city between
_CAPITAL = re.compile(r"(?:[’']s)? capital\b")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in a text (offsets in the text handed in) with its normal form."""

    start: int
    end: int
    place: Place


def find_places(text: str, phrases: Sequence[Match], people: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    """Find the places in ``text``, in order; ``people`` are ranges that name persons and hence no places."""
    found: list[PlaceMention] = []
    for phrase in phrases:
        if phrase.kind == "place" and (place := place_named(text[phrase.start : phrase.end])):
            found.append(PlaceMention(phrase.start, phrase.end, place))
        elif phrase.kind == "state-name" and not _in_a_compound(text, phrase.start, phrase.end):
            whole = place_named(text[phrase.start : phrase.end])  # a city that is a state: "to Singapore"
            of_it = whole if whole and whole.country == phrase.code else Place(None, phrase.code)
            found.append(PlaceMention(phrase.start, phrase.end, of_it))
    found.extend(_cities(text, phrases, people))
    found.extend(_capitals(text, phrases))
    found = _outermost(found)
    return _with_country(text, found)


def _in_a_compound(text: str, start: int, end: int) -> bool:
    """Whether a state's name is a part of another's: "the U.S.-EU summit", "the Russia–Africa forum"."""
    return bool(
        re.match(r"[-–][A-Z]", text[end : end + 2]) or re.search(r"[\w.][-–]$", text[max(0, start - 2) : start])
    )


def _capitals(text: str, phrases: Sequence[Match]) -> list[PlaceMention]:
    """Cities told by what they are to their state: "the Kazakh capital", "Oman's capital"."""
    found: list[PlaceMention] = []
    for phrase in phrases:
        after = _CAPITAL.match(text, phrase.end) if phrase.kind in ("state-adjective", "state-name") else None
        seat = capital_of(phrase.code) if after else None
        if after and seat and not _CAPITALISED.match(text, after.end() + 1):
            found.append(PlaceMention(phrase.start, after.end(), Place(seat, phrase.code)))
    return found


def _cities(text: str, phrases: Sequence[Match], people: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    taken = (
        [(p.start, p.end) for p in phrases if p.kind not in ("seat", "place")] + list(people) + find_other_names(text)
    )
    found: list[PlaceMention] = []
    for run in _CAPITALISED.finditer(text):
        words = [(m.start() + run.start(), m.end() + run.start()) for m in re.finditer(r"[^ ]+", run.group())]
        at = 0
        while at < len(words):
            for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + length - 1][1]
                name = re.sub(r"[’']s$", "", text[start:end]).rstrip(".,’'")
                where = city(name)
                if where and not any(s < end and start < e and not (start <= s and e < end) for s, e in taken):
                    found.append(PlaceMention(start, start + len(name), where))
                    at += length - 1
                    break
            at += 1
    return found


def _outermost(found: list[PlaceMention]) -> list[PlaceMention]:
    """Drop what lies inside a longer place; keep order."""
    ordered = sorted(found, key=lambda p: (p.start, -p.end, p.place.city is None))
    kept: list[PlaceMention] = []
    for place in ordered:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _with_region(text: str, place: PlaceMention) -> PlaceMention:
    """Let "Portsmouth, New Hampshire" be where its region says."""
    if place.place.city is None or not text.startswith(", ", place.end):
        return place
    after = place.end + 2
    for name, country in regions().items():
        if name in names() and place.place.country != country:
            continue  # "Tbilisi, Georgia"
        if text.startswith(name, after) and not text[after + len(name) : after + len(name) + 1].isalnum():
            return PlaceMention(place.start, after + len(name), Place(place.place.city, country))
    return place


def _region_of_city(text: str, place: PlaceMention, found: list[PlaceMention]) -> PlaceMention:
    """Let a region of a state's name be in the country of the city before it: "Atlanta and Clarkston, Georgia"."""
    country = regions().get(text[place.start : place.end]) if place.place.city is None else None
    for before in found if country else ():
        near = before.place.city and before.end < place.start <= before.end + _NEAR
        if near and before.place.country == country and "." not in text[before.end : place.start]:
            return PlaceMention(place.start, place.end, Place(None, country))
    return place


def _with_country(text: str, found: list[PlaceMention]) -> list[PlaceMention]:
    """Join "Berlin, Germany" into one place; the country that is told wins over the gazetteer's."""
    joined: list[PlaceMention] = []
    found = [_region_of_city(text, place, found) for place in found]
    for place in (_with_region(text, p) for p in found):
        last = joined[-1] if joined else None
        if (
            last is not None
            and place.place.city is None
            and last.place.city is not None
            and text[last.end : place.start] in (", ", " (", ", the ")
            and last.end > last.start
        ):
            joined[-1] = PlaceMention(last.start, place.end, Place(last.place.city, place.place.country))
        else:
            joined.append(place)
    return joined
