"""Find the nouns and forums that tell of an occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from memcon.model import EngagementKind, Mode
from memcon.reading.forums import ForumMention
from memcon.vocabulary.occasions import OccasionNoun, Takes, not_occasions, occasion_nouns

_REPORTS = frozenset({"say", "report", "announce", "state", "tell", "learn", "confirm", "add"})
_SOURCES = frozenset(
    {"spokesman", "spokesperson", "spokeswoman", "ministry", "office", "statement", "presidency", "release", "source"}
)
_SITTINGS = frozenset({"round", "session", "edition", "meeting", "sitting", "series", "cycle"})
_MOST_NOUN_WORDS = 3
_SHORTEST = 3
_SESSION_OF = re.compile(r" of (?:the |its |their )?(?:[\w-]+ ){0,2}")
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


def is_main_verb(token: Token) -> bool:
    """Whether the verb heads its sentence, or is joined to the verb that does, or is what it begins to do."""
    seen = 0
    if joins_root(token):
        return True
    if token.dep_ == "ccomp" and token.head.dep_ == "ROOT" and token.head.lemma_ in _REPORTS and token.i < token.head.i:
        return True  # "the ministers held talks in Warsaw, the ministry said"
    if token.dep_ == "ccomp" and token.head.dep_ == "ROOT" and token.head.lemma_ in _REPORTS and _is_source(token.head):
        return True  # "the spokesman said that the minister also met"
    if token.dep_ in ("ccomp", "parataxis") and token.head.dep_ == "ROOT" and _semicolon_between(token, token.head):
        return True  # "met the President on Thursday; earlier in the day he held talks"
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


def _semicolon_between(first: Token, last: Token) -> bool:
    return any(t.text == ";" for t in first.doc[first.i : last.i])


def _is_source(verb: Token) -> bool:
    """Whether a verb of reporting has a spokesman, an office or a paper for its subject, who only reports."""
    return any(c.dep_ == "nsubj" and c.lemma_.casefold() in _SOURCES for c in verb.children)


def joins_root(token: Token) -> bool:
    """Whether a verb carries on the sentence's main verb although an apposition has led the parse astray.

    "He called on the President of India, Smt. X, and held talks": it is finite, has no subject of its own, and "and"
    stands right before it.
    """
    root = token.sent.root
    if token.tag_ not in ("VBD", "VBZ", "VBN") or root.i >= token.i or token.i - token.sent.start < _SHORTEST:
        return False
    before = token.nbor(-1)
    described = token.tag_ == "VBN" and token.dep_ == "amod" and before.nbor(-1).text == ","
    if root.tag_ != ("VBD" if described else token.tag_):
        return False  # "called on President X, and held talks": no participle before a noun
    if before.pos_ == "ADV" and before.i > token.sent.start:
        before = before.nbor(-1)
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > before.i for c in token.children)
    return before.lower_ == "and" and not own


def find_nouns(parse: Doc, forums: list[ForumMention], *, title: bool) -> list[Trigger]:
    """Find the forums of a passage and the nouns for occasions outside them, in order."""
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
    while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in _SITTINGS:
        head = head.head.head  # "the 6th round of Foreign Office Consultations was held"
    verb = head.head if head.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") else None
    while verb is not None and (verb.pos_ == "ADP" or verb.lemma_ == "meeting") and verb.head != verb:
        verb = verb.head  # "looked forward to meeting at the summit"
    if verb is not None and verb.pos_ not in ("VERB", "AUX"):
        verb = None
    kind = row.kind if row else EngagementKind(forum.kind if forum else "meeting")
    start, end = parse[first].idx, parse[last - 1].idx + len(parse[last - 1].text)
    if forum is not None:
        start, end = forum.start, forum.end
    root = verb is not None and is_main_verb(verb) and head.dep_ in ("nsubj", "nsubjpass")
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
