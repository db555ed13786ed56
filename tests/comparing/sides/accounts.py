"""Two invented accounts of one call, and points made by hand."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from memcon import document, read_document
from memcon.comparing.sides import Side, sides_of
from memcon.comparing.sides.content import Common, Content, content_of
from memcon.comparing.sides.embeddings import Vectors
from memcon.model import Act, Document, Reading, Span

OSLO = """Prime Minister Astrid Falk spoke by telephone today with Prime Minister Henrik Saar of Estonia.

The prime ministers discussed the protection of cables in the Baltic Sea and the autumn \
visit of King Olav. Prime Minister Falk announced 40 million euros for mine clearance. The prime ministers \
agreed to meet in Tallinn on 12 May. Prime Minister Falk underlined the importance of the fisheries agreement."""

TALLINN = """Prime Minister Henrik Saar had a telephone conversation with Prime Minister Astrid Falk of Norway.

Prime Minister Saar thanked Norway for the 30 million euros for mine clearance. The parties touched upon the protection of \
cables at sea. It was agreed to meet in Tallinn on 20 May. The Prime Minister of Estonia stressed that defence \
spending must grow."""


@cache
def read(text: str, title: str, publisher: str, published: str) -> tuple[Document, Reading]:
    made = document(text, name=title, title=title, publisher=publisher, published=published)
    return made, read_document(made)


@cache
def sides() -> tuple[Side, ...]:
    """The two accounts above, published on two days in places an hour apart."""
    return sides_of(
        [
            read(OSLO, "Telephone conversation with Prime Minister Saar", "Norwegian Government", "2024-04-02"),
            read(
                TALLINN,
                "Prime Minister Saar spoke with Prime Minister Falk",
                "Ministry of Foreign Affairs of Estonia",
                "2024-04-03",
            ),
        ]
    )


def content(
    words: str, *, speakers: Sequence[str] = (), act: Act | None = None, common: Common | None = None
) -> Content:
    return content_of(Span("d", 0, len(words), words), speakers, act, common or Common())


class Letters:
    """An encoder that knows letters only: texts are near where they have the same letters."""

    name = "letters"

    def encode(self, texts: Sequence[str]) -> Vectors:
        counts = np.array([[t.casefold().count(chr(97 + k)) + 0.01 for k in range(26)] for t in texts], np.float32)
        unit: Vectors = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return unit
