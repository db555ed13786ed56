"""Texts that are looked at and not kept: coded, linked, compared, searched for who says what."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import Field

from memcon.comparing.sides import compare, sides_of
from memcon.exporting.attributions import attribution_value
from memcon.exporting.coded import coded
from memcon.exporting.linked import linked_rows
from memcon.exporting.sides import as_objects
from memcon.linking.link import link
from memcon.linking.reprints import find_reprints
from memcon.model import Document, Reading
from memcon.reading.attributions import find_attributions
from memcon.reading.reader import read_document
from memcon.web.api.compare import ComparisonRead
from memcon.web.api.documents import NewDocument, document_of
from memcon.web.api.models import Value
from memcon.web.api.problems import Guarded, answers, wrong_use
from memcon.web.intake import LARGEST
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["texts"]
_MOST = 50
"""Texts at once, since the caller waits until all are read."""


class Texts(Value):
    """Texts to be looked at."""

    documents: list[NewDocument] = Field(min_length=1, max_length=_MOST, description="The texts.")


class TextsCompared(Value):
    """Texts to be laid side by side."""

    documents: list[NewDocument] = Field(min_length=2, max_length=12, description="The texts, in order.")
    by_words: bool = Field(False, strict=True, description="Without the sentence encoder.")


class Codings(Value):
    """Codings of texts."""

    items: list[dict[str, Any]] = Field(description="One for each text, as `memcon code` writes them.")


class Linked(Value):
    """Which texts tell of the same occasion."""

    occasions: list[dict[str, Any]] = Field(description="The occasions, as `memcon link` writes them.")
    accounts: list[dict[str, Any]] = Field(description="Which text tells of which occasion, and whether mainly.")


class WordsOfText(Value):
    """Where some words stand in the text."""

    start: int = Field(description="Offset of the first code point.")
    end: int = Field(description="Offset after the last code point.")
    text: str = Field(description="The words.")


class AttributionRead(Value):
    """Somebody says, thinks or wants something."""

    doc: str = Field(description="The document's name.")
    source: WordsOfText | None = Field(description="Who.")
    cue: WordsOfText | None = Field(description="The words that tell that it is said.")
    content: WordsOfText = Field(description="What is said, from its first to its last word.")
    pieces: list[WordsOfText] = Field(description="What is said, without what stands between.")
    rule: str = Field(description="How it was found.")


class AttributionList(Value):
    """Who says what."""

    items: list[AttributionRead] = Field(description="In the order of the texts.")


class Uploaded(Guarded):
    """A route that takes texts."""

    largest = LARGEST


class OfTexts:
    """The endpoints that look at texts; nothing of them is kept, and no record is needed."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        for path, answer, model in (
            ("/texts/codings", self.code, Codings),
            ("/texts/occasions", self.link, Linked),
            ("/texts/comparison", self.compare_texts, ComparisonRead),
            ("/texts/attributions", self.attribute, AttributionList),
        ):
            router.add_api_route(
                path,
                answer,
                methods=["POST"],
                response_model=model,
                tags=_TAGS,
                responses=answers(400, 403, 413, 415, 422),
                route_class_override=Uploaded,
            )

    def code(self, given: Annotated[Texts, Body()]) -> dict[str, Any]:
        """Code texts by the codebook, and keep nothing."""
        return {"items": [coded(read_document(d), d.name) for d in _documents(given.documents)]}

    def link(self, given: Annotated[Texts, Body()]) -> dict[str, Any]:
        """Tell which of some texts report the same occasion, and keep nothing."""
        documents = {d.id: d for d in _documents(given.documents)}
        readings: dict[str, Reading] = {name: read_document(d) for name, d in documents.items()}
        reprints = find_reprints(documents.values(), {name: r.layout for name, r in readings.items()})
        accounts = {(r.document, a.id): a for r in readings.values() for a in r.accounts}
        names = {name: d.name for name, d in documents.items()}
        occasions, told = linked_rows(link(readings.values(), reprints), accounts, names)
        return {"occasions": occasions, "accounts": told}

    def compare_texts(self, given: Annotated[TextsCompared, Body()]) -> dict[str, Any]:
        """Lay texts side by side, point by point, and keep nothing."""
        documents = _documents(given.documents)
        with wrong_use(422):
            sides = sides_of([(d, read_document(d)) for d in documents])
            return as_objects(compare(sides, by_words=given.by_words))

    def attribute(self, given: Annotated[Texts, Body()]) -> dict[str, Any]:
        """Tell who says, thinks or wants what in texts, and keep nothing."""
        found = ((d, a) for d in _documents(given.documents) for a in find_attributions(d.text, d.id))
        return {"items": [attribution_value(d, a) for d, a in found]}


def _documents(given: Sequence[NewDocument]) -> list[Document]:
    return [document_of(one) for one in given]
