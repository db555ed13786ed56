"""Numbers of occasions in words, figures and Roman numerals: "third", "twenty-first", "12th", "XII", "inaugural"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from text_to_num import find_numbers

from memcon.vocabulary.fold import fold

_FIGURE = re.compile(r"(?<![\w.,])(\d{1,3})(?:(?:st|nd|rd|th)\b|<sup>(?:st|nd|rd|th)</sup>)")
_FIRST = frozenset({"inaugural", "maiden", "first-ever"})
_ROMAN = re.compile(r"(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})(?![\w])")
_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_WORD = re.compile(r"[^\W_]+(?:[-–'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number in a text: half-open range of code points, the number, and whether it is a Roman numeral."""

    start: int
    end: int
    number: int
    roman: bool = False


class _Token:
    """A word as text2num takes it; words that anything but a space stands between make no number together."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def text(self) -> str:
        return fold(self.match.group())

    def text_lowercase(self) -> str:
        return self.text().casefold()

    def nt_separated(self, previous: _Token) -> bool:
        return self.match.string[previous.match.end() : self.match.start()] != " "

    def not_a_number_part(self) -> bool:
        return False


def ordinals_in(text: str) -> list[Ordinal]:
    """Find the ordinal numbers in ``text``, in order; of Roman numerals those from II on.

    "inaugural", "maiden" and "first-ever" are 1. That a number counts occasions is for the words around it to tell.
    """
    words = [_Token(match) for match in _WORD.finditer(text)]
    found: list[Ordinal] = []
    for number in find_numbers(words, "en", 0):
        if number.is_ordinal and number.value >= 1:
            start, end = words[number.start].match.start(), words[number.end - 1].match.end()
            found.append(Ordinal(start, end, int(number.value)))
    found += [Ordinal(m.start(), m.end(), int(m[1])) for m in _FIGURE.finditer(text) if int(m[1])]
    for word in words:
        start, said = word.match.start(), word.text()
        if any(o.start <= start < o.end for o in found):
            continue
        roman = _ROMAN.fullmatch(said)
        if said.casefold() in _FIRST:
            found.append(Ordinal(start, word.match.end(), 1))
        elif roman and len(said) > 1:
            value = 10 * len(roman[1]) + _ONES[roman[2]]
            found.append(Ordinal(start, word.match.end(), value, roman=True))
    return sorted(found, key=lambda o: o.start)
