"""Statements as people corrected them: of another speaker, of another act, none at all, or added.

A statement is meant by its words: a half-open range of code points of a document, which never changes, whatever a
later reader takes for a statement there. What a human said of the same words last holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.decisions.values import Change, Field
from memcon.errors import UsageError
from memcon.linking.engagements import CORRECTED, AccountKey, Engagement, Restated
from memcon.model import Account, Act, Cited, Document, Reading, Span, SpeechMode, Statement
from memcon.reading.names import same_person
from memcon.vocabulary.parties import party_code

_OPENING, _CLOSING = "“\"‘'«", "”\"’'»"
_SHORT = 60
"""Code points of a statement's words in a line."""


def as_corrected(engagement: Engagement, key: AccountKey, account: Account) -> Account:
    """Give an account of an engagement with the statements that people say it has, in the order of their words."""
    said = [r for r in engagement.said if r.account == key]
    if not said:
        return account
    words = {r.text for r in said}
    found = [s for s in account.statements if s.text not in words]
    found += [r.statement for r in said if r.statement is not None]
    return replace(account, statements=tuple(sorted(found, key=lambda s: (s.text.start, s.text.end))))


def readings_as_corrected(readings: Iterable[Reading], engagements: Iterable[Engagement]) -> list[Reading]:
    """Give readings, in their order, with the statements that people say the accounts of engagements have."""
    of = {key: e for e in engagements if e.said for key in e.accounts}
    return [_reading(r, of) if of else r for r in readings]


def _reading(reading: Reading, of: dict[AccountKey, Engagement]) -> Reading:
    keys = [(AccountKey(reading.document, a.id), a) for a in reading.accounts]
    if not any(key in of for key, _ in keys):
        return reading
    accounts = tuple(as_corrected(of[key], key, a) if key in of else a for key, a in keys)
    return replace(reading, accounts=accounts)


def restated(change: Change, words: Span, account: AccountKey, why: str) -> Restated:
    """Give what a correction says of some words of an account; ``why`` says who said so."""
    if change.remove:
        return Restated(account, words, None, why)
    assert change.act is not None
    speakers = tuple(Cited(name, (), CORRECTED) for name in change.speakers)
    act, mode = Cited(Act(change.act), (), CORRECTED), SpeechMode(change.mode or SpeechMode.INDIRECT)
    return Restated(account, words, Statement(words, speakers, act, mode), why)


def statement_change(
    engagement: Engagement,
    sources: Sequence[tuple[Document, Account]],
    words: Sequence[Span],
    *,
    speakers: Sequence[str] = (),
    act: str | None = None,
    remove: bool = False,
) -> Change:
    """Give the correction of a statement that is meant; ``sources`` are the accounts, as corrected so far.

    ``words`` are the same words, once or in several sources. What is not given stays as it is; of words that were no
    statement, who speaks and by which act must be given. Speakers are those of the engagement's participants that fit,
    or its parties. Raises UsageError for what cannot be.
    """
    documents = {document.id: document for document, _ in sources}
    if not all(w.document in documents and w.stands_in(documents[w.document].text) for w in words):
        raise UsageError(f"{engagement.id} has no document with these words there; copy them from one of its sources")
    several, first = tuple(words), words[0]
    was = next((s for _, a in sources for s in a.statements if s.text in several), None)
    if remove:
        if was is None:
            raise UsageError(f"“{short(first)}” is no statement of {engagement.id} already")
        return Change(Field.STATEMENTS, None, remove=True, words=several, was=in_words(was))
    if was is None and not (speakers and act):
        raise UsageError(f"“{short(first)}” is no statement so far; say who speaks and by which act")
    names = tuple(dict.fromkeys(_speaker(engagement, s) for s in speakers)) or _speakers(was)
    what = _act(act) if act else was.act.value.value if was else ""
    if was is not None and (names, what) == (_speakers(was), was.act.value.value):
        raise UsageError(f"“{short(first)}” has that speaker and act already")
    mode = was.mode if was else _mode(first, documents[first.document].text)
    told = in_words(was) if was else None
    return Change(Field.STATEMENTS, None, words=several, speakers=names, act=what, mode=mode.value, was=told)


