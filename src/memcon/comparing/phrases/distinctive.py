"""Find the phrases that a pair or a person says more often than the rest of the record does.

A candidate is a sequence of words within one clause. It is kept where it stands in several documents of the scope
and in a larger share of them than of all others, by the log-likelihood of the two counts (Dunning 1993) over
documents, so that one long text proves nothing; and, as C-value has it (Frantzi and Ananiadou 2000), where it is
not merely a piece of a longer one that is kept.
"""

from __future__ import annotations

import calendar
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from spacy.lang.en.stop_words import STOP_WORDS

from memcon.comparing.material import Material
from memcon.comparing.names import name_words, words_of_offices
from memcon.comparing.phrases.scopes import means
from memcon.comparing.phrases.values import Scope
from memcon.comparing.voices import Saying, sayings
from memcon.comparing.words import speech_stems, stem
from memcon.vocabulary.fold import fold
from memcon.vocabulary.lexicon import find_phrases

LEAST_DOCUMENTS = 3
LEAST_LIKELIHOOD = 10.83
"""Log-likelihood at which chance alone would do as much once in a thousand times (chi-squared, one degree)."""
_LONGEST = 12
_SHORTEST = 2
_SHIFTED = 60
"""Likeness (0 to 100) of two runs of words of the same documents from which the one is the other, shifted."""
_BEYOND = 3
"""Documents that a part of a longer phrase needs beyond those of the longer one."""
_TOKEN = re.compile(r"(?:[a-z]\.){2,}|[^\W_]+(?:['.-][^\W_]+)*|[.,;:!?()\"“”«»\n—–]")
_DAYS = frozenset(w.casefold() for w in (*calendar.month_name[1:], *calendar.day_name, "today", "yesterday"))

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A sequence of words found by counting: in how many of how many documents here, and of the others."""

    words: str
    here: int
    of_here: int
    there: int
    of_there: int
    likelihood: float

    @property
    def why(self) -> str:
        """The reason in words."""
        return (
            f"in {self.here} of {self.of_here} documents here, in {self.there} of {self.of_there} others "
            f"(log-likelihood {self.likelihood:.0f})"
        )


def find_distinctive(material: Material, scope: Scope) -> list[Distinctive]:
    """Give the phrases distinctive of a scope, the surest first; reprints are left out."""
    here, there = _texts(material, scope)
    skip = _names(material, scope)
    places = {words: frozenset(docs) for words, docs in _candidates(here, skip).items() if len(docs) >= LEAST_DOCUMENTS}
    others = _count(places, there)
    found = []
    for words, docs in places.items():
        likelihood = log_likelihood(len(docs), len(here), others.get(words, 0), len(there))
        if likelihood >= LEAST_LIKELIHOOD:
            found.append(
                Distinctive(" ".join(words), len(docs), len(here), others.get(words, 0), len(there), likelihood)
            )
    kept = _whole(found, places)
    return sorted(kept, key=lambda d: (-round(d.likelihood, 6), d.words))


def log_likelihood(a: int, of_a: int, b: int, of_b: int) -> float:
    """Give Dunning's log-likelihood of ``a`` in ``of_a`` against ``b`` in ``of_b``; 0 where its share is no larger."""
    if not of_a or not of_b or a / of_a <= b / of_b:
        return 0.0
    total, whole = a + b, of_a + of_b
    cells = ((a, of_a * total / whole), (b, of_b * total / whole))
    missing = ((of_a - a, of_a * (whole - total) / whole), (of_b - b, of_b * (whole - total) / whole))
    return 2 * sum(seen * math.log(seen / due) for seen, due in (*cells, *missing) if seen)


def _texts(material: Material, scope: Scope) -> tuple[dict[str, list[Words]], dict[str, list[Words]]]:
    """What is said in each document of the scope, and in each other one, as clauses of words."""
    inside = set(scope.documents)
    here: dict[str, list[Words]] = {}
    there: dict[str, list[Words]] = {}
    for document in material.documents:
        said = [s for s in sayings(material, document) if not material.is_copied(document, s.span)]
        own = [s for s in said if document in inside and _is_theirs(s, scope)]
        rest = [s for s in said if s not in own]
        if own:
            here[document] = [c for s in own for c in clauses_of(s.span.text)]
        elif rest:
            there[document] = [c for s in rest for c in clauses_of(s.span.text)]
    return here, there


