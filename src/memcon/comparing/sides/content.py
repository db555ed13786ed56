"""What a stretch of an account is about: its words, what they name, its numbers, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from memcon.comparing.figures.counted import Counted, counted_in
from memcon.comparing.words import WORD, root, without_possessive
from memcon.model import Act, Span
from memcon.reading.dates import find_dates
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.sides import empty_words, subjects_in
from memcon.vocabulary.speech import speech_verbs

_PROPER = re.compile(r"(?<=[\w,’'] )[A-ZÀ-Þ][\w-]{3,}")  # not at the head of a sentence
_NUMBER = re.compile(r"(?<![\w.+–-])\d[\d,]*(?:\.\d+)?(?![\w])")
_IN = re.compile(r"\b(?:in|at|to|from) $")  # a capital is then a place, and no government
_ADDRESS = re.compile(r"\(?https?://\S+")
_DIGIT = re.compile(r"\d")  # "today" is no figure that two accounts could have in common
_NEGATED = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|can't|won't|nothing|refus\w+|reject\w+|den(?:y|ied|ies|ying)|"
    r"oppos\w+|rul(?:e|ed|es|ing) out|unacceptable)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Content:
    """What one point, or one item of it, is about.

    ``stems`` are content words cut of their endings, without the names of those who meet and verbs of saying;
    ``subjects`` topics and motifs by name, each with the first words that stand for it; ``named`` the codes of states,
    organisations, forums and places other than those who meet, and further proper names ("Tashkent", "Patriot");
    ``quantities`` are what is counted and measured, ``numbers`` further ones ("Resolution 2231") and ``days`` dates,
    both by their normal form; ``speakers`` party codes, ``act`` what is done by saying it; ``own`` is the party whose
    account it stands in, and ``denial`` where in the text something is denied.
    """

    span: Span
    stems: frozenset[str]
    subjects: dict[str, str]
    named: dict[str, str]
    quantities: tuple[Counted, ...]
    numbers: dict[str, str]
    days: dict[str, str]
    speakers: frozenset[str]
    act: Act | None
    own: str | None = None
    denial: tuple[int, int] | None = None

    @property
    def negated(self) -> bool:
        """Whether something is denied, refused or rejected in it."""
        return self.denial is not None


@dataclass(frozen=True, slots=True)
class Common:
    """What all points of a comparison share, and one account's own facts.

    ``parties`` are the codes of those who meet and ``people`` the words of their names in lower case: what the
    accounts speak of throughout tells nothing about a point. ``anchor`` is the document's own day (ISO) and ``own``
    the party whose account it is, None where unknown.
    """

    parties: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    anchor: str | None = None
    own: str | None = None


def content_of(span: Span, speakers: Iterable[str], act: Act | None, common: Common) -> Content:
    """Tell what a stretch is about; ``speakers`` are party codes of those who are said to say it."""
    anchor = common.anchor
    text = _ADDRESS.sub(lambda m: " " * len(m.group()), span.text)
    phrases = [p for p in find_phrases(text) if not (p.kind == "seat" and _IN.search(text, 0, p.start))]
    dates = find_dates(text, anchor)
    taken = [(p.start, p.end) for p in phrases if p.code in common.parties] + [(d.start, d.end) for d in dates]
    named = {p.code: text[p.start : p.end] for p in phrases if p.code not in common.parties}
    inside = taken + [(p.start, p.end) for p in phrases]
    for m in _PROPER.finditer(text):
        if _tells(m.group(), common.people) and not any(s <= m.start() < e for s, e in inside):
            named.setdefault(m.group(), m.group())
    days = {
        d.first: text[d.start : d.end] for d in dates if d.first and any(c.isdigit() for c in text[d.start : d.end])
    }
    dated = [(d.start, d.end) for d in dates]
    quantities = counted_in(text, common.own, dated)
    apart = dated + [q.quantity.core for q in quantities]
    numbers = {
        m.group().replace(",", ""): m.group()
        for m in _NUMBER.finditer(text)
        if not any(s <= m.start() < e for s, e in apart)
    }
    stems = frozenset(
        root(m.group())
        for m in WORD.finditer(text)
        if _tells(m.group(), common.people) and not any(s <= m.start() < e for s, e in taken)
    )
    denial = _NEGATED.search(text)
    return Content(
        span, stems, subjects_in(text), named, quantities, numbers, days, frozenset(speakers), act, common.own,
        denial.span() if denial else None,
    )  # fmt: skip


def _tells(word: str, people: frozenset[str]) -> bool:
    folded = without_possessive(word.casefold())
    return len(folded) > 2 and folded not in STOP_WORDS and folded not in people and root(folded) not in _empty()


@cache
def _empty() -> frozenset[str]:
    """Stems of verbs of saying and of words for those who meet, which carry nothing of what is said."""
    return frozenset(root(word) for word in (*speech_verbs(), *empty_words()))
