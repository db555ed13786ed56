"""Tokens of a stretch of text with what the vocabulary knows of them, as the grammar of offices looks at them."""

from __future__ import annotations

from memcon.reading.tokens import Token
from memcon.vocabulary.lexicon import Match
from memcon.vocabulary.offices import OfficeHead, office_heads, office_words

_PARTY_KINDS = frozenset(
    {"state-name", "state-adjective", "state-people", "metonym", "organisation", "organisation-adjective", "seat"}
)
_MOST_HEAD_WORDS = 4


class Sentence:
    """Tokens of a stretch of text with the party phrases over them: what the office grammar looks at."""

    def __init__(self, text: str, tokens: list[Token], phrases: list[Match]) -> None:
        self.text = text
        self.tokens = tokens
        self.party: list[Match | None] = [None] * len(tokens)
        self.head: list[tuple[OfficeHead, bool, int] | None] = []
        position = 0
        for phrase in phrases:
            if phrase.kind not in _PARTY_KINDS:
                continue
            while position < len(tokens) and tokens[position].end <= phrase.start:
                position += 1
            at = position
            while at < len(tokens) and tokens[at].start < phrase.end:
                self.party[at] = phrase
                at += 1
        self._take_in_acronyms()
        folded = [t.text.replace("’", "'").casefold() for t in tokens]
        letters = [c for c in text if c.isalpha()]
        self.shouting = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)
        # words as the grammar compares them: as written, but in lower case where the whole text is in capitals
        self.low = folded if self.shouting else [t.text for t in tokens]
        for i in range(len(tokens)):
            self.head.append(_head_at(folded, i))
        self.word = [folded[i] in office_words() and tokens[i].capitalised for i in range(len(tokens))]
        # a lower-case word counts only inside a lower-case office: "the foreign minister", "head of cabinet"
        self.lower_word = [folded[i] in office_words() and not tokens[i].capitalised for i in range(len(tokens))]

    def _take_in_acronyms(self) -> None:
        """Let "the Democratic People's Republic of Korea (DPRK)" be one phrase."""
        for at in range(1, len(self.tokens) - 2):
            before, inside = self.party[at - 1], self.party[at + 1]
            brackets = self.tokens[at].text == "(" and self.tokens[at + 2].text == ")"
            if brackets and before and inside and before.code == inside.code:
                self.party[at] = self.party[at + 1] = self.party[at + 2] = before


def _head_at(folded: list[str], i: int) -> tuple[OfficeHead, bool, int] | None:
    for length in range(min(_MOST_HEAD_WORDS, len(folded) - i), 0, -1):
        found = office_heads().get(tuple(folded[i : i + length]))
        if found:
            return (*found, length)
    return None
