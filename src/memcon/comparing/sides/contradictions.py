"""In what two matched points contradict one another: figures, days, places, yes and no, who agreed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from memcon.comparing.sides.content import Content, stem_of
from memcon.comparing.sides.values import Conflict, Contradiction
from memcon.exporting.words import day_in_words, party_in_words
from memcon.linking.windows import first_day
from memcon.model import Act
from memcon.vocabulary.places import city

_SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_QUANTITY = re.compile(
    r"(?<![\w.,-])(?P<sign>US\$|[$€£¥])?\s?(?P<digits>\d[\d,]*(?:\.\d+)?)(?![\w.]*\d)(?P<percent>\s?(?:%|per ?cent\b))?"
    r"(?:\s?(?P<scale>thousand|million|mn|billion|bn|trillion)\b)?(?:\s(?P<unit>[^\W\d]+)(?:\s(?P<next>[^\W\d]+))?)?",
    re.IGNORECASE,
)
_SIGNS = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|nearly|almost|some|over|more than|at least|up to|roughly|or so)\s*$",
    re.IGNORECASE,
)
_LOOSE = 0.1  # of the larger: how far an approximation may be off
_MONTHS = frozenset(calendar.month_name)
_YEARS = range(1900, 2100)
_IN_CITY = re.compile(r"\b(?:in|at)\s((?:[A-ZÀ-Þ][\w’'-]+)(?:\s[A-ZÀ-Þ][\w’'-]+)?)")
_ENOUGH_WORDS = 2
_ENOUGH_PART = 0.4
_DENIAL_WORDS = 8
_PROMISES = frozenset({Act.AGREE, Act.PLEDGE})


@dataclass(frozen=True, slots=True)
class _Quantity:
    value: float
    unit: str
    words: str
    approximate: bool


def contradictions_of(a: Content, b: Content) -> tuple[Contradiction, ...]:
    """Tell in what two points that are taken for one contradict one another; nothing where they do not."""
    return tuple(_found(a, b))


def _found(a: Content, b: Content) -> Iterator[Contradiction]:
    yield from _numbers(a, b)
    yield from _days(a, b)
    yield from _places(a, b)
    yield from _polarity(a, b)
    yield from _ascribed(a, b)


def _quantities(text: str) -> list[_Quantity]:
    found = []
    for m in _QUANTITY.finditer(text):
        value = float(m["digits"].replace(",", "")) if m["digits"].strip(",") else 0.0
        value *= _SCALES.get((m["scale"] or "").casefold(), 1)
        unit = "percent" if m["percent"] else _SIGNS.get((m["sign"] or "").casefold()) or _unit(m)
        if unit is None or (not m["scale"] and not m["percent"] and int(value) in _YEARS and unit != "percent"):
            continue
        words, about = text[m.start() : _words_end(m, unit)].strip(), bool(_ABOUT.search(text[: m.start()]))
        found.append(_Quantity(value, unit, words, about))
    return found


def _words_end(match: re.Match[str], unit: str) -> int:
    """Where the words of a quantity end: with its unit, which is "dollars" in "100 billion US dollars"."""
    if not match["sign"] and not match["percent"] and match["unit"]:
        return match.end("next" if match["next"] and stem_of(match["next"]) == unit else "unit")
    return max(match.end(group) for group in ("digits", "percent", "scale") if match[group])


def _unit(match: re.Match[str]) -> str | None:
    """The thing counted: "dollars" of "100 billion US dollars"; None for what is no count ("No. 14", "12 May")."""
    first, second = match["unit"], match["next"]
    before = match.string[: match.start()].split()[-1:]
    if first is None:
        return None
    if not match["scale"] and match.string[: match.start()].rstrip().endswith(("No.", "Article")):
        return None
    named = second if first.upper() in ("US", "AMERICAN") and second else first
    return None if named.casefold() in STOP_WORDS or {named, *before} & _MONTHS else stem_of(named)


def _numbers(a: Content, b: Content) -> Iterator[Contradiction]:
    mine, others = _quantities(a.span.text), _quantities(b.span.text)
    for unit in dict.fromkeys(q.unit for q in mine):
        x = [q for q in mine if q.unit == unit]
        y = [q for q in others if q.unit == unit]
        if y and not any(_agree(p, q) for p in x for q in y):
            yield Contradiction(Conflict.NUMBERS, f"numbers differ: “{x[0].words}” and “{y[0].words}”")


def _agree(p: _Quantity, q: _Quantity) -> bool:
    room = _LOOSE * max(p.value, q.value) if p.approximate or q.approximate else 0.0
    return abs(p.value - q.value) <= room


def _days(a: Content, b: Content) -> Iterator[Contradiction]:
    """Days that differ by more than one: the next day may be the same evening by the other side's clock."""
    if not a.days or not b.days or len(a.days) != len(b.days):
        return
    for (x, words), (y, others) in zip(sorted(a.days.items()), sorted(b.days.items()), strict=True):
        exact = len(x) == len(y) == len("2022-05-09")
        if exact and abs(first_day(x) - first_day(y)) > 1:
            yield Contradiction(
                Conflict.DATES,
                f"dates differ: “{words}” ({day_in_words(x, x)}) and “{others}” ({day_in_words(y, y)})",
            )


def _places(a: Content, b: Content) -> Iterator[Contradiction]:
    x, y = _cities(a.span.text), _cities(b.span.text)
    if x and y and not x.keys() & y.keys() and {*x.values()} & {*y.values()}:
        yield Contradiction(Conflict.PLACES, f"places differ: {', '.join(x)} and {', '.join(y)}")


def _cities(text: str) -> dict[str, str | None]:
    """The cities in which something is said to take place, with their countries."""
    found = (place for m in _IN_CITY.finditer(text) if (place := city(m[1]) or city(m[1].split()[0])) is not None)
    return {p.city: p.country for p in found if p.city}


def _polarity(a: Content, b: Content) -> Iterator[Contradiction]:
    """One says that something is so, the other that it is not, of the same thing in the same words."""
    common, fewer = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    if a.negated == b.negated or common < _ENOUGH_WORDS or common < _ENOUGH_PART * fewer:
        return
    no, yes = (a, b) if a.negated else (b, a)
    promised = yes.act in _PROMISES or "agree" in yes.span.text.casefold()
    if promised or a.act is Act.REJECT or b.act is Act.REJECT:
        yield Contradiction(Conflict.POLARITY, f"one denies what the other says: “{_denial(no)}”")


def _denial(content: Content) -> str:
    """The words from the denial on, a few of them."""
    start = content.denial[0] if content.denial else 0
    return " ".join(content.span.text[start:].split()[:_DENIAL_WORDS])


def _ascribed(a: Content, b: Content) -> Iterator[Contradiction]:
    """ "A says that B agreed", where B's account of the point has B agree to nothing."""
    for one, other in ((a, b), (b, a)):
        if one.act in _PROMISES and len(one.speakers) == 1 and other.act not in (*_PROMISES, Act.SUPPORT, None):
            (party,) = one.speakers
            if other.own == party and one.own != party:
                named = party_in_words(party)
                yield Contradiction(
                    Conflict.ASCRIBED, f"the other side says that {named} agreed; {named}’s own account does not"
                )
