"""Read offices: "U.S. Secretary of State", "the Minister of Foreign Affairs and Expatriates of Jordan".

An office is a run of capitalised office words around a head noun ("Deputy", "Prime Minister"), with complements
("of Foreign Affairs", "to the President") and sometimes a second office joined by "and". The state or organisation
it belongs to may stand before it, inside it or after it, and is cut off where it stands at an end.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.reading.sentences import Sentence
from memcon.reading.tokens import Token
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.offices import NamePartKind, OfficeHead, Rank, name_parts

_PREPOSITIONS = frozenset({"of", "for", "on", "to", "at", "against"})
_LINKS = frozenset({"and", "&", "of", "for", "on", "to", "the", "at", ","})
_LONGEST_BRACKET = 8
_LEAST_NAME = 2
_MAJESTY = frozenset({"Majesty", "Highness", "Excellency", "Holiness"})
_FIGHTS = frozenset({"Defeat", "Combat", "Counter", "Monitor", "End", "Eliminate"})
_FIELDS = frozenset({"Affairs", "Policy", "Security"})
_SENT = frozenset({Rank.AMBASSADOR, Rank.ENVOY, Rank.OFFICIAL})


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
    at = _complements(sentence, at, head)
    at = _bracket(sentence, at, head)
    while not plural and (joined := _joined(sentence, first, at, head)) is not None:
        at = _complements(sentence, joined, head)
    return _trimmed(sentence, first, at, head, plural, head_at)


def _bracket(sentence: Sentence, at: int, head: OfficeHead) -> int:
    """Pass over the desk of a secretary in brackets: "Secretary (East)", "Additional Secretary (West Asia & Africa)"."""
    tokens = sentence.tokens
    if not head.head.endswith("Secretary") or at >= len(tokens) or tokens[at].text != "(":
        return at
    for close in range(at + 2, min(at + _LONGEST_BRACKET, len(tokens))):
        if tokens[close].text == ")":
            inside = tokens[at + 1 : close]
            fits = all(t.capitalised or t.text in ("&", "and", ",") for t in inside) and not inside[0].text.isupper()
            return close + 1 if fits else at
    return at


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
        if found and head is not None and found[0].rank is Rank.ROYAL:
            break  # "Foreign Minister Prince Faisal"
        if found and (tokens[at].capitalised or head is None):
            head, plural, head_at = found[0], found[1], at
            at += found[2]
            end = at
            if plural:
                break
        elif sentence.party[at] is not None and not _is_lower(tokens[at]):
            if head is not None and not _head_follows(sentence, at):
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
            if not _head_follows(sentence, at + 1):
                break
            at += 1
        elif sentence.low[at] in ("and", "&", "-", "/", ",", "of") and at and _link_inside_run(sentence, at, head):
            at += 1
        else:
            break
    return end, head, plural, head_at


def _is_lower(token: Token) -> bool:
    return token.text[:1].islower()


def _link_inside_run(sentence: Sentence, at: int, head: OfficeHead | None) -> bool:
    """Whether "and" stands between office words before the head ("Economic and Trade Minister")."""
    if head is not None or at + 1 >= len(sentence.tokens):
        return False
    before, after = at - 1, at + 1
    if sentence.party[before] is not None and sentence.party[after] is not None:
        return sentence.tokens[at].text == "-"
    if sentence.low[at] in ("of", "for"):
        return sentence.word[before] and sentence.word[after]
    return sentence.word[before] and (sentence.word[after] or sentence.tokens[after].text == "and")


def _head_follows(sentence: Sentence, at: int) -> bool:
    """Whether office words from token ``at`` on lead to another head, without a name between."""
    tokens = sentence.tokens
    while at < len(tokens):
        if sentence.head[at] and tokens[at].capitalised:
            return True
        if not (sentence.word[at] or (sentence.party[at] and tokens[at].capitalised)):
            return False
        at += 1
    return False


def _complements(sentence: Sentence, at: int, head: OfficeHead) -> int:
    """Pass over "of Foreign Affairs", "for Climate", "to the President of France" from token ``at`` on."""
    placed = False
    while True:
        if placed and at < len(sentence.tokens) and sentence.low[at] == "to" and head.rank is not Rank.AMBASSADOR:
            return at  # "the visit of the President of Ukraine to Austria"
        after = _complement(sentence, at, head)
        if after == at:
            return at
        placed = placed or sentence.party[after - 1] is not None
        at = after


def _complement(sentence: Sentence, at: int, head: OfficeHead) -> int:
    tokens = sentence.tokens
    if at >= len(tokens) or sentence.low[at] not in _PREPOSITIONS:
        return at
    start = at + 1
    if start < len(tokens) and sentence.low[start] in ("the", "all"):
        start += 1
    sent = head.rank in _SENT
    if (
        sentence.low[at] in ("for", "on", "against", "at")
        and not sent
        and start < len(tokens)
        and sentence.party[start]
        and not _adjectival_field(sentence, start)
    ):
        return at  # "thanked the Foreign Minister for Korea's commitment"
    if sentence.low[at] == "to" and head.rank not in _SENT and not (start < len(tokens) and sentence.head[start]):
        return at
    end = _items(sentence, start, sentence.low[at])
    return end if end > start else at


def _items(sentence: Sentence, at: int, preposition: str) -> int:
    """Pass over the words of one complement, with "and", commas and "of" inside it; give the end."""
    tokens = sentence.tokens
    first = end = at
    if preposition in ("to", "at") and at < len(tokens):
        known = sentence.word[at] or sentence.head[at] or sentence.party[at]
        if not known or _is_lower(tokens[at]):
            return at
    while at < len(tokens):
        token = tokens[at]
        if sentence.party[at] is not None and not _is_lower(token):
            if end == at and at > first and sentence.party[at - 1] is not None and token.text != "-":
                break  # "the President of the European Commission Sofia Marchetti": a city's name is a name
            end = _past_party(sentence, at)
            at = end + 1 if end < len(tokens) and tokens[end].possessive else end
            continue
        found = sentence.head[at]
        if found and (token.capitalised or _inside_lower(sentence, at)):
            before = at - 2 if sentence.low[at - 1] == "the" else at - 1
            if end < at and sentence.low[before] in (",", "and", "&"):
                break  # another office-holder begins, not a field
            if sentence.low[at - 1] not in ("the", "of", "to") and (token.text,) in name_parts(NamePartKind.TITLE):
                break  # "Cabinet Secretary for Foreign Affairs Ambassador Raychelle Omamo"
            at += found[2]
            end = at
            continue
        if sentence.word[at] or (sentence.lower_word[at] and _inside_lower(sentence, at)):
            at += 1
            end = at
            continue
        if sentence.low[at] in _LINKS and end and at > 0 and _item_follows(sentence, at + 1):
            at += 1
            continue
        if sentence.low[at] == "of" and at + 2 < len(tokens) and tokens[at + 2].text in _MAJESTY:
            at += 3  # "Director of the Office of His Majesty"
            end = at
            continue
        if sentence.low[at] == "to" and at + 1 < len(tokens) and tokens[at + 1].text in _FIGHTS and end:
            at += 2  # "Global Coalition to Defeat ISIS"
            continue
        if (end == at or tokens[at - 1].text in _FIGHTS) and _unknown_field(sentence, at):
            at += 1
            end = at
            continue
        if preposition in ("of", "for") and _last_field(sentence, at):
            at += 2
            end = at
            continue
        break
    return end


def _last_field(sentence: Sentence, at: int) -> bool:
    """Whether "and" stands here with a last field that no list knows: "of Foreign Affairs and Cult Maria Rossi".

    A name of two words, or "of" and a party, must follow the field, which no office of its own may begin.
    """
    tokens = sentence.tokens
    if sentence.low[at] not in ("and", "&") or not sentence.word[at - 1] or at + 2 >= len(tokens):
        return False
    field, after = tokens[at + 1], at + 2
    if not field.capitalised or sentence.head[at + 1] or sentence.party[at + 1] is not None:
        return False
    if sentence.low[after] == "of":
        return True
    names = 0
    while after + names < len(tokens) and tokens[after + names].capitalised and not sentence.head[after + names]:
        names += 1
    return names >= _LEAST_NAME


def _past_party(sentence: Sentence, at: int) -> int:
    """The token after the party phrase that token ``at`` belongs to."""
    phrase = sentence.party[at]
    while at < len(sentence.tokens) and sentence.party[at] is phrase:
        at += 1
    return at


def _inside_lower(sentence: Sentence, at: int) -> bool:
    """Whether a lower-case word carries on a lower-case office: "head of cabinet of the President"."""
    return at > 1 and sentence.tokens[at - 1].text in ("of", "foreign", "defence", "defense")


def _item_follows(sentence: Sentence, at: int) -> bool:
    """Whether an office word or a party, and not a new office with a holder of its own, follows a link."""
    tokens = sentence.tokens
    while at < len(tokens) and sentence.low[at] in ("the", "and", "of", "all"):
        at += 1
    if at >= len(tokens) or not tokens[at].capitalised:
        return False
    if sentence.word[at]:
        return not _head_follows(sentence, at)
    if sentence.party[at] is not None and (_governed(sentence, at) or _of_their_people(sentence, at)):
        return True
    return bool(sentence.head[at]) and sentence.low[at - 1] in ("the", "of", "to")


def _of_their_people(sentence: Sentence, at: int) -> bool:
    """Whether a people is a minister's field: "and Chadians Abroad", "and Moroccan Expatriates"."""
    after = _past_party(sentence, at)
    return after < len(sentence.tokens) and sentence.word[after] and not _head_follows(sentence, after)


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether a party is the object of "of" or "for", or the next adjective of a field ("Israeli and Palestinian")."""
    before = at - 2 if sentence.low[at - 1] == "the" else at - 1
    return sentence.low[before] in ("of", "for") or _adjectival_field(sentence, at)


def _adjectival_field(sentence: Sentence, at: int) -> bool:
    """Whether a party's adjective at ``at`` belongs to a field: "for Israeli and Palestinian Affairs"."""
    while at < len(sentence.tokens):
        phrase = sentence.party[at]
        if phrase is not None and phrase.kind.endswith("adjective"):
            at = _past_party(sentence, at)
        elif sentence.low[at] in ("and", "&"):
            at += 1
        else:
            return sentence.word[at] and sentence.tokens[at].text in _FIELDS
    return False


