"""Find people: names with the office and party they stand beside, and offices that stand for their holders.

"U.S. Secretary of State Antony J. Blinken", "the Foreign Minister of Bangladesh, Dr. A. K. Abdul Momen", "Prime
Minister Narendra Modi of India", "Staffan de Mistura, the UN Secretary-General's Personal Envoy", "SECRETARY BLINKEN".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.reading.offices import Office, office_at
from memcon.reading.person_names import given_like_an_office, name_at
from memcon.reading.sentences import Sentence
from memcon.reading.several_holders import adjectives, next_in_list, states_listed
from memcon.reading.tokens import Token, tokenise
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.offices import NamePartKind, OfficeHead, Rank, name_parts
from memcon.vocabulary.places import city

_COMMON_HEADS = frozenset(
    {"leader", "member", "representative", "chair", "head", "chief", "principal", "officer", "aide", "judge"}
)

_ON_OFFICE = re.compile(
    r",? on (?:(?:his|her|the) )?(?:assuming|assumption of|taking|(?:re-?)?election|victory|appointment|inauguration|"
    r"being (?:re-?)?(?:elected|appointed)|swearing-in)[^.,;]{0,40}?(?:as|of|to)(?: (?:the office|the post|the "
    r"position) of)?(?: the)? (?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a person is named, or where an office stands for its holder (offsets in the text handed in).

    ``name`` is without titles and honorifics, ``office`` without its country; ``plural`` marks an office-only
    mention of several holders ("the Presidents").
    """

    start: int
    end: int
    name: tuple[int, int] | None
    office: tuple[int, int] | None
    head: OfficeHead | None
    party: Match | None
    plural: bool = False


def find_people(text: str, phrases: Sequence[Match], names: Sequence[tuple[int, int]] = ()) -> list[PersonMention]:
    """Find the mentions of people in ``text``, in order, not overlapping.

    ``phrases`` are the party phrases of the same text (:func:`memcon.vocabulary.lexicon.find_phrases`); ``names``
    are ranges where a name is known to stand although no office stands with it.
    """
    tokens = tokenise(text)
    sentence = Sentence(text, tokens, list(phrases))
    starts = {t.start: i for i, t in enumerate(tokens)}
    loose = {starts[s]: e for s, e in names if s in starts}
    found: list[PersonMention] = []
    at = 0
    while at < len(tokens):
        mentions, after = _mentions_at(sentence, at, loose)
        found.extend(mentions)
        at = max(after, at + 1)
    return found


def _mentions_at(sentence: Sentence, at: int, loose: dict[int, int]) -> tuple[list[PersonMention], int]:
    """Read the mentions that begin at token ``at``; give them with the token after."""
    tokens = sentence.tokens
    office = _office(sentence, at)
    if office is not None:
        return _with_office(sentence, office)
    owned = _owned_name(sentence, at, loose)
    if owned is not None:
        return [owned[0]], owned[1]
    named = name_at(sentence, at)
    if named is None:
        return [], at + 1
    first, last = named
    dateline = last - first > 1 and city(sentence.text[tokens[first].start : tokens[last - 1].end]) is not None
    if dateline and sentence.text.startswith(", The ", tokens[last - 1].end):
        return [], last  # "New York, The Minister of Foreign Affairs, X, met"
    apposed = (_office_after(sentence, last) or _office_taken(sentence, last)) if last - first >= 2 else None
    if apposed is not None:
        return [_mention(sentence, first, last, apposed)], apposed.last
    titled = first > at
    if titled or tokens[first].start in _starts(tokens, loose):
        party_end, party = _of_party(sentence, last)
        return [_mention(sentence, first, last, None, start=at, party=party)], party_end if party else last
    return [], at + 1


def _office_taken(sentence: Sentence, at: int) -> Office | None:
    """The office, with its party, that somebody before token ``at`` is congratulated on: "on his election as"."""
    taken = _ON_OFFICE.match(sentence.text, sentence.tokens[at - 1].end)
    start = next((i for i, t in enumerate(sentence.tokens[at:], at) if taken and t.start == taken.end()), None)
    office = office_at(sentence, start) if start is not None else None
    return office if office is not None and office.party is not None else None


