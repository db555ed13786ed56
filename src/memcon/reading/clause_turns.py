"""What a transcript's speaker says for himself and his side: "I thank", "we agreed to", "we will provide".

Kept narrow: clauses whose subject is "I" or "we", promises, and thanks; assertions are left out, since nearly every
sentence of a turn is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from memcon.model import Act, SpeechMode
from memcon.reading.clause_types import Clause
from memcon.reading.clauses import find_clauses
from memcon.vocabulary.speech import CueRole, speech_cues

_FIRST_PERSON = re.compile(r"(?:we|i|both of us)\b", re.IGNORECASE)
_PROMISED = re.compile(
    r"(?<![\w’'])(?P<who>I|[Ww]e)(?P<will>[’']ll| will| shall|(?:[’']re|[’']m| are| am) going to|"
    r"(?:[’']re|[’']m| are| am)(?: fully| firmly)? committed to|(?:[’']re|[’']m| are| am| stand| remain) ready to)"
    r"(?: also| always| certainly| never)?(?: continue to| be able to)? (?P<verb>[a-z]+)\b"
)
_THANKED = re.compile(
    r"(?<![\w’'])(?:(?P<who>I|[Ww]e)(?:[’'](?:re|m)| are| am) (?:\w+ ){0,2}(?:grateful|thankful)|"
    r"[Tt]hank you(?: (?:very|so) much)?|[Mm]any thanks|[Ll]et me (?:\w+ ){0,2}(?:thank|express|welcome|congratulate)) "
    r"(?:for|to|you|my|our|the)\b"
)
_SENTENCE_END = re.compile(r"[.;?!](?=\s|$|[”\"])")
_LEAST_WORDS = 4


def find_turn_clauses(doc: Doc) -> list[Clause]:
    """Find what a speaker says, promises and agrees in a paragraph of his turn, in order of start.

    Offsets are those of ``doc.text``; the mode is direct, for the words are the speaker's own. The subject is the "I"
    or "we", None for thanks without one ("Thank you for your help").
    """
    found = [replace(c, mode=SpeechMode.DIRECT) for c in find_clauses(doc) if _own(doc, c)]
    for clause in (*_promises(doc.text), *_thanks(doc.text)):
        if not any(c.start < clause.end and clause.start < c.end for c in found):
            found.append(clause)
    return sorted(found, key=lambda c: (c.start, c.end))


def _own(doc: Doc, clause: Clause) -> bool:
    if clause.subject is None or clause.mode is SpeechMode.DIRECT or clause.act is Act.ASSERT or clause.of_meeting:
        return False
    return _FIRST_PERSON.fullmatch(doc.text[slice(*clause.subject)]) is not None


def _promises(text: str) -> Iterator[Clause]:
    """ "We will provide X", "we stand ready to help": what the speaker says that he or his side will do."""
    for match in _PROMISED.finditer(text):
        if match["verb"] in speech_cues(CueRole.PROMISED):
            start = match.start("will") + (match["will"].startswith(" "))
            yield from _clause(text, start, match.span("verb"), match.span("who"), Act.PLEDGE, "act.own-promise")


def _thanks(text: str) -> Iterator[Clause]:
    """ "Thank you for X", "we are grateful for X", "let me thank X"."""
    for match in _THANKED.finditer(text):
        who = match.span("who") if match["who"] else None
        start = match.end("who") + (text[match.end("who")] == " ") if match["who"] else match.start()
        yield from _clause(text, start, match.span(), who, Act.SUPPORT, "act.by-verb")


def _clause(
    text: str, start: int, verb: tuple[int, int], who: tuple[int, int] | None, act: Act, rule: str
) -> Iterator[Clause]:
    """The clause from ``start`` to the end of its sentence, if it says enough."""
    stop = _SENTENCE_END.search(text, verb[1])
    end = start + len(text[start : stop.start() if stop else len(text)].rstrip(" ,"))
    if len(text[start:end].split()) >= _LEAST_WORDS:
        yield Clause(start, end, verb, who, "first-person", SpeechMode.DIRECT, act, rule)
