"""Find numbers in a text: digits, words, multiples, fractions and ranges, with how exactly they are given.

Number words are read by text2num; what it does not know (fractions, "half a billion", "tens of thousands") is read
here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from text_to_num import text2num

_MULTIPLES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
}
_LETTERS = r"(?:mn|mln|bn|bln|tn|[mk])(?![A-Za-z])"
_MULTIPLE = rf"(?:[ -]?(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b|(?<=\d) ?{_LETTERS})"
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_ONES = f"{_SMALL}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:[ -](?:{_SMALL}))?|{_ONES})\b"
_SCALE = r"(?:hundred|thousand|million|billion|trillion)\b"
_WORDS = rf"\b(?:an? (?={_SCALE})|(?:{_WORD}|{_SCALE}))(?:(?:[ -]and)?[ -]?(?:{_WORD}|{_SCALE}))*"
_DIGITS = r"(?<!\w)(?<!\d\.)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FRACTION = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_FRACTIONS = "|".join(_FRACTION)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "a": 1, "an": 1}

_PATTERN = re.compile(
    r"(?P<part>\b(?:an? )?(?P<piece>half|quarter)(?: of)? an? "
    r"(?P<whole>million|billion|trillion|dozen|century|decade)\b)"
    r"|(?P<vague>\b(?:(?P<lead>tens|dozens|hundreds|thousands) of (?=thousands|millions|billions))?"
    r"(?P<vaguely>hundreds|thousands|millions|billions|dozens)\b(?:(?<= of thousands)|(?<= of millions)|(?= of\b)))"
    rf"|(?P<mixed>\b(?P<entire>{_WORD}|\d+) and an? (?P<rest>half|quarter|third)\b(?P<times>{_MULTIPLE})?)"
    rf"|(?P<share>\b(?P<count>one|two|three|four|a)[ -](?P<of>{_FRACTIONS})"
    r"(?:s\b|\b(?= of\b| the\b| less\b| more\b|[.,;)]|$)))"
    rf"|(?P<digits>{_DIGITS}(?:{_MULTIPLE})?(?!\d|\.\d|,\d{{3}}(?!\d)))"
    rf"|(?P<dozen>\b(?:(?P<several>{_WORD}|a) )dozen\b)"
    rf"|(?P<words>{_WORDS})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its range (code points), the value or bounds, the power of ten of its last stated digit.

    ``vague`` marks a number told by its order only ("hundreds of thousands"), ``spelled`` one that is written in words,
    ``share`` a fraction, of which the value is in percent.
    """

    start: int
    end: int
    low: float
    high: float
    digits: int
    vague: bool = False
    spelled: bool = False
    share: bool = False


def find_numbers(text: str) -> Iterator[Number]:
    """Give the numbers of ``text`` in order, not overlapping; nothing is said yet of whether they measure anything."""
    for match in _PATTERN.finditer(text):
        number = _number(match)
        if number is not None:
            yield number


def _number(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    kind = match.lastgroup and next(k for k in _READERS if match.group(k) is not None)
    if kind is None:
        return None
    value = _READERS[kind](match)
    if value is None:
        return None
    low, high, digits = value
    spelled = kind not in ("digits",)
    return Number(start, end, low, high, digits, kind == "vague", spelled, kind == "share")


_Value = tuple[float, float, int] | None


def _digits(match: re.Match[str]) -> _Value:
    written = re.match(r"[\d,]+(?:\.\d+)?", match["digits"])
    if written is None:
        return None
    plain = written.group().replace(",", "")
    times = _multiple(match["digits"][written.end() :])
    decimals = len(plain.partition(".")[2])
    value = float(plain) * times
    last = -decimals if decimals else _zeros(plain)
    return value, value, last + round(math.log10(times) if times != 12 else 0)


def _zeros(plain: str) -> int:
    """The power of ten of the last digit of a whole number that is not a round number's nought ("30,000": 4)."""
    stripped = plain.rstrip("0")
    return len(plain) - len(stripped) if stripped and len(plain) - len(stripped) > 2 else 0


def _multiple(words: str | None) -> float:
    return _MULTIPLES.get((words or "").strip(" -").casefold(), 1.0)


def _part(match: re.Match[str]) -> _Value:
    wholes = {"century": 100.0, "decade": 10.0} | _MULTIPLES
    value = _FRACTION[match["piece"].casefold()] * wholes[match["whole"].casefold()]
    return value, value, round(math.log10(value)) - 1


def _vague(match: re.Match[str]) -> _Value:
    leads = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1000.0}
    order = _MULTIPLES[match["vaguely"].casefold()[:-1]] * leads.get((match["lead"] or "").casefold(), 1.0)
    return 2 * order, 10 * order, round(math.log10(order))


def _mixed(match: re.Match[str]) -> _Value:
    whole = _read(match["entire"])
    if whole is None:
        return None
    times = _multiple(match["times"])
    value = (whole + _FRACTION[match["rest"].casefold()]) * times
    return value, value, round(math.log10(times)) - 1


def _share(match: re.Match[str]) -> _Value:
    if match["of"].casefold() == "half" and match["count"].casefold() != "one":
        return None
    value = 100 * _COUNTS[match["count"].casefold()] * _FRACTION[match["of"].casefold()]
    return value, value, 0


def _dozen(match: re.Match[str]) -> _Value:
    several = 1.0 if match["several"].casefold() == "a" else _read(match["several"])
    return (several * 12, several * 12, 0) if several else None


def _words(match: re.Match[str]) -> _Value:
    value = _read(match["words"])
    if value is None:
        return None
    return value, value, max(0, len(str(int(value))) - len(str(int(value)).rstrip("0"))) if value >= 1000 else 0


def _read(words: str) -> float | None:
    plain = re.sub(r"^an? ", "", words.casefold()).replace("-", " ")
    if plain.isdigit():
        return float(plain)
    try:
        return float(text2num(plain, "en"))
    except ValueError:
        return None


_READERS = {
    "part": _part,
    "vague": _vague,
    "mixed": _mixed,
    "share": _share,
    "digits": _digits,
    "dozen": _dozen,
    "words": _words,
}
