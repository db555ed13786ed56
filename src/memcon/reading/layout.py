"""What a reader sees of a document at a glance: title, heading lines, turns, gaps, credits, reprint lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from memcon.model import Block, BlockKind, Cited, DateRole, Document, Layout, Span, StatedDate, Turn
from memcon.reading.credits import dateline_at, find_credits
from memcon.reading.gaps import find_gaps
from memcon.reading.place_names import find_places
from memcon.reading.stated_dates import date_in, date_prefix, day_at_end, day_on_line
from memcon.reading.turns import find_turns
from memcon.vocabulary.layout_lines import LineKind, layout_lines
from memcon.vocabulary.lexicon import find_phrases

_LONGEST_TITLE = 300
_LONGEST_HEADING = 90
_HEAD_LINES = 12
_LEAST_BODY = 2
_SCHEDULE = re.compile(r"\b(?:schedule|daily guidance|week ahead|programme of)\b", re.IGNORECASE)
_ITEM = re.compile(r"\W*\d{1,2}[:.]\d\d\b")  # a line of a schedule begins with the time of day
_ABBREVIATED = re.compile(r"(?:^|[\s.])[A-Z]\.$")
_BLOCKS = {
    LineKind.ISSUER: BlockKind.ISSUER,
    LineKind.ATTRIBUTION: BlockKind.ATTRIBUTION,
    LineKind.PLACE: BlockKind.PLACE,
    LineKind.TIME: BlockKind.TIME,
    LineKind.MARK: BlockKind.MARK,
    LineKind.REPRINT: BlockKind.REPRINT,
    LineKind.NOTICE: BlockKind.NOTICE,
}


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    kind: BlockKind | None = None
    source: str | None = None


def read_layout(document: Document) -> Layout:
    """Read the layout of a document; blocks cover its text in order and do not overlap."""
    lines = _lines(document.text)
    dates: list[StatedDate] = []
    title = _title(document, lines, dates)
    _head(document, lines, dates)
    for line in lines:
        if line.kind is None and (found := _kind_of(line))[0] is not BlockKind.PLACE:
            line.kind, line.source = found
    _tail(document, lines, dates)
    reprints = _reprints(document, lines, dates)
    schedule = title is not None and _SCHEDULE.search(title.text) is not None
    turns = () if schedule else _turns(document, lines)
    dateline = _dateline(document, lines, dates)
    dates = [_with_role(d, lines, dateline, reprinted=bool(reprints), spoken=bool(turns)) for d in dates]
    if title and (day := date_in(document, title, DateRole.EVENT) if schedule else day_at_end(document, title)):
        dates.append(day)
    blocks = _blocks(document, lines, turns)
    return Layout(
        title=title,
        issuer=next((b.span for b in blocks if b.kind is BlockKind.ISSUER), None),
        place=_place(blocks) or dateline,
        dateline=dateline,
        blocks=tuple(blocks),
        dates=tuple(sorted(dates, key=lambda d: d.span.start)),
        turns=turns,
        gaps=find_gaps(document),
        credits=find_credits(document),
        reprints=reprints,
    )


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        words = raw.strip(" \t\u00a0\u200e\u200b\ufeff\u3000\x0b\x0c\r")
        if words.strip():
            start = at + raw.index(words)
            lines.append(_Line(start, start + len(words), words))
        at += len(raw) + 1
    return lines


def _title(document: Document, lines: list[_Line], dates: list[StatedDate]) -> Span | None:
    """The title: the one handed over, else the first line that is no sentence, dates before it set aside."""
    if document.title and lines and document.text.lstrip().startswith(document.title):
        return _as_title(document, lines[0], dates)
    for number, line in enumerate(lines[:3]):
        day = day_on_line(line.words)
        if day:
            line.kind = BlockKind.TIME
            dates.append(StatedDate(DateRole.PUBLISHED, day, document.span(line.start, line.end)))
            continue
        if (
            (number + 1 < len(lines) or (number == 0 and not _is_running(line.words)))
            and len(line.words) <= _LONGEST_TITLE
            and line.words[-1] not in '.:;,!»”"'
            and _kind_of(line)[0] is None
        ):
            return _as_title(document, line, dates)
        return None
    return None


def _as_title(document: Document, line: _Line, dates: list[StatedDate]) -> Span:
    line.kind = BlockKind.TITLE
    start = line.start
    prefix = date_prefix(document.text, line.start, line.end)
    if prefix is not None:
        dates.append(StatedDate(DateRole.PUBLISHED, prefix[2], document.span(*prefix[:2])))
        start = prefix[1]
        while document.text[start].isspace() or document.text[start] in ",:–—-":
            start += 1
        line.start = start
    return document.span(start, line.end)


def _head(document: Document, lines: list[_Line], dates: list[StatedDate]) -> None:
    """Tell what the lines between the title and the running text are for."""
    for line in [x for x in lines if x.kind is None][:_HEAD_LINES]:
        day = day_on_line(line.words)
        kind, _ = _kind_of(line)
        if day is not None:
            line.kind = BlockKind.TIME
            dates.append(StatedDate(DateRole.PUBLISHED, day, document.span(line.start, line.end)))
        elif kind is not None:
            line.kind, line.source = _kind_of(line)
        elif _is_running(line.words) or _ITEM.match(line.words):
            break
        elif _is_place(line.words):
            line.kind = BlockKind.PLACE
            stated = date_in(document, document.span(line.start, line.end), DateRole.PUBLISHED)
            dates.extend([stated] if stated else [])
        else:
            line.kind = BlockKind.HEADING


def _tail(document: Document, lines: list[_Line], dates: list[StatedDate]) -> None:
    """Tell a day under the text, and the place above it, from the text: "New Delhi", "May 9, 2022"."""
    rest = [x for x in lines if x.kind is None]
    if len(rest) < _LEAST_BODY or (day := day_on_line(rest[-1].words)) is None:
        return
    rest[-1].kind = BlockKind.TIME
    dates.append(StatedDate(DateRole.PUBLISHED, day, document.span(rest[-1].start, rest[-1].end)))
    if not _is_running(rest[-2].words) and _is_place(rest[-2].words):
        rest[-2].kind = BlockKind.PLACE


def _is_running(words: str) -> bool:
    """Whether a line is a paragraph of the running text: long, or ended as a sentence is."""
    ended = words[-1] in ".!?:;…”" and not _ABBREVIATED.search(words)
    return ended or len(words) > _LONGEST_HEADING or "  " in words.replace("\u00a0", " ")


def _is_place(words: str) -> bool:
    words = words.strip("*_ ")
    return bool(find_places(words, find_phrases(words), ()))


def _kind_of(line: _Line) -> tuple[BlockKind | None, str | None]:
    """The kind that a line's words alone tell, and the source that a reprint line names."""
    words = " ".join(line.words.strip("*_ ").split()) or line.words
    for kind, pattern in layout_lines():
        match = pattern.fullmatch(words) or (pattern.fullmatch(line.words) if kind is LineKind.MARK else None)
        if match:
            if kind is LineKind.ISSUER and len(words) > 160:
                continue
            return _BLOCKS[kind], match.groupdict().get("source")
    return None, None