def _is_theirs(saying: Saying, scope: Scope) -> bool:
    return scope.person is None or any(means(scope.person, s) for s in saying.speakers)


def clauses_of(text: str) -> list[Words]:
    """Give the words of a text, folded and in lower case, cut at every mark of punctuation."""
    clauses: list[list[str]] = [[]]
    for token in _TOKEN.findall(fold(text).casefold()):
        if token[0].isalnum():
            clauses[-1].append(token)
        elif clauses[-1]:
            clauses.append([])
    return [tuple(c) for c in clauses if c]


def _names(material: Material, scope: Scope) -> frozenset[str]:
    """Words that name people, offices and parties of the scope, and days."""
    words = set(_DAYS | words_of_offices())
    for document in scope.documents:
        for account in material.readings[document].accounts:
            words |= name_words((*account.participants, *account.others))
        text = material.documents[document].text
        for phrase in find_phrases(text):
            words |= {w for c in clauses_of(text[phrase.start : phrase.end]) for w in c}
    return frozenset(words)


def _candidates(texts: dict[str, list[Words]], skip: frozenset[str]) -> dict[Words, set[str]]:
    """The sequences of words that could be phrases, with the documents in which they stand.

    A sequence can stand in several documents only where each pair of neighbouring words in it does.
    """
    pairs = Counter(p for clauses in texts.values() for p in {p for clause in clauses for p in pairwise(clause)})
    found: dict[Words, set[str]] = defaultdict(set)
    for document, clauses in texts.items():
        for clause in clauses:
            tells = [w not in STOP_WORDS and not w[0].isdigit() for w in clause]
            weighs = [tell and _weighs(word, skip) for tell, word in zip(tells, clause, strict=True)]
            for start in range(len(clause)):
                if not tells[start] or stem(clause[start]) in speech_stems():
                    continue
                for end in range(start + _SHORTEST, min(len(clause), start + _LONGEST) + 1):
                    if pairs[clause[end - 2], clause[end - 1]] < LEAST_DOCUMENTS:
                        break
                    if tells[end - 1] and sum(weighs[start:end]) >= _SHORTEST:
                        found[clause[start:end]].add(document)
    return found


def _weighs(word: str, skip: frozenset[str]) -> bool:
    return word.removesuffix("'s") not in skip and stem(word) not in speech_stems()


def _count(wanted: Iterable[Words], texts: dict[str, list[Words]]) -> dict[Words, int]:
    """In how many of ``texts`` each of the wanted sequences stands."""
    by_head: dict[Words, list[Words]] = defaultdict(list)
    for words in wanted:
        by_head[words[:_SHORTEST]].append(words)
    counts: dict[Words, int] = defaultdict(int)
    for clauses in texts.values():
        seen: set[Words] = set()
        for clause in clauses:
            for start in range(len(clause) - 1):
                for words in by_head.get(clause[start : start + _SHORTEST], ()):
                    if clause[start : start + len(words)] == words:
                        seen.add(words)
        for words in seen:
            counts[words] += 1
    return counts


def _whole(found: list[Distinctive], places: dict[Words, frozenset[str]]) -> list[Distinctive]:
    """Those that are no mere piece of a longer one that is kept, nor a longer one that adds but chance."""
    kept: list[Distinctive] = []
    for one in sorted(found, key=lambda d: (-len(d.words.split()), d.words)):
        words = tuple(one.words.split())
        around = [k for k in kept if f" {one.words} " in f" {k.words} "]
        covered = frozenset[str]().union(*(places[tuple(k.words.split())] for k in around))
        shifted = any(
            places[tuple(k.words.split())] == places[words]
            and fuzz.ratio(k.words.split(), one.words.split()) >= _SHIFTED
            for k in kept
        )
        if (not around and not shifted) or len(places[words] - covered) >= _BEYOND:
            kept.append(one)
    return kept
