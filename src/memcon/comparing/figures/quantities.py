"""Put numbers and units together: ranges, approximation, and what is no figure at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from memcon.comparing.figures.numbers import Number, find_numbers
from memcon.vocabulary.fold import fold
from memcon.vocabulary.quantities import (
    BARE_DOLLARS,
    COUNT,
    Approximation,
    Unit,
    UnitKind,
    Where,
    approximation_of,
    approximation_pattern,
    dollar_of,
    not_figures,
    signs_pattern,
    unit_named,
    unit_pattern,
)

_SIGN_BEFORE = re.compile(rf"({signs_pattern()})[ ]?$")
_UNIT_AFTER = re.compile(
    rf"[ -]?(?:(?:more|additional|further|full|straight|consecutive|long|whole) )?({unit_pattern()})"
)
_UNIT_AFTER_OF = re.compile(rf" of ({unit_pattern()})")
_RANGE = re.compile(r" ?- ?| to | and | or ")
_SPOKEN_ABOUT = re.compile(
    r"\b(?:talk|spoke|speak|hear|heard|think|thought|ask|know|knew|tell|told|question|concern|learn|said)\w* $"
)
_YEAR = range(1900, 2100)
_WINDOW = re.compile(
    r"(?:\b(?:last|past|next|coming|first|previous|following|recent|every|each|final|this|these|those|the)"
    r"(?: (?:of the|couple of))?) $",
    re.IGNORECASE,
)
_LONG = 10
"""Years from which on "the last 32 years" tells how long something has lasted, and not when."""
_AGO = re.compile(r" (?:ago|earlier|later|before|after|from now|prior|old|of age|into)\b", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(?:for|of|after|since|by|with|to|has|had|have|is|was|be|been|lasted|spanning|celebrate|well) ?$", re.I
)
_PERCENT = Unit("percent", UnitKind.SHARE)
_PLAIN = str.maketrans({"\u2014": ";", "\u2212": "-", "\u202f": " ", "\u2009": " "})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a text: ``start`` and ``end`` take in the words of approximation.

    ``core`` is where number and unit stand, ``number`` the number alone; all are code points of the text. ``low`` and
    ``high`` are in the unit's normal form, None on an open side. ``spelled`` marks a number written in words.
    """

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    digits: int
    unit: Unit
    approximation: Approximation
    spelled: bool

    @property
    def kind(self) -> UnitKind:
        """What sort of unit it is in."""
        return self.unit.kind


def find_quantities(text: str, home: str | None = None) -> list[Quantity]:
    """Find what may be figures in ``text``, in order, not overlapping.

    ``home`` is the country whose organ wrote the text, by which a bare "$" is read. Without a unit a number is a count,
    of which the grammar of its sentence has still to tell what is counted. Dates are for the caller to leave out.
    """
    plain = fold(text).translate(_PLAIN)
    barred = [m.span() for m in not_figures().finditer(plain)]
    found: list[Quantity] = []
    numbers = list(find_numbers(plain))
    at = 0
    while at < len(numbers):
        quantity, used = _quantity(plain, numbers, at, home)
        at += used
        if quantity is None or any(s < quantity.core[1] and quantity.core[0] < e for s, e in barred):
            continue
        if not found or quantity.start >= found[-1].end:
            found.append(quantity)
        elif quantity.core[0] >= found[-1].end:
            found.append(replace(quantity, start=found[-1].end))
    return found


def _quantity(text: str, numbers: list[Number], at: int, home: str | None) -> tuple[Quantity | None, int]:
    """The quantity that begins with a number, and how many numbers it takes."""
    number = numbers[at]
    sign = _SIGN_BEFORE.search(text, max(0, number.start - 8), number.start)
    after = (_UNIT_AFTER_OF if number.vague else _UNIT_AFTER).match(text, number.end)
    used = 1
    if at + 1 < len(numbers):
        joined = _ranged(text, number, numbers[at + 1], sign is not None, after is not None)
        if joined is not None:
            number, used = joined, 2
            after = _UNIT_AFTER.match(text, number.end)
    start = sign.start(1) if sign else number.start
    end = number.end
    named = sign.group(1) if sign else after.group(1) if after else None
    if after and (sign is None or unit_named(after.group(1)) == unit_named(sign.group(1))):
        end = after.end(1)
    elif after and sign and (u := unit_named(after.group(1))) is not None and u.kind is UnitKind.MONEY:
        named, end = after.group(1), after.end(1)
    if named is None and used == 1 and at + 1 < len(numbers):
        named = _later_unit(text, number, numbers[at + 1])
    unit = _unit(named, number, home)
    if unit is None or not _is_figure(text, start, end, number, unit):
        return None, used
    return _approximated(text, start, end, number, unit), used


