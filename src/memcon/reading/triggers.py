"""Find the words that tell of an occasion: verbs of meeting and travelling, nouns for occasions, forums."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from memcon.model import EngagementKind, Mode
from memcon.reading.forums import ForumMention
from memcon.vocabulary.occasions import OccasionNoun, OccasionVerb, Takes, not_occasions, occasion_nouns, occasion_verbs

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
_MEETING = frozenset({"meet", "receive", "host", "welcome", "greet", "see"})
_WITH_BOTH = frozenset({"host", "see", "receive", "grant"})  # take a person or an occasion
_SENT = frozenset({EngagementKind.MESSAGE, EngagementKind.CALL})  # what is received, besides guests
_REPORTS = frozenset({"say", "report", "announce", "state", "tell", "learn", "confirm"})
_MOST_NOUN_WORDS = 3
_SESSION_OF = re.compile(r" of (?:the |its |their )?(?:[\w-]+ ){0,2}")
_FARTHEST_OBJECT = 9
_TRANSITIVE = frozenset({"have", "hold", "address", "launch", "open", "start", "begin", "conclude", "join"})
# "G7 partners", "the Quad-convened event", "its leadership of the G20", "support for ASEAN unity"
_DESCRIBED = re.compile(
    r"(?:-\w| (?:partners?|members?|countries|nations|presidency|chair\w*|fellows?|"
    r"foreign ministers of|finance ministers|"
    r"initiatives?|agenda|commitments?|unity|process|framework|allies|governments?|economies|secretariat)\b)",
    re.IGNORECASE,
)
_HELD_AFTER = re.compile(
    r",? (?:which|that|held|to be held|scheduled|hosted|convened|taking place)\b|,? in [A-Z]\w+ (?:in|on)\b"
)
_DESCRIBING = re.compile(
    r"\b(?:leadership|presidency|chair(?:manship)?|membership|members?|role|work|unity|support|respect|goals|"
    r"outcomes?|commitments?|implementation) (?:of|in|for|to|under|from|made at)(?: the| its| our)? $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb, noun or forum that tells of an occasion (token indices ``first:last`` of the passage's parse).

    ``root`` says that it is (or is the subject or object of) the main verb of its sentence; ``verb`` is the governing
    verb token, if any; ``forum`` the forum named.
    """

    first: int
    last: int
    start: int
    end: int
    kind: EngagementKind
    mode: Mode | None
    takes: Takes | None
    root: bool
    verb: Token | None
    forum: ForumMention | None
    noun: bool
    alone: bool


def find_triggers(parse: Doc, forums: list[ForumMention], *, title: bool) -> list[Trigger]:
    """Find the triggers of a passage, in order; ``title`` allows headline verbs ("Travels to")."""
    nouns = _nouns(parse, forums, title=title)
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
    if after == "by" and token.dep_ != "ROOT":
        return True
    return token.dep_ == "acl" and any(n.first <= token.head.i < n.last for n in nouns)


def _verb_row(token: Token, *, title: bool) -> OccasionVerb | None:
    if token.dep_ in ("aux", "auxpass") or (token.dep_ == "amod" and token.tag_ == "VBG"):
        return None  # "the visiting Minister"
    if token.lemma_ in _MEETING and any(c.dep_ == "dobj" and c.lemma_ in _MET_THINGS for c in token.children):
        return None
    lemma = token.lemma_.casefold() if not title else _headline_lemma(token)
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
    within = 0 if row.follows.startswith("^") else _FOLLOWS_WITHIN
    words = re.escape(row.follows.removeprefix("^"))
    commas = "," if row.follows.startswith("by ") else ""  # "contacted his counterpart, X, by phone"
    return re.match(rf"(?:[\w’'{commas}-]+ ){{0,{within}}}?{words}s?\b", after) is not None


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
        _is_main_verb(token),
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
                _is_main_verb(token),
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


def _is_main_verb(token: Token) -> bool:
    """Whether the verb heads its sentence, or is joined to the verb that does, or is what it begins to do."""
    seen = 0
    if joins_root(token):
        return True
    if token.dep_ == "ccomp" and token.head.dep_ == "ROOT" and token.head.lemma_ in _REPORTS and token.i < token.head.i:
        return True  # "the ministers held talks in Warsaw, the ministry said"
    while token.dep_ != "ROOT" and seen < 8:
        if token.dep_ not in ("conj", "xcomp") or token.head.pos_ not in ("VERB", "AUX"):
            return False
        if token.dep_ == "xcomp" and token.head.lemma_ not in (
            "begin",
            "start",
            "continue",
            "plan",
            "expect",
            "schedule",
        ):
            return False
        token = token.head
        seen += 1
    return True


