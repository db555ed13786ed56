"""Two texts compared: a pair of copy and source, or none."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.linking.reprints.alignment import Alignment
from memcon.linking.reprints.direction import Direction, direction
from memcon.linking.reprints.judging import Comparison, judge
from memcon.linking.reprints.texts import Text
from memcon.linking.reprints.values import Manner, Passage, Reprint
from memcon.linking.reprints.words import Words

_WHOLE = 0.85
_UNCHANGED = 0.985
_SHORTEST = 5


def pair(a: Text, b: Text) -> Reprint | None:
    """Tell which of two texts is a copy of the other and how; None where neither is.

    The order of the two does not matter.
    """
    if a.id > b.id:
        a, b = b, a
    judgement = judge(a, b)
    if not judgement.same:
        return _by_name(a, b)
    found = direction(a, b, judgement)
    turned = found.copy is b
    alignment = judgement.alignment.turned() if turned else judgement.alignment
    copy, source = (judgement.b, judgement.a) if turned else (judgement.a, judgement.b)
    passages, exact = _passages(found, alignment)
    return Reprint(
        copy=found.copy.id,
        source=found.source.id,
        manner=_manner(found, source, exact),
        named=found.copy.names_address(found.source) or found.copy.names_outlet(found.source),
        share_of_copy=round(copy.share, 3),
        share_of_source=round(source.share, 3),
        exact=round(exact, 3),
        passages=passages,
        reasons=found.reasons,
        sure=found.sure,
    )


def _by_name(a: Text, b: Text) -> Reprint | None:
    """Where the words do not tell, as between languages, a reprint line that names the other's address does."""
    for copy, source in ((a, b), (b, a)):
        named = copy.names_address(source)
        if named is not None and named in copy.named and not source.names_address(copy):
            return Reprint(copy.id, source.id, Manner.NAMED, named, reasons=("names its address; the words differ",))
    return None


def _manner(found: Direction, source: Comparison, exact: float) -> Manner:
    if found.copy.address is not None and found.copy.address == found.source.address:
        return Manner.SAME_PAGE
    if source.share < _WHOLE:
        return Manner.EXCERPT
    return Manner.WHOLE if exact >= _UNCHANGED else Manner.EDITED


def _passages(found: Direction, alignment: Alignment) -> tuple[tuple[Passage, ...], float]:
    """The stretches of both with the words of each other, and the share of words in them that are the same."""
    copy, source = found.copy, found.source
    mine, theirs = _held(alignment), _held(alignment.turned())
    passages: list[Passage] = []
    same = size = 0
    for (start, end), (first, last) in alignment.stretches():
        if end - start < _SHORTEST:
            continue
        same += sum(n in mine for n in range(start, end))
        size += max(_counted(copy.words, mine, start, end), _counted(source.words, theirs, first, last))
        passages.append(
            Passage(
                copy.document.span(copy.words.starts[start], copy.words.ends[end - 1]),
                source.document.span(source.words.starts[first], source.words.ends[last - 1]),
            )
        )
    return tuple(passages), min(same / max(size, 1), 1.0)


def _held(alignment: Alignment) -> set[int]:
    return {n for run in alignment.runs for n in range(run.a, run.a + run.size)}


def _counted(words: Words, held: set[int], start: int, end: int) -> int:
    """How many words of a stretch count: an issuer's or a date's line that only one text has is no change of words."""
    return sum(words.body[n] or n in held for n in range(start, end))


def named_outside(text: Text) -> Iterator[Reprint]:
    """Give what a text's reprint lines name, as sources of which nothing but the name is known."""
    for cited in text.layout.reprints:
        if cited.value in text.named:
            where = f" at {cited.spans[0].start}" if cited.spans else ""
            yield Reprint(text.id, None, Manner.NAMED, cited.value, reasons=(f"its reprint line{where}",))
