"""Phrases and wording over time as their page shows them: every use with its words and their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.comparing.material import Undated
from memcon.comparing.phrases import Fate, History, Silence, Step, Use
from memcon.exporting.quoting import in_context
from memcon.exporting.words import party_in_words
from memcon.model import Document
from memcon.web import links
from memcon.web.multiples import Multiples, multiples

_AROUND = 90
_PLOTTED = 24
_SIGNS = {Fate.KEPT: "kept", Fate.REWORDED: "reworded", Fate.NEW: "new", Fate.DROPPED: "dropped"}


@dataclass(frozen=True, slots=True)
class Used:
    """A use: its day (None: not known), who says it, the words in ⟦ ⟧ with a little around them, and where they stand.

    ``anchor`` is the id of the first use of its year, None for the others.
    """

    day: str | None
    voice: str
    snippet: str
    href: str
    copied: bool
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Followed:
    """A phrase: its counts in words, its wordings with their documents, and its uses."""

    anchor: str
    phrase: str
    why: str
    documents: int
    engagements: int
    sides: tuple[tuple[str, int], ...]
    gaps: tuple[str, ...]
    forms: tuple[tuple[str, int], ...]
    uses: tuple[Used, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What became of a sentence: its fate in one word, its pieces as sign and words, and where it stands."""

    fate: str
    pieces: tuple[tuple[str, str], ...]
    href: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A step from one readout to the next: engagements with days, counts by fate, phrases that came and went."""

    issuer: str
    before: tuple[str, str]
    after: tuple[str, str]
    counts: tuple[tuple[str, int], ...]
    came: tuple[str, ...]
    went: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def followed(told: Sequence[History], documents: Mapping[str, Document]) -> list[Followed]:
    """Put the histories of phrases into the values of their page."""
    return [
        Followed(
            f"phrase-{n}",
            h.phrase,
            h.why,
            h.documents,
            h.engagements,
            tuple((party_in_words(side) if side else "side not known", number) for side, number in h.by_side().items()),
            tuple(_gaps(h)),
            tuple((form.form, form.documents) for form in h.forms()),
            tuple(_uses(h, f"phrase-{n}", documents)),
        )
        for n, h in enumerate(told, start=1)
    ]


def plotted(told: Sequence[History]) -> Multiples | None:
    """Draw the documents of each phrase by year, those of the most documents; None where no use has a date."""
    dated = [(n, h) for n, h in enumerate(told, start=1) if h.by_year()][:_PLOTTED]
    rows = [(h.phrase, f"#phrase-{n}", h.documents, h.by_year()) for n, h in dated]
    return multiples(rows, lambda at, year: f"#phrase-{dated[at][0]}-{year}")


def _uses(history: History, anchor: str, documents: Mapping[str, Document]) -> Iterator[Used]:
    seen: set[str] = set()
    for use in history.uses:
        day = None if use.day == Undated else use.day
        year = use.day[:4] if day else ""
        first = bool(year) and year not in seen
        seen.add(year)
        snippet = in_context(documents[use.words.document], use.words, _AROUND)
        place = f"{anchor}-{year}" if first else None
        yield Used(day, _voice(use), snippet, links.words(use.words), use.copied, place)


def _voice(use: Use) -> str:
    if use.speakers:
        return ", ".join(party_in_words(speaker) for speaker in use.speakers)
    return f"the writer, for {', '.join(map(party_in_words, use.sides))}" if use.sides else "the writer"


def _gaps(history: History) -> Iterator[str]:
    if history.gap:
        yield f"longest gap: {_silence(history.gap)}"
    if history.since:
        yield f"not found since in {_silence(history.since)}"


def _silence(silence: Silence) -> str:
    days = silence.first if silence.first == silence.last else f"{silence.first} to {silence.last}"
    return f"{silence.engagements} engagement{'' if silence.engagements == 1 else 's'}, {days}"


def reworded(step: Step) -> Reworded:
    """Put a step from one readout to the next into the values of its page."""
    counts = {fate: sum(c.fate is fate for c in step.changes) for fate in Fate}
    return Reworded(
        step.issuer,
        (step.before.day, links.engagement(step.before.engagement)),
        (step.after.day, links.engagement(step.after.engagement)),
        tuple((_SIGNS[fate], number) for fate, number in counts.items() if number),
        step.came,
        step.went,
        tuple(_sentences(step)),
    )


def _sentences(step: Step) -> Iterator[Sentence]:
    for change in step.changes:
        span = change.after or change.before
        if span is not None:
            words = " ".join(span.text.split())
            pieces = tuple((p.sign, p.text) for p in change.diff) if change.fate is Fate.REWORDED else (("=", words),)
            yield Sentence(_SIGNS[change.fate], pieces, links.words(span))
