"""Find the speakers' turns of a transcript by their labels.

"SECRETARY BLINKEN:", "Q    Mr. President,", "**Minister X:**", "President of Russia Vladimir Putin:" (also after
"* * *" inside a paragraph), and a label on a line of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from memcon.model import Document, Turn, TurnRole
from memcon.reading.people import find_people
from memcon.vocabulary.layout_lines import gap_marks, not_labels, turn_labels
from memcon.vocabulary.lexicon import find_phrases

_SHOUTED = re.compile(
    r"(?:^|(?<=\n))[ \u00a0\t]*(?:\*\*|__)?(?P<label>[A-ZÀ-ÞĀ-Ž](?:[A-ZÀ-ÞĀ-Ž0-9’'.\-–]|"
    r"[ \u00a0](?=[A-ZÀ-ÞĀ-Ž0-9(])|\([A-Z ]+\)|, )"
    r"{0,80})(?:\*\*|__)?:(?:\*\*|__)?(?=[\s(A-Z\[“\"—–-])"
)
_QUESTION = re.compile(r"(?:^|(?<=\n))[ \t]*(?P<label>Q)(?:[:.]|(?=[ \u00a0\t]{2,}))(?=\s)")
_NAMED = re.compile(
    r"(?:^|(?<=\n)|(?<=\* \* \* ))[ \u00a0\t]*(?:\*\*|"
    r"__)?(?P<label>[A-ZÀ-ÞŠŽ][\w.’'-]+(?:[ \u00a0](?:[A-ZÀ-ÞŠŽ][\w.’'-]*|of|the|for|and|de|la|von|van|"
    r"bin|al|du|da))"
    r"{0,11})(?:\*\*|__)?:(?:\*\*|__)?(?=\s)"
)
_OWN_LINE = re.compile(
    r"(?:^|(?<=\n))[ \u00a0\t]*(?P<label>[A-ZÀ-ÞĀ-Ž](?:[A-ZÀ-ÞĀ-Ž’'.\-–]|[ \u00a0](?=[A-ZÀ-ÞĀ-Ž])){1,80})[ \u00a0\t]*"
    r"\n\s*(?=[A-ZÀ-Þ“\"(][a-zà-ÿ’'])"
)
_DIRECTION = re.compile(r"[ \u00a0]*[(\[](?P<words>[^()\[\]\n]{2,60})[)\]]")
_LEAST_REPEATED = 2


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    after: int
    role: TurnRole


def find_turns(document: Document, first: int, last: int) -> tuple[Turn, ...]:
    """Find the turns between the code points ``first`` and ``last``, each ends where the next label begins."""
    labels = _labels(document.text[:last], first)
    turns: list[Turn] = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start if number + 1 < len(labels) else last
        start, end = _words(document.text, label.after, end)
        if start < end:
            turns.append(Turn(label.role, document.span(label.start, label.end), document.span(start, end)))
    return tuple(turns)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of a turn begin and end: after a stage direction, without white space and marks at the end."""
    direction = _DIRECTION.match(text, start, end)
    if direction and any(p.fullmatch(direction["words"].strip(". ")) for _, p in gap_marks()):
        start = direction.end()
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return start, end


def _labels(text: str, first: int) -> list[_Label]:
    found = [_Label(*m.span("label"), m.end(), _role(m["label"])) for m in _QUESTION.finditer(text, first)]
    for match in _SHOUTED.finditer(text, first):
        if _is_shouted_label(match["label"]):
            found.append(_Label(*match.span("label"), match.end(), _role(match["label"])))
    named = [m for m in _NAMED.finditer(text, first) if not m["label"].isupper()]
    counts = Counter(m["label"] for m in named)
    shouting = len(found) >= _LEAST_REPEATED
    for match in named:
        if _is_named_label(match["label"], counts, shouting=shouting):
            found.append(_Label(*match.span("label"), match.end(), _role(match["label"])))
    if not found:
        found = _lines_of_their_own(text, first)
    kept: list[_Label] = []
    for label in sorted(found, key=lambda x: (x.start, -x.end)):
        if not kept or label.start >= kept[-1].after:
            kept.append(label)
    return kept


def _lines_of_their_own(text: str, first: int) -> list[_Label]:
    """Labels without a colon, each in capitals on a line of its own, in a text that has several of them."""
    found = [
        _Label(*m.span("label"), m.end(), _role(m["label"]))
        for m in _OWN_LINE.finditer(text, first)
        if m["label"] in turn_labels() or _names_somebody(m["label"])
    ]
    return found if len(found) >= _LEAST_REPEATED else []


def _names_somebody(label: str) -> bool:
    words = " ".join(label.split())
    return any(m.name and m.end == len(words) for m in find_people(words, find_phrases(words)))


def _role(label: str) -> TurnRole:
    words = " ".join(label.upper().split())
    return turn_labels().get(words, TurnRole.SPEAKER)


def _is_shouted_label(label: str) -> bool:
    """Whether words in capitals before a colon name a speaker: an office, a title, a name, or a known label."""
    words = " ".join(label.split())
    if words.casefold() in not_labels() or len(words) < 2:
        return False
    if words in turn_labels() or re.match(r"(?:MR|MS|MRS|DR|SENIOR|THE|POLISH|[A-Z]+ AIDE)\b", words):
        return True
    if any(m.name or m.office for m in find_people(words, find_phrases(words))):
        return True
    return 1 < len(words.split()) <= 4 and not any(c.isdigit() for c in words)


def _is_named_label(label: str, counts: Counter[str], *, shouting: bool) -> bool:
    """Whether words in mixed case before a colon name a speaker: an office with a name, or a name that comes again."""
    words = " ".join(label.split())
    if words.casefold() in not_labels():
        return False
    if words.upper() in turn_labels() and (shouting or counts[label] >= _LEAST_REPEATED):
        return len(words) > 1
    mentions = find_people(words, find_phrases(words))
    whole = any(m.start == 0 and m.end == len(words) and m.name for m in mentions)
    if whole and any(m.office for m in mentions):
        return True
    named = whole or (2 <= len(words.split()) <= 4 and all(w[:1].isupper() for w in words.split()))
    return named and counts[label] >= _LEAST_REPEATED
