"""Tell which verbs of a sentence begin a statement of their own, and not one inside what is said."""

from __future__ import annotations

from spacy.tokens import Span, Token

from memcon.reading.acts import speech_verb
from memcon.reading.clause_finite import finite, mistaken, passive, present
from memcon.reading.clause_positions import FINITE, Candidate, is_passive, is_perfect
from memcon.reading.clause_subordinate import led_in, participle, purpose


def candidate(token: Token, sentence: Span) -> Candidate | None:
    """Tell whether ``token`` is the verb of a statement of its own; None where it is not."""
    if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB"):
        return None
    row = speech_verb(token)
    if row is None:
        return None
    if is_passive(token):
        return passive(token, row)
    led = led_in(token, row)
    if led is not None:
        return led
    if token.tag_ in FINITE or is_perfect(token):
        return finite(token, row, sentence)
    if token.tag_ == "VBG":
        return participle(token, row, sentence)
    if token.tag_ == "VB":
        return present(token, row, sentence) or purpose(token, row)
    if token.tag_ == "VBN" and not any(c.dep_ == "agent" for c in token.children):
        return mistaken(token, row, sentence)
    return None
