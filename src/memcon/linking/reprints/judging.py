"""Whether two texts are one text, or two of the same form: what is copied, what is put in its place.

Diplomatic prose has forms: the same sentences congratulate every nation, and a day's calls differ by the names of the
ministers. So the words in common are weighed sentence by sentence. A sentence is copied where nearly all its words
stand in the other text and no name or number was put for another; it is recast where only a part of its words do, or
where a name or number stands for another. A copied text is made of copied sentences and of others that have nothing
to do with the other text (what was cut, what was put around); two of one form recast one another.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import cache

from memcon.linking.reprints.alignment import Alignment, Edit, align
from memcon.linking.reprints.texts import Text
from memcon.linking.reprints.words import Words
from memcon.vocabulary.fold import fold
from memcon.vocabulary.states import states

_COPIED = 0.7
_STRANGE = 0.3
_MOST = 0.8
_ONE_STRETCH = 0.75
_LEAST_STRETCH = 60
_LONG = 150
_WHOLE = 0.97
_ALIKE = 0.75
_TITLE_FORM = 0.5
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class _Bar:
    """The least purity and share (0 to 1) and the fewest copied words of two texts that are one."""

    purity: float
    share: float
    words: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much of a text is copied from, or into, another: words of copied, recast and strange sentences."""

    copied: int
    recast: int
    strange: int

    @property
    def share(self) -> float:
        """The share of its words that stand in copied sentences, 0 to 1."""
        return self.copied / max(self.copied + self.recast + self.strange, 1)

    @property
    def purity(self) -> float:
        """The share of copied sentences among those that have to do with the other text, 0 to 1."""
        return self.copied / max(self.copied + self.recast, 1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two texts aligned: what each has of the other, and what was put for what (words of the one and of the other)."""

    alignment: Alignment
    a: Comparison
    b: Comparison
    swaps: tuple[tuple[str, str], ...]
    same: bool


class Closeness(Enum):
    """What else is known of two texts: how much they must have in common to be one."""

    CREDITED = _Bar(purity=0.5, share=0.1, words=15)  # the one names the other's address
    APART = _Bar(purity=0.75, share=0.5, words=25)  # published by two, or with a reprint line
    UNKNOWN = _Bar(purity=0.8, share=0.7, words=25)
    ONE_PUBLISHER = _Bar(purity=0.92, share=1.0, words=25)  # nobody reprints oneself, but messages come in series


def judge(a: Text, b: Text) -> Judgement:
    """Judge two texts: align them, and weigh what is copied and what is put for what."""
    alignment = align(a.words, b.words)
    swaps = [(edit, *names) for edit in alignment.edits() if (names := _swap(edit, a.words, b.words)) is not None]
    mine = _compare(a.words, alignment, {n for e, *_ in swaps for n in range(*e.a)})
    theirs = _compare(b.words, alignment.turned(), {n for e, *_ in swaps for n in range(*e.b)})
    same = _copied(mine, theirs, closeness(a, b).value, alignment) and not (
        _names_another(a, b, mine, theirs) or _renamed(a.words, b.words, alignment)
    )
    return Judgement(alignment, mine, theirs, tuple((x, y) for _, x, y in swaps), same)


def closeness(a: Text, b: Text) -> Closeness:
    """Tell what is known of two texts beside their words."""
    if a.names_address(b) or b.names_address(a) or (a.address is not None and a.address == b.address):
        return Closeness.CREDITED
    if a.outlet is not None and a.outlet == b.outlet:
        return Closeness.ONE_PUBLISHER
    if a.names_outlet(b) or b.names_outlet(a) or bool(a.named) != bool(b.named) or (a.outlet and b.outlet):
        return Closeness.APART
    return Closeness.UNKNOWN


def _copied(a: Comparison, b: Comparison, bar: _Bar, alignment: Alignment) -> bool:
    """Whether enough is copied: most of one text, or a good part of both in one stretch, as of a cut text in a page."""
    if min(a.copied, b.copied) < bar.words or min(a.purity, b.purity) < bar.purity:
        return False
    share = max(a.share, b.share)
    if share >= _MOST:
        return True
    longest = max((end - start for (start, end), _ in alignment.stretches()), default=0)
    return share >= bar.share and longest >= max(_ONE_STRETCH * a.copied, _LEAST_STRETCH)


def _names_another(a: Text, b: Text, mine: Comparison, theirs: Comparison) -> bool:
    """Whether the titles give different days, or names in the same form, or the pages name different sources.

    Where all words of a long text are the same, a title was corrected and a source is given by another address.
    """
    if a.event_days and b.event_days and a.event_days.isdisjoint(b.event_days):
        return True
    whole = min(mine.share, theirs.share, mine.purity, theirs.purity) >= _WHOLE and mine.copied >= _LONG
    return not whole and (_other_title(a, b) or _other_source(a, b))


def _other_source(a: Text, b: Text) -> bool:
    """Whether each names the address of a source, and not one of them is named by both."""
    return bool(
        a.named_addresses
        and b.named_addresses
        and a.named_addresses.isdisjoint(b.named_addresses)
        and not a.names_address(b)
        and not b.names_address(a)
    )


def _compare(words: Words, alignment: Alignment, swapped: set[int]) -> Comparison:
    held = bytearray(len(words.keys))
    for run in alignment.runs:
        held[run.a : run.a + run.size] = b"\1" * run.size
    copied = recast = strange = 0
    for start, end in words.sentences:
        size = sum(1 for n in range(start, end) if words.body[n] or held[n])
        if not size:
            continue
        part = sum(held[start:end]) / size
        if part < _STRANGE:
            strange += size
        elif part < _COPIED or any(n in swapped for n in range(start, end)):
            recast += size
        else:
            copied += size
    return Comparison(copied, recast, strange)


def _renamed(a: Words, b: Words, alignment: Alignment) -> bool:
    """Whether what the one calls again and again by a name that the other lacks, the other calls by another."""
    mine, theirs = _names_lacking(a, b, alignment), _names_lacking(b, a, alignment.turned())
    return bool(mine and theirs) and not _alike(mine, theirs)


def _names_lacking(words: Words, other: Words, alignment: Alignment) -> list[str]:
    """Names that stand often in sentences with words of the other text, and nowhere in the other text itself."""
    held = {n for run in alignment.runs for n in range(run.a, run.a + run.size)}
    known = set(other.keys)
    names: Counter[str] = Counter()
    for start, end in words.sentences:
        if sum(n in held for n in range(start, end)) >= _STRANGE * (end - start):
            names.update(
                key
                for n, key in enumerate(words.keys[start:end], start)
                if words.named[n] and not key.isdigit() and key not in known
            )
    return sorted(name for name, count in names.items() if count >= _OFTEN)


def _swap(edit: Edit, a: Words, b: Words) -> tuple[str, str] | None:
    """The names and numbers that were put for one another: each has some that the other text lacks altogether."""
    mine = _only(edit.a, a, b)
    theirs = _only(edit.b, b, a)
    if not mine or not theirs or _alike(mine, theirs):
        return None
    return " ".join(mine), " ".join(theirs)


def _only(part: tuple[int, int], words: Words, other: Words) -> list[str]:
    known = set(other.keys)
    return [words.keys[n] for n in range(*part) if words.named[n] and words.keys[n] not in known]


def _alike(a: list[str], b: list[str]) -> bool:
    """Whether one is another spelling or the initials of the other, or another name of the same state."""
    x, y = " ".join(a), " ".join(b)
    if SequenceMatcher(None, x, y, autojunk=False).ratio() >= _ALIKE:
        return True
    if _initials(a) == "".join(b) or _initials(b) == "".join(a):
        return True
    return bool(_codes(a) & _codes(b))


def _codes(names: list[str]) -> frozenset[str]:
    """The codes of the states that names, one by one or all together, stand for."""
    return frozenset().union(*(_states().get(name, frozenset()) for name in (*names, " ".join(names))))


@cache
def _states() -> dict[str, frozenset[str]]:
    """Codes of states by what names them, their people or their seat of government, as words are compared."""
    found: dict[str, set[str]] = {}
    for state in states():
        for name in (*state.names, *state.adjectives, *state.people, *state.seats, state.code):
            found.setdefault(fold(name).casefold().replace(".", ""), set()).add(state.code)
    return {word: frozenset(codes) for word, codes in found.items()}


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words)


def _other_title(a: Text, b: Text) -> bool:
    """Whether two titles have the same form and name something else."""
    mine, theirs = a.words.keys[slice(*a.title)], b.words.keys[slice(*b.title)]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    if not mine or not theirs or same < _TITLE_FORM * max(len(mine), len(theirs)):
        return False
    names_a, names_b = _names_of(a), _names_of(b)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "replace":
            x = [w for w in mine[i:j] if w not in theirs and w in names_a]
            y = [w for w in theirs[k:m] if w not in mine and w in names_b]
            if x and y and not _alike(x, y):
                return True
    return False


def _names_of(text: Text) -> frozenset[str]:
    """Words that are names in its sentences, and all numbers: in a title every word has a capital."""
    words, (start, end) = text.words, text.title
    return frozenset(
        key for n, key in enumerate(words.keys) if key.isdigit() or (words.named[n] and not start <= n < end)
    )
