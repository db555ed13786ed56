"""Hold comparisons of two accounts against comparisons made by hand (the format of the design).

The measure: spans match where their words overlap by half at least (token F1). A gold span is placed right where a
given span that matches it stands in the same place; F1 is taken for shared points ("both" and "contradict") and for
points of one side, and averaged. A gold pair is right where one given pair matches it on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from memcon.scoring.likeness import overlap, pair

_LEAST = 0.5
_SAME_PLACE = 0.01  # of two given spans that match alike, the one in the same place is taken
_Place = tuple[str, str, str]  # side, words, "shared" or "alone"
_Coded = Mapping[str, Any]


@dataclass
class SidesTally:
    """Right, gold and given: shared points, points of one side, pairs."""

    shared: list[int] = field(default_factory=lambda: [0, 0, 0])
    alone: list[int] = field(default_factory=lambda: [0, 0, 0])
    pairs: list[int] = field(default_factory=lambda: [0, 0, 0])

    @property
    def placement(self) -> float:
        """The mean of the F1 of shared points and of points of one side."""
        return (_f1(self.shared) + _f1(self.alone)) / 2

    @property
    def pairs_f1(self) -> float:
        """The F1 of the pairs of spans."""
        return _f1(self.pairs)


def score_sides(gold: Mapping[tuple[str, str], _Coded], given: Mapping[tuple[str, str], _Coded]) -> SidesTally:
    """Score comparisons by the names of their two documents; one that is missing counts as empty."""
    tally = SidesTally()
    empty: _Coded = {"both": [], "only_a": [], "only_b": [], "contradict": []}
    for key, wanted in gold.items():
        made = given.get(key, empty)
        places = sorted(set(_places(wanted))), sorted(set(_places(made)))
        matched = pair(*places, _same_span, _LEAST)[0]
        for count, place in ((tally.shared, "shared"), (tally.alone, "alone")):
            _add(
                count,
                sum(x[2] == y[2] == place for x, y in matched),
                *(sum(x[2] == place for x in side) for side in places),
            )
        couples = _couples(wanted), _couples(made)
        _add(tally.pairs, len(pair(*couples, _same_pair, _LEAST)[0]), *(len(c) for c in couples))
    return tally


def _add(count: list[int], right: int, gold: int, given: int) -> None:
    for at, number in enumerate((right, gold, given)):
        count[at] += number


def _places(coded: _Coded) -> Iterator[_Place]:
    for a, b in _couples(coded):
        yield "a", a, "shared"
        yield "b", b, "shared"
    for side in "ab":
        for span in coded[f"only_{side}"]:
            yield side, span, "alone"


def _couples(coded: _Coded) -> list[tuple[str, str]]:
    return [(c[0], c[1]) for c in (*coded["both"], *coded["contradict"])]


def _same_span(x: _Place, y: _Place) -> float:
    return overlap(x[1], y[1]) + _SAME_PLACE * (x[2] == y[2]) if x[0] == y[0] else 0.0


def _same_pair(x: tuple[str, str], y: tuple[str, str]) -> float:
    return min(overlap(x[0], y[0]), overlap(x[1], y[1]))


def _f1(count: list[int]) -> float:
    right, gold, given = count
    return 2 * right / (gold + given) if right else 0.0