def find_words(engagement: Engagement, sources: Sequence[tuple[Document, Account]], words: str) -> tuple[Span, ...]:
    """Give where some words stand in the sources of an engagement, line ends and spaces counted alike.

    They are those of a statement, where one has them, with what is the same statement in other sources; else they
    stand once in each source that has them. Raises UsageError where they stand nowhere, or more often.
    """
    given = words.strip().split()
    if not given:
        raise UsageError("give the words of the statement, as they stand in a source")
    pattern = _pattern(given)
    documents = {document.id: document for document, _ in sources}
    found = {d.id: [d.span(m.start(), m.end()) for m in pattern.finditer(d.text)] for d in documents.values()}
    stated = {s.text for _, a in sources for s in a.statements}
    meant = {name: [s for s in spans if s in stated] or spans for name, spans in found.items()}
    most = max(map(len, meant.values()), default=0)
    if most != 1:
        where = f"stand {most} times in a source" if most else "stand in no source"
        more = "give more of them" if most else "copy them exactly"
        raise UsageError(f"the words “{_cut(' '.join(given))}” {where} of {engagement.id}; {more}")
    one = [spans[0] for spans in meant.values() if spans]
    alike = [s for s in one if s in stated] or one
    return same_elsewhere(sources, alike[0]) if alike[0] in stated else tuple(alike)


def same_elsewhere(sources: Sequence[tuple[Document, Account]], words: Span) -> tuple[Span, ...]:
    """Give the words of a statement and of those in other sources with the same words, speakers and act, words first.

    Copies of a text say the same once, so that what is said of one holds of all. Of words that are no statement, those
    are given besides that stand once in another source.
    """
    of = {s.text: (" ".join(s.text.text.split()), in_words(s)) for _, a in sources for s in a.statements}
    if words in of:
        return (words, *(text for text, told in of.items() if text != words and told == of[words]))
    others = {document.id: document for document, _ in sources if document.id != words.document}
    pattern = _pattern(words.text.split())
    found = [[d.span(m.start(), m.end()) for m in pattern.finditer(d.text)] for d in others.values()]
    return (words, *(spans[0] for spans in found if len(spans) == 1))


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words)))


def in_words(statement: Statement) -> str:
    """Say who speaks and by which act: "Dana K. Whitlow: pledge"."""
    return f"{', '.join(_speakers(statement)) or 'nobody'}: {statement.act.value.value}"


def short(words: Span) -> str:
    """Give the beginning of a statement's words in one line."""
    return _cut(" ".join(words.text.split()))


def _cut(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"


def _speakers(statement: Statement | None) -> tuple[str, ...]:
    return tuple(s.value for s in statement.speakers) if statement else ()


def _speaker(engagement: Engagement, words: str) -> str:
    given = " ".join(words.split())
    names = [p.name.value for p in engagement.participants if p.name]
    fits = [n for n in names if n == given] or [n for n in names if given and same_person(n, given)]
    if len(fits) == 1:
        return fits[0]
    parties = [p.value for p in engagement.parties]
    if not fits and party_code(given) in parties:
        return party_code(given)
    among = "; ".join([*names, *parties]) or "nobody"
    raise UsageError(f"{given!r} {'can be several' if fits else 'is none'} of those who take part: {among}")


def _act(words: str) -> str:
    if words not in set(Act):
        raise UsageError(f"{words!r} is no act; it is one of {', '.join(Act)}")
    return words


def _mode(words: Span, text: str) -> SpeechMode:
    before, after = text[: words.start].rstrip()[-1:], text[words.end :].lstrip()[:1]
    quoted = words.text[:1] in _OPENING or (before in _OPENING and after in _CLOSING and before and after)
    return SpeechMode.DIRECT if quoted else SpeechMode.INDIRECT
