"""Adding documents: a form for files or a pasted text, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.requests import ClientDisconnect

from memcon.errors import UsageError
from memcon.model import Document
from memcon.record import Record
from memcon.sources.days import iso_day
from memcon.sources.given import InputError
from memcon.sources.made import document_from_record
from memcon.vocabulary.publishers import host_in
from memcon.web import links
from memcon.web.intake import LARGEST, MOST, Taken, documents_in, is_only_in, taken_in
from memcon.web.limits import limited
from memcon.web.notes import title_of_document
from memcon.web.records import OpenRecord, RecordFile, Records
from memcon.web.rendering import page
from memcon.web.visitors import Reviewing

router = APIRouter(include_in_schema=False)
_FIELDS = 20


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into the form."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""


class WrongFormError(Exception):
    """What is wrong with the form, in one line, and in which field."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


@router.get("/add")
def form(request: Request, _: Reviewing) -> Response:
    """Show the form."""
    return _form(request, Typed())


@router.post("/add")
async def add(request: Request, records: Records, _: Reviewing) -> Response:
    """Take documents in and lead to what was read; where anything is wrong, nothing is added."""
    typed = Typed()
    try:
        async with limited(request, LARGEST).form(
            max_files=MOST + 1, max_fields=_FIELDS, max_part_size=LARGEST
        ) as sent:
            typed, files = _typed(sent), await _files(sent)
        taken = await run_in_threadpool(_take_in, records, typed, files)
    except ClientDisconnect:
        return Response(status_code=400)
    except WrongFormError as error:
        return _form(request, typed, str(error), error.field)
    except InputError as error:
        words = f"{error.failure.origin} {error.failure.reason}" if files else f"the text {error.failure.reason}"
        return _form(request, typed, words, "file" if files else "text")
    except AnyHTTPException as error:
        if error.status_code == 413:
            return _form(request, typed, f"that is more than {_megabytes()} MB; send less at once", "file")
        return _form(request, typed, "the form did not arrive whole; send it again", "file")
    return RedirectResponse(_outcome(taken), 303)


@router.get("/added")
def added(
    request: Request,
    record: OpenRecord,
    new: Annotated[list[str] | None, Query()] = None,
    known: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """Show what came of several documents, given by their ids."""
    mine, others = (_documents(record, ids or []) for ids in (new, known))
    ids = {document.id for document in mine}
    told = {e.id: is_only_in(e, ids) for d in mine for e in record.engagements_of(d.id)}
    return page(
        request,
        "added.html",
        rows=[
            (d, title_of_document(d, record.reading(d.id)), d.id in ids, record.engagements_of(d.id))
            for d in mine + others
        ],
        new=len(mine),
        known=len(others),
        made=sum(told.values()),
        joined=len(told) - sum(told.values()),
    )


def _form(request: Request, typed: Typed, problem: str = "", field: str = "") -> Response:
    return page(
        request,
        "add.html",
        422 if problem else 200,
        typed=typed,
        problem=problem,
        field=field,
        megabytes=_megabytes(),
        largest=LARGEST,
        most=MOST,
    )


def _megabytes() -> int:
    return LARGEST // 1_000_000


def _typed(sent: FormData) -> Typed:
    given = {name: str(sent.get(name, "")).replace("\r\n", "\n") for name in Typed.__slots__}
    return Typed(**{name: words if name == "text" else " ".join(words.split()) for name, words in given.items()})


async def _files(sent: FormData) -> list[tuple[str, bytes]]:
    """The files by their names, without folders that a browser may tell of."""
    given = [one for one in sent.getlist("file") if isinstance(one, UploadFile) and one.filename]
    return [(str(one.filename).replace("\\", "/").rpartition("/")[2], await one.read()) for one in given]


def _take_in(records: RecordFile, typed: Typed, files: list[tuple[str, bytes]]) -> list[Taken]:
    """Read and keep what was sent; raises WrongFormError or SourceError before anything is kept."""
    documents = _from_form(typed, files)
    with records.writing() as record:
        return taken_in(record, documents)


def _from_form(typed: Typed, files: list[tuple[str, bytes]]) -> list[Document]:
    if not files and not typed.text.strip():
        raise WrongFormError("file", "choose a file, or paste a text")
    if files and typed.text.strip():
        raise WrongFormError("text", "send files or a pasted text, not both at once")
    if typed.published and iso_day(typed.published) is None:
        raise WrongFormError("published", f"{typed.published!r} is no day; write it like 2024-03-05")
    if typed.url and not (host_in(typed.url) and typed.url.startswith(("http://", "https://"))):
        raise WrongFormError("url", f"{typed.url!r} is no address; it begins with https:// or http://")
    if not files:
        told = {name: words for name, words in asdict(typed).items() if words}
        return [document_from_record(told, origin="upload")]
    found = {document.id: document for name, data in files for document in _whole(name, data)}
    if len(found) > MOST:
        raise WrongFormError("file", f"these are {len(found)} documents; send {MOST} at once")
    if len(found) > 1 and (typed.title or typed.url):
        field = "title" if typed.title else "url"
        raise WrongFormError(field, f"these are {len(found)} documents; leave out title and address, or send one alone")
    return [_completed(document, typed) for document in found.values()]


def _whole(name: str, data: bytes) -> list[Document]:
    """The documents of a file, all of which must be read."""
    documents, failures = documents_in(name, data)
    if failures:
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        raise WrongFormError("file", f"{failures[0].origin} {failures[0].reason}{more}")
    return documents


def _completed(document: Document, typed: Typed) -> Document:
    """The document with what was typed, where the file itself does not say so."""
    return replace(
        document,
        title=document.title or typed.title or None,
        publisher=document.publisher or typed.publisher or None,
        url=document.url or typed.url or None,
        published=document.published or iso_day(typed.published, url=typed.url, publisher=typed.publisher),
    )


def _outcome(taken: list[Taken]) -> str:
    """The page that shows what came of it: the document's, or that of several."""
    if len(taken) == 1:
        return links.with_query(links.document(taken[0].document.id), {"added": _state(taken[0])})
    states = {state: [t.document.id[:16] for t in taken if _state(t) == state] for state in ("new", "known")}
    return links.with_query("/added", states)


def _state(taken: Taken) -> str:
    return "new" if taken.new else "known"


def _documents(record: Record, ids: list[str]) -> list[Document]:
    try:
        return [record.document(one) for one in ids[:MOST]]
    except UsageError as error:
        raise HTTPException(404, str(error)) from None
