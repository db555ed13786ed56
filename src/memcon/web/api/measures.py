"""Many pairs of texts compared, and codings scored against gold: what is measured, and not kept."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import ConfigDict, Field

from memcon.comparing.sides import compare, sides_of
from memcon.exporting.coded import coded
from memcon.exporting.sides import pair_as_objects
from memcon.model import Document, Reading
from memcon.reading.reader import read_document
from memcon.scoring import Tally
from memcon.scoring import score as tally_of
from memcon.scoring.facts import FACTS
from memcon.web.api.documents import NewDocument, document_of
from memcon.web.api.models import Value
from memcon.web.api.problems import answers, wrong_use
from memcon.web.api.texts import Uploaded
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["texts"]
_PAIRS, _DOCUMENTS, _ENGAGEMENTS, _STATEMENTS = 50, 500, 200, 2000
"""So many at once, since the caller waits for all."""


class Pair(Value):
    """Two documents, by the names of documents given or by name or id in the record."""

    a: str = Field(min_length=1, description="One document.")
    b: str = Field(min_length=1, description="The other.")


class Pairs(Value):
    """Pairs to be compared."""

    pairs: list[Pair] = Field(min_length=1, max_length=_PAIRS, description="The pairs.")
    documents: list[NewDocument] = Field(
        default_factory=list, max_length=2 * _PAIRS, description="Texts that pairs name and the record does not have."
    )
    by_words: bool = Field(False, strict=True, description="Without the sentence encoder.")


class PairRead(Value):
    """Two accounts side by side, in exact words."""

    a: str = Field(description="The first document's name.")
    b: str = Field(description="The second document's name.")
    both: list[list[str]] = Field(description="Points in both, span beside span.")
    only_a: list[str] = Field(description="Points in the first only.")
    only_b: list[str] = Field(description="Points in the second only.")
    contradict: list[list[str]] = Field(description="Span, span, and why they contradict one another.")


class PairList(Value):
    """Pairs, compared."""

    items: list[PairRead] = Field(description="In the order asked for.")


class _Coded(Value):
    model_config = ConfigDict(extra="ignore", from_attributes=True)


class CodedPlace(_Coded):
    """Where."""

    city: str | None = Field(None, description="The city.")
    country: str | None = Field(None, description="ISO 3166 alpha-2 code of the country.")


class CodedParticipant(_Coded):
    """Who took part."""

    name: str = Field(description="The name.")
    office: str | None = Field(None, description="The office.")
    party: str | None = Field(None, description="Whom they represent.")


class CodedEngagement(_Coded):
    """An engagement as a document tells of it."""

    id: str = Field(description="Its name in this document.")
    main: bool = Field(False, strict=True, description="Whether the document reports it as its subject.")
    kind: str | None = Field(None, description="What sort of occasion.")
    status: str | None = Field(None, description="Held, planned or cancelled.")
    mode: str | None = Field(None, description="How they met.")
    start: str | None = Field(None, description="First day (ISO).")
    end: str | None = Field(None, description="Last day (ISO).")
    place: CodedPlace | None = Field(None, description="Where.")
    forum: str | None = Field(None, description="In which format.")
    parties: list[str] = Field(default_factory=list, max_length=_ENGAGEMENTS, description="Codes of the parties.")
    participants: list[CodedParticipant] = Field(default_factory=list, max_length=_ENGAGEMENTS, description="Who.")


class CodedStatement(_Coded):
    """A statement."""

    text: str = Field(description="The words.")
    speakers: list[str] = Field(default_factory=list, max_length=_ENGAGEMENTS, description="Who says it.")
    act: str | None = Field(None, description="What is done by saying it.")
    mode: str | None = Field(None, description="Direct or indirect.")
    engagement: str | None = Field(None, description="The engagement at which it is said.")


class CodedTurn(_Coded):
    """A turn of a transcript."""

    starts: str = Field(description="Its first words.")
    speaker: str | None = Field(None, description="Who speaks.")


class CodedDocument(_Coded):
    """A document, coded by the codebook; further keys are ignored."""

    doc: str = Field(min_length=1, description="The document's name or id.")
    kind: str | None = Field(None, description="What sort of document.")
    engagements: list[CodedEngagement] = Field(default_factory=list, max_length=_ENGAGEMENTS, description="Of what.")
    statements: list[CodedStatement] = Field(default_factory=list, max_length=_STATEMENTS, description="Who says what.")
    turns: list[CodedTurn] = Field(default_factory=list, max_length=_STATEMENTS, description="Of transcripts.")


class Scoring(Value):
    """A gold coding, and the coding to score."""

    gold: list[CodedDocument] = Field(min_length=1, max_length=_DOCUMENTS, description="The gold coding.")
    coded: list[CodedDocument] | None = Field(
        None, max_length=_DOCUMENTS, description="The coding to score; null: that of the record, of the same documents."
    )
    errors: bool = Field(False, strict=True, description="List every fact that is not right.")


class FactScore(Value):
    """How one sort of fact was coded."""

    fact: str = Field(description="Which sort of fact.")
    precision: float = Field(description="Of the facts coded, the share that is right, 0 to 1.")
    recall: float = Field(description="Of the gold facts, the share that was coded rightly, 0 to 1.")
    f1: float = Field(description="The harmonic mean of the two.")
    gold: int = Field(description="How many facts the gold coding has.")


class Scores(Value):
    """How well a coding agrees with gold, as `memcon score` counts it."""

    items: list[FactScore] = Field(description="By sort of fact; those of which there are any.")
    all: FactScore = Field(description="All facts together.")
    errors: list[str] = Field(description="Where asked for: document, fact, gold and coded value, tab-separated.")


class Measures:
    """The endpoints that measure."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        for path, answer, model in (
            ("/texts/comparisons", self.compare_pairs, PairList),
            ("/texts/scores", self.score, Scores),
        ):
            router.add_api_route(
                path,
                answer,
                methods=["POST"],
                response_model=model,
                tags=_TAGS,
                responses=answers(400, 403, 404, 413, 415, 422, 503),
                route_class_override=Uploaded,
            )

    def compare_pairs(self, given: Annotated[Pairs, Body()]) -> dict[str, Any]:
        """Lay many pairs of documents side by side, each by itself: of the record or given here; nothing is kept."""
        texts = {d.name: d for d in map(document_of, given.documents)}
        names = dict.fromkeys(name for pair in given.pairs for name in (pair.a, pair.b))
        read = {name: self._read(name, texts.get(name)) for name in names}
        items = []
        for pair in given.pairs:
            with wrong_use(422):
                sides = sides_of([read[pair.a], read[pair.b]])
            items.append(pair_as_objects(compare(sides, by_words=given.by_words)))
        return {"items": items}

    def score(self, given: Annotated[Scoring, Body()]) -> Scores:
        """Score a coding, or what the record says of the same documents, against a gold coding of yours."""
        gold = {one.doc: one.model_dump() for one in given.gold}
        if given.coded is None:
            made = {name: coded(self._read(name, None)[1], name) for name in gold}
        else:
            made = {one.doc: one.model_dump() for one in given.coded}
        tally = tally_of(gold, made)
        return Scores(items=list(_rows(tally)), all=_row(tally, None), errors=tally.faults if given.errors else [])

    def _read(self, name: str, document: Document | None) -> tuple[Document, Reading]:
        if document is not None:
            return document, read_document(document)
        record = self.records.record()
        with wrong_use(404):
            found = record.document(name)
        return found, record.reading(found.id)


def _rows(tally: Tally) -> Iterator[FactScore]:
    for name in FACTS:
        row = _row(tally, name)
        if row.gold or tally.invented[name]:
            yield row


def _row(tally: Tally, name: str | None) -> FactScore:
    precision, recall, f1, gold = tally.scores(name)
    return FactScore(fact=name or "all facts", precision=precision, recall=recall, f1=f1, gold=gold)
