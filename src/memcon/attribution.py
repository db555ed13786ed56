"""The value that says who says what."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, a thought, a wish or a ruling that a text ascribes to somebody.

    ``source`` is who it is ascribed to, ``cue`` the words that ascribe it, None where the text names none. ``content``
    goes from the first to the last word of what is ascribed; ``pieces`` are the stretches of it without the source and
    cue that may stand between them ('"We won," she said. "It was close."'). ``rule`` names how it was found.
    """

    source: Span | None
    cue: Span | None
    content: Span
    pieces: tuple[Span, ...]
    rule: str
