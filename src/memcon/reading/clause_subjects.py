"""The subject of a verb of saying: by the parse, else by the words that stand before the verb."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from memcon.vocabulary.offices import office_heads
from memcon.vocabulary.references import reference_at
from memcon.vocabulary.speech import CueRole, speech_cues

_SUBJECT = ("nsubj", "nsubjpass")
_NOT_SPEAKERS = ("WDT", "WP", "EX")
_SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "both"})
_LONGEST_CHAIN = 8

Range = tuple[int, int]


def own_subject(verb: Token) -> Token | None:
    """Give the head word of the subject that the parse hangs on ``verb`` itself; of several before it, the nearest."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECT]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def inherited_subject(verb: Token) -> Token | None:
    """Give the head word of the subject of ``verb``, or of the verb that it is joined or subordinate to."""
    for _ in range(_LONGEST_CHAIN):
        for child in verb.children:
            if child.dep_ in _SUBJECT and child.tag_ not in _NOT_SPEAKERS:
                return child
        if verb.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "acl", "acomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


def main_subject(sentence: Span, before: Token | None = None) -> Token | None:
    """Give the last subject of a main clause before a word, else the first subject of the sentence."""
    subjects = [t for t in sentence if t.dep_ in _SUBJECT and t.tag_ not in _NOT_SPEAKERS]
    if before is not None:
        subjects = [t for t in subjects if t.i < before.i and t.head.dep_ in ("ROOT", "conj")]
        return subjects[-1] if subjects else None
    return subjects[0] if subjects else None


def noun_before(verb: Token, sentence: Span) -> Span | None:
    """Give the noun phrase right before ``verb`` where it opens the sentence or a clause of its own and can speak."""
    doc, last = verb.doc, verb.i - 1
    while last > sentence.start and doc[last].text.casefold() in speech_cues(CueRole.JOINING) - {",", "and"}:
        last -= 1
    if last > sentence.start and doc[last].text == ",":
        last -= 1
    chunks = [c for c in sentence.noun_chunks if c.end <= last + 1]
    if not chunks or chunks[-1].end != last + 1:
        return None
    first, found = chunks[-1], None
    for chunk in reversed(chunks):
        if chunk.start != first.start and not (
            chunk.end == first.start - 1 and doc[chunk.end].text.casefold() in ("and", "of", ",")
        ):
            break
        first = chunk
        opens = first.start == sentence.start or doc[first.start - 1].text.casefold() in (",", "and", ";", "while")
        if opens and can_speak(first.root):
            found = doc[first.start : last + 1]
            if doc[first.start - 1].text == "," or first.start == sentence.start:
                break
    return found


def can_speak(subject: Token) -> bool:
    """Tell whether a subject's head word is known to name people, offices, states or bodies, or what they say."""
    word = subject.text.casefold()
    if subject.tag_ == "PRP":
        return word in _SPEAKING_PRONOUNS
    if is_reporter(subject):
        return False
    if subject.pos_ == "PROPN" or subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    known = word in _SPEAKING_PRONOUNS or word in _office_nouns() or word.removesuffix("s") in _office_nouns()
    return known or reference_at(word) is not None or reference_at(f"the {word}") is not None


@cache
def _office_nouns() -> frozenset[str]:
    """The nouns that names of offices end with: "minister", "secretary"."""
    return frozenset(words[-1] for words in office_heads())


def is_reporter(subject: Token) -> bool:
    """Tell whether a subject only reports: "the ministry", "a spokesperson", "the statement"."""
    words = {t.text.casefold() for t in subject.subtree if t.i <= subject.i}
    return subject.text.casefold() in speech_cues(CueRole.REPORTER) or bool(words & {"spokesperson", "spokesman"})


def range_of(subject: Token) -> Range:
    """Give the words of a subject as offsets, without a comma at the end or a relative clause."""
    first, last = subject.left_edge, subject.right_edge
    relative = next((c for c in subject.children if c.dep_ == "relcl"), None)
    if relative is not None and relative.left_edge.i - 1 >= subject.i:
        last = relative.left_edge.nbor(-1)
    while last.i > subject.i and last.text in (",", "–", "-", ":"):
        last = last.nbor(-1)
    if any(t.tag_ == "VBD" and t.dep_ != "relcl" for t in subject.doc[first.i : subject.i]):
        chunk = next((c for c in subject.doc.noun_chunks if c.start <= subject.i < c.end), None)
        first = chunk[0] if chunk is not None else subject
    beside = [c for c in subject.head.children if c.dep_ in _SUBJECT and c.right_edge.i == first.i - 1]
    if beside and all(t.pos_ != "VERB" for t in beside[0].subtree):
        first = beside[0].left_edge
    return first.idx, last.idx + len(last.text)
