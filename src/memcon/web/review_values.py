"""The values of a field as a page of review tells them: in words, how sure, why, and what other accounts tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from memcon.decisions.values import Field, named
from memcon.exporting.copies import Source
from memcon.exporting.words import day_in_words, party_in_words, person_in_words, place_in_words, value_in_words
from memcon.linking.engagements import AccountKey, Choice, Engagement
from memcon.model import STATED, Cited, Participant, Place, Span
from memcon.reviewing.doubting import values_of
from memcon.vocabulary.rules import meaning_of

_PAIRED = {Field.DATE: ("start", "end")}


@dataclass(frozen=True, slots=True)
class Told:
    """One value of the field: in words, how sure (None: not measured), why, and by which word it can be rejected."""

    words: str
    sure: float | None
    why: str
    key: str
    least: bool = False


def told_values(engagement: Engagement, field: Field) -> tuple[Told, ...]:
    """Give the values of a field, of which the least sure one is marked."""
    if field is Field.PARTICIPANTS:
        found = [_person(p) for p in engagement.participants]
    else:
        cited = [value for of, value in values_of(engagement) if of is field]
        if field is Field.DATE:
            found = _dates(engagement, cited)
        else:
            found = [Told(_words(c), c.confidence, _meaning(c), str(c.value)) for c in cited]
    sure = [t.sure for t in found if t.sure is not None]
    least = next((n for n, t in enumerate(found) if sure and t.sure == min(sure)), 0)
    return tuple(Told(t.words, t.sure, t.why, t.key, n == least) for n, t in enumerate(found))


def _dates(engagement: Engagement, cited: list[Cited[Any]]) -> list[Told]:
    start, end = engagement.start.preferred, engagement.end.preferred
    words = day_in_words(start.value if start else None, end.value if end else None)
    sure = [c.confidence for c in cited if c.confidence is not None]
    return [Told(words, min(sure, default=None), "; ".join(dict.fromkeys(filter(None, map(_meaning, cited)))), words)]


def _person(participant: Participant) -> Told:
    cited = [c for c in (participant.name, participant.office, participant.party) if c is not None]
    sure = [c.confidence for c in cited if c.confidence is not None]
    party = f" ({party_in_words(participant.party.value)})" if participant.party else ""
    person = named(participant)
    why = "; ".join(dict.fromkeys(filter(None, map(_meaning, cited))))
    return Told(person_in_words(participant) + party, min(sure, default=None), why, person.name or person.office or "")


def _words(cited: Cited[Any]) -> str:
    if isinstance(cited.value, Place):
        return place_in_words(cited.value)
    return party_in_words(cited.value) if len(str(cited.value)) == 2 else value_in_words(cited.value)


def _meaning(cited: Cited[Any]) -> str:
    return "" if cited.rule == STATED else meaning_of(cited.rule)


def spans_of(engagement: Engagement, field: Field) -> list[Span]:
    """Give the words that the values of a field come from, those of other accounts too."""
    spans = [span for of, value in values_of(engagement) if of is field for span in value.spans]
    for choice in choices_of(engagement, field):
        spans += [span for _, value in choice.rivals for span in value.spans]
    return spans


def choices_of(engagement: Engagement, field: Field) -> list[Choice[Any]]:
    """Give what a field has of preferred values and rivals."""
    if field in (Field.PARTIES, Field.PARTICIPANTS):
        return []
    return [getattr(engagement, name) for name in _PAIRED.get(field, (field.value,))]


def rivals_of(
    engagement: Engagement, field: Field, sources: Sequence[Source]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Give what each account, by its number, tells where they do not all tell the same."""
    numbers = {AccountKey(d.id, a.id): n for n, (d, _, a) in enumerate(sources, start=1)}
    found: dict[str, set[int]] = {}
    for choice in choices_of(engagement, field)[:1]:
        for key, value in choice.rivals:
            words = day_in_words(value.value, value.value) if field is Field.DATE else _words(value)
            found.setdefault(words, set()).add(numbers.get(key, 0))
    told = tuple((words, tuple(sorted(at))) for words, at in found.items())
    return told if len(told) > 1 else ()
