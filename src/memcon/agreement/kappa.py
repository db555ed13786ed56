"""Raw agreement and Cohen's kappa of two raters, with 95 % intervals.

Kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
Its standard error: J. L. Fleiss, J. Cohen, B. S. Everitt, Large sample standard errors of kappa and weighted kappa,
Psychological Bulletin 72 (1969), formula 13. The interval of raw agreement: E. B. Wilson, JASA 22 (1927).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Ratings = Sequence[tuple[str, str]]
"""One pair of categories per item: what the first rater said, and the second."""

Z = 1.959964
"""Of the standard normal distribution, 95 % lies within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a 95 % interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two raters.

    ``raw`` is the share of items on which they agree, None without items; ``expected`` the share that chance would give
    raters who use the categories as often as these did. ``kappa`` is None, with the reason in ``undefined``, where it
    has no value; ``error`` is its standard error. ``table`` counts items by both categories.
    """

    items: int
    agreed: int
    raw: float | None
    raw_interval: Interval | None
    expected: float | None
    kappa: float | None
    error: float | None
    interval: Interval | None
    undefined: str | None
    table: dict[tuple[str, str], int]


def agreement(ratings: Iterable[tuple[str, str]]) -> Agreement:
    """Give the agreement of two raters on items, each rated by both."""
    table = Counter(ratings)
    n, agreed = sum(table.values()), sum(count for (a, b), count in table.items() if a == b)
    if not n:
        return Agreement(0, 0, None, None, None, None, None, None, "there is no item", {})
    raw = agreed / n
    first, second = _margins(table, n)
    expected = math.fsum(first[c] * second.get(c, 0.0) for c in sorted(first))
    bounds = _wilson(agreed, n)
    counted = dict(sorted(table.items()))
    if len(first) == len(second) == 1 and first.keys() == second.keys():
        why = "both put every item into the same one category, so that there is nothing that chance could be told from"
        return Agreement(n, agreed, raw, bounds, expected, None, None, None, why, counted)
    kappa = (raw - expected) / (1 - expected)
    error = _error(table, n, raw, expected, first, second)
    interval = Interval(max(-1.0, kappa - Z * error), min(1.0, kappa + Z * error))
    return Agreement(n, agreed, raw, bounds, expected, kappa, error, interval, None, counted)


def mean_kappa(several: Iterable[Agreement]) -> float | None:
    """Give the mean of the pairwise kappas that are defined (R. J. Light, 1971), None where none is."""
    found = [a.kappa for a in several if a.kappa is not None]
    return math.fsum(found) / len(found) if found else None


def _margins(table: Counter[tuple[str, str]], n: int) -> tuple[dict[str, float], dict[str, float]]:
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (a, b), count in table.items():
        first[a] += count
        second[b] += count
    return {c: count / n for c, count in first.items()}, {c: count / n for c, count in second.items()}


def _error(
    table: Counter[tuple[str, str]],
    n: int,
    raw: float,
    expected: float,
    first: dict[str, float],
    second: dict[str, float],
) -> float:
    """The standard error of kappa that is not assumed to be zero."""
    same = math.fsum(
        count / n * ((1 - expected) - (first.get(a, 0) + second.get(a, 0)) * (1 - raw)) ** 2
        for (a, b), count in sorted(table.items())
        if a == b
    )
    apart = (1 - raw) ** 2 * math.fsum(
        count / n * (second.get(a, 0) + first.get(b, 0)) ** 2 for (a, b), count in sorted(table.items()) if a != b
    )
    rest = (raw * expected - 2 * expected + raw) ** 2
    return math.sqrt(max(0.0, same + apart - rest) / n) / (1 - expected) ** 2


def _wilson(agreed: int, n: int) -> Interval:
    share, z2 = agreed / n, Z * Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))
