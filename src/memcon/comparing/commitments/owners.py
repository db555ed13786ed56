"""Who is to do what was promised, and for whom: the subject of the deed, and the parties that its words name."""

from __future__ import annotations

import re

from memcon.comparing.material import Material
from memcon.model import Account, Cited, Span
from memcon.reading.names import fold_name
from memcon.vocabulary.commitments import CueRole, commitment_cues
from memcon.vocabulary.lexicon import Match, find_phrases
from memcon.vocabulary.references import Who, reference_at

_BODIES = frozenset({"state-name", "state-adjective", "state-people", "metonym", "organisation"})
_FIRST = re.compile(r"\b(?:we|I)(?:['’](?:ll|re|ve|m|d))?\b")
_BOUNDARY = re.compile(
    r"[;:—]|, (?=and\b|but\b|while\b|which\b)|\bthat\b|\bwhile\b|\band (?=the\b|we\b|they\b|it\b|he\b|she\b|[A-Z])"
)
_TAIL = re.compile(
    r"(?:\b(?:also|both|further|jointly|each|have|has|had|then|therefore|thus|again)|\w+ly|[\s,])+$", re.IGNORECASE
)
_NEAR = 45
"""Code points before a party in which a word of giving is looked for."""
_MOST_WORDS = 12
_MOST_JOINED = 6
_BETWEEN = frozenset({"the", "of", "and", "our", "all", "both", "its", "their"})
"""Words that may stand between a word of giving and a party."""
_OTHERS = ("experts", "teams", "delegations", "officials", "ministers", "sides", "parties", "countries")


def sides_of(material: Material, account: Account, speakers: tuple[str, ...], words: Span) -> tuple[Cited[str], ...]:
    """Give the parties that speakers speak for, each with the words of the clause, in their order."""
    codes = (material.side_of(s, account.document) for s in speakers)
    return tuple(Cited(code, (words,), "owner.speaker") for code in dict.fromkeys(codes) if code)


def named_owner(account: Account, subject: Span, voice: tuple[str, ...]) -> tuple[Cited[str], ...] | None:
    """Give the parties that a subject means; () where it means somebody who is no party; None where it is no subject.

    ``voice`` are the parties that the words' speaker speaks for: "we".
    """
    words = _last_phrase(subject.text)
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    at = subject.start + subject.text.rindex(words)
    span = Span(subject.document, at, at + len(words), words)
    everyone = tuple(Cited(p.value, (span,), "owner.all") for p in account.parties)
    if _FIRST.search(words):
        return tuple(Cited(code, (span,), "owner.first-person") for code in voice)
    named = [p for p in find_phrases(words) if p.kind in _BODIES]
    reference = reference_at(words)
    own = {p.value for p in account.parties}
    if named:
        found = dict.fromkeys(p.code for p in named if p.code in own)
        return tuple(Cited(code, (span,)) for code in found)
    people = _people(account, words)
    if people:
        return tuple(Cited(code, (span,), "owner.of-person") for code in people)
    if reference is Who.ALL or words.casefold().endswith(_OTHERS):
        return everyone
    if re.fullmatch(r"(?:he|she|it)", words, re.IGNORECASE) and len(voice) == 1:
        return tuple(Cited(code, (span,), "owner.speaker") for code in voice)
    return ()


def _last_phrase(words: str) -> str:
    """The words of a subject that stand right before its verb."""
    words = _TAIL.sub("", words)
    cuts = [m for m in _BOUNDARY.finditer(words) if not (m.group().startswith("and") and _joins(words[: m.start()]))]
    return words[max((m.end() for m in cuts), default=0) :].strip(" ,“”\"'")


def _joins(before: str) -> bool:
    """Whether an "and" joins two subjects: right before it a party is named, and nothing but it since the last mark."""
    short = re.split(r"[.;:,—]", before)[-1].strip()
    phrases = find_phrases(short)
    return bool(phrases) and phrases[-1].end == len(short) and len(short.split()) <= _MOST_JOINED


def _people(account: Account, words: str) -> tuple[str, ...]:
    """The parties of the participants whom words name or whose office they give."""
    inside = set(fold_name(words))
    found: dict[str, None] = {}
    for person in account.participants:
        if person.party is None:
            continue
        name = fold_name(person.name.value)[-1:] if person.name else []
        office = fold_name(person.office.value) if person.office else []
        if (name and name[0] in inside) or (office and set(office[:1]) <= inside and "the" in inside):
            found[person.party.value] = None
    return tuple(found)


def beneficiaries_of(said: Span, owners: tuple[str, ...]) -> tuple[Cited[str], ...]:
    """Give the parties other than the owners that the words of an object name as those it is for."""
    found: dict[str, Cited[str]] = {}
    for phrase in find_phrases(said.text):
        if phrase.kind in _BODIES and phrase.code not in owners and _is_for(said.text, phrase):
            span = Span(
                said.document, said.start + phrase.start, said.start + phrase.end, said.text[phrase.start : phrase.end]
            )
            found.setdefault(phrase.code, Cited(phrase.code, (span,)))
    return tuple(found.values())


def _is_for(text: str, phrase: Match) -> bool:
    """Whether a word of giving stands right before: "for the people of Moldova", not "to deter Moldova"."""
    before = text[max(0, phrase.start - _NEAR) : phrase.start].casefold().split()
    whose = set(commitment_cues(CueRole.WHOSE)) | _BETWEEN
    while before and before[-1] in whose:
        before.pop()
    if not before:
        return False
    if before[-1] == "with":
        return re.search(r"\bshar(?:e|ing)\b", text[: phrase.start], re.IGNORECASE) is not None
    return before[-1] in commitment_cues(CueRole.FOR)
