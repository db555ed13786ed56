"""Years named alone ("in 2021", "since 1991", "2010-2015") and years that belong to a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from memcon.reading.dates_reckoning import DateMention, Setting
from memcon.vocabulary.date_words import DateWordKind, date_pattern

_YEARS = re.compile(
    r"(?:(?<![\w$€£#.,/:-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-))(?P<low>1[6-9]\d\d|20\d\d)"
    r"(?:(?P<join> ?- ?| to | and )(?P<high>1[6-9]\d\d|20\d\d|\d\d(?!\d)))?(?P<s>'s)?(?![\w%/-]|[.,:]\d)"
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|our|its|his|her|their|your|my|for|under the)|['’]s?|\b[a-z]{4,}) $", re.IGNORECASE
)
_NOUN_AFTER = re.compile(r" (?!(?:and|or|to|in|when|at|for|that|as|is|was|by|with|which|until|through|would|will)\b)\w")
_FISCAL = re.compile(r"\b(?:fiscal|FY|FY-|school|academic) ?(?:year )?$", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z][\w.-]* $|#$")


@cache
def _lead() -> re.Pattern[str]:
    leads = date_pattern(DateWordKind.YEAR_LEAD)
    return re.compile(rf"(?<!\w)(?P<lead>{leads})[ -](?:the )?(?:year )?$", re.IGNORECASE)


def years(setting: Setting) -> Iterator[DateMention]:
    """Give the years; one that belongs to a noun ("the 2019 accords") has the rule ``date.attributive``."""
    text = setting.text
    last_end = -100
    for found in _YEARS.finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        noun = bool(_NOUN_AFTER.match(text, found.end()))
        if _FISCAL.search(before):
            continue
        if _leads(before, noun=noun, follows=found.start() - last_end <= 8):
            rule = "stated"
        elif found["s"] or (noun and _DETERMINER.search(before) and not _NAMED.search(_tail(before))):
            rule = "date.attributive"
        else:
            continue
        last_end = found.end()
        yield from _mentions(found, rule)


def _leads(before: str, *, noun: bool, follows: bool) -> bool:
    """Tell whether what stands before a year makes it a date; "and", "or", "to" do so only after a year."""
    lead = _lead().search(before)
    if lead is None or (noun and before.casefold().endswith(" the ")):
        return False
    return follows or lead["lead"].casefold() not in ("and", "or", "to")


def _tail(before: str) -> str:
    """Give the last word, unless it begins the sentence: "The 2021 summit" is not a name."""
    word = re.search(r"[\w.'-]+ $", before)
    if word is None or word.group().strip() in ("The", "A", "An", "This", "Our", "Its", "Their", "For"):
        return ""
    return word.group()


def _mentions(found: re.Match[str], rule: str) -> Iterator[DateMention]:
    # Other scripts' figures are figures too; a date has ASCII ones.
    low = str(int(found["low"]))
    if found["high"] is None:
        yield DateMention(found.start("low"), found.end("low"), low, low, rule)
        return
    high = str(int(found["high"]))
    high = low[:2] + high.zfill(2) if len(found["high"]) == 2 else high
    if found["join"] == " and " and len(found["high"]) == 4:
        yield DateMention(found.start("low"), found.end("low"), low, low, rule)
        yield DateMention(found.start("high"), found.end("high"), high, high, rule)
    elif found["join"] != " and " and low <= high:
        yield DateMention(found.start(), found.end("high"), low, high, rule)
    else:
        yield DateMention(found.start("low"), found.end("low"), low, low, rule)
