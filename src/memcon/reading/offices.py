"""Read offices: "U.S. Secretary of State", "the Minister of Foreign Affairs and Expatriates of Jordan".

An office is a run of capitalised office words around a head noun ("Deputy", "Prime Minister"), with complements
("of Foreign Affairs", "to the President") and sometimes a second office joined by "and". The state or organisation
it belongs to may stand before it, inside it or after it, and is cut off where it stands at an end.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.reading.office_fields import bracket, complements, goes_to, head_follows, is_lower, leads_delegation
from memcon.reading.sentences import Sentence
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.offices import OfficeHead, Rank

_DASHES = frozenset({"-", "–", "—"})
_DEPUTY = frozenset({"deputy", "vice"})  # "Deputy Prime Minister – Minister of Foreign Affairs" is one man’s
_MARKS = frozenset({"local", "public", "press", "media", "open", "closed"})  # marks of a schedule, in capitals
_BEFORE_NAMES = frozenset({Rank.ROYAL, Rank.MILITARY, Rank.RELIGIOUS})
"""Ranks that stand before a name as a title, also after an office."""


_HONORIFIC = frozenset({"Archbishop", "Ambassador", "Bishop", "Cardinal", "General"})
_OF_ORGANISATIONS = frozenset({"Director General", "Director-General", "Secretary General", "Secretary-General"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a text: its range, the range without its country, its head, and the party it names.

    ``first`` and ``last`` are token indices (half open); ``start`` and ``end`` code points of the office cut of its
    country; ``party`` is the phrase that names the party, ``plural`` whether several holders are meant.
    """

    first: int
    last: int
    start: int
    end: int
    head: OfficeHead
    plural: bool
    party: Match | None


def office_at(sentence: Sentence, first: int) -> Office | None:
    """Read the office that begins at token ``first``, or give None.

    Lower-case offices ("foreign minister of Malta") are read where their head is lower case too; whether such a
    word names an office-holder at all is for the caller to decide.
    """
    at, head, plural, head_at = _run(sentence, first)
    if head is None:
        return None
    at = complements(sentence, at, head)
    at = bracket(sentence, at, head)
    while not plural and (joined := _joined(sentence, first, at, head)) is not None:
        at = complements(sentence, joined, head)
    return _trimmed(sentence, first, at, head, plural, head_at)


def _run(sentence: Sentence, at: int) -> tuple[int, OfficeHead | None, bool, int]:
    """Pass over party names, office words and heads; give the end after the last head, and that head."""
    head: OfficeHead | None = None
    plural, end, head_at = False, at, at
    tokens = sentence.tokens
    lower = False
    while at < len(tokens):
        found = sentence.head[at]
        if found and lower and tokens[at].capitalised:
            break  # "at the summit President Tamm said"
        if found and head is not None and _before_name(sentence, at, head):
            end = at  # "Foreign Minister Prince Faisal", "Deputy Commander INDOPACOM Lieutenant General Sklenka"
            break
        if found and (tokens[at].capitalised or head is None):
            head, plural, head_at = found[0], found[1], at
            at += found[2]
            end = at
            if plural:
                break
        elif sentence.party[at] is not None and not is_lower(tokens[at]):
            if head is not None and not head_follows(sentence, at):
                break
            at += 1
        elif (
            sentence.word[at]
            or (sentence.lower_word[at] and head is None)
            or (tokens[at].possessive and at and sentence.party[at - 1])
        ):
            lower = lower or sentence.lower_word[at]
            at += 1
        elif tokens[at].possessive and head is not None:
            if not head_follows(sentence, at + 1):
                break
            at += 1
        elif sentence.low[at] in ("and", "&", "-", "/", ",", "of") and at and _link_inside_run(sentence, at, head):
            at += 1
        else:
            break
    return end, head, plural, head_at


