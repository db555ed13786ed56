"""How likely two points are one and the same, with the reasons in words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from memcon.comparing.figures.agreeing import fit_one_number
from memcon.comparing.sides.content import Content
from memcon.comparing.sides.embeddings import Encoder, Vectors
from memcon.comparing.words import WORD, root
from memcon.model import Act
from memcon.vocabulary.sides import Sign, sign_weights

_SEEN_ONCE = 3.0  # about the weight of a word that stands in one of some thirty points
_COMMON_PART = 0.5  # of what all points have in common, which is cut from the vectors
_NEAR = 0.35  # from here on nearness in meaning is worth telling as a reason
_MOST_WORDS = 4

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two points are one: ``odds`` is the log of the odds, ``reasons`` what speaks for it, in words."""

    odds: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        """The odds as a number between 0 and 1."""
        return 1 / (1 + math.exp(-self.odds))


class Scale:
    """Compares the points of two accounts; what many points of the two have in common counts for little."""

    def __init__(self, points: Sequence[Content], encoder: Encoder | None) -> None:
        self._stems = _rarity(points, lambda c: c.stems)
        self._subjects = _rarity(points, lambda c: c.subjects)
        self._names = _rarity(points, lambda c: c.named)
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}
        self._common: Vectors | None = None
        if encoder is not None and points:
            self._common = (_COMMON_PART * self._encoded(encoder, points).mean(axis=0)).astype(np.float32)
        column = "with_encoder" if encoder is not None else "without"
        self._weight = {sign: float(getattr(row, column)) for sign, row in sign_weights().items()}

    def vectors(self, points: Sequence[Content]) -> Vectors | None:
        """Encode points, less what all have in common; None without an encoder."""
        if self._encoder is None or self._common is None or not points:
            return None
        made = self._encoded(self._encoder, points) - self._common
        unit: Vectors = made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
        return unit

    def _encoded(self, encoder: Encoder, points: Sequence[Content]) -> Vectors:
        """The vectors of points; a text is encoded once."""
        new = list(dict.fromkeys(c.span.text for c in points if c.span.text not in self._known))
        if new:
            self._known.update(zip(new, encoder.encode(new), strict=True))
        return np.stack([self._known[c.span.text] for c in points])

    def signs(self, a: Content, b: Content, meaning: float) -> dict[Sign, float]:
        """How strong each sign is that two points are one, from 0 to 1; ``meaning`` is their vectors' product."""
        figures = _figures(a, b)
        subjects = [self._subjects[c] for c in a.subjects if c in b.subjects]
        names = [self._names[name] for name in a.named if name in b.named]
        return {
            Sign.MEANING: meaning,
            Sign.WORDS: _overlap(a.stems, b.stems, self._stems),
            Sign.SUBJECT: _overlap(a.subjects, b.subjects, self._subjects),
            Sign.RARE_SUBJECT: max(subjects, default=0.0) / _SEEN_ONCE,
            Sign.FIGURE: float(bool(figures)),
            Sign.NAME: max(names, default=0.0) / _SEEN_ONCE,
            Sign.AGREEMENT: float(a.act is Act.AGREE and b.act is Act.AGREE),
        }

    def compare(self, a: Content, b: Content, meaning: float) -> Likeness:
        """Weigh the signs that two points are one; ``meaning`` is the inner product of their vectors."""
        strength = self.signs(a, b, meaning)
        odds = sum(self._weight[sign] * value for sign, value in strength.items()) - self._weight[Sign.PRIOR]
        return Likeness(odds, self._reasons(a, b, meaning))

    def _reasons(self, a: Content, b: Content, meaning: float) -> tuple[str, ...]:
        stems = sorted(a.stems & b.stems, key=lambda s: (-self._stems[s], s))
        shared = sorted(a.subjects.keys() & b.subjects.keys(), key=lambda c: (-self._subjects[c], c))
        figures = _figures(a, b)
        return _in_words(a, b, shared, stems, figures, meaning)


def _rarity(points: Sequence[Content], of: Callable[[Content], Collection[str]]) -> dict[str, float]:
    """How much a word tells: the fewer points have it, the more (inverse document frequency)."""
    count: dict[str, int] = {}
    for point in points:
        for word in of(point):
            count[word] = count.get(word, 0) + 1
    return defaultdict(lambda: _SEEN_ONCE, {word: math.log((len(points) + 1) / (n + 0.5)) for word, n in count.items()})


def _overlap(a: Collection[str], b: Collection[str], rarity: Weights) -> float:
    """What two sets have in common, weighed by rarity, from 0 to 1 (cosine of their indicator vectors)."""
    both = sum(rarity[word] for word in a if word in b)
    sizes = [sum(rarity[word] for word in words) for words in (a, b)]
    return both / math.sqrt(sizes[0] * sizes[1]) if both > 0 else 0.0


def _figures(a: Content, b: Content) -> list[str]:
    """The numbers and days that both give, in the words of the first; "nearly 100 ships" and "98 ships" are one."""
    same = {
        p.words for p in a.quantities for q in b.quantities if p.of == q.of and fit_one_number(p.quantity, q.quantity)
    }
    return sorted({*same, *_common(a.numbers, b.numbers).values(), *_common(a.days, b.days).values()})


def _common(a: Mapping[str, str], b: Mapping[str, str]) -> dict[str, str]:
    return {key: words for key, words in a.items() if key in b}


def _in_words(
    a: Content, b: Content, shared: Sequence[str], stems: Sequence[str], figures: Sequence[str], meaning: float
) -> tuple[str, ...]:
    found = [
        f"both speak of {c} (“{a.subjects[c]}”"
        + (f", “{b.subjects[c]}”)" if b.subjects[c].casefold() != a.subjects[c].casefold() else ")")
        for c in shared[:2]
    ]
    words = [_as_written(stem, a.span.text) for stem in stems[:_MOST_WORDS]]
    if words:
        found.append("words in common: " + ", ".join(words))
    if figures:
        found.append("both give " + ", ".join(figures))
    if meaning >= _NEAR:
        found.append(f"near in meaning ({meaning:.2f})")
    named = sorted(a.named[name] for name in a.named if name in b.named)
    if named:
        found.append("both name " + ", ".join(named))
    if a.act is Act.AGREE and b.act is Act.AGREE:
        found.append("both tell that it was agreed")
    if a.speakers and a.speakers == b.speakers:
        found.append("the same speakers")
    return tuple(found) or ("the likeliest counterpart, by small signs only",)


def _as_written(stem: str, text: str) -> str:
    """The first word of a text that a stem was cut from."""
    return next((m.group().casefold() for m in WORD.finditer(text) if root(m.group()) == stem), stem)
