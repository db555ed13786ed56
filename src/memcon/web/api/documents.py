"""Documents: the list, one with all that was read from it, and taking new ones in."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import Field

from memcon.exporting.copies import reprint_in_words
from memcon.exporting.rows import row_of
from memcon.model import Document, DocumentKind
from memcon.record.pages import document_key
from memcon.sources.made import document_from_record
from memcon.web.api.bodies import BYTES, FILES, Uploading, body_of
from memcon.web.api.engagements import EngagementRow
from memcon.web.api.models import Account, Cited, DocumentLine, DocumentRow, Gap, Turn, Value
from memcon.web.api.paging import Cursor, Limit, Page, cut, read_cursor
from memcon.web.api.problems import ProblemError, answers, wrong_use
from memcon.web.intake import MOST, documents_in, taken_in
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["documents"]

Reference = Annotated[str, Path(description="The document's id, the beginning of it, or its name.")]


class DocumentRead(DocumentLine):
    """A document with its text and all that was read from it."""

    text: str = Field(description="The canonical text, to which all offsets refer.")
    origin: str | None = Field(description="Where the bytes were read.")
    retrieved: str | None = Field(description="When they were retrieved, if known.")
    kind: Cited[DocumentKind] = Field(description="What sort of text it is, with the words that decided.")
    dated: Cited[str] | None = Field(description="Its own day, from which 'today' is counted; null where not known.")
    accounts: list[Account] = Field(description="What it says of engagements, its subjects first.")
    turns: list[Turn] = Field(description="The turns of a transcript, in order.")
    gaps: list[Gap] = Field(description="Marks such as '(inaudible)'.")
    reprints: list[str] = Field(description="What it is a copy of, with the reasons.")


class NewDocument(Value):
    """A text to be read."""

    text: str = Field(min_length=1, description="The text.")
    name: str | None = Field(None, description="What to call it.")
    title: str | None = Field(None, description="A title that does not stand in the text.")
    publisher: str | None = Field(None, description="Who published it.")
    url: str | None = Field(None, description="Where it was published.")
    published: str | None = Field(None, description="Day of publication as the source writes it.")
    language: str | None = Field(None, description="ISO 639-1 code, if known.")


class Added(Value):
    """A document that was taken in."""

    document: str = Field(description="Its id.")
    name: str = Field(description="Its name.")
    new: bool = Field(description="False where the record had it already.")
    engagements: list[EngagementRow] = Field(description="The engagements that it tells of, as they are now.")


class Failed(Value):
    """A part of a file that could not be read."""

    origin: str = Field(description="The file, with the line or entry.")
    reason: str = Field(description="Why.")


class AddedFile(Value):
    """What became of a file."""

    documents: list[Added] = Field(description="The documents in it.")
    failures: list[Failed] = Field(description="What could not be read.")


class Documents:
    """The endpoints of documents."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        add = router.add_api_route
        add(
            "/documents", self.list_documents, response_model=Page[DocumentRow], tags=_TAGS, responses=answers(422, 503)
        )
        add(
            "/documents",
            self.add_document,
            methods=["POST"],
            status_code=201,
            tags=_TAGS,
            responses={
                200: {"model": Added, "description": "The record had it already."},
                **answers(400, 403, 413, 415, 422, 503),
            },
            route_class_override=Uploading,
        )
        add(
            "/files",
            self.add_file,
            methods=["POST"],
            tags=_TAGS,
            response_model=AddedFile,
            responses=answers(400, 403, 413, 415, 422, 503),
            openapi_extra=body_of(FILES),
            route_class_override=Uploading,
        )
        add("/documents/{document}", self.get_document, tags=_TAGS, responses=answers(404, 422, 503))
        add(
            "/documents/{document}",
            self.remove_document,
            methods=["DELETE"],
            response_model=DocumentLine,
            tags=_TAGS,
            responses=answers(403, 404, 422, 503),
        )
        add(
            "/documents/{document}/original",
            self.get_original,
            tags=_TAGS,
            response_class=Response,
            responses={
                200: {"description": "The bytes.", "content": {BYTES: {"schema": _BINARY}}},
                **answers(404, 422, 503),
            },
        )

    def list_documents(self, limit: Limit = 50, cursor: Cursor = None) -> Page[Any]:
        """List documents by day of publication, undated ones last."""
        record = self.records.record()
        found = record.document_page(read_cursor(cursor, 2), limit + 1)
        items, following = cut(found, limit, document_key)
        return Page[Any](items=items, next=following)

    def get_document(self, document: Reference) -> DocumentRead:
        """Give a document with its text, its accounts and its turns."""
        record = self.records.record()
        with wrong_use(404):
            found = record.document(document)
            reading = record.reading(found.id)
            copies = [r for r in record.reprints(found.id) if r.copy == found.id]
            names = {r.source: record.document(r.source).name for r in copies if r.source is not None}
            names |= {d: record.document(d).name for r in copies for d in r.chain if record.has(d)}
        line = DocumentLine.model_validate(found).model_dump() | {"language": found.language or reading.language}
        return DocumentRead(
            **line,
            text=found.text,
            origin=found.origin,
            retrieved=found.retrieved,
            kind=Cited[DocumentKind].model_validate(reading.kind),
            dated=Cited[str].model_validate(reading.dated) if reading.dated else None,
            accounts=[Account.model_validate(a) for a in reading.accounts],
            turns=[Turn.model_validate(t) for t in reading.turns],
            gaps=[Gap.model_validate(g) for g in reading.layout.gaps],
            reprints=[reprint_in_words(r, lambda d: names.get(d, d[:12])) for r in copies],
        )

    def get_original(self, document: Reference) -> Response:
        """Give the bytes of a document as they came, to be saved and not to be shown."""
        record = self.records.record()
        with wrong_use(404):
            found = record.document(document)
        # a page of somebody else's must not be opened as one of ours
        headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
        return Response(found.raw, media_type=BYTES, headers=headers)

    def remove_document(self, document: Reference) -> Any:
        """Take a document, and what only it reports, out of the record."""
        with self.records.writing() as record, wrong_use(404):
            removed = record.remove(document)
            record.relink()
        return removed

    def add_document(self, given: Annotated[NewDocument, Body()], response: Response) -> Added:
        """Read a text, keep it, and link what it tells of."""
        (added,) = self._take_in([document_of(given)])
        response.status_code = 201 if added.new else 200
        response.headers["Location"] = f"/api/v1/documents/{added.document}"
        return added

    async def add_file(
        self,
        request: Request,
        name: Annotated[
            str, Query(min_length=1, max_length=200, description="The file's name; its suffix tells what it is.")
        ],
    ) -> AddedFile:
        """Read a file, given as the body: text, Markdown, HTML, PDF, JSON, JSON Lines, RSS or Atom.

        A file may hold up to 100 documents.
        """
        return await run_in_threadpool(self._file, name, await request.body())

    def _file(self, name: str, data: bytes) -> AddedFile:
        documents, failures = documents_in(name, data)
        if len(documents) > MOST:
            raise ProblemError(413, f"{name} holds {len(documents)} documents; send {MOST} at once")
        if failures and not documents:
            raise ProblemError(422, f"{failures[0].origin}: {failures[0].reason}")
        return AddedFile(
            documents=self._take_in(documents), failures=[Failed(origin=f.origin, reason=f.reason) for f in failures]
        )

    def _take_in(self, documents: list[Document]) -> list[Added]:
        with self.records.writing() as record:
            return [
                Added(
                    document=taken.document.id,
                    name=taken.document.name,
                    new=taken.new,
                    engagements=[EngagementRow.model_validate(row_of(e)) for e in taken.engagements],
                )
                for taken in taken_in(record, documents)
            ]


def document_of(given: NewDocument) -> Document:
    """Make a document of a text that was sent; raises InputError where it is none."""
    values = {k: v for k, v in given.model_dump().items() if v is not None and k != "name"}
    return document_from_record(values | ({"doc": given.name} if given.name else {}), origin="upload")


_BINARY = {"type": "string", "format": "binary"}