def _before_name(sentence: Sentence, at: int, head: OfficeHead) -> bool:
    """Whether the head at token ``at`` is the title of a name after an office: "Ministry Spokesman Ambassador X"."""
    found = sentence.head[at]
    if found is None or head.rank is Rank.SPOKESPERSON:
        return found is not None
    return found[0].rank in _BEFORE_NAMES and not _goes_on(sentence, at + found[2])


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the office goes on at token ``at``: "Deputy General Counsel"."""
    return (
        at < len(sentence.tokens) and sentence.tokens[at].capitalised and bool(sentence.head[at] or sentence.word[at])
    )


def _link_inside_run(sentence: Sentence, at: int, head: OfficeHead | None) -> bool:
    """Whether "and" stands between office words before the head ("Economic and Trade Minister")."""
    if head is not None or at + 1 >= len(sentence.tokens):
        return False
    before, after = at - 1, at + 1
    if sentence.party[before] is not None and sentence.party[after] is not None:
        return sentence.tokens[at].text == "-"
    if sentence.low[at] in ("of", "for"):
        return sentence.word[before] and sentence.word[after]
    if sentence.low[at] == "," and not _list_before_head(sentence, after):
        return False  # "the Oval Office, Prime Minister X", "First, Prime Minister X"
    return sentence.word[before] and (sentence.word[after] or sentence.tokens[after].text == "and")


def _list_before_head(sentence: Sentence, at: int) -> bool:
    """Whether a list of fields is closed by "and" before the head: "Economic, Trade and Industry Minister"."""
    while at < len(sentence.tokens) and not sentence.head[at]:
        if sentence.low[at] in ("and", "&"):
            return True
        if not sentence.word[at] and sentence.low[at] != ",":
            return False
        at += 1
    return False


def _joined(sentence: Sentence, first: int, at: int, before: OfficeHead) -> int | None:
    """The end of a second office held by the same person: "Foreign Minister and Alternate Prime Minister"."""
    tokens = sentence.tokens
    dashed = (
        at < len(tokens)
        and tokens[at].text in _DASHES
        and not _DEPUTY.isdisjoint(w.casefold() for w in sentence.low[first:at])
    )
    if at >= len(tokens) or not (dashed or sentence.low[at] in ("and", "&", "/", ",")):
        return None
    end, head, plural, _ = _run(sentence, at + 1)
    if head is None or plural or sentence.party[at + 1] is not None or (head is before and sentence.low[at] != ","):
        return None
    if sentence.low[at] == "," and (head.head in _HONORIFIC or before.rank is Rank.COUNTERPART):
        return None  # "Secretary for Relations with States, Archbishop X"
    if sentence.low[at] == "," and not _held_by_one(sentence, first, at, end):
        return None
    if end - at < 2 or not tokens[at + 1].capitalised:
        return None
    if before.head in _OF_ORGANISATIONS and head.rank in (Rank.MINISTER, Rank.FOREIGN_MINISTER):
        return None  # "the Director General and Minister of Health X" are two people
    definite = first > 0 and sentence.low[first - 1].casefold() == "the"
    if definite and not dashed and not (end < len(tokens) and sentence.low[end] == "of"):
        return None  # "the Secretary and President Ghani" are two people
    return end


def _held_by_one(sentence: Sentence, first: int, comma: int, end: int) -> bool:
    """Whether offices with a comma between are one person's: no article before, no comma before the name.

    "Minister of State, Minister of Foreign Affairs of Chad Abakar Moussa", not "the President, Minister Lund and".
    """
    tokens = sentence.tokens
    if first > 1 and tokens[first - 1].text == ",":
        name = tokens[
            first - 2
        ]  # "Prince Saad Al Saud, Crown Prince, Deputy Prime Minister and Minister of Defence, met"
        known = sentence.head[first - 2] or sentence.word[first - 2] or sentence.party[first - 2]
        return name.capitalised and not known
    if first > 0 and sentence.low[first - 1] in ("the", "and"):
        return False
    second = sentence.head[comma + 1]
    alone = second is not None and comma + 1 + second[2] == end and sentence.low[end : end + 1] not in (["of"], ["for"])
    if alone or (is_lower(tokens[comma - 1]) and tokens[comma + 1].capitalised):
        return False  # "Mr. President, President X", "our next speaker, Foreign Minister X"
    after = end
    while after < len(tokens) and (
        sentence.party[after] or sentence.word[after] or sentence.low[after] in ("of", "for", "the", "and")
    ):
        after += 1
    return after < len(tokens) and tokens[after].capitalised and not sentence.head[after] and after > end - 1


def _trimmed(sentence: Sentence, first: int, last: int, head: OfficeHead, plural: bool, head_at: int) -> Office | None:
    """Cut the party off the ends of the office."""
    tokens, start, end = sentence.tokens, first, last
    party: Match | None = None
    while start < end and (sentence.party[start] or tokens[start].possessive or tokens[start].text == "-"):
        party = sentence.party[start] or party
        start += 1
    start = _past_companions(sentence, start, head_at)
    said_twice = sentence.head[end - 1] if end - 2 > head_at else None
    before = sentence.party[end - 2] if said_twice else None
    if before is not None and before.kind == "state-name":
        end -= 1  # "Minister of External Affairs of the Government of India Minister S. Jaishankar"
    of_party = _trailing_party(sentence, start, end)
    if of_party is not None:
        end, trailing = of_party
        party = party or trailing
    if (goes_to(head) or leads_delegation(sentence, head_at, end)) and (
        sent := _sent_by(sentence, head_at, end)
    ) is not None:
        end, party = sent[0], party or sent[1]
    if party is None:
        party = _inner_party(sentence, start, head_at) or _inner_party(sentence, head_at, end)
    if start >= end or head_at >= end:
        return None
    return Office(first, last, tokens[start].start, tokens[end - 1].end, head, plural, party)


def _past_companions(sentence: Sentence, start: int, head_at: int) -> int:
    """Where an office begins after words that are none of it: "colleague Secretary X", "LOCAL Secretary X"."""
    while start < head_at:
        found, token = sentence.head[start], sentence.tokens[start]
        companion = found is not None and found[0].rank is Rank.COUNTERPART
        mark = token.text.isupper() and sentence.word[start] and not sentence.tokens[head_at].text.isupper()
        if not companion and not (mark and token.text.casefold() in _MARKS):
            break
        start += 1
    return start


def _sent_by(sentence: Sentence, head_at: int, end: int) -> tuple[int, Match] | None:
    """Where an ambassador's office ends before the state that sent him, and that state: "Ambassador of Norway to"."""
    for at in range(head_at + 1, end - 1):
        after = at + 2 if sentence.low[at + 1] == "the" else at + 1
        phrase = sentence.party[after] if after < end else None
        if sentence.low[at] == "of" and phrase is not None:
            return at, phrase
    return None


