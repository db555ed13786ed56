"""Whose report it is: datelines of agencies, and the sources that a text credits."""

from __future__ import annotations

import re

from memcon.model import Cited, Document
from memcon.reading.people import find_people
from memcon.reading.place_names import find_places
from memcon.vocabulary.lexicon import find_phrases

_WORD = r"[A-ZÀ-ÞŠŽ][\w.’'-]*"
_CITY = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_PLACE = rf"{_CITY}(?:, {_CITY})?"
_CAPITALS = r"[A-ZÀ-ÞŠŽ][A-ZÀ-ÞŠŽ .’'-]{2,30}"
_MONTH = r"[A-Z][A-Za-z]{2,8}\.?"
_DAY = (
    rf"(?:(?:[A-Z][a-z]{{2,5}}day,? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?,? {_MONTH}(?:,? \d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}))"
)
_BRACKETED = r"(?:\([A-Z][\w .–-]{1,30}\)|/[A-Z][\w .–-]{1,30}/)"
_ACRONYM = r"(?:[A-Z]{2,}(?:[ .-][A-Z]{2,})?|Kaz[A-Za-z]+)"
_DASH = r"(?:-{1,3}|—|–)"
_END = rf"[ .,]*(?:{_DASH}|:)?\s*"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PLACE}[,.:]? {_DAY}[,.]? ?{_BRACKETED}{_END}",
        rf"{_PLACE}[,.:]? {_DAY}[,.]? {_ACRONYM}(?:\.[A-Z]+/)? ?(?:{_DASH}|:)\s*",
        rf"{_PLACE}[,.]? {_DAY}[,.]? [A-Z]{{4,}}(?:\.[A-Z]{{2,}}/?)?[.,]?(?: /[^/\n]{{2,40}}/)?[ .]+"
        rf"(?=[A-Z“«\"]\w)",
        rf"{_PLACE}, {_DAY} ?(?:{_DASH}|:)\s*",
        rf"{_CITY} {_DASH} {_DAY} ?(?:{_DASH}|:)\s*",
        rf"{_PLACE}[,.] {_DAY}\. (?:{_ACRONYM}\.? )?{_DASH}?\s*(?=[A-Z“«\"])",
        rf"{_PLACE} ?{_BRACKETED}\.? ?(?:{_DASH}|:)\s*",
        rf"{_CAPITALS} ?\([a-z]{{2,4}}\) ?{_DASH}\s*",
        rf"{_PLACE} ?/[A-Z][\w .–-]{{1,30}}/\.\s*",
        rf"{_CAPITALS}[.,] (?:[A-Z]{{4,}}(?: [A-Z]{{2,}})?|Kaz[A-Za-z]+)/?[.,]? ?{_DASH}?:?\s*(?=[A-Z“«\"])",
        rf"{_CITY}, [A-Z]{{3,8}} ?{_DASH}\s*",
        rf"{_CAPITALS}(?:, [A-Z][\w.]+)? (?:--|—|–) ?",
        rf"(?:/[A-Z][\w .–-]{{1,30}}/|\([A-Z][\w .–-]{{1,30}}\) ?(?={_DASH})){_END}",
    )
)
_COLON = re.compile(rf"(?P<city>{_CAPITALS}): ")
_NO_CITY = frozenset({"the", "a", "an", "on", "in", "at"})
_CREDITS = (
    re.compile(
        r"(?:has |have )?(?:learn(?:ed|t)|cit(?:es|ing|ed)|reports?|reported|informs?|informed|quot(?:es|"
        r"ing))[^.;]{0,40}?"
        r"(?:from|with reference to|referring to|citing|by|"
        r"of)? ?(?P<source>the [^.,;«»“”]{0,60}?(?:press service|press office|"
        r"press secretary|news agency|news service|information service)(?: of [^.,;«»“”]{3,60})?)"
    ),
    re.compile(r"[Aa]ccording to (?P<source>the (?:press service|press office|website|news agency)[^.,;«»“”]{0,80})"),
    re.compile(r"(?:\(|^|\n)[Ss]ource: ?(?P<source>[^)\n]{3,80})\)?"),
    re.compile(
        r"(?P<source>the [^.,;«»“”]{0,60}?(?:press service|press office)(?: of [^.,;«»“”]{3,60}?)?) (?:has |"
        r"have )?(?:reported|reports|said|informed|announced)"
    ),
)


def dateline_at(text: str, start: int, end: int) -> int | None:
    """Give the end of the dateline that begins at ``start``, or None where the paragraph begins without one."""
    first = text[start:end].split(" ", 1)[0].casefold()
    if first in _NO_CITY:
        return None
    for pattern in _DATELINES:
        match = pattern.match(text, start, end)
        if match and match.end() < end and not _names_person(match.group()):
            return match.end()
    colon = _COLON.match(text, start, end)
    if colon and any(m.place.city for m in find_places(colon["city"].title(), (), ())):
        return colon.end()
    return None


def _names_person(words: str) -> bool:
    return any(m.office for m in find_people(words, find_phrases(words)))


def find_credits(document: Document) -> tuple[Cited[str], ...]:
    """Find the sources that a text credits, in order, each with the words that name it."""
    found: dict[int, Cited[str]] = {}
    for pattern in _CREDITS:
        for match in pattern.finditer(document.text):
            start, end = match.span("source")
            words = " ".join(document.text[start:end].split()).removeprefix("the ").strip()
            if words:
                found.setdefault(start, Cited(words, (document.span(start, end),)))
    return tuple(found[start] for start in sorted(found))
