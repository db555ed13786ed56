"""What can be corrected: words that a human gives made values in normal form, or refused with the reason."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from enum import StrEnum

from memcon.decisions.values import Change, Field
from memcon.errors import UsageError
from memcon.model import EngagementKind, Mode, Status
from memcon.vocabulary.organisations import organisations
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.states import codes, state_name

NONE = "none"
"""The word for a value that is not told."""

FIELDS = tuple(f.value for f in Field if f not in (Field.PLACE, Field.STATEMENTS))
"""The fields that can be corrected; statements are by their words (:mod:`memcon.decisions.statements`)."""
_SINGULAR = {"party": Field.PARTIES, "participant": Field.PARTICIPANTS}
_ENUMS: dict[Field, type[StrEnum]] = {Field.KIND: EngagementKind, Field.STATUS: Status, Field.MODE: Mode}
_ALWAYS = (Field.KIND, Field.STATUS, Field.PARTIES, Field.PARTICIPANTS)
_DAYS = (Field.START, Field.END, Field.DATE)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def field_named(name: str, fields: Sequence[str] = FIELDS) -> Field:
    """Give the field with this name; raises UsageError where there is none, with ``fields`` as those there are."""
    field = _SINGULAR.get(name, name)
    if field not in {f.value for f in Field}:
        raise UsageError(f"there is no field {name!r}; the fields are {', '.join(fields)}")
    return Field(field)


def change(
    field: str,
    value: str,
    *,
    remove: bool = False,
    name: str | None = None,
    office: str | None = None,
    party: str | None = None,
) -> Change:
    """Give the correction that is meant.

    ``value`` is "none" for what is not told; a date is an ISO prefix, of ``date`` also two with a "/" between; a
    country or party is a code or a name. The rest is about a party or a participant; see :class:`Change`.
    Raises UsageError for a field or a value that there is not.
    """
    which = field_named(field)
    if which is Field.PLACE:
        raise UsageError("correct the country or the city of the place, each by itself")
    if which is Field.STATEMENTS:
        raise UsageError("a statement is corrected by its words; see 'memcon statement --help'")
    if which is not Field.PARTICIPANTS and any(x is not None for x in (name, office, party)):
        raise UsageError("a name, an office and whom somebody represents are those of a participant")
    if remove and which not in (Field.PARTIES, Field.PARTICIPANTS):
        raise UsageError(f"a {which.value} is not removed; say {NONE!r} for what is not told")
    if remove and any(x is not None for x in (name, office, party)):
        raise UsageError("somebody who is removed needs no name, office or party")
    code = _party(party) if party is not None else None
    return Change(which, _value(which, value.strip()), remove, name, office, code)


def _value(field: Field, words: str) -> str | None:
    if not words:
        raise UsageError(f"the {field.value} is empty; say {NONE!r} for what is not told")
    if words == NONE:
        if field in _ALWAYS:
            raise UsageError(f"{field.value} cannot be {NONE!r}")
        return None
    if field in _ENUMS:
        allowed = [str(member) for member in _ENUMS[field]]
        if words not in allowed:
            raise UsageError(f"{words!r} is no {field.value}; it is one of {', '.join(allowed)}")
        return words
    if field in _DAYS:
        return _date(field, words)
    if field is Field.COUNTRY:
        return _country(words)
    if field is Field.CITY:
        return _city(words)
    return _party(words) if field is Field.PARTIES else words


def _country(words: str) -> str:
    code = party_code(words)
    if code not in codes():
        raise UsageError(f"{words!r} is no country; give a name or an ISO code such as KZ")
    return code


def _city(words: str) -> str:
    if any(mark in words for mark in ";/|"):
        raise UsageError(f"{words!r} is more than one place; an engagement has one, such as Astana, KZ")
    if words in codes():
        raise UsageError(f"{words!r} is the code of a country, not a city; correct the country")
    return words


def _party(words: str) -> str:
    code = party_code(words)
    if re.fullmatch(r"[A-Z]{2}", code) and state_name(code) is None and code not in {o.code for o in organisations()}:
        raise UsageError(f"{words!r} is no party's code; give an ISO code, an acronym or a name")
    return code


def _date(field: Field, words: str) -> str:
    days = words.split("/") if field is Field.DATE else [words]
    if len(days) > 2 or not all(map(_is_date, days)):
        more = " or two with a / between" if field is Field.DATE else ""
        raise UsageError(f"{words!r} is no date; give a year, a month or a day such as 2022-05-09{more}")
    if len(days) == 2 and before(days[1], days[0]):
        raise UsageError(f"{words!r} ends before it begins")
    return words


def _is_date(words: str) -> bool:
    found = _DATE.fullmatch(words)
    if found is None:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year or month is None:
        return bool(year)
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year, month)[1])


def before(a: str, b: str) -> bool:
    """Tell whether one date surely lies before another, as exactly as both are known."""
    exact = min(len(a), len(b))
    return a[:exact] < b[:exact]