def _trailing_party(sentence: Sentence, start: int, end: int) -> tuple[int, Match] | None:
    """Where "of Kazakhstan", "of the European Council" ends an office: the end without it, and the party."""
    phrase = sentence.party[end - 1]
    if phrase is None:
        return None
    at = end - 1
    while at > start and sentence.party[at - 1] is phrase:
        at -= 1
    if at - 1 > start and sentence.low[at - 1] == "the":
        at -= 1
    if at - 1 > start and sentence.low[at - 1] == "of":
        return at - 1, phrase
    return None


def _inner_party(sentence: Sentence, start: int, end: int) -> Match | None:
    """The party named inside an office: "Acting U.S. Special Envoy", "Head of Cabinet of the Commission President".

    A country that is an envoy's field ("Special Envoy for Yemen", "Ambassador to Kazakhstan") is not the party.
    """
    for at in range(start, end):
        if at > 0 and (sentence.low[at - 1] in ("for", "to", "on") or sentence.tokens[at - 1].text == "("):
            continue
        if at > 1 and sentence.low[at - 1] == "the" and sentence.low[at - 2] in ("for", "to", "on"):
            continue
        if sentence.party[at] is not None and (at == start or sentence.party[at] is not sentence.party[at - 1]):
            return sentence.party[at]
    return None
