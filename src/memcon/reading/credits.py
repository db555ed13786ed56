"""Whose report it is: datelines of agencies, and the sources that a text credits."""

from __future__ import annotations

import re

from memcon.model import Cited, Document

_CITY = r"[A-ZÀ-ÞŠŽ][\w.’'-]*(?:[ -][A-ZÀ-ÞŠŽ][\w.’'-]*){0,3}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)"
_AGENCY = r"(?:[A-Z][A-Za-z]*(?:[ /.][A-Z][A-Za-z]*){0,2})"
_WEEKDAY = r"(?:[A-Z][a-z]{2,5}day, )?"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_CITY}(?:, {_CITY})?, {_WEEKDAY}{_DAY}\.? ?/[A-Z][\w .-]{{1,30}}/[.:–—-]? ?",
        rf"{_CITY}(?:, {_CITY})?, {_WEEKDAY}{_DAY} ?(?:--|—|–|-)\s*",
        rf"{_CITY}, {_WEEKDAY}{_DAY}\. (?=[A-Z])",
        rf"[A-Z][A-Z .’'-]{{2,30}}\. (?:{_DAY}\. ?(?:/)?)?(?:[A-Z]{{4,}}(?: [A-Z]{{2,}})?|"
        rf"Kaz[A-Za-z]+)(?:/)?(?= [A-Z“«\"])[.:–—-]? ?",
        rf"{_CITY}(?:, {_CITY})?,? {_DAY},? ?(?:\({_AGENCY}\)|/{_AGENCY}/|[A-Z]{{2,8}})? ?(?:--|—|–|-|:)\s*",
        rf"{_CITY}(?:, {_CITY})?,? {_DAY},? ?(?:\({_AGENCY}\)|/{_AGENCY}/)[ .,]*",
        rf"{_CITY}(?:, {_CITY})?\. {_DAY}\. (?:{_AGENCY}\.? ?)?[–—-]? ?",
        rf"[A-Z][A-Z ’'-]{{2,30}} ?\({_AGENCY}\) ?(?:--|—|–|-|:)\s*",
        r"[A-Z][A-Z ’'-]{2,30}(?:, [A-Z][\w.]+)? (?:--|—|–) ",
        rf"/{_AGENCY}/ ?[–—-]? ?",
    )
)
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
    for pattern in _DATELINES:
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            return match.end()
    return None


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
