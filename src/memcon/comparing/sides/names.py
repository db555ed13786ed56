"""The names that each account uses for a state, a body, a city: shown where the accounts differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.comparing.sides.values import Fact, Side
from memcon.exporting.words import party_in_words
from memcon.model import Span
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.places import named_places
from memcon.vocabulary.sides import same_city

_NAMES = frozenset({"state-name", "organisation", "place", "forum"})
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
_MOST = 8


def names_of(sides: Sequence[Side]) -> Iterator[Fact]:
    """Give one fact for each thing that the accounts call by different names, in the order of the first account."""
    used = [_used(side) for side in sides]
    codes = dict.fromkeys(code for names in used for code in names)
    shown = 0
    for code in codes:
        forms = [names.get(code, {}) for names in used]
        told = [frozenset(f) for f in forms if f]
        if shown == _MOST or not any(a - b and b - a for a in told for b in told):
            continue  # a form more on one side is no other name
        shown += 1
        yield Fact(
            f"name of {_in_words(code)}",
            tuple(", ".join(f"“{form}”" for form in f) or None for f in forms),
            tuple(tuple(f.values()) for f in forms),
        )


def _used(side: Side) -> dict[str, dict[str, Span]]:
    """By code, the forms in use with the first place of each; the title counts like the text."""
    text = side.document.text
    found: dict[str, dict[str, Span]] = {}
    for phrase in find_phrases(text):
        if phrase.kind in _NAMES:
            form = " ".join(text[phrase.start : phrase.end].split())
            found.setdefault(phrase.code, {}).setdefault(form, side.document.span(phrase.start, phrase.end))
    for word in _CAPITAL.finditer(text):
        name = re.sub(r"['’]s?$", "", word.group())
        code = same_city(name)
        if code is not None:
            span = side.document.span(word.start(), word.start() + len(name))
            found.setdefault(code, {}).setdefault(name, span)
    return found


def _in_words(code: str) -> str:
    return party_in_words(code) if code not in named_places() else code