def joins_root(token: Token) -> bool:
    """Whether a verb carries on the sentence's main verb although an apposition has led the parse astray.

    "He called on the President of India, Smt. X, and held talks": it is finite, has no subject of its own, and "and"
    stands right before it.
    """
    root = token.sent.root
    if token.tag_ not in ("VBD", "VBZ") or root.tag_ != token.tag_ or root.i >= token.i or token.i == 0:
        return False
    before = token.nbor(-1)
    if before.pos_ == "ADV" and before.i > token.sent.start:
        before = before.nbor(-1)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return before.lower_ == "and" and not own


def _nouns(parse: Doc, forums: list[ForumMention], *, title: bool) -> list[Trigger]:
    found: list[Trigger] = []
    for mention in forums:
        if not title and _only_describes(parse.text, mention):
            continue
        span = parse.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span):
            found.append(_noun_trigger(parse, span.start, span.end, None, mention))
    barred = [m.span() for m in not_occasions().finditer(parse.text)]
    i = 0
    while i < len(parse):
        if any(s <= parse[i].idx < e for s, e in barred):
            i += 1
            continue
        length, row = _noun_at(parse, i, title=title)
        if row is None or any(f.first <= i < f.last for f in found):
            i += 1
            continue
        found.append(_noun_trigger(parse, i, i + length, row, None))
        i += length
    return _sessions(parse.text, sorted(found, key=lambda t: t.first))


def _only_describes(text: str, forum: ForumMention) -> bool:
    """Whether a format's bare name only describes something else, and tells of no occasion."""
    if not forum.known or _HELD_AFTER.match(text, forum.end):
        return False
    return bool(_DESCRIBED.match(text, forum.end) or _DESCRIBING.search(text, 0, forum.start))


def _sessions(text: str, found: list[Trigger]) -> list[Trigger]:
    """Join "the final session of the Strategic Dialogue" into one: the forum, from the noun on."""
    kept: list[Trigger] = []
    for trigger in found:
        last = kept[-1] if kept else None
        if last and trigger.forum and not last.forum and _SESSION_OF.fullmatch(text, last.end, trigger.start):
            kept[-1] = replace(
                trigger,
                first=last.first,
                start=last.start,
                mode=trigger.mode or last.mode,
                root=trigger.root or last.root,
                verb=last.verb if last.root else trigger.verb,
            )
        else:
            kept.append(trigger)
    return kept


def _noun_at(parse: Doc, i: int, *, title: bool) -> tuple[int, OccasionNoun | None]:
    for length in range(min(_MOST_NOUN_WORDS, len(parse) - i), 0, -1):
        words = tuple(t.text.casefold() for t in parse[i : i + length])
        row = occasion_nouns().get(words)
        if row is not None and (title or parse[i + length - 1].pos_ in ("NOUN", "PROPN")):
            return length, row
    return 0, None


def _noun_trigger(parse: Doc, first: int, last: int, row: OccasionNoun | None, forum: ForumMention | None) -> Trigger:
    head = parse[first:last].root
    verb = head.head if head.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") else None
    while verb is not None and (verb.pos_ == "ADP" or verb.lemma_ == "meeting") and verb.head != verb:
        verb = verb.head  # "looked forward to meeting at the summit"
    if verb is not None and verb.pos_ not in ("VERB", "AUX"):
        verb = None
    kind = row.kind if row else EngagementKind(forum.kind if forum else "meeting")
    start, end = parse[first].idx, parse[last - 1].idx + len(parse[last - 1].text)
    if forum is not None:
        start, end = forum.start, forum.end
    root = verb is not None and _is_main_verb(verb) and head.dep_ in ("nsubj", "nsubjpass")
    return Trigger(
        first,
        last,
        start,
        end,
        kind,
        row.mode if row else None,
        None,
        root,
        verb,
        forum,
        True,
        row.alone if row else True,
    )
