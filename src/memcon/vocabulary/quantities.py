"""Units, currencies, words of approximation and numbers that are none: what figures are read by.

Full names of currencies and the codes of ISO 4217 come from Babel (CLDR); the rest is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name

from memcon.errors import VocabularyError
from memcon.vocabulary.table import data_file, read_numbered, read_table

_NO_SPACE = re.compile(r"[.$%~+]")


class UnitKind(StrEnum):
    """What a unit measures."""

    MONEY = "money"
    SHARE = "share"
    DURATION = "duration"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    AREA = "area"
    POWER = "power"
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    COUNT = "count"


class Approximation(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    UP_TO = "up-to"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class _UnitRow:
    """A row of ``data/units.tsv``."""

    unit: str
    kind: UnitKind
    factor: float
    words: tuple[str, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Currency:
    """A row of ``data/currencies.tsv``."""

    code: str
    words: tuple[str, ...]
    signs: tuple[str, ...]
    home: tuple[str, ...]


class Where(StrEnum):
    """On which side of a number words stand."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class _Approximating:
    """A row of ``data/approximations.tsv``."""

    approximation: Approximation
    where: Where
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _NotFigure:
    """A row of ``data/not_figures.tsv``."""

    pattern: str
    what: str


class MeasureRole(StrEnum):
    """What of a verb an amount measures."""

    SUBJECT = "subject"
    OBJECT = "object"
    ITSELF = "itself"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class MeasureVerb:
    """A verb that tells what an amount measures; see ``data/measure_verbs.tsv``."""

    verb: str
    role: MeasureRole
    measure: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in its normal form (ISO 4217 code, "percent", "year", ...); ``factor`` is one of what was named in it."""

    name: str
    kind: UnitKind
    factor: float = 1.0


COUNT = Unit("count", UnitKind.COUNT)
BARE_DOLLARS = frozenset({"$", "dollar", "dollars"})
"""Words that name the currency of several states; see :func:`dollar_of`."""


def unit_named(words: str) -> Unit | None:
    """Give the unit that a word, in singular or plural, or a sign names, or None."""
    plain = " ".join(words.replace("-", " ").split())
    return _signs().get(plain) or _words().get(plain.casefold())


def dollar_of(country: str | None) -> str:
    """Give the ISO 4217 code of what organs of a country (code) call "$" and "dollar": the US dollar as a rule."""
    return next((row.code for row in _currencies() if country in row.home and row.code != "INR"), "USD")


@cache
def unit_pattern() -> str:
    """Give a regular expression (to be used with regard to case) for all names and signs of units."""
    words = sorted(_words(), key=len, reverse=True)
    any_case = "|".join(_either_case(re.escape(w).replace(r"\ ", r"[ -]")) for w in words)
    return rf"(?:{signs_pattern()}|(?:{any_case})\b)"


@cache
def signs_pattern() -> str:
    """Give a regular expression for the signs of units and codes of currencies."""
    return "(?:" + "|".join(_bounded(sign) for sign in sorted(_signs(), key=len, reverse=True)) + ")"


@cache
def approximation_pattern(where: Where) -> re.Pattern[str]:
    """Give the pattern of the words before (anchored at the end) or after (at the start) a number."""
    words = sorted((w for row in _approximating() if row.where is where for w in row.words), key=len, reverse=True)
    inner = "|".join(re.escape(w) for w in words)
    if where is Where.BEFORE:
        return re.compile(
            rf"(?<![\w-])({inner})\s*(?:an? |the )?(?:additional |further |extra |another |total of )?$", re.I
        )
    return re.compile(rf"\s*({inner})(?!\w)", re.I)


@cache
def approximation_of(words: str) -> Approximation:
    """Give what words beside a number say of it; raises KeyError for words that are none of the file's."""
    return {w.casefold(): row.approximation for row in _approximating() for w in row.words}[words.casefold()]