def _ranged(text: str, low: Number, high: Number, signed: bool, has_unit: bool) -> Number | None:
    """Two numbers as one range: "10 to 12 percent", "six or seven", "between 5 and 7", "$5-7 billion", "$5 to $7"."""
    between = text[low.end : high.start]
    bare = re.sub(rf"{signs_pattern()} ?$", "", between) if signed else between
    if has_unit or not _RANGE.fullmatch(bare) or low.vague or high.vague or low.share or high.share:
        return None
    if bare == " and " and not re.search(
        r"\bbetween(?: \S{1,4})? ?$", text[max(0, low.start - 16) : low.start], re.IGNORECASE
    ):
        return None
    if bare == " or " and high.high > 2 * low.low:
        return None
    if bare == " to " and re.search(
        r"(?<!anywhere )(?<!ranging )(?<!range )\bfrom(?: \S{1,3})? ?$",
        text[max(0, low.start - 20) : low.start],
        re.IGNORECASE,
    ):
        return None
    first = low.low
    if first < high.high and _scale(high.high) > 1 and _scale(first) == 1:
        first *= _scale(high.high)
    return replace(high, start=low.start, low=first) if first < high.high else None


def _later_unit(text: str, low: Number, high: Number) -> str | None:
    """The unit that the first number of a change shares: "from 5 to 7 percent"."""
    if text[low.end : high.start] != " to " or not text[: low.start].endswith("from "):
        return None
    after = _UNIT_AFTER.match(text, high.end)
    return after.group(1) if after else None


def _scale(value: float) -> float:
    """The multiple by which a number was written: 7 billion was written with 1e9."""
    return next((m for m in (1e12, 1e9, 1e6, 1e3) if value >= m), 1.0)


def _unit(named: str | None, number: Number, home: str | None) -> Unit | None:
    if number.share:
        return _PERCENT
    if named is None:
        return COUNT
    if named.casefold() in BARE_DOLLARS:
        return Unit(dollar_of(home), UnitKind.MONEY)
    return unit_named(named)


def _is_figure(text: str, start: int, end: int, number: Number, unit: Unit) -> bool:
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    if re.search(r"[\w#/@]$", before) or re.match(r"[/_@]|-\d", after):
        return False
    if unit.kind is UnitKind.COUNT:
        if after[:1].isalpha() or (number.spelled and re.match(r"[A-Z]\w*[ -][A-Z]", text[start : end + 3])):
            return False
        if number.low in _YEAR and not number.spelled and "," not in text[start:end]:
            return False
        if re.search(r"[\w’']+-$", before) or (re.match(r"-[a-z]", after) and number.low < 100):
            return False
        if re.search(
            r"(?<![.?!:;”\"] )(?<!^)\b[A-Z][\w’'.]*\s$", before[1:] if len(before) == 40 else " " + before[1:]
        ):
            return number.low >= 1000 or number.vague
        return not (number.spelled and number.low == 1)
    if unit.kind is UnitKind.DURATION:
        if unit.name == "minute" and re.match(r" (?:of|and) ", after) and number.low > 59:
            return False
        window = _WINDOW.search(before) and not (unit.name == "year" and number.low * unit.factor >= _LONG)
        return not (window or _AGO.match(after))
    return True


def _approximated(text: str, start: int, end: int, number: Number, unit: Unit) -> Quantity:
    core = (start, end)
    low: float | None = number.low * unit.factor
    high: float | None = number.high * unit.factor
    approximation = Approximation.ABOUT if number.vague else Approximation.EXACT
    before = approximation_pattern(Where.BEFORE).search(text, max(0, start - 40), start)
    after = approximation_pattern(Where.AFTER).match(text, end)
    inner = re.match(r"\+", text[number.end : number.end + 1])
    if before and (
        _during(text, before, end, unit) or _SPOKEN_ABOUT.search(text, max(0, before.start() - 16), before.start())
    ):
        before = None
    if before:
        approximation, start = approximation_of(before.group(1)), before.start(1)
    elif after:
        approximation, end = approximation_of(after.group(1)), after.end(1)
    elif inner:
        approximation = Approximation.MORE_THAN
    if approximation is Approximation.MORE_THAN:
        high = None
    elif approximation in (Approximation.LESS_THAN, Approximation.UP_TO):
        low = None
    digits = number.digits + (len(str(int(unit.factor))) - 1 if unit.factor >= 1 else 0)
    return Quantity(start, end, core, low, high, digits, unit, approximation, number.spelled)


def _during(text: str, over: re.Match[str], end: int, unit: Unit) -> bool:
    """Whether "over" before a duration says when, not how much: "aid over five years", not "for over five years"."""
    if unit.kind is not UnitKind.DURATION or over.group(1).casefold() != "over" or text.startswith((" of ", "-"), end):
        return False
    return not _LONGER.search(text[max(0, over.start() - 12) : over.start()])
