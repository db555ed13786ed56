"""Read what an office is for: "of Foreign Affairs and Worship", "for Climate", "to the President"."""

from __future__ import annotations

from memcon.reading.sentences import Sentence
from memcon.reading.tokens import Token
from memcon.vocabulary.offices import NamePartKind, OfficeHead, Rank, name_parts

_PREPOSITIONS = frozenset({"of", "for", "on", "to", "at", "against"})
_LINKS = frozenset({"and", "&", "of", "for", "on", "to", "the", "at", ","})
_LONGEST_BRACKET = 8
_LEAST_NAME = 2
_MAJESTY = frozenset({"Majesty", "Highness", "Excellency", "Holiness"})
_FIGHTS = frozenset({"Defeat", "Combat", "Counter", "Monitor", "End", "Eliminate"})
_FIELDS = frozenset({"Affairs", "Policy", "Security"})
_SENT = frozenset({Rank.AMBASSADOR, Rank.ENVOY, Rank.OFFICIAL})


def bracket(sentence: Sentence, at: int, head: OfficeHead) -> int:
    """Pass over the desk of a secretary in brackets: "Secretary (East)"."""
    tokens = sentence.tokens
    if not head.head.endswith("Secretary") or at >= len(tokens) or tokens[at].text != "(":
        return at
    for close in range(at + 2, min(at + _LONGEST_BRACKET, len(tokens))):
        if tokens[close].text == ")":
            inside = tokens[at + 1 : close]
            fits = all(t.capitalised or t.text in ("&", "and", ",") for t in inside) and not inside[0].text.isupper()
            return close + 1 if fits else at
    return at


def is_lower(token: Token) -> bool:
    """Whether a word begins in lower case."""
    return token.text[:1].islower()


def head_follows(sentence: Sentence, at: int) -> bool:
    """Whether office words from token ``at`` on lead to another head, without a name between."""
    tokens = sentence.tokens
    while at < len(tokens):
        if sentence.head[at] and tokens[at].capitalised:
            return True
        if not (sentence.word[at] or (sentence.party[at] and tokens[at].capitalised)):
            return False
        at += 1
    return False


def complements(sentence: Sentence, at: int, head: OfficeHead) -> int:
    """Pass over "of Foreign Affairs", "for Climate", "to the President of France" from token ``at`` on."""
    placed, first = False, at
    while True:
        sent = goes_to(head) or leads_delegation(sentence, first, at)  # "Head of the Delegation of the EU to"
        if placed and at < len(sentence.tokens) and sentence.low[at] == "to" and not sent:
            return at  # "the visit of the President of Ukraine to Austria"
        after = _complement(sentence, at, head)
        if after == at:
            return at
        placed = placed or sentence.party[after - 1] is not None
        at = after


def goes_to(head: OfficeHead) -> bool:
    """Whether an office is held to a state: "Ambassador to", "High Commissioner to"."""
    return head.rank is Rank.AMBASSADOR or head.head == "High Commissioner"


