"""What tells one series of sittings from another in a forum's name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from memcon.errors import VocabularyError
from memcon.vocabulary.fold import fold
from memcon.vocabulary.forums import Forum, ForumKind, forums
from memcon.vocabulary.lexicon import Match, find_phrases
from memcon.vocabulary.ordinals import Ordinal, ordinals_in
from memcon.vocabulary.table import data_file, read_numbered

FORMATS = ("working-group", "commission", "committee", "council", "dialogue", "partnership")
"""Formats that make a series of their own, the more telling first."""
GATHERING = "gathering"
_ROLES = (
    "small", "general", GATHERING, "summit", "leaders", "ministers", "officials", "portfolio", "in-person", "video",
    "several",
    "numbering", "counted-apart", "call", *FORMATS,
)  # fmt: skip
_WORD = re.compile(r"\d+\+\d+|[^\W_]+(?:[-'+][^\W_]+)*'?")
_MONTHS = "|".join(calendar.month_name[1:])
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ABOUT = re.compile(r"\b(?:on|for|in|about|against|to) (?:the )?$", re.IGNORECASE)
_PARTIES = ("state-name", "state-adjective", "state-people", "organisation", "organisation-adjective", "metonym")
_COUNTED = re.compile(r"\W*([^\W\d_]+)")


class Level(StrEnum):
    """At which level a session sits."""

    LEADERS = "leaders"
    MINISTERS = "ministers"
    OFFICIALS = "officials"


@dataclass(frozen=True, slots=True)
class SeriesWords:
    """Words of one role in forums' names; see ``data/series_words.tsv``."""

    role: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForumSeries:
    """A forum that is a series under further names or codes; see ``data/forum_series.tsv``."""

    series: str
    forums: tuple[str, ...]
    names: tuple[str, ...]
    numbered: bool
    level: Level | None


@dataclass(frozen=True, slots=True)
class SeriesName:
    """A forum's name taken apart.

    ``known`` is the series of the vocabulary that it names, if any; ``members`` are that series' parties by
    definition; ``parties`` the codes of the states and bodies in the name, without those that it is only about;
    ``of_parties`` tells whether each set of parties has a series of its own under such a name (a dialogue, a joint
    commission); ``topics`` the other words that tell it apart; ``level`` is told by words (``weakly`` where "summit"
    alone tells it); ``portfolio`` which ministers sit ("health"); ``mode`` "in-person" or "video"; ``ordinal`` which
    session it is, by its place in the name.
    """

    known: str | None
    members: tuple[str, ...]
    parties: frozenset[str]
    of_parties: bool
    format: str
    topics: frozenset[str]
    level: Level | None = None
    weakly: bool = False
    portfolio: str | None = None
    mode: str | None = None
    ordinal: Ordinal | None = None


@cache
def roles() -> Mapping[str, frozenset[str]]:
    """Give the words of each role; raises VocabularyError for a role that there is not."""
    path = data_file("series_words.tsv")
    found: dict[str, frozenset[str]] = {}
    for line, row in read_numbered(path, SeriesWords):
        if row.role not in _ROLES:
            raise VocabularyError(f"{path}:{line}: {row.role!r} is none of {', '.join(_ROLES)}")
        if any(word != fold(word).casefold() for word in row.words):
            raise VocabularyError(f"{path}:{line}: words must be folded to lower case")
        found[row.role] = found.get(row.role, frozenset()) | frozenset(row.words)
    return found


@cache
def known_series() -> tuple[ForumSeries, ...]:
    """Give the series under further names; raises VocabularyError where one names a forum that there is not."""
    path = data_file("forum_series.tsv")
    found = []
    for line, row in read_numbered(path, ForumSeries):
        if missing := set(row.forums) - set(forums()):
            raise VocabularyError(f"{path}:{line}: there is no forum {missing.pop()!r} in forums.tsv")
        found.append(row)
    return tuple(found)


@cache
def _by_forum() -> dict[str, ForumSeries]:
    return {code: row for row in known_series() for code in row.forums}


