"""Histories of phrases as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from memcon.comparing.material import Undated
from memcon.comparing.phrases import History, Scope, Silence, Use
from memcon.exporting.quoting import in_context, place_of, span_value, wrapped
from memcon.model import Document

_BARS = "▁▂▃▄▅▆▇█"
_MOST_FORMS = 6


def histories_as_text(scope: Scope, told: Sequence[History], documents: Mapping[str, Document]) -> Iterator[str]:
    """Give the lines of a report: each phrase with its uses; those of a single document in one line at the end."""
    number = f"{_count(len(scope.documents), 'document')}, {_count(len(scope.engagements), 'engagement')}"
    yield from wrapped(f"{scope.name}: {number}")
    single = len(told) > 1
    for history in told:
        if not single or history.documents > 1:
            yield ""
            yield from history_as_text(history, documents)
    once = [h for h in told if single and h.documents == 1]
    if once:
        yield ""
        used = "; ".join(f"{h.phrase} ({_day(h.first.day)}, {_sides(h.first.sides)})" for h in once)
        yield from wrapped(f"in one document only: {used}")


def history_as_text(history: History, documents: Mapping[str, Document]) -> Iterator[str]:
    """Give the lines on one phrase."""
    yield history.phrase
    yield from wrapped(history.why, 2)
    first, last = history.first, history.last
    yield from wrapped(
        f"{_count(history.documents, 'document')}, {_count(history.engagements, 'engagement')} · "
        f"first {_day(first.day)} · last {_day(last.day)}",
        2,
    )
    years = history.by_year()
    if len(years) > 1:
        yield from wrapped("by year: " + bars(years), 2)
    yield from wrapped("by side: " + ", ".join(f"{s or 'not known'} {n}" for s, n in history.by_side().items()), 2)
    yield from _gaps(history)
    yield from _forms(history)
    for name, use in (("first", first), ("last", last)) if last is not first else (("use", first),):
        document = documents[use.words.document]
        words = in_context(document, use.words)
        yield from wrapped(f"{name}: {_voice(use)}: {words} [{place_of(document, use.words)}]", 2, 4)


def bars(series: Mapping[str, int]) -> str:
    """Give a series as a bar a year: "2021 ▂ 5  2022 █ 20"."""
    most = max(series.values(), default=0)
    levels = len(_BARS) - 1
    return "  ".join(f"{y} {_BARS[round(n / most * levels)] if n else '·'} {n}" for y, n in series.items())


def _gaps(history: History) -> Iterator[str]:
    parts = []
    if history.gap:
        parts.append(f"longest gap {_silence(history.gap)}")
    if history.since:
        parts.append(f"not found since in {_silence(history.since)}")
    if parts:
        yield from wrapped("; ".join(parts), 2)


def _silence(silence: Silence) -> str:
    days = silence.first if silence.first == silence.last else f"{silence.first} – {silence.last}"
    return f"{_count(silence.engagements, 'engagement')} ({days})"


def _forms(history: History) -> Iterator[str]:
    forms = history.forms()
    if len(forms) > 1:
        shown = [f"“{f.form}” {f.documents} ({_day(f.first)} – {_day(f.last)})" for f in forms[:_MOST_FORMS]]
        more = f"; {len(forms) - _MOST_FORMS} more" if len(forms) > _MOST_FORMS else ""
        yield from wrapped(f"wordings: {'; '.join(shown)}{more}", 2, 4)


def _voice(use: Use) -> str:
    who = ", ".join(use.speakers) if use.speakers else f"the writer, for {_sides(use.sides)}"
    return f"{_day(use.day)}, {who}{' (reprint)' if use.copied else ''}"


def _sides(sides: Sequence[str]) -> str:
    return ", ".join(sides) or "side not known"


def _day(day: str) -> str:
    return "undated" if day == Undated else day


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def history_value(history: History) -> dict[str, Any]:
    """Give a history for JSON; an unknown day is null."""
    return {
        "phrase": history.phrase,
        "why": history.why,
        "documents": history.documents,
        "engagements": history.engagements,
        "first": _known(history.first.day),
        "last": _known(history.last.day),
        "gap": _silence_value(history.gap),
        "since": _silence_value(history.since),
        "by_side": history.by_side(),
        "by_year": history.by_year(),
        "forms": [
            {"form": f.form, "first": _known(f.first), "last": _known(f.last), "documents": f.documents}
            for f in history.forms()
        ],
        "uses": [_use_value(use) for use in history.uses],
    }


def _use_value(use: Use) -> dict[str, Any]:
    return {
        "span": span_value(use.words),
        "day": _known(use.day),
        "engagements": list(use.engagements),
        "speakers": list(use.speakers),
        "sides": list(use.sides),
        "origin": use.origin,
        "reprint": use.copied,
    }


def _silence_value(silence: Silence | None) -> dict[str, Any] | None:
    if silence is None:
        return None
    return {"engagements": silence.engagements, "first": silence.first, "last": silence.last}


def _known(day: str) -> str | None:
    return None if day == Undated else day
