"""Find the words that tell of an occasion: verbs of meeting and travelling, nouns for occasions, forums."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from memcon.model import EngagementKind
from memcon.reading.forums import ForumMention
from memcon.reading.trigger_nouns import Trigger, find_nouns, is_main_verb
from memcon.vocabulary.occasions import OccasionVerb, Takes, not_occasions, occasion_verbs

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_FOLLOWS_WITHIN = 6
# what is met, hosted, received or seen without anybody being met
_MET_THINGS = frozenset(
    {
        "need",
        "challenge",
        "goal",
        "demand",
        "target",
        "standard",
        "requirement",
        "commitment",
        "obligation",
        "deadline",
        "criterion",
        "condition",
        "expectation",
        "threat",
        "test",
        "objective",
        "crisis",
        "refugee",
        "support",
        "aid",
        "assistance",
        "information",
        "report",
        "proof",
        "sign",
        "progress",
        "result",
        "vaccine",
        "fund",
        "funding",
        "dose",
        "threshold",
        "benchmark",
        "news",
        "reply",
        "answer",
        "response",
        "attention",
        "approval",
    }
)
_SPEAKS = frozenset({"speak", "talk", "confer", "meet"})  # "spoke by phone, the office said" has no agent
_MEETING = frozenset({"meet", "receive", "host", "welcome", "greet", "see"})
_WITH_BOTH = frozenset({"host", "see", "receive", "grant"})  # take a person or an occasion
_SENT = frozenset({EngagementKind.MESSAGE, EngagementKind.CALL})  # what is received, besides guests
_SPOKEN_OF = frozenset(
    {"of", "about", "out", "for", "up", "against", "ahead", "before", "after", "following", "prior", "highly", "during"}
)
_FARTHEST_OBJECT = 9
_TRANSITIVE = frozenset({"have", "hold", "address", "launch", "open", "start", "begin", "conclude", "join"})


def find_triggers(parse: Doc, forums: list[ForumMention], *, title: bool) -> list[Trigger]:
    """Find the triggers of a passage, in order; ``title`` allows headline verbs ("Travels to")."""
    nouns = find_nouns(parse, forums, title=title)
    used: set[int] = set()
    found: list[Trigger] = []
    barred = [m.span() for m in not_occasions().finditer(parse.text)]
    for token in parse:
        if any(n.first <= token.i < n.last for n in nouns) or _describes(token, nouns):
            continue
        row = _verb_row(token, title=title)
        if row is None or any(s <= token.idx < e for s, e in barred):
            continue
        if row.object is Takes.OCCASION or (row.object is Takes.PERSON and row.verb in _WITH_BOTH):
            trigger = _with_occasion(token, row, nouns, used)
        elif row.verb == "lead":  # a delegation, to an occasion or to a place
            trigger = _with_occasion(token, row, nouns, used) or _plain(token, row)
        else:
            trigger = _plain(token, row)
        if trigger is None and row.object is Takes.PERSON:
            trigger = _plain(token, row)
        if trigger is not None:
            found.append(trigger)
    found.extend(n for k, n in enumerate(nouns) if k not in used)
    return sorted(found, key=lambda t: t.start)


def _describes(token: Token, nouns: list[Trigger]) -> bool:
    """Whether a participle only describes an occasion: "a forum hosted by", "the summit held in"."""
    if token.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("aux", "auxpass") for c in token.children):
        return False
    after = token.nbor().text if token.i + 1 < len(token.doc) else ""
    if after == "by" and token.dep_ != "ROOT" and token.lemma_ not in _SPEAKS:
        return True
    return token.dep_ == "acl" and any(n.first <= token.head.i < n.last for n in nouns)


def _verb_row(token: Token, *, title: bool) -> OccasionVerb | None:
    if token.dep_ in ("aux", "auxpass") or (token.dep_ == "amod" and token.tag_ == "VBG"):
        return None  # "the visiting Minister"
    if token.lemma_ in _MEETING and any(c.dep_ == "dobj" and c.lemma_ in _MET_THINGS for c in token.children):
        return None
    lemma = token.lemma_.casefold() if not title else _headline_lemma(token)
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if lemma == "speak" and after in _SPOKEN_OF:
        return None
    if lemma not in occasion_verbs() or not (token.tag_ in _VERB_TAGS or title):
        return None
    if title and not (token.text[:1].isupper() or token.tag_ in _VERB_TAGS):
        return None
    after = " ".join(t.text for t in token.doc[token.i + 1 : token.i + 1 + 2 * _FOLLOWS_WITHIN] if t.sent == token.sent)
    return next((row for row in occasion_verbs()[lemma] if _follows(row, after)), None)


def _follows(row: OccasionVerb, after: str) -> bool:
    """Whether the words after a verb are those that a row asks for."""
    if row.follows is None:
        return True
    by = row.follows.startswith("by ")
    within = 0 if row.follows.startswith("^") else 2 * _FOLLOWS_WITHIN if by else _FOLLOWS_WITHIN
    words = re.escape(row.follows.removeprefix("^"))
    commas = "," if by else ""  # "contacted his counterpart, X, by phone"
    return re.match(rf"(?:[\w’'{commas}-]+ ){{0,{within}}}?{words}s?\b", after, re.IGNORECASE) is not None


def _headline_lemma(token: Token) -> str:
    """The lemma of a verb in a headline, where the tagger takes "Travels" for a noun."""
    word = token.text.casefold()
    for form in (
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("ed"),
        token.lemma_.casefold(),
    ):
        if form in occasion_verbs():
            return form
    return {"met": "meet", "held": "hold", "spoke": "speak", "took": "take", "takes": "take"}.get(word, word)


def _plain(token: Token, row: OccasionVerb) -> Trigger:
    return Trigger(
        token.i,
        token.i + 1,
        token.idx,
        token.idx + len(token.text),
        row.kind,
        row.mode,
        row.object,
        is_main_verb(token),
        token,
        None,
        False,
        True,
    )


def _with_occasion(token: Token, row: OccasionVerb, nouns: list[Trigger], used: set[int]) -> Trigger | None:
    """Join a supporting verb with the occasion noun or forum that it takes ("held talks", "attended the summit")."""
    limit = _next_verb(token)
    for k, noun in enumerate(nouns):
        passive_subject = noun.last <= token.i and _subject_of(noun, token)
        received = row.verb == "receive"
        if received and (noun.kind not in _SENT or not _object_of(noun, token)):
            continue
        if not received and (noun.kind is EngagementKind.MESSAGE) != (row.kind is EngagementKind.MESSAGE):
            continue
        if (token.i < noun.first <= limit and k not in used) or passive_subject:
            if token.i < noun.first and row.verb in _TRANSITIVE and noun.first - token.i > _FARTHEST_OBJECT:
                continue
            used.add(k)
            kind = noun.kind if noun.forum is None else EngagementKind(noun.kind)
            return Trigger(
                min(token.i, noun.first),
                max(token.i + 1, noun.last),
                min(token.idx, noun.start),
                max(token.idx + len(token.text), noun.end),
                kind,
                noun.mode or row.mode,
                row.object,
                is_main_verb(token),
                token,
                noun.forum,
                False,
                noun.alone,
            )
    return None


def _object_of(noun: Trigger, verb: Token) -> bool:
    """Whether an occasion's noun is what a verb takes: "received today a letter", not "received X, who handed over"."""
    head = verb.doc[noun.first : noun.last].root
    return head.head == verb and head.dep_ in ("dobj", "nsubjpass", "conj")


def _subject_of(noun: Trigger, verb: Token) -> bool:
    head = verb.doc[noun.last - 1]
    return head.dep_ in ("nsubj", "nsubjpass") and head.head == verb


def _next_verb(token: Token) -> int:
    """The last token index that can still be the object of the verb."""
    for after in token.doc[token.i + 1 : token.sent.end]:
        if after.tag_ in ("VBD", "VBZ", "VBP", "MD") and after.dep_ not in ("amod",):
            return after.i
    return token.sent.end