@cache
def _further_names() -> tuple[tuple[re.Pattern[str], ForumSeries], ...]:
    names = [(name, row) for row in known_series() for name in row.names]
    names.sort(key=lambda pair: -len(pair[0]))
    return tuple((_further(fold(name)), row) for name, row in names)


def _further(name: str) -> re.Pattern[str]:
    """What finds a further name, "US" with or without points."""
    escaped = re.escape(name).replace("US", r"U\.?S\.?")
    return re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)


@cache
def series_name(name: str) -> SeriesName:
    """Take a forum's name apart."""
    plain = fold(name)
    phrases = find_phrases(name)
    known, code, ranges = _known(plain, phrases)
    ordinal = next((o for o in ordinals_in(name) if counts_sessions(name, o)), None)
    if known is not None and known.numbered and ordinal is None:
        ordinal = _digits(plain, phrases)
    parties, about = _parties(plain, phrases, ranges)
    named = [(p.start, p.end) for p in phrases if p.kind in _PARTIES]
    every = _rest(plain, named, name)  # what tells the level may be part of a known name: "Quad Leaders' Summit"
    words = _rest(plain, [*ranges, *named], name)
    forum = forums().get(code) if code is not None else None
    level, weakly = _level(every)
    if level is None and known is not None:
        level = known.level
    label = known.series if known is not None else code
    style = next((f for f in FORMATS if any(w in roles()[f] for w in words)), GATHERING)
    if label is not None and style != "working-group":
        style = GATHERING
    portfolio = _portfolio(every) if style == GATHERING else None
    organs = _organs(name, phrases)
    topics = _topics(words, style) - {portfolio or ""}
    if label is not None and style == GATHERING:
        topics = set()
    elif style == GATHERING:
        topics = organs or topics - {"strategic", "partnership"}
    return SeriesName(
        known=label,
        members=forum.parties if forum else (),
        parties=frozenset(parties),
        of_parties=_of_parties(forum, label, style, words),
        format=style,
        topics=frozenset(topics | about if label is None and not organs else topics),
        level=level,
        weakly=weakly,
        portfolio=portfolio,
        mode=next((m for m in ("in-person", "video") if any(w in roles()[m] for w in every)), None),
        ordinal=ordinal,
    )


def _known(plain: str, phrases: list[Match]) -> tuple[ForumSeries | None, str | None, list[tuple[int, int]]]:
    """The series of the vocabulary, its forum's code, and where the name says so."""
    match = next((p for p in phrases if p.kind == "forum"), None)
    if match is not None:
        return _by_forum().get(match.code), match.code, [(match.start, match.end)]
    for pattern, row in _further_names():
        found = pattern.search(plain)
        if found:
            return row, row.forums[-1] if row.forums else None, [found.span()]
    return None, None, []


def _digits(plain: str, phrases: list[Match]) -> Ordinal | None:
    """The number at the end of a forum's name: "COP26"."""
    for match in phrases:
        found = re.search(r"\d+$", plain[match.start : match.end]) if match.kind == "forum" else None
        if found:
            start = match.start + found.start()
            return Ordinal(start, match.end, int(found.group()))
    return None


def _parties(plain: str, phrases: list[Match], ranges: list[tuple[int, int]]) -> tuple[set[str], set[str]]:
    """The parties whose forum it is, and those that it is about ("Conference on Libya") in lower case."""
    parties: set[str] = set()
    about: set[str] = set()
    for phrase in phrases:
        if phrase.kind not in _PARTIES or any(s <= phrase.start < e for s, e in ranges):
            continue
        if _ABOUT.search(plain[: phrase.start]) and not phrase.kind.startswith("organisation"):
            about.add(phrase.code.casefold())
        else:
            parties.add(phrase.code)
    return parties, about


def _organs(name: str, phrases: list[Match]) -> set[str]:
    """Words of organs that stand for their body: "UN Security Council", "European Parliament"."""
    found: set[str] = set()
    for phrase in phrases:
        words = _WORD.findall(fold(name[phrase.start : phrase.end]).casefold())
        if phrase.kind == "organisation" and any(w in roles()[f] | {"assembly"} for w in words for f in FORMATS):
            found |= {w for w in words if w not in ("un", "united", "nations", "eu", "of", "the")}
    return found


