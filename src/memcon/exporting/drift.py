"""The steps of a drift as text and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from memcon.comparing.phrases import Change, Fate, Piece, Step
from memcon.exporting.quoting import span_value, wrapped
from memcon.model import Document, Span

_SIGNS = {Fate.KEPT: "=", Fate.REWORDED: "~", Fate.NEW: "+", Fate.DROPPED: "-"}


def drift_as_text(steps: Sequence[Step], documents: Mapping[str, Document]) -> Iterator[str]:
    """Give the lines of a report: a block a step, "=" kept, "~" reworded, "+" new, "-" dropped."""
    yield "= kept   ~ reworded: [-before-] {+after+}   + new   - dropped   (code points before → after)"
    for step in steps:
        yield ""
        before, after = documents[step.before.document], documents[step.after.document]
        yield from wrapped(f"{step.issuer}: {step.before.day} → {step.after.day}")
        yield from wrapped(f"{before.name} ({step.before.engagement}) → {after.name} ({step.after.engagement})", 2)
        count = Counter(c.fate for c in step.changes)
        told = ", ".join(f"{count[fate]} {fate.value}" for fate in Fate if count[fate])
        yield from wrapped(f"{told or 'nothing to compare'}{_phrases(step)}", 2)
        for change in step.changes:
            yield from wrapped(f"{_SIGNS[change.fate]} {_words(change)} {_place(change)}", 2)


def _phrases(step: Step) -> str:
    parts = [f"{name}: {', '.join(phrases)}" for name, phrases in (("came", step.came), ("went", step.went)) if phrases]
    return f" · set phrases {'; '.join(parts)}" if parts else ""


def _words(change: Change) -> str:
    if change.fate is Fate.REWORDED:
        return marked(change.diff)
    span = change.after or change.before
    return " ".join(span.text.split()) if span else ""


def marked(pieces: Iterable[Piece]) -> str:
    """Give a word diff as wdiff writes it: "unwavering [-support-] {+commitment+}"."""
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return " ".join(marks[p.sign].format(p.text) for p in pieces)


def _place(change: Change) -> str:
    def numbers(span: Span | None) -> str:
        return f"{span.start}–{span.end}" if span else "·"

    return f"({numbers(change.before)} → {numbers(change.after)})"


def step_value(step: Step) -> dict[str, Any]:
    """Give a step for JSON."""
    return {
        "issuer": step.issuer,
        "before": {"document": step.before.document, "engagement": step.before.engagement, "day": step.before.day},
        "after": {"document": step.after.document, "engagement": step.after.engagement, "day": step.after.day},
        "came": list(step.came),
        "went": list(step.went),
        "changes": [
            {
                "fate": c.fate.value,
                "before": span_value(c.before) if c.before else None,
                "after": span_value(c.after) if c.after else None,
                "likeness": round(c.likeness, 1),
                "diff": [[p.sign, p.text] for p in c.diff],
            }
            for c in step.changes
        ],
    }
