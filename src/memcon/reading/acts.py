"""Tell what a speaker does by saying something: by the verb first, by what is said where the verb is neutral."""

from __future__ import annotations

import re

from spacy.tokens import Token

from memcon.model import Act
from memcon.vocabulary.speech import SpeechVerb, act_cues, speech_verbs

_FOLLOWS_WITHIN = 5
_TOPIC_WITHIN = 20  # "spoke today with Maltese Foreign Minister Pauline Vella about"
TALKS = frozenset({"speak", "talk", "meet"})
_TOPICS = frozenset({"about", "regarding", "concerning"})


def speech_verb(token: Token) -> SpeechVerb | None:
    """Give the entry of the verb ``token`` with the words that follow it, or None where it is no verb of saying."""
    rows = speech_verbs().get(token.lemma_.casefold()) or speech_verbs().get(_plain(token.text))
    if rows is None:
        return None
    talks = token.lemma_.casefold() in TALKS
    last = min(token.i + 5 + (_TOPIC_WITHIN if talks else _FOLLOWS_WITHIN), token.sent.end)
    after = " ".join(t.text.casefold() for t in token.doc[token.i + 1 : last])
    passive = _passive_subject(token)
    for row in rows:
        if row.follows is None:
            return row
        within = _within(row.follows, talks=talks)
        pattern = rf"(?:[\w’'.,-]+ ){{0,{within}}}?{re.escape(row.follows)}\b"
        if re.match(pattern, after) or (passive and row.follows.split()[-1] in passive):
            return row
    return None


def _within(follows: str, *, talks: bool) -> int:
    """How many words may stand before the words that must follow: a topic may be far, "of" and "on" must be near."""
    if talks and follows in _TOPICS:
        return _TOPIC_WITHIN
    return 1 if follows in ("of", "on", "out", "in favor", "in favour") else _FOLLOWS_WITHIN


def _plain(word: str) -> str:
    """A lemma where the tagger took the verb for another part of speech."""
    word = word.casefold()
    return {"reaffirmed": "reaffirm", "underscored": "underscore", "lauded": "laud", "hailed": "hail"}.get(word, word)


def _passive_subject(token: Token) -> frozenset[str]:
    return frozenset(t.lemma_.casefold() for c in token.children if c.dep_ == "nsubjpass" for t in c.subtree)


def act_of(verb: SpeechVerb, said: str) -> tuple[Act, str]:
    """Give the act of an indirect statement and the rule that told it."""
    if verb.neutral:
        for act, pattern in act_cues():
            if pattern.search(said):
                return act, "act.by-what-is-said"
    return verb.act, "act.by-verb"


def act_of_quotation(said: str) -> tuple[Act, str]:
    """Give the act of words quoted: the cue that comes first among those found in what is said; else assert."""
    found = [(m.start(), n, act) for n, (act, p) in enumerate(act_cues()) if (m := p.search(said))]
    support_first = [f for f in found if f[2] in (Act.SUPPORT, Act.REQUEST)]
    if support_first:
        return min(support_first)[2], "act.by-what-is-said"
    return (min(found)[2], "act.by-what-is-said") if found else (Act.ASSERT, "act.quotation")
