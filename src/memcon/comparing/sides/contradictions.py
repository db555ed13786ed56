"""In what two matched points contradict one another: figures, days, places, yes and no, who agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.comparing.figures.agreeing import fit_one_number
from memcon.comparing.sides.content import Content
from memcon.comparing.sides.values import Conflict, Contradiction
from memcon.exporting.words import day_in_words, party_in_words
from memcon.linking.windows import first_day
from memcon.model import PROMISES, Act
from memcon.vocabulary.places import city

_IN_CITY = re.compile(r"\b(?:in|at)\s((?:[A-ZÀ-Þ][\w’'-]+)(?:\s[A-ZÀ-Þ][\w’'-]+)?)")
_ENOUGH_WORDS = 2
_ENOUGH_PART = 0.4
_DENIAL_WORDS = 8


def contradictions_of(a: Content, b: Content) -> tuple[Contradiction, ...]:
    """Tell in what two points that are taken for one contradict one another; nothing where they do not."""
    return tuple(_found(a, b))


def _found(a: Content, b: Content) -> Iterator[Contradiction]:
    yield from _numbers(a, b)
    yield from _days(a, b)
    yield from _places(a, b)
    yield from _polarity(a, b)
    yield from _ascribed(a, b)


def _numbers(a: Content, b: Content) -> Iterator[Contradiction]:
    """Numbers of one thing of which no two fit one number as they were said."""
    for thing in dict.fromkeys(q.of for q in a.quantities):
        x = [q for q in a.quantities if q.of == thing]
        y = [q for q in b.quantities if q.of == thing]
        if y and not any(fit_one_number(p.quantity, q.quantity) for p in x for q in y):
            yield Contradiction(Conflict.NUMBERS, f"numbers differ: “{x[0].words}” and “{y[0].words}”")


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
    promised = yes.act in PROMISES or "agree" in yes.span.text.casefold()
    if promised or a.act is Act.REJECT or b.act is Act.REJECT:
        yield Contradiction(Conflict.POLARITY, f"one denies what the other says: “{_denial(no)}”")


def _denial(content: Content) -> str:
    """The words from the denial on, a few of them."""
    start = content.denial[0] if content.denial else 0
    return " ".join(content.span.text[start:].split()[:_DENIAL_WORDS])


def _ascribed(a: Content, b: Content) -> Iterator[Contradiction]:
    """ "A says that B agreed", where B's account of the point has B agree to nothing."""
    for one, other in ((a, b), (b, a)):
        if one.act in PROMISES and len(one.speakers) == 1 and other.act not in (*PROMISES, Act.SUPPORT, None):
            (party,) = one.speakers
            if other.own == party and one.own != party:
                named = party_in_words(party)
                yield Contradiction(
                    Conflict.ASCRIBED, f"the other side says that {named} agreed; {named}’s own account does not"
                )
