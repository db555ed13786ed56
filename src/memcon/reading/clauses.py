"""Find the clauses of saying and agreeing in a paragraph: each verb of saying with all that is said under it.

The text of a statement follows the codebook: from the verb of saying to the end of what is said, without the final
full stop; for quotations, the words between the marks.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from memcon.model import SpeechMode
from memcon.reading.acts import act_of
from memcon.reading.clause_candidates import candidate
from memcon.reading.clause_positions import Candidate
from memcon.reading.clause_quotes import quoted_clauses
from memcon.reading.clause_types import Clause
from memcon.reading.clause_whole import reported_by, whole_sentence_clauses

__all__ = ["Clause", "find_clauses"]

_TRIMMED_END = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|while|as well as|but|also|additionally|in addition|respectively|with)$)+$"
)
_OCCASION_END = re.compile(
    r", (?:during|in|at|in the course of) (?:a|an|the|his|her|their|its) (?:\w+ ){0,2}"
    r"(?:conversations?|calls?|meetings?|talks)\b[^,]*$"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\.$")
_LEAST_WORDS = 2


def find_clauses(doc: Doc) -> list[Clause]:
    """Find the statements of one paragraph, in order of their start; offsets are those of ``doc.text``."""
    quotes = quoted_clauses(doc)
    spoken_verbs = {c.verb for c in quotes if c.verb}
    barred = [(c.start - 1, c.end + 1) for c in quotes]
    whole = whole_sentence_clauses(doc, barred)
    barred += [(c.start, c.end) for c in whole]
    cues = [c.verb for c in whole if c.verb]
    clauses = [c for c in quotes if c.subject_rule != "reporter"] + whole
    for sentence in doc.sents:
        if any(s <= sentence.start_char and sentence.end_char <= e for s, e in barred):
            continue
        found = [f for t in sentence if (f := candidate(t, sentence)) and not _inside(t.idx, barred + cues)]
        found = [f for f in found if (f.verb.idx, f.verb.idx + len(f.verb.text)) not in spoken_verbs]
        clauses.extend(_cut(found, sentence, [b for b in barred if b[0] >= sentence.start_char]))
    return sorted(clauses, key=lambda c: (c.start, c.end))


def _inside(offset: int, ranges: list[tuple[int, int]]) -> bool:
    return any(s <= offset < e for s, e in ranges)


def _cut(found: list[Candidate], sentence: Span, barred: list[tuple[int, int]]) -> list[Clause]:
    """Give each verb's words up to where the next one's clause begins.

    A verb without words of its own shares those of the next ("discussed and reviewed X"): the two are one statement.
    """
    found = sorted({f.start: f for f in reversed(found)}.values(), key=lambda f: f.start)
    clauses: list[Clause] = []
    waiting: Candidate | None = None
    for number, item in enumerate(found):
        end = sentence.end_char
        following = [f.border for f in found[number + 1 :] if f.border > item.start]
        if following:
            end = min(following)
        if item.rule == "participle" and item.subject and item.start < item.subject[0] < end:
            end = item.subject[0]
        end = min([end, *(s for s, _ in barred if s > item.start)])
        first = waiting or item
        words = _trimmed(sentence.doc.text[first.start : end])
        if len(words.split()) >= _LEAST_WORDS:
            clauses.append(_clause(first, words))
            waiting = None
        else:
            waiting = first if following else None
    return clauses


def _trimmed(words: str) -> str:
    """What is said without the end of the sentence, a conjunction, or who reports it ("..., the ministry said")."""
    words = words.rstrip()
    if words.endswith((".", "!", "?")) and not _INITIALS.search(words):
        words = words[:-1]
    words = words[: reported_by(words)]
    occasion = _OCCASION_END.search(words)
    return _TRIMMED_END.sub("", words[: occasion.start()] if occasion else words)


def _clause(item: Candidate, words: str) -> Clause:
    act, rule = act_of(item.row, words[max(0, item.verb.idx - item.start) :])
    verb = (item.verb.idx, item.verb.idx + len(item.verb.text))
    mode = SpeechMode.INDIRECT
    return Clause(item.start, item.start + len(words), verb, item.subject, item.rule, mode, act, rule, item.of_meeting)
