"""How alike two coded things are: names, dates, texts, engagements; and pairing them one to one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

A = TypeVar("A")

Coded = Mapping[str, Any]


def fold(text: str | None) -> str:
    """Give the words of ``text`` in lower-case ASCII letters and digits, one space between."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", plain.casefold()))


def same_name(a: str | None, b: str | None) -> bool:
    """Two forms of one name: the words of one all in the other, or last words alike and first words or initials."""
    x, y = fold(a).split(), fold(b).split()
    if not x or not y:
        return False
    if set(x) <= set(y) or set(y) <= set(x):
        return True
    first, other = x[0], y[0]
    initial = (len(first) == 1 or len(other) == 1) and first[0] == other[0]
    return x[-1] == y[-1] and (first == other or initial)


def same_date(a: str | None, b: str | None) -> bool:
    """Two ISO prefixes of which one is the beginning of the other."""
    return bool(a and b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def overlap(a: str | None, b: str | None) -> float:
    """Token F1 of two texts: twice the words they share over all their words; 0 to 1."""
    x, y = Counter(fold(a).split()), Counter(fold(b).split())
    shared = sum((x & y).values())
    return 2 * shared / (sum(x.values()) + sum(y.values())) if shared else 0.0


def jaccard(a: Iterable[str], b: Iterable[str]) -> float:
    """Shared over all; 0 to 1, and 0 for two empty sets."""
    x, y = set(a), set(b)
    return len(x & y) / len(x | y) if x | y else 0.0


def pair(
    gold: Sequence[A], coded: Sequence[A], likeness: Callable[[A, A], float], least: float
) -> tuple[list[tuple[A, A]], list[A], list[A]]:
    """Pair one to one, the most alike first and none less alike than ``least``; give what is left of both too."""
    ranked = sorted(((likeness(g, c), -i, -j) for i, g in enumerate(gold) for j, c in enumerate(coded)), reverse=True)
    rows: set[int] = set()
    columns: set[int] = set()
    pairs: list[tuple[A, A]] = []
    for value, i, j in ranked:
        if value < least:
            break
        if -i not in rows and -j not in columns:
            rows.add(-i)
            columns.add(-j)
            pairs.append((gold[-i], coded[-j]))
    left = [g for i, g in enumerate(gold) if i not in rows]
    return pairs, left, [c for j, c in enumerate(coded) if j not in columns]


def engagement_likeness(gold: Coded, coded: Coded) -> float:
    """Weigh kind 30, parties 30, people (or forum where nobody is named) 25 and start 15; 0 to 1."""
    people = pair(gold["participants"], coded["participants"], lambda p, q: float(same_name(p["name"], q["name"])), 1)
    most = max(len(gold["participants"]), len(coded["participants"]))
    who = len(people[0]) / most if most else float(gold.get("forum") == coded.get("forum"))
    return (
        float(
            30 * (gold["kind"] == coded["kind"])
            + 30 * jaccard(gold["parties"], coded["parties"])
            + 25 * who
            + 15 * same_date(gold["start"], coded["start"])
        )
        / 100
    )
