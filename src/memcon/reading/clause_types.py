"""The value that the finders of clauses share."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.model import Act, SpeechMode


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement in one paragraph (code points of the paragraph's cleaned text).

    ``verb`` is the verb or other cue; ``subject`` the words that name who speaks, None where nobody is named;
    ``subject_rule`` how they were found: subject, inherited, participle, purpose, agent, passive-impersonal,
    according-to, in-words, trailing, quotation. ``of_meeting`` marks "met with Y to discuss X".
    """

    start: int
    end: int
    verb: tuple[int, int] | None
    subject: tuple[int, int] | None
    subject_rule: str
    mode: SpeechMode
    act: Act
    act_rule: str
    of_meeting: bool = False
