"""What a stretch of text is about: topics of EuroVoc, found by the words that stand for them.

EuroVoc is the thesaurus of the European Union's Publications Office (CC BY 4.0, http://eurovoc.europa.eu). Which of
its concepts are used, under which plain names, is ``data/topics.tsv``; which words stand for them is
``data/topic_phrases.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memcon.errors import UsageError, VocabularyError
from memcon.model import Span
from memcon.vocabulary.fold import fold
from memcon.vocabulary.table import data_file, read_numbered

_WORD = re.compile(r"(?!(?<=\w')s\b)[^\W_]+(?:\+\d)?|&|(?<=\w\w)[.;:!?](?=\s)")
"""Words, without the "s" of a possessive, and ends of sentences, which no phrase crosses."""
_SHORTEST_STEM = 2
_ANY = "*"
_SCHEME = "http://eurovoc.europa.eu/"


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept of EuroVoc: ``code`` ends its address, ``label`` is the scheme's own, ``name`` memcon's plain one."""

    code: str
    label: str
    name: str

    @property
    def uri(self) -> str:
        """The concept's address."""
        return _SCHEME + self.code


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic of a text with all the words that stand for it, in order.

    ``places`` are half-open code point ranges of the text given, or of the document where a span was given; ``words``
    are what stands there.
    """

    topic: Topic
    places: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """A row of ``data/topic_phrases.tsv``: phrases with the names of their topics, none where they mean none."""

    topics: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase by its words as they are compared, with its topics."""

    words: tuple[str, ...]
    topics: tuple[Topic, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Give all topics in the order of the file; raises VocabularyError where a code or name stands twice."""
    path = data_file("topics.tsv")
    found: list[Topic] = []
    for number, row in read_numbered(path, Topic):
        if any(row.code == other.code or row.name == other.name for other in found):
            raise VocabularyError(f"{path}:{number}: {row.code} {row.name} stands twice")
        found.append(row)
    return tuple(found)


def topic_named(words: str) -> Topic:
    """Give the topic with this code, this plain name or label, or the only one whose name has these words.

    Raises UsageError where none or several fit.
    """
    wanted = words.strip().casefold()
    for topic in topics():
        if wanted in (topic.code, topic.name.casefold(), topic.label.casefold()):
            return topic
    fitting = [topic for topic in topics() if wanted and wanted in topic.name.casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UsageError(f"--topic {words!r} fits several: {', '.join(t.name for t in fitting)}; give more of the name")
    raise UsageError(f"--topic {words!r} is no topic; topics are {', '.join(t.name for t in topics())}")


def topics_of(text: str | Span) -> tuple[TopicMatch, ...]:
    """Give the topics that the words of a text stand for, each once, in the order of their first words."""
    words, shift = (text.text, text.start) if isinstance(text, Span) else (text, 0)
    found: dict[Topic, list[tuple[int, int]]] = {}
    for start, end, entry in _walk(words):
        for topic in entry.topics:
            found.setdefault(topic, []).append((start, end))
    return tuple(
        TopicMatch(topic, tuple((a + shift, b + shift) for a, b in places), tuple(words[a:b] for a, b in places))
        for topic, places in found.items()
    )


def phrase_key(phrase: str) -> tuple[str, ...]:
    """Give the words of a phrase as they are compared; phrases with one key match the same words."""
    parts = [part.strip(",") for part in fold(phrase).replace("-", " ").split()]
    return tuple(_key(word) for part in parts for word in ([part] if part.endswith(_ANY) else _WORD.findall(part)))


def _key(word: str) -> str:
    """A phrase's word: in capitals as written, with its star, or in its one form."""
    if word.endswith(_ANY):
        return _spelled(word[:-1].casefold()) + _ANY
    return word if _is_acronym(word) else _form(word.casefold())


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


@cache
def _form(word: str) -> str:
    """One form for the singular and the plural of a word, and for its British and American spellings."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _spelled(word)


def _spelled(word: str) -> str:
    word = word.replace("defense", "defence").replace("programme", "program").replace("center", "centre")
    if word.startswith("labor") and not word.startswith("laborator"):
        word = "labour" + word[5:]
    return re.sub(r"(?<=\w\w)iz(?=at|e|i)", "is", word)


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Phrases by their first words, the longest first."""
    path = data_file("topic_phrases.tsv")
    by_name = {topic.name: topic for topic in topics()}
    found: dict[str, list[_Entry]] = {}
    lines: dict[tuple[str, ...], int] = {}
    for number, row in read_numbered(path, _Phrases):
        if unknown := [name for name in row.topics if name not in by_name]:
            raise VocabularyError(f"{path}:{number}: {unknown[0]!r} is no topic of topics.tsv")
        if not row.phrases:
            raise VocabularyError(f"{path}:{number}: there is no phrase")
        for phrase in row.phrases:
            key = phrase_key(phrase)
            if key in lines:
                raise VocabularyError(f"{path}:{number}: {phrase!r} stands in line {lines[key]} too")
            if not key or key[0] == _ANY:
                raise VocabularyError(f"{path}:{number}: {phrase!r} must begin with a word")
            lines[key] = number
            found.setdefault(key[0], []).append(_Entry(key, tuple(by_name[name] for name in row.topics)))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.words))) for first, entries in found.items()}


def _walk(text: str) -> Iterator[tuple[int, int, _Entry]]:
    """Give the phrases in ``text`` with their ranges, the longest at each place, not overlapping."""
    folded = fold(text)
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(folded)]
    forms = [(word, _form(word.casefold())) for _, _, word in words]
    at = 0
    while at < len(words):
        entry = _longest(forms, at)
        if entry is None:
            at += 1
            continue
        last = at + len(entry.words) - 1
        yield words[at][0], words[last][1], entry
        at = last + 1


def _longest(forms: list[tuple[str, str]], at: int) -> _Entry | None:
    written, form = forms[at]
    stems = [form[:length] + _ANY for length in range(_SHORTEST_STEM, len(form) + 1)]
    fitting = [
        entry
        for first in dict.fromkeys((written, form, *stems))
        for entry in _entries().get(first, ())
        if len(entry.words) <= len(forms) - at and all(_fits(key, *forms[at + i]) for i, key in enumerate(entry.words))
    ]
    return max(fitting, key=lambda e: (len(e.words), len(e.words[0]), not e.topics), default=None)


def _fits(key: str, written: str, form: str) -> bool:
    if key == _ANY:
        return form.isalnum()
    if key.endswith(_ANY):
        return form.startswith(key[:-1]) or _spelled(written.casefold()).startswith(key[:-1])
    return written == key if _is_acronym(key) else form == key