def leads_delegation(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the words so far tell of a delegation, which is one to a state: "Head of the Delegation of the EU"."""
    return any(t.text.casefold() == "delegation" for t in sentence.tokens[first:at])


def _complement(sentence: Sentence, at: int, head: OfficeHead) -> int:
    tokens = sentence.tokens
    if at >= len(tokens) or sentence.low[at] not in _PREPOSITIONS:
        return at
    if sentence.low[at] == "on" and head.rank is Rank.SPOKESPERSON:
        return at  # "Statement by Spokesperson X on National Security Advisor Y's meeting"
    start = at + 1
    if start < len(tokens) and sentence.low[start] in ("the", "all"):
        start += 1
    sent = head.rank in _SENT or head.head == "High Commissioner" or leads_delegation(sentence, max(0, at - 6), at)
    if (
        sentence.low[at] in ("for", "on", "against", "at")
        and not sent
        and start < len(tokens)
        and sentence.party[start]
        and not _adjectival_field(sentence, start)
    ):
        return at  # "thanked the Foreign Minister for Korea's commitment"
    if sentence.low[at] == "to" and not sent and not (start < len(tokens) and sentence.head[start]):
        return at
    end = _items(sentence, start, sentence.low[at])
    return end if end > start else at


def _items(sentence: Sentence, at: int, preposition: str) -> int:
    """Pass over the words of one complement, with "and", commas and "of" inside it; give the end."""
    tokens = sentence.tokens
    first = end = at
    if preposition in ("to", "at") and at < len(tokens):
        known = sentence.word[at] or sentence.head[at] or sentence.party[at]
        if not known or is_lower(tokens[at]):
            return at
    while at < len(tokens):
        token = tokens[at]
        if sentence.party[at] is not None and not is_lower(token):
            if end == at and at > first and sentence.party[at - 1] is not None and token.text != "-":
                break  # "the President of the European Commission Sofia Marchetti": a city's name is a name
            end = _past_party(sentence, at)
            at = end + 1 if end < len(tokens) and tokens[end].possessive else end
            continue
        if _is_next_holder(sentence, at, end):
            break
        taken, counts = _field_at(sentence, at, end, preposition)
        if not taken:
            break
        at += taken
        end = at if counts else end
    return end


def _is_next_holder(sentence: Sentence, at: int, end: int) -> bool:
    """Whether another office-holder begins here, not a field: "and Foreign Minister X", "Ambassador X"."""
    token = sentence.tokens[at]
    if not sentence.head[at] or not (token.capitalised or _inside_lower(sentence, at)):
        return False
    before = at - 2 if sentence.low[at - 1] == "the" else at - 1
    if end < at and sentence.low[before] in (",", "and", "&"):
        return True
    # "Cabinet Secretary for Foreign Affairs Ambassador Raychelle Omamo"
    return sentence.low[at - 1] not in ("the", "of", "to") and (token.text,) in name_parts(NamePartKind.TITLE)


def _field_at(sentence: Sentence, at: int, end: int, preposition: str) -> tuple[int, bool]:
    """How many tokens from ``at`` on belong to the field, and whether it may end after them."""
    tokens = sentence.tokens
    token, low = tokens[at], sentence.low[at]
    found = sentence.head[at]
    if found and (token.capitalised or _inside_lower(sentence, at)):
        return found[2], True
    if sentence.word[at] or (sentence.lower_word[at] and _inside_lower(sentence, at)):
        return 1, True
    if low in _LINKS and end and at > 0 and _item_follows(sentence, at + 1):
        return 1, False
    if low == "of" and at + 2 < len(tokens) and tokens[at + 2].text in _MAJESTY:
        return 3, True  # "Director of the Office of His Majesty"
    if low == "with" and tokens[at - 1].text == "Relations" and at + 1 < len(tokens) and sentence.word[at + 1]:
        return 2, True  # "Secretary for Relations with States"
    if low == "to" and at + 1 < len(tokens) and tokens[at + 1].text in _FIGHTS and end:
        return 2, False  # "Global Coalition to Defeat ISIS"
    if (end == at or tokens[at - 1].text in _FIGHTS) and _unknown_field(sentence, at):
        return 1, True
    if preposition in ("of", "for") and _last_field(sentence, at):
        return 2, True
    return 0, False


def _last_field(sentence: Sentence, at: int) -> bool:
    """Whether "and" stands here with a last field that no list knows: "of Foreign Affairs and Cult Maria Rossi".

    A name of two words, or "of" and a party, must follow the field, which no office of its own may begin.
    """
    tokens = sentence.tokens
    if sentence.low[at] not in ("and", "&") or not sentence.word[at - 1] or at + 2 >= len(tokens):
        return False
    field, after = tokens[at + 1], at + 2
    if (field.text,) in name_parts(NamePartKind.TITLE):
        return False  # "President of the Council and H.E. X"
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
        return not head_follows(sentence, at)
    if tokens[at].text == "Commonwealth" and sentence.low[at - 1] in (",", "and"):
        return True  # "for Foreign, Commonwealth and Development Affairs"
    if sentence.party[at] is not None and (_governed(sentence, at) or _of_their_people(sentence, at)):
        return True
    return bool(sentence.head[at]) and sentence.low[at - 1] in ("the", "of", "to")


def _of_their_people(sentence: Sentence, at: int) -> bool:
    """Whether a people is a minister's field: "and Chadians Abroad", "and Moroccan Expatriates"."""
    after = _past_party(sentence, at)
    return after < len(sentence.tokens) and sentence.word[after] and not head_follows(sentence, after)


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
