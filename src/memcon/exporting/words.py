"""Say dates, places, parties and kinds of the record in words."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from typing import Any

from memcon.model import Cited, Participant, Place
from memcon.vocabulary.states import state_name

NOT_REPORTED = "not reported"

BANDS_IN_WORDS: Mapping[str, str] = {
    "doubtful": "doubtful, under 0.5",
    "fair": "fair, 0.5 to 0.7",
    "good": "good, 0.7 to 0.9",
    "high": "high, 0.9 and over",
}
"""How sure the least sure value of an engagement is, by the band (:class:`memcon.record.filters.Band`)."""

REVIEW_IN_WORDS: Mapping[str, str] = {
    "checked": "checked by somebody",
    "unchecked": "not yet checked",
    "again": "wants a second look",
}
"""Whether somebody has checked an engagement (:class:`memcon.linking.engagements.Review`)."""


def day_in_words(start: str | None, end: str | None) -> str:
    """Say a range of ISO prefixes: "28 February 2023", "27–28 February 2023", "September 2022", "not reported"."""
    if start is None:
        return "date not reported"
    if end is None or end == start:
        return _day(start) if end else f"from {_day(start)}"
    a, b = start.split("-"), end.split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2]:
        return f"{int(a[2])}–{_day(end)}"
    if len(a) == len(b) == 3 and a[0] == b[0]:
        return f"{int(a[2])} {calendar.month_name[int(a[1])]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(iso: str) -> str:
    parts = iso.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, calendar.month_name[int(parts[1])])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def place_in_words(place: Place | None) -> str:
    """Say a place: "Astana, Kazakhstan"; "place not reported" where there is none."""
    if place is None:
        return "place not reported"
    country = party_in_words(place.country) if place.country else None
    return ", ".join(x for x in (place.city, country) if x) or "place not reported"


def party_in_words(code: str) -> str:
    """Say a party: the state's usual name for a code, an organisation's acronym or a body's name as it is."""
    return state_name(code) or code


def person_in_words(participant: Participant) -> str:
    """Say a participant: "Antony J. Blinken, Secretary of State"; "(Prime Minister)" where no name is told."""
    name, office = _text(participant.name), _text(participant.office)
    if name and office:
        return f"{name}, {office}"
    return name or (f"the {office} (not named)" if office else "not named")


def value_in_words(value: Any) -> str:
    """Say any value of the record: a place as "Astana, KZ", everything else as it is."""
    if isinstance(value, Place):
        return ", ".join(x for x in (value.city, value.country) if x)
    return str(value)


def _text(cited: Cited[Any] | None) -> str | None:
    return str(cited.value) if cited is not None else None
