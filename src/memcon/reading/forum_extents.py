"""How far a capitalised forum's name reaches: "Berlin II" + Conference + "on Libya", "“Action on Forests” Event"."""

from __future__ import annotations

import re

from memcon.reading.tokens import Token
from memcon.vocabulary.forums import forum_words
from memcon.vocabulary.offices import name_stops, office_words
from memcon.vocabulary.places import city

_INSIDE = frozenset(
    {"of", "on", "for", "the", "and", "in", "to", "against", "with", "-", "–", "&", "+", "’s", "'s", "/", "@"}
)
_BEFORE = frozenset(
    {
        "virtual",
        "annual",
        "inaugural",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "anniversary",
        "resumed",
        "extraordinary",
        "informal",
        "upcoming",
        "ministerial",
        "leaders",
        "ministers",
        "foreign",
    }
)
GENERIC = frozenset(
    {
        "Trilateral",
        "Bilateral",
        "Ministerial",
        "Virtual",
        "Joint",
        "Leaders",
        "Ministers",
        "Foreign",
        "Annual",
        "Plenary",
        "Special",
        "Opening",
        "Closing",
        "The",
        "Press",
        "Expanded",
        "Informal",
        "First",
        "Second",
        "Third",
        "High-Level",
    }
)
_COLLEGE = re.compile(r"(?:Ministers|Leaders|Presidents|Directors|Secretaries|Speakers|Officials)\b")
_CLOSING = ("”", '"')


def name_start(tokens: list[Token], party: list[bool], at: int) -> int:
    """The index of the token with which the name begins whose forum word is token ``at``."""
    first = at
    if first > 1 and tokens[first - 1].text in _CLOSING and (opening := _opening(tokens, first - 1)) is not None:
        first = opening  # "the “Action on Forests” Event"
    while first > 0 and _belongs(tokens, party, first - 1):
        word = tokens[first - 1]
        known = word.text in GENERIC or word.text in forum_words() or word.text.casefold() in office_words()
        if word.text in name_stops() and not known and not _ordinal(word):
            break
        if word.possessive and not party[first - 2] and not _COLLEGE.match(word.text):
            break
        first -= 1
    while first < at and (tokens[first].text in _INSIDE or tokens[first].text == "The" or tokens[first].possessive):
        first += 1
    return first


def _belongs(tokens: list[Token], party: list[bool], at: int) -> bool:
    """Whether a token can stand in a name, or joins two that can."""
    token = tokens[at]
    if token.capitalised or token.text[0].isdigit() or party[at]:
        return True
    return token.text in _INSIDE and at > 0 and _name_like(tokens[at - 1], party[at - 1])


def is_day(text: str) -> bool:
    """Whether a token is a day of a month, or several ("29-30"), before a forum's name."""
    return re.fullmatch(r"\d{1,2}(?:[-–]\d{1,2})?", text) is not None


def _ordinal(token: Token) -> bool:
    return token.text.casefold() in _BEFORE


def _name_like(token: Token, covered: bool) -> bool:
    return (token.capitalised and token.text not in name_stops()) or covered


def name_end(tokens: list[Token], party: list[bool], at: int) -> int:
    """The end of "on Libya", "to Defeat ISIS", "of the United Nations Environment Assembly" after a forum word."""
    end = at
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text in '“"':
        close = _closing(tokens, at + 1)
        return close + 1 if close else end
    if at < len(tokens) and tokens[at].text in '“"' and (close := _closing(tokens, at)):
        return close + 1
    if at < len(tokens) and tokens[at].text in ("on", "of", "for", "to", "against"):
        probe = at + 1
        while probe < len(tokens):
            token = tokens[probe]
            if token.text in '“"' and (close := _closing(tokens, probe)):
                return close + 1
            if token.capitalised or party[probe]:
                if token.text in name_stops() and token.text not in forum_words():
                    break
                end = probe + 1
            elif (
                (token.text == "in" and probe + 1 < len(tokens) and city(tokens[probe + 1].text) is not None)
                or (token.text not in _INSIDE and token.text != ",")
                or (token.text in (",",) and not (probe + 1 < len(tokens) and tokens[probe + 1].text == "and"))
            ):
                break
            probe += 1
    return end


def _closing(tokens: list[Token], opening: int) -> int | None:
    for at in range(opening + 1, min(opening + 25, len(tokens))):
        if tokens[at].text in '”"':
            return at
    return None


def _opening(tokens: list[Token], closing: int) -> int | None:
    for at in range(closing - 1, max(-1, closing - 25), -1):
        if tokens[at].text in '“"':
            return at
    return None
