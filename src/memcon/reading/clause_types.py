"""The value that the finders of clauses share."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.model import Act, SpeechMode


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement in one paragraph (code points of the paragraph's cleaned text).

    ``verb`` is the verb or other cue; ``subject`` the words that name who speaks, None where nobody is named;
    ``subject_rule`` how they were found:

    subject              the verb's own subject
    inherited            the subject of the verb that it is joined to ("thanked X and reaffirmed Y")
    participle           the subject of the main clause ("..., noting X")
    purpose              the subject of a verb of meeting ("met with Y to discuss X"); ``of_meeting`` is then set
    agent                "by" after a passive ("was stated by the President")
    passive-impersonal   nobody is named ("It was agreed", "Hope was expressed")
    according-to         "according to X"
    in-words             "in his words"
    trailing             "..., the Minister said" without quotation marks
    quotation            the verb of saying beside quotation marks (None: no such verb)
    first-person         the speaker of a transcript's turn
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