def _rest(plain: str, ranges: list[tuple[int, int]], name: str) -> list[str]:
    """The words of the name in lower case, without the ranges, years and numbers."""
    taken = [*ranges, *((o.start, o.end) for o in ordinals_in(name)), *(m.span() for m in _YEAR.finditer(plain))]
    found = []
    for match in _WORD.finditer(plain):
        if not any(s <= match.start() < e for s, e in taken):
            word = match.group().casefold()
            found.append(word.removesuffix("'").removesuffix("'s"))
    return [word for word in found if word and not word.isdigit() and word != "s"]


def _topics(words: list[str], style: str) -> set[str]:
    """The words that tell a series apart, those of other formats among them: "Strategic Partnership Dialogue"."""
    empty = (
        *(r for r in _ROLES if r not in ("portfolio", "several", "numbering", "counted-apart", "call", *FORMATS)),
        style,
    )
    told = {word for word in words if not any(word in roles()[role] for role in empty)}
    return told - (roles()["several"] - {"strategic"})


def _level(words: list[str]) -> tuple[Level | None, bool]:
    for level in Level:
        if any(word in roles()[level] for word in words):
            return level, False
    return (Level.LEADERS, True) if any(word in roles()["summit"] for word in words) else (None, False)


@dataclass(frozen=True, slots=True)
class LevelWords:
    """What a noun for a sitting says with the words at it: the level (``weakly`` by "summit" alone), and if a call."""

    level: Level | None
    weakly: bool
    call: bool


def sitting_words(words: Sequence[str], *, first: bool) -> LevelWords:
    """Read words that lead to the first noun for a sitting or a call, or from the last one on backwards.

    "Senior Officials Meeting" tells a level, "vaccine partnership" and "countries at the meeting" tell none.
    """
    plain = [fold(word).casefold().removesuffix("'") for word in words]
    sittings = roles()[GATHERING] | roles()["summit"] | roles()["dialogue"] | roles()["call"]
    levels = frozenset[str]().union(*(roles()[level] for level in Level), roles()["portfolio"], roles()["general"])
    taken: list[str] = []
    for word in plain if first else reversed(plain):
        if first and word in sittings:
            taken.append(word)
            level, weakly = _level(taken)
            return LevelWords(level, weakly, any(w in roles()["call"] for w in taken))
        if word not in levels and word not in sittings:
            break
        taken.append(word)
    if first or not any(word in sittings for word in taken):
        return LevelWords(None, False, False)
    level, weakly = _level(taken)
    return LevelWords(level, weakly, any(w in roles()["call"] for w in taken))


def _portfolio(words: list[str]) -> str | None:
    """Which ministers sit: "health" in "Health Ministers' Meeting", "environment" in "Ministerial on Environment"."""
    for at, word in enumerate(words):
        near = words[at + 1 : at + 3] + words[max(0, at - 3) : at]
        if word in roles()["portfolio"] and any(w in roles()["ministers"] for w in near):
            return {"defence": "defense", "labour": "labor"}.get(word, word)
    return None


def _of_parties(forum: Forum | None, label: str | None, style: str, words: list[str]) -> bool:
    if forum is not None:
        return forum.kind is ForumKind.MEETING and not forum.parties
    if label is not None:
        return False
    return style != GATHERING or any(w in roles()["several"] for w in words)


def counts_sessions(text: str, ordinal: Ordinal) -> bool:
    """Whether a number in ``text`` can count sittings: not "60th anniversary", "Third Committee", "9th of May"."""
    after = _COUNTED.match(text, ordinal.end)
    if after and after[1].casefold() in roles()["counted-apart"]:
        return False
    return not re.search(rf"(?:{_MONTHS}) $", text[: ordinal.start]) and not re.match(
        rf"(?:[-–]\d+\w*)? (?:of )?(?:{_MONTHS})\b", text[ordinal.end :]
    )
