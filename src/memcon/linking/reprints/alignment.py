"""Where two texts have the same words, in runs; and what stands between the runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from memcon.linking.reprints.words import Words

RUN = 3
"""The fewest words in a row that count as the same."""

_LONGEST_EDIT = 12
_SHORTEST_MOVED = 12
_MOST_PASSES = 4


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """``size`` words that are the same from word ``a`` of the one text and word ``b`` of the other on."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands between two neighbouring runs: half-open ranges of word numbers, either of which may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The runs of two texts, in the order of the first; passages that changed places are aligned as well."""

    runs: tuple[Run, ...]

    @property
    def size(self) -> int:
        """How many words are the same."""
        return sum(run.size for run in self.runs)

    def turned(self) -> Alignment:
        """The same seen from the second text."""
        return Alignment(tuple(sorted(Run(r.b, r.a, r.size) for r in self.runs)))

    def edits(self, longest: int = _LONGEST_EDIT) -> Iterator[Edit]:
        """What was put for what between runs that follow each other in both texts, at most ``longest`` words each."""
        return (edit for _, edit, _ in self.joints(longest))

    def joints(self, longest: int) -> Iterator[tuple[Run, Edit, Run]]:
        """Like :meth:`edits`, each with the runs before and after it."""
        for one, other in zip(self.runs, self.runs[1:], strict=False):
            if _follows(one, other, longest):
                yield one, Edit((one.a + one.size, other.a), (one.b + one.size, other.b)), other

    def stretches(self, longest: int = _LONGEST_EDIT) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Runs with short edits between them as one: pairs of half-open ranges of word numbers."""
        at = 0
        while at < len(self.runs):
            last = at
            while last + 1 < len(self.runs) and _follows(self.runs[last], self.runs[last + 1], longest):
                last += 1
            first, end = self.runs[at], self.runs[last]
            yield (first.a, end.a + end.size), (first.b, end.b + end.size)
            at = last + 1


def _follows(one: Run, other: Run, longest: int) -> bool:
    a, b = other.a - one.a - one.size, other.b - one.b - one.size
    return 0 <= b <= longest and a <= longest


def align(a: Words, b: Words) -> Alignment:
    """Align two texts: first in order, then what is left of both, where a passage changed its place."""
    left_a: list[str | None] = list(a.keys)
    left_b: list[str | None] = list(b.keys)
    runs: list[Run] = []
    shortest = 1
    for _ in range(_MOST_PASSES):
        found = [run for run in _runs_in_order(left_a, left_b) if run.size >= shortest]
        if not found:
            break
        for run in found:
            taken: list[str | None] = [None] * run.size
            left_a[run.a : run.a + run.size] = taken
            left_b[run.b : run.b + run.size] = taken
        runs += found
        shortest = _SHORTEST_MOVED
    return Alignment(tuple(sorted(runs)))


def _runs_in_order(a: list[str | None], b: list[str | None]) -> list[Run]:
    """Runs that stand in the same order in both; words that are taken already (None) are like no other."""
    blocks = SequenceMatcher(None, _shingles(a, "a"), _shingles(b, "b"), autojunk=False).get_matching_blocks()
    runs: list[Run] = []
    end_a = end_b = 0
    for start_a, start_b, count in blocks:
        if not count:
            continue
        over = max(end_a - start_a, end_b - start_b, 0)  # blocks of shingles may share their outermost words
        size = count + RUN - 1 - over
        if size > 0:
            runs.append(Run(start_a + over, start_b + over, size))
            end_a, end_b = start_a + over + size, start_b + over + size
    return runs


def _shingles(words: list[str | None], side: str) -> list[str]:
    found = []
    for n in range(len(words) - RUN + 1):
        run = words[n : n + RUN]
        found.append(f"\0{side}{n}" if None in run else " ".join(w for w in run if w is not None))
    return found
