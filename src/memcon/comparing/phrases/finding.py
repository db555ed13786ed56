"""Find the uses of phrases in the documents of a scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from memcon.comparing.material import Material, Undated, day_of
from memcon.comparing.phrases.scopes import means
from memcon.comparing.phrases.values import Scope, Use
from memcon.comparing.voices import Voices, running_blocks
from memcon.vocabulary.set_phrases import Finder, lowered

_SENTENCE_END = re.compile(r"[.!?;:]\s")


def find_uses(material: Material, scope: Scope, finders: Mapping[str, Finder]) -> dict[str, list[Use]]:
    """Give the uses of phrases (each with its finder) in a scope, in the order of days; of a person only his own words.

    A form inside a longer form of another phrase is no use of its own.
    """
    days = {e.id: day_of(e) for e in scope.engagements}
    found: dict[str, list[Use]] = {phrase: [] for phrase in finders}
    for document in scope.documents:
        voices = Voices(material, document)
        engagements = tuple(e.id for e in material.engagements_of[document] if e.id in days)
        day = min((days[e] for e in engagements), default=Undated)
        day = day if day != Undated else material.day(document) or Undated
        for phrase, start, end in outermost(_matches(material, document, finders)):
            voice = voices.at(start, end)
            if scope.person is not None and not any(means(scope.person, s) for s in voice.speakers):
                continue
            span = material.documents[document].span(start, end)
            form = " ".join(re.sub(r"[^\w']+", " ", lowered(span.text)).split())
            origin = material.origin(document, span)
            found[phrase].append(Use(span, form, day, engagements, origin, voice.speakers, voice.sides))
    return {phrase: sorted(uses, key=_order) for phrase, uses in found.items()}


def _order(use: Use) -> tuple[str, bool, str, int]:
    return use.day, use.copied, use.words.document, use.words.start


def _matches(material: Material, document: str, finders: Mapping[str, Finder]) -> Iterator[tuple[str, int, int]]:
    for block in running_blocks(material, document):
        for phrase, start, end in matches_in(block.span.text, finders):
            yield phrase, block.span.start + start, block.span.start + end


def matches_in(text: str, finders: Mapping[str, Finder]) -> Iterator[tuple[str, int, int]]:
    """Give where phrases stand in ``text``, as phrase and half-open range; none crosses a sentence's end."""
    low = lowered(text)
    for phrase, finder in finders.items():
        for start, end in finder.find(low):
            if not _SENTENCE_END.search(low[start:end]):
                yield phrase, start, end


def outermost(matches: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Give the matches that lie in no longer one, in order."""
    kept: list[tuple[str, int, int]] = []
    furthest = -1
    for match in sorted(matches, key=lambda m: (m[1], -m[2])):
        if match[2] > furthest:
            kept.append(match)
            furthest = match[2]
    return kept
