"""Cut text into the tokens that the grammar of offices and names works on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z]\b)?"  # U.S., H.E., D.C
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Amb|Gen|Lt|Maj|Adm|Col|Sen|Rep|Gov|Eng|St|Smt|Jr|Sr)\."
    r"|\b[A-Z]\.(?=[\s\-A-Z,])"  # an initial
    r"|[’'][sS]\b"  # the possessive
    r"|[^\W_]+(?:[-‐‑][^\W_]+|[’'`ʻʼ](?![sS]\b)[^\W_]+)*"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, an abbreviation, a possessive ending or a punctuation mark, with its code point range."""

    start: int
    end: int
    text: str

    @property
    def capitalised(self) -> bool:
        """Whether the first letter is a capital."""
        return self.text[:1].isupper()

    @property
    def possessive(self) -> bool:
        """Whether this is the ending ’s."""
        return len(self.text) == 2 and self.text[0] in "’'" and self.text[1] in "sS"


def tokenise(text: str) -> list[Token]:
    """Give the tokens of ``text`` in order; white space belongs to none."""
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]
