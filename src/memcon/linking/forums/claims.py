"""What words claim of a session's number: "the third meeting of the ...", "12th Session", "held its fifth round"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.linking.forums.named import Named
from memcon.linking.forums.series import Claim
from memcon.model import Reading, Span, Status
from memcon.vocabulary.fold import fold
from memcon.vocabulary.lexicon import find_phrases
from memcon.vocabulary.ordinals import Ordinal, ordinals_in
from memcon.vocabulary.series_names import Level, counts_sessions, roles, series_name

_SENTENCE_END = re.compile(r"[.!?;:](?=[\s”\"’']|$)(?<!\bU\.S\.)(?<!\bMr\.)(?<!\bDr\.)|\n")
_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*'?")
_SINCE = re.compile(r"^[^.;\n]{0,60}?\bsince (?:[A-Z][a-z]+ (?:\d{1,2}, )?)?((?:19|20)\d\d)")
_ITS = re.compile(
    r"\b(?:held|convened|met for|concluded|completed|hosted|opened|began) (?:its|their|the) (?=((?:[\w’'-]+ ){1,5}))"
)
_SITTING = re.compile(r"(?:meeting|session|round|sitting|edition|iteration|summit|ministerial|plenary)\b")
_TO_COME = re.compile(
    r"\b(?:next|upcoming|looks? forward|looked forward|looking forward|will|later this|plans?|planned|decided to|to be"
    r"|intend(?:s|ed)?|ahead of|coming)\b"
)
_PART_OF = re.compile(r" (?:working |plenary |closing |opening )?(?:session|sitting|day|part|half) of ")
_GATHERS_ONCE = re.compile(r"\b(?:[Ss]ummit|[Mm]inisterial)\b")
_FURTHEST = 90
"""Code points between a number and the forum's name that it counts the sessions of."""


def claims_of(names: Sequence[Named]) -> list[Claim]:
    """Give the claims that the accounts of one sitting make of its number, in the order of their keys and places."""
    found: dict[tuple[str, int], Claim] = {}
    for named in names:
        for span, alone in _places(named):
            for claim in _claims_at(named, span, alone):
                found.setdefault((claim.key.document, claim.words.start), claim)
    return sorted(found.values(), key=lambda c: (c.key, c.words.start))


def _places(named: Named) -> Iterator[tuple[Span, bool]]:
    """The account's own place, and where no other account of the document is of a forum, all of the same name."""
    if named.by_hand:
        return
    yield named.span, True
    if sum(a.forum is not None for a in named.reading.accounts) > 1:
        return
    wanted = re.compile(re.escape(_core(named)), re.IGNORECASE)
    for text, start in _blocks(named.reading):
        for match in wanted.finditer(fold(text)):
            at = start + match.start()
            if at != named.span.start:
                words = text[match.start() : match.end()]
                yield Span(named.key.document, at, at + len(words), words), False


def _core(named: Named) -> str:
    """The name as a document may repeat it: without its own number."""
    text, ordinal = named.span.text, named.name.ordinal
    if ordinal is not None and ordinal.start == 0:
        text = text[ordinal.end :].lstrip()
    return fold(text)


def _blocks(reading: Reading) -> Iterator[tuple[str, int]]:
    """The reading's blocks: text, and where it begins in the document."""
    return ((block.span.text, block.span.start) for block in reading.layout.blocks)


def _claims_at(named: Named, span: Span, own: bool) -> Iterator[Claim]:
    block = next(((t, s) for t, s in _blocks(named.reading) if s <= span.start < s + len(t)), None)
    if block is None:
        return
    text, offset = block
    start, end = span.start - offset, span.end - offset
    sentence = _sentence(text, start, end)
    to_come = _TO_COME.search(text[sentence[0] : sentence[1]]) is not None
    if not own and to_come and named.account.status.value is Status.HELD:
        return  # "we look forward to the fourth ..." in the account of the third
    for ordinal, between in _counting(text, sentence, start, end):
        yield _claim(named, text, offset, ordinal, between, (start, end))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start)), default=0)
    last = _SENTENCE_END.search(text, end)
    return first, last.start() if last else len(text)


def _counting(text: str, sentence: tuple[int, int], start: int, end: int) -> Iterator[tuple[Ordinal, str]]:
    """The numbers that count the sessions of the forum named in ``text[start:end]``, with the words beside them."""
    inside = [o for o in ordinals_in(text[start:end]) if counts_sessions(text[start:end], o)]
    known = series_name(text[start:end]).ordinal
    if known is not None:
        yield Ordinal(start + known.start, start + known.end, known.number, known.roman), text[start:end]
    elif not inside:
        before = text[max(sentence[0], start - _FURTHEST) : start]
        offset = start - len(before)
        for ordinal in reversed(ordinals_in(before)):
            between = before[ordinal.end :]
            if _PART_OF.match(between) and _GATHERS_ONCE.search(text, start, end):
                return  # "the first session of the G20 Summit" is a part of one summit
            if not ordinal.roman and counts_sessions(text, _moved(ordinal, offset)) and _only_numbering(between):
                yield _moved(ordinal, offset), f"{between} {text[start:end]}"
                return
    yield from _after(text, end, sentence[1])


def _after(text: str, end: int, last: int) -> Iterator[tuple[Ordinal, str]]:
    """A number that a sentence gives the forum it has named: "held its third meeting"."""
    for match in _ITS.finditer(text, end, last):
        at, words = match.end(), match[1]
        for ordinal in ordinals_in(words)[:1]:
            following = text[at + ordinal.end : at + ordinal.end + 40]
            if ordinal.start == 0 and _SITTING.search(following) and _only_numbering(_upto(following)):
                yield _moved(ordinal, at), _upto(following)


def _upto(words: str) -> str:
    match = _SITTING.search(words)
    return words[: match.end()] if match else words


def _moved(ordinal: Ordinal, by: int) -> Ordinal:
    return Ordinal(ordinal.start + by, ordinal.end + by, ordinal.number, ordinal.roman)


def _only_numbering(words: str) -> bool:
    """Whether nothing but parties and words of sittings stands between a number and a forum's name."""
    for phrase in reversed(find_phrases(words)):
        if phrase.kind.startswith(("state", "organisation")):
            words = words[: phrase.start] + words[phrase.end :]
    if re.search(r"[,;()“”\"]", words):
        return False
    plain = fold(words).casefold()
    return all(w in roles()["numbering"] for w in _WORD.findall(plain))


def _claim(named: Named, text: str, offset: int, ordinal: Ordinal, between: str, place: tuple[int, int]) -> Claim:
    words = [word.removesuffix("'") for word in _WORD.findall(fold(between).casefold())]
    since = _SINCE.match(text[max(ordinal.end, place[1]) :])
    first, last = min(ordinal.start, place[0]), max(ordinal.end, place[1])
    if ordinal.start >= place[1]:
        first = ordinal.start
        last = ordinal.end + len(between)
    said = text[first:last]
    return Claim(
        number=ordinal.number,
        key=named.key,
        words=Span(named.key.document, offset + first, offset + first + len(said), said),
        level=next((level for level in Level if any(w in roles()[level] for w in words)), None),
        mode=next((mode for mode in ("in-person", "video") if any(w in roles()[mode] for w in words)), None),
        since=since[1] if since else None,
    )