@cache
def not_figures() -> re.Pattern[str]:
    """Give one pattern of all numbers that measure nothing; raises VocabularyError where one is no pattern."""
    path = data_file("not_figures.tsv")
    found = []
    for number, row in read_numbered(path, _NotFigure):
        try:
            re.compile(row.pattern)
        except re.error as error:
            raise VocabularyError(f"{path}:{number}: {row.pattern!r} is no pattern: {error}") from None
        found.append(f"(?:{row.pattern})")
    return re.compile("|".join(found))


@cache
def measure_verbs() -> dict[str, MeasureVerb]:
    """Give the verbs that tell what an amount measures, by lemma."""
    path = data_file("measure_verbs.tsv")
    found: dict[str, MeasureVerb] = {}
    for number, row in read_numbered(path, MeasureVerb):
        if row.verb in found or (row.role in (MeasureRole.ITSELF, MeasureRole.OTHERWISE)) != (row.measure is not None):
            raise VocabularyError(f"{path}:{number}: {row.verb} stands twice, or has a measure that its role has not")
        found[row.verb] = row
    return found


@cache
def _approximating() -> tuple[_Approximating, ...]:
    return read_table(data_file("approximations.tsv"), _Approximating)


@cache
def _currencies() -> tuple[_Currency, ...]:
    path = data_file("currencies.tsv")
    known = _names()
    rows = []
    for number, row in read_numbered(path, _Currency):
        if row.code not in known:
            raise VocabularyError(f"{path}:{number}: {row.code!r} is no ISO 4217 code")
        rows.append(row)
    return tuple(rows)


@cache
def _units() -> tuple[_UnitRow, ...]:
    path = data_file("units.tsv")
    rows: list[_UnitRow] = []
    for number, row in read_numbered(path, _UnitRow):
        if row.factor <= 0:
            raise VocabularyError(f"{path}:{number}: the factor must be greater than 0")
        if any(other.unit == row.unit and other.kind is not row.kind for other in rows):
            raise VocabularyError(f"{path}:{number}: {row.unit} has two kinds")
        rows.append(row)
    return tuple(rows)


@cache
def _names() -> dict[str, str]:
    """The currencies of ISO 4217 by code, as CLDR names them."""
    return {str(code): str(name) for code, name in Locale("en").currencies.items()}


@cache
def _words() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for code, name in _names().items():
        for words in (name, get_currency_name(code, 1, "en"), get_currency_name(code, 2, "en")):
            if "(" not in words and " " in words:
                found.setdefault(words.replace("-", " ").casefold(), Unit(code, UnitKind.MONEY))
    for row in reversed(_currencies()):
        found.update(_plurals(row.words, Unit(row.code, UnitKind.MONEY)))
    for unit in reversed(_units()):
        found.update(_plurals(unit.words, Unit(unit.unit, unit.kind, unit.factor)))
    return found


def _plurals(words: Iterable[str], unit: Unit) -> dict[str, Unit]:
    """Words in singular and plural; of "degree Celsius" the first is put in the plural, too."""
    found: dict[str, Unit] = {}
    for word in words:
        plain = word.replace("-", " ").casefold()
        first, _, rest = plain.partition(" ")
        for form in (plain, plain + "s", plain + "es", f"{first}s {rest}" if rest else plain):
            found.setdefault(form, unit)
    return found


@cache
def _signs() -> dict[str, Unit]:
    found = {code: Unit(code, UnitKind.MONEY) for code in _names() if code not in ("ALL", "TOP", "MOP")}
    for row in reversed(_currencies()):
        found.update({sign: Unit(row.code, UnitKind.MONEY) for sign in row.signs})
    for unit in _units():
        found.update({sign: Unit(unit.unit, unit.kind, unit.factor) for sign in unit.signs})
    return found


def _bounded(sign: str) -> str:
    before = r"(?<![A-Za-z])" if sign[0].isalpha() else ""
    after = r"(?![A-Za-z])" if sign[-1].isalpha() else ""
    return before + re.escape(sign) + after


def _either_case(pattern: str) -> str:
    return f"(?i:{pattern})"
