"""An account's name of a forum, with the words beside it that tell the level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.linking.engagements import AccountKey
from memcon.model import Account, Reading, Span
from memcon.vocabulary.series_names import LevelWords, SeriesName, sitting_words

NONE = LevelWords(None, False, False)


@dataclass(frozen=True, slots=True)
class Named:
    """An account's name of its forum: the account, its reading, the words, and the name taken apart."""

    key: AccountKey
    account: Account
    reading: Reading
    span: Span
    name: SeriesName
    beside: LevelWords = NONE
    only_talked_about: bool = False
    """Whether the words before the name make it a topic: "spoke about preparations for the NATO Summit"."""
    by_hand: str | None = None
    """The name that a human gave; the words are then those that tell of the engagement."""


_AFTER = re.compile(r"(?:[’']s?)?(?: \([^)\n]{1,40}\))?((?: [\w’'-]+){1,4})")
_BEFORE = re.compile(r"((?:[\w’'-]+ ){1,4})(?:of|for) (?:the )?$")


_TOPIC = re.compile(
    r"\b(?:about|regarding|concerning|prepar\w+ for|prepare for|ahead of|in advance of|discuss\w*|upcoming|following"
    r"|after|margins of|sidelines of) (?:the |their |this )?(?:upcoming |coming )?$"
)


def talks_about(text: str, start: int) -> bool:
    """Tell whether the words before a forum's name at ``text[start:]`` make it what was talked about."""
    return _TOPIC.search(text[max(0, start - 60) : start]) is not None


def beside(text: str, start: int, end: int) -> LevelWords:
    """Tell what level the words around a forum's name in ``text[start:end]`` give this sitting.

    These are a noun for a sitting or a call with what stands before it: "the Quad Senior Officials Meeting",
    "leader-level summit of the Quad", "Quad Leaders Call".
    """
    found = []
    after, before = _AFTER.match(text, end), _BEFORE.search(text[max(0, start - 60) : start])
    if after:
        found.append(sitting_words(after[1].split(), first=True))
    if before:
        found.append(sitting_words(before[1].split(), first=False))
    return next((words for words in found if words.level is not None or words.call), NONE)