def _owned_name(sentence: Sentence, at: int, loose: dict[int, int]) -> tuple[PersonMention, int] | None:
    """A name that its state stands before: "Azerbaijan's Farid Mammadov"; only where a name is known to stand there."""
    party = sentence.party[at]
    after = at
    while after < len(sentence.tokens) and sentence.party[after] is party and party is not None:
        after += 1
    if party is None or after + 1 >= len(sentence.tokens) or not sentence.tokens[after].possessive:
        return None
    named = name_at(sentence, after + 1)
    if named is None or named[0] not in loose or named[1] - named[0] < 2:
        return None
    return _mention(sentence, *named, None, party=party), named[1]


def _starts(tokens: list[Token], loose: dict[int, int]) -> frozenset[int]:
    return frozenset(tokens[i].start for i in loose)


def _office(sentence: Sentence, at: int) -> Office | None:
    """An office at token ``at`` that stands for somebody: capitalised, or lower case with a sign that it does."""
    tokens = sentence.tokens
    if not (sentence.head[at] or sentence.word[at] or sentence.party[at] or sentence.lower_word[at]):
        return None
    if given_like_an_office(sentence, at):
        return None
    office = office_at(sentence, at)
    if office is None:
        return None
    head = next(t for t in tokens[office.first : office.last] if t.end > office.start)
    if head.capitalised or _has_capital_head(sentence, office):
        return office
    before = tokens[at - 1].text.casefold() if at else ""
    if name_at(sentence, office.last) or office.party is not None:
        return office
    definite = before in ("the", "his", "her", "their") or (at > 0 and tokens[at - 1].possessive)
    return office if definite and office.head.head.casefold() not in _COMMON_HEADS else None


def _has_capital_head(sentence: Sentence, office: Office) -> bool:
    return any(sentence.head[i] and sentence.tokens[i].capitalised for i in range(office.first, office.last))


def _with_office(sentence: Sentence, office: Office) -> tuple[list[PersonMention], int]:
    """Read what stands after an office: a name, a list of names, a name between commas, or nothing."""
    at = office.last
    states, after_states = states_listed(sentence, office)
    if states:  # "the Foreign Ministers of Armenia and Azerbaijan, X and Y"
        at = after_states
    named = name_at(sentence, at) or name_at(sentence, _past_acronym(sentence, at))
    told = office.party is not None or _definite(sentence, office) or office.first == 0 or _titled(sentence, at)
    if named is None and told:
        named = _apposed_name(sentence, at)
    if named is None and office.plural and len(adjectives(sentence, office)) > 1:
        named = name_at(sentence, at + 1) if at < len(sentence.tokens) and sentence.tokens[at].text == "," else None
    if named is not None and office.plural and _are_of_a_body(sentence, office):
        named = None
    if named is None and office.head.rank is Rank.COUNTERPART:
        return [], at  # "his Turkish counterpart": who that is, the words around tell
    if named is None:
        start, end = sentence.tokens[office.first].start, sentence.tokens[at - 1].end
        only = PersonMention(start, end, None, (office.start, office.end), office.head, office.party, office.plural)
        return [only], at
    mentions: list[PersonMention] = []
    # "co-chairs Amos Hochstein, U.S. Senior Advisor, and", "Ambassador Khalid Zerouali, Permanent Representative to"
    loose = sentence.tokens[at - 1].text.islower() or (
        office.head.rank is Rank.AMBASSADOR and office.last - office.first == 1
    )
    if named is not None and loose and named[1] - named[0] > 1:
        apposed = _office_after(sentence, named[1])
        if apposed is not None:
            return [_mention(sentence, *named, apposed)], apposed.last
    several = (states or adjectives(sentence, office)) if office.plural else []
    while named is not None:
        first, last = named
        after, party = _of_party(sentence, last)
        party = party or (several[len(mentions)] if len(mentions) < len(several) else None)
        start = sentence.tokens[office.first if not mentions else first].start
        mentions.append(_mention(sentence, first, last, office, start=None, party=party, begin=start))
        at = after if party and after > last else last
        named = next_in_list(sentence, at) if office.plural else None
    return mentions, at


def _titled(sentence: Sentence, at: int) -> bool:
    """Whether a comma and a title follow an office: "Minister of State, Shri X", "Assistant Minister, Ambassador Y"."""
    tokens = sentence.tokens
    return at + 2 < len(tokens) and tokens[at].text == "," and (tokens[at + 1].text,) in name_parts(NamePartKind.TITLE)


def _are_of_a_body(sentence: Sentence, office: Office) -> bool:
    """Whether people without rank are told by their body, whose name no list knows: "members of the Freedom Online"."""
    return office.head.head.casefold() in _COMMON_HEADS and "of" in sentence.low[office.first : office.last]


