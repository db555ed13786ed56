"""Read a person's name at a token: title, particles, suffixes and what can be a word of it."""

from __future__ import annotations

import re

from memcon.reading.sentences import Sentence
from memcon.reading.tokens import Token
from memcon.vocabulary.offices import NamePartKind, name_parts, name_stops

_MOST_NAME_WORDS = 8
_AFTER_A_STATE = frozenset(
    {"visit", "trip", "tour", "talks", "travel", "meeting", "summit", "ties", "relations", "deal"}
)
_INITIAL = 2  # letters and full stop
_THINGS = frozenset(  # what bears a name, or ends one that is no person's
    {"Award", "Prize", "Initiative", "Initiatives", "Accord", "Accords", "Coalition", "Cross", "Memorial", "Museum"}
    | {"Embassy", "Opposition", "Chapter", "Act"}
)
_SON = frozenset({"bin", "bint", "ibn"})
_LEARNED = frozenset({"Dr.", "Dr", "Eng."})  # "Dr. Sultan Al Jaber", while "Mr. President" is no name
_SURNAMES_TOO = frozenset({"Pope", "King", "Prince", "Bishop", "Judge", "Major", "Baron", "Marshal", "Abbott", "Dean"})
_CONTRACTED = re.compile(r"[’'](?:ve|ll|re|m|d)$")  # "I’ve", "We’re"
_ARTICLE = re.compile(r"(?:al|el|as|ar|an|ad|at|az|ash|ul)-[A-Z]")


def _title_length(sentence: Sentence, at: int) -> int:
    """How many tokens a title or honorific at ``at`` takes ("Dr.", "His Excellency"); 0 if none stands there."""
    tokens = sentence.tokens
    for length in (3, 2, 1):
        words = tuple(t.text.capitalize() if sentence.shouting else t.text for t in tokens[at : at + length])
        if len(words) == length and words in name_parts(NamePartKind.TITLE):
            return length
    return 0


def name_at(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read a name, after any titles, from token ``at`` on; give its token range without titles, or None."""
    tokens = sentence.tokens
    while at < len(tokens) and (length := _title_length(sentence, at)):
        at += length
        if at < len(tokens) and tokens[at].text == ".":
            at += 1
    first = at
    while at < len(tokens) and at - first < _MOST_NAME_WORDS:
        if (
            _is_name_word(sentence, at, first)
            or (at > first and _is_particle(sentence, at))
            or (at == first and _is_particle(sentence, at) and tokens[at].text.islower())
        ):
            at += 1
        else:
            break
    at = _with_suffix(tokens, first, at)
    while at > first and (tokens[at - 1].text,) in name_parts(NamePartKind.PARTICLE):
        at -= 1
    if at == first or not any(len(t.text) > 1 and t.capitalised for t in tokens[first:at]):
        return None
    if at < len(tokens) and tokens[at].text in _THINGS:
        return None  # "the Madeleine K. Albright Democracy Award", "the Red Cross"
    if at - first == 1 and (tokens[first].text.endswith(".") or len(tokens[first].text) == 1):
        return None
    return first, at


def _with_suffix(tokens: list[Token], first: int, at: int) -> int:
    """Take in "Jr.", ", Jr." and "II" after a name."""
    suffixes = name_parts(NamePartKind.SUFFIX)
    if at > first and at < len(tokens) and (tokens[at].text,) in suffixes:
        return at + 1
    if at > first and at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text in ("Jr.", "Sr.", "Jr"):
        return at + 2
    return at


def _is_name_word(sentence: Sentence, at: int, first: int) -> bool:
    token = sentence.tokens[at]
    article = _ARTICLE.match(token.text) is not None  # "Haidar al-Janabi"
    if not (token.capitalised or article) or not token.text[0].isalpha() or any(c.isdigit() for c in token.text):
        return False
    word = token.text.capitalize() if sentence.shouting else token.text
    if _CONTRACTED.search(token.text) or (
        at > first and len(word) > _INITIAL and word.endswith(".") and (word,) in name_parts(NamePartKind.TITLE)
    ):
        return False
    if word in name_stops():
        return False
    if sentence.party[at] is not None and not (
        _given_like_a_city(sentence, at, first) or _called_like_a_state(sentence, at, first)
    ):
        return False
    if (
        at > 0
        and sentence.tokens[at - 1].end < token.start
        and "\n" in sentence.text[sentence.tokens[at - 1].end : token.start]
    ):
        return at == first
    if given_like_an_office(sentence, at):
        return True
    if sentence.head[at] is not None or sentence.word[at]:
        # "Samantha Power" is a name, "Samantha Minister" is not
        return at > first and (sentence.head[at] is None or _surname_like_an_office(sentence, at))
    return True


def _surname_like_an_office(sentence: Sentence, at: int) -> bool:
    """Whether a word for an office ends a name here: "Amy Pope announced", not "Amy Pope Francis"."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    ends = after is None or not (after.capitalised or after.text in ("of", "for"))
    return sentence.tokens[at].text in _SURNAMES_TOO and ends


def given_like_an_office(sentence: Sentence, at: int) -> bool:
    """Whether a word for an office is a given name here: "Sheikh Sultan bin Rakan"."""
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    before = sentence.tokens[at - 1].text if at else ""
    return bool(sentence.head[at]) and (after in _SON or (before in _LEARNED and after[:1].isupper()))


def _given_like_a_city(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a capital's name begins a person's after an office: "President of the Commission Sofia Marchetti"."""
    phrase = sentence.party[at]
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if phrase is None or phrase.kind != "seat" or at != first or at == 0 or after is None:
        return False
    known = sentence.head[at + 1] or sentence.word[at + 1] or sentence.party[at + 1]
    led = sentence.head[at - 1] or sentence.word[at - 1] or sentence.party[at - 1]
    return after.capitalised and not known and bool(led) and after.text not in name_stops()


def _called_like_a_state(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a state's name ends a person's after an office and a given name: "Attorney General Lisa Monaco"."""
    phrase = sentence.party[at]
    if phrase is None or phrase.kind != "state-name" or at != first + 1 or first == 0:
        return False
    token, before = sentence.tokens[at], sentence.tokens[first].text
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    whole = phrase.start == token.start and phrase.end == token.end
    led = sentence.head[first - 1] or sentence.word[first - 1]
    known = before in name_stops() or (before,) in name_parts(NamePartKind.TITLE)
    carried_on = after is not None and (after.possessive or after.capitalised or after.text in _AFTER_A_STATE)
    return whole and bool(led) and not known and not carried_on


def _is_particle(sentence: Sentence, at: int) -> bool:
    """Whether a particle stands here and a name word after it ("bin", "de", "Al")."""
    tokens = sentence.tokens
    if (tokens[at].text,) not in name_parts(NamePartKind.PARTICLE):
        return False
    after = at + 1
    while after < len(tokens) and (tokens[after].text,) in name_parts(NamePartKind.PARTICLE):
        after += 1
    return after < len(tokens) and tokens[after].capitalised and sentence.party[after] is None
