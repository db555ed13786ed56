"""Exports: all that a search finds, an engagement or a document, in the formats of :mod:`memcon.exporting`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from memcon.errors import UsageError
from memcon.exporting.coded import coded
from memcon.exporting.lists import MEDIA_TYPES, ListFormat, written
from memcon.exporting.noted import note_of
from memcon.linking.engagements import Engagement
from memcon.model import Document
from memcon.record import Record
from memcon.vocabulary.fold import fold
from memcon.web.asking import Search
from memcon.web.narrowing import in_words
from memcon.web.records import OpenRecord
from memcon.web.rendering import engagement_at, not_found

router = APIRouter(include_in_schema=False)
_LONGEST = 80
_TOGETHER = 16 * 1024
"""Characters that are sent at once."""


@router.get("/export.{form}")
def export(form: ListFormat, asked: Search, record: OpenRecord) -> Response:
    """Give all engagements that a search finds, oldest first; answers 400 where the search makes no sense."""
    try:
        if asked.forum:
            record.make_series()
        found = record.each(asked.filters())
    except UsageError as error:
        raise HTTPException(400, str(error)) from None
    return _streamed(record, found, form, f"engagements {in_words(record, asked)}")


@router.get("/engagement/{reference}.csv")
@router.get("/engagement/{reference}.jsonl")
def engagement(reference: str, request: Request, record: OpenRecord) -> Response:
    """Give one engagement as a row; its note and its JSON are with its page."""
    found = engagement_at(record, reference)
    form = ListFormat(request.url.path.rpartition(".")[2])
    return _streamed(record, [found], form, f"engagement {found.id}")


@router.get("/document/{reference}.csv")
@router.get("/document/{reference}.jsonl")
def document(reference: str, request: Request, record: OpenRecord) -> Response:
    """Give the engagements that a document tells of, as rows."""
    known = _document(record, reference)
    form = ListFormat(request.url.path.rpartition(".")[2])
    return _streamed(record, record.engagements_of(known.id), form, f"engagements of {known.name}")


@router.get("/document/{reference}.json")
def coding(reference: str, record: OpenRecord) -> Response:
    """Give what was read from a document in the coded format of ``memcon code``."""
    known = _document(record, reference)
    return JSONResponse(coded(record.reading(known.id), known.name))


def _document(record: Record, reference: str) -> Document:
    try:
        return record.document(reference)
    except UsageError as error:
        raise not_found(error) from None


def _streamed(record: Record, found: Iterable[Engagement], form: ListFormat, name: str) -> Response:
    pieces = _together(written(form, found, lambda e: note_of(record, e)))
    headers = {"Content-Disposition": f'attachment; filename="{_file_name(name)}.{form}"'}
    return StreamingResponse(pieces, media_type=MEDIA_TYPES[form], headers=headers)


def _file_name(words: str) -> str:
    """Give words as a file name that every system takes: "memcon-engagements-kazakhstan-call"."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words).casefold()).strip("-")
    return f"memcon-{plain[:_LONGEST].strip('-')}"


def _together(pieces: Iterable[str]) -> Iterator[str]:
    """Put small pieces together, so that not every line is sent by itself."""
    kept: list[str] = []
    length = 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length > _TOGETHER:
            yield "".join(kept)
            kept, length = [], 0
    yield "".join(kept)