def _past_acronym(sentence: Sentence, at: int) -> int:
    """The token after "a.i.", or after an acronym in brackets: "for Refugees and Migration (PRM) Julieta Noyes"."""
    if [t.text for t in sentence.tokens[at : at + 4]] == ["a", ".", "i", "."]:
        return at + 4
    inside = sentence.tokens[at : at + 3]
    if [t.text for t in (*inside[:1], *inside[2:])] == ["(", ")"] and inside[1].text.isupper():
        return at + 3
    return at


def _definite(sentence: Sentence, office: Office) -> bool:
    return office.first > 0 and sentence.tokens[office.first - 1].text.casefold() == "the"


def _apposed_name(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The name between commas after an office: "the President of Poland, Andrzej Duda, arrived"."""
    tokens = sentence.tokens
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    named = name_at(sentence, at + 1)
    if named is None or (named[1] - named[0] < 2 and named[0] == at + 1):
        return None
    after = tokens[named[1]].text if named[1] < len(tokens) else "."
    if named[1] - named[0] == 1 or after in (",", ".", ";", ")", ":", "—", "–", "and") or after.islower():
        following = _office_after(sentence, named[1])
        return None if following and not _is_next_of_list(sentence, following) else named
    return None


def _is_next_of_list(sentence: Sentence, office: Office) -> bool:
    """Whether a name of its own stands between commas after an office: "the Minister of X, A, the Minister of Y, B"."""
    tokens = sentence.tokens
    if office.last + 1 >= len(tokens) or tokens[office.last].text != ",":
        return False
    return name_at(sentence, office.last + 1) is not None


def _office_after(sentence: Sentence, at: int) -> Office | None:
    """The office after a name and a comma: "Amos Hochstein, U.S. Senior Advisor for Energy Security"."""
    tokens = sentence.tokens
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    first = at + 1
    if (
        at + 3 < len(tokens)
        and (tokens[first].text,) in name_parts(NamePartKind.LETTERS)
        and tokens[at + 2].text == ","
    ):
        first = at + 3  # "the Hon. Rosa Quispe, MP, Minister for Foreign Affairs"
    if tokens[first].text.casefold() in ("the", "a", "an") and first + 1 < len(tokens):
        first += 1
    if not (sentence.head[first] or sentence.word[first] or sentence.party[first] or sentence.lower_word[first]):
        return None
    office = office_at(sentence, first)
    if office is None or office.plural or name_at(sentence, office.last) is not None:
        return None
    return _second_field(sentence, office)


def _second_field(sentence: Sentence, office: Office) -> Office:
    """Take in the second field of a minister told after his name: "Minister for Trade and Minister for Women"."""
    if office.last >= len(sentence.tokens) or sentence.low[office.last] != "and":
        return office
    second = office_at(sentence, office.last + 1)
    if second is None or second.head is not office.head or second.party or second.plural:
        return office
    if name_at(sentence, second.last) is not None or _apposed_name(sentence, second.last) is not None:
        return office
    return replace(office, last=second.last, end=second.end)


def _of_party(sentence: Sentence, at: int) -> tuple[int, Match | None]:
    """The party in "Narendra Modi of India": the token after it, and the phrase."""
    tokens = sentence.tokens
    if at + 1 < len(tokens) and sentence.low[at] == "of":
        first = at + 2 if tokens[at + 1].text.casefold() == "the" and at + 2 < len(tokens) else at + 1
        phrase = sentence.party[first]
        if phrase is not None:
            while first < len(tokens) and sentence.party[first] is phrase:
                first += 1
            return first, phrase
    return at, None


def _mention(
    sentence: Sentence,
    first: int,
    last: int,
    office: Office | None,
    *,
    start: int | None = None,
    party: Match | None = None,
    begin: int | None = None,
) -> PersonMention:
    tokens = sentence.tokens
    name = (tokens[first].start, tokens[last - 1].end)
    opening = begin if begin is not None else tokens[first if start is None else start].start
    end = name[1]
    if office is not None:
        opening, end = min(opening, tokens[office.first].start), max(end, tokens[office.last - 1].end)
        if begin is not None:
            opening, end = begin, name[1]
        if office.head.rank is Rank.COUNTERPART:  # "his Turkish counterpart Hakan Fidan" tells a party and no office
            return PersonMention(opening, end, name, None, None, party or office.party)
        return PersonMention(opening, end, name, (office.start, office.end), office.head, party or office.party)
    return PersonMention(opening, end, name, None, None, party)