def _reprints(document: Document, lines: list[_Line], dates: list[StatedDate]) -> tuple[Cited[str], ...]:
    """What the reprint lines name; a line that tells when the text first appeared dates the text."""
    found: list[Cited[str]] = []
    for line in lines:
        if line.kind is BlockKind.REPRINT and line.source:
            span = document.span(line.start, line.end)
            day = day_on_line(line.source)
            if day is not None:
                dates.append(StatedDate(DateRole.PUBLISHED, day, span))
            else:
                found.append(Cited(line.source.strip(), (span,)))
    return tuple(found)


def _turns(document: Document, lines: list[_Line]) -> tuple[Turn, ...]:
    """The turns between the heading lines and what stands after the last words."""
    body = [x for x in lines if x.kind in (None, BlockKind.NOTICE, BlockKind.HEADING)]
    if not body:
        return ()
    first = min(x.start for x in body)
    closing = (BlockKind.REPRINT, BlockKind.MARK, BlockKind.TIME)
    last = body[-1].end
    while body and (tail := [x for x in lines if x.kind in closing and x.start < last and x.start > body[-1].start]):
        last = min(x.start for x in tail)
    return find_turns(document, first, last)


def _dateline(document: Document, lines: list[_Line], dates: list[StatedDate]) -> Span | None:
    """The dateline at the head of the first paragraph; the paragraph's line then begins after it."""
    line = next((x for x in lines if x.kind is None), None)
    if line is None:
        return None
    end = dateline_at(document.text, line.start, line.end)
    if end is None:
        _dated_line(document, lines, line, dates)
        return None
    span = document.span(line.start, end)
    words = span.text.rstrip(" -–—:")
    line.start = end
    while line.start < line.end and (document.text[line.start].isspace() or document.text[line.start] in "-–—:"):
        line.start += 1
    day = date_in(document, span, DateRole.PUBLISHED)
    if day is not None:
        dates.append(day)
    return document.span(span.start, span.start + len(words))


