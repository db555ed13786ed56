"""Tell what a speaker does by saying something: by the verb first, by what is said where the verb is neutral."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from memcon.model import Act
from memcon.vocabulary.speech import CueRole, Sense, SpeechVerb, act_cues, speech_cues, speech_nouns, speech_verbs

_WINDOW = 30
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"))


def speech_verb(token: Token) -> SpeechVerb | None:
    """Give the sense of the verb ``token`` by the words that follow it, or None where it is no verb of saying.

    Of several senses that fit, the one whose words come first is meant, of two at one place the longer.
    """
    senses = _senses(token)
    if not senses:
        return None
    passive = _passive_subject(token)
    if passive is not None:
        return _passive_sense(senses, passive, token)
    if token.i > token.sent.start and token.nbor(-1).text.casefold() in speech_cues(CueRole.APPROVING):
        row = senses[-1].row
        return SpeechVerb(row.verb, (), Act.SUPPORT, neutral=False, weak=False)
    after = _following(token)
    fitting: list[tuple[int, int, int]] = []
    for number, sense in enumerate(senses):
        for pattern in sense.patterns:
            match = pattern.match(after)
            if match is not None:
                fitting.append((match.start("at"), -match.end(), number))
    if fitting:
        return senses[min(fitting)[2]].row
    return _bare(senses)


def _bare(senses: tuple[Sense, ...]) -> SpeechVerb | None:
    return senses[-1].row if not senses[-1].row.follows else None


def _senses(token: Token) -> tuple[Sense, ...]:
    verbs = speech_verbs()
    return next((verbs[lemma] for lemma in lemmas_of(token) if lemma in verbs), ())


def lemmas_of(token: Token) -> Iterator[str]:
    """Give the lemma, then what the word's ending gives where the tagger took the verb for another part of speech."""
    yield token.lemma_.casefold()
    word = token.text.casefold()
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            yield word[: -len(ending)] + instead


def _following(token: Token) -> str:
    """The words after a verb, up to the next finite verb that is joined to it; "to_" is an infinitive's "to"."""
    doc, words = token.doc, ""
    for other in doc[token.i + 1 : min(token.i + 1 + _WINDOW, token.sent.end)]:
        if other.text == ";" or (other.tag_ in ("VBD", "VBZ") and doc[other.i - 1].text.casefold() in ("and", ",")):
            break
        words += ("to_" if other.tag_ == "TO" else other.text.casefold()) + other.whitespace_
    return words + " "


def _passive_subject(token: Token) -> str | None:
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    return None if subject is None else " ".join(t.text.casefold() for t in subject.subtree)


def _passive_sense(senses: tuple[Sense, ...], subject: str, token: Token) -> SpeechVerb | None:
    """The sense of a passive verb: its subject has the words that else follow it ("Hope was expressed")."""
    for sense in senses:
        for words in sense.row.follows:
            if re.search(rf"\b{re.escape(words)}\b", subject):
                return sense.row
    bare = _bare(senses)
    noun = next((c.text.casefold() for c in token.children if c.dep_ == "nsubjpass"), "")
    if bare is not None and bare.neutral and noun in speech_nouns():
        return SpeechVerb(bare.verb, (noun,), speech_nouns()[noun], neutral=False, weak=False)
    return bare


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