def _unknown_field(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised word that no list knows belongs to the complement rather than to a name.

    Directly after "of" or "for" it does ("Special Envoy for Tigray"), unless a name of two words or more that
    stands alone begins there.
    """
    tokens = sentence.tokens
    if not tokens[at].capitalised or len(tokens[at].text) < 2 or tokens[at].text.endswith("."):
        return False
    return sentence.low[at - 1] in ("of", "for", "the") or tokens[at - 1].text in _FIGHTS


def _joined(sentence: Sentence, first: int, at: int, before: OfficeHead) -> int | None:
    """The end of a second office held by the same person: "Foreign Minister and Alternate Prime Minister"."""
    tokens = sentence.tokens
    if at >= len(tokens) or sentence.low[at] not in ("and", "&", "/", ","):
        return None
    end, head, plural, _ = _run(sentence, at + 1)
    if head is None or plural or sentence.party[at + 1] is not None or (head is before and sentence.low[at] != ","):
        return None
    if sentence.low[at] == "," and not _held_by_one(sentence, first, end):
        return None
    if end - at < 2 or not tokens[at + 1].capitalised:
        return None
    definite = first > 0 and sentence.low[first - 1].casefold() == "the"
    if definite and not (end < len(tokens) and sentence.low[end] == "of"):
        return None  # "the Secretary and President Ghani" are two people
    return end


def _held_by_one(sentence: Sentence, first: int, end: int) -> bool:
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
    of_party = _trailing_party(sentence, start, end)
    if of_party is not None:
        end, trailing = of_party
        party = party or trailing
    if head.rank is Rank.AMBASSADOR and (sent := _sent_by(sentence, head_at, end)) is not None:
        end, party = sent[0], party or sent[1]
    if party is None:
        party = _inner_party(sentence, start, head_at) or _inner_party(sentence, head_at, end)
    if start >= end or head_at >= end:
        return None
    return Office(first, last, tokens[start].start, tokens[end - 1].end, head, plural, party)


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
        if sentence.party[at] is not None:
            return sentence.party[at]
    return None