def _dated_line(document: Document, lines: list[_Line], line: _Line, dates: list[StatedDate]) -> None:
    """Take the day at the head of a text's only line for its own: "18 April 2024: Minister X meets"."""
    prefix = date_prefix(document.text, line.start, line.end)
    if prefix is None or len(lines) > 1 or document.text[prefix[1] : prefix[1] + 1] not in (":", ",", " "):
        return
    dates.append(StatedDate(DateRole.PUBLISHED, prefix[2], document.span(*prefix[:2])))
    line.start = prefix[1]
    while document.text[line.start].isspace() or document.text[line.start] in ",:–—-":
        line.start += 1


def _with_role(
    date: StatedDate, lines: list[_Line], dateline: Span | None, *, reprinted: bool, spoken: bool
) -> StatedDate:
    """Tell what a date of the page dates, once its reprint lines and turns are known.

    A line under the issuer or the place of a text belongs to the text, not to the page that reprints it.
    """
    if date.role is not DateRole.PUBLISHED or (dateline and dateline.start <= date.span.start < dateline.end):
        return date
    if any(x.kind is BlockKind.REPRINT and x.start <= date.span.start < x.end for x in lines):
        return date
    above = [x.kind for x in lines if x.start < date.span.start]
    own = any(kind in (BlockKind.PLACE, BlockKind.ISSUER, BlockKind.ATTRIBUTION) for kind in above)
    own = own or any(x.kind is BlockKind.PLACE and x.start <= date.span.start < x.end for x in lines)
    if reprinted and not own:
        return StatedDate(DateRole.REPRINTED, date.date, date.span, date.rule)
    return StatedDate(DateRole.EVENT, date.date, date.span, date.rule) if spoken else date


def _blocks(document: Document, lines: list[_Line], turns: tuple[Turn, ...]) -> list[Block]:
    """One block a line, cut where a turn begins; a turn's paragraphs are its blocks."""
    blocks: list[Block] = []
    begins, ends = [t.label.start for t in turns], [t.words.end for t in turns]  # turns follow one another
    for line in lines:
        if line.start >= line.end:
            continue
        inside = turns[bisect_right(ends, line.start) : bisect_left(begins, line.end)]
        if not inside:
            kind = line.kind or (BlockKind.HEADING if _is_heading(line.words) else BlockKind.TEXT)
            blocks.append(Block(kind, document.span(line.start, line.end)))
            continue
        at = line.start
        for turn in inside:
            if at < turn.label.start and document.text[at : turn.label.start].strip(" *\u00a0"):
                blocks.append(Block(line.kind or BlockKind.TEXT, document.span(at, turn.label.start)))
            start, end = max(turn.words.start, line.start), min(turn.words.end, line.end)
            if start < end:
                blocks.append(Block(BlockKind.TURN, document.span(start, end)))
            at = max(at, end)
        if at < line.end and document.text[at : line.end].strip(" *\u00a0"):
            blocks.append(Block(line.kind or BlockKind.TEXT, document.span(at, line.end)))
    return blocks


def _is_heading(words: str) -> bool:
    """A short line in capitals, or a short line without an end: a heading inside the text."""
    letters = [c for c in words if c.isalpha()]
    if len(words) > _LONGEST_HEADING or not letters:
        return False
    return all(c.isupper() for c in letters) and len(letters) > 3


def _place(blocks: list[Block]) -> Span | None:
    """The place line above the text, one with a city first; a place under the text is where it was issued."""
    running = (BlockKind.TEXT, BlockKind.TURN)
    body = next((n for n, b in enumerate(blocks) if b.kind in running), len(blocks))
    places = [b.span for b in blocks[:body] if b.kind is BlockKind.PLACE]
    with_city = [p for p in places if any(m.place.city for m in find_places(p.text, find_phrases(p.text), ()))]
    return next(iter(with_city or places), None)
