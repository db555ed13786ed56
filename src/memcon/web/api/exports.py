"""The record as a whole, row by row: sent as it is read, so that it may be of any length."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from enum import Enum, StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from memcon._version import __version__
from memcon.exporting.coded import coded
from memcon.exporting.decisions import log_line
from memcon.exporting.rows import csv_lines, row_of
from memcon.record import Record
from memcon.record.pages import document_key
from memcon.web.api.engagements import AskedFor
from memcon.web.api.problems import answers, is_known
from memcon.web.records import RecordFile

_TAGS: list[str | Enum] = ["exports"]
_AT_ONCE = 200
NDJSON, CSV = "application/x-ndjson", "text/csv"


class RowsAs(StrEnum):
    """How rows are written."""

    NDJSON = "ndjson"
    CSV = "csv"


class Exports:
    """The endpoints of exports."""

    def __init__(self, records: RecordFile) -> None:
        self.records = records

    def add_to(self, router: APIRouter) -> None:
        """Add the endpoints to a router."""
        for answer, types in (
            (self.export_engagements, (NDJSON, CSV)),
            (self.export_codings, (NDJSON,)),
            (self.export_decisions, (NDJSON,)),
        ):
            content = {media: {"schema": {"type": "string"}} for media in types}
            router.add_api_route(
                f"/exports/{answer.__name__.removeprefix('export_')}",
                answer,
                tags=_TAGS,
                response_class=Response,
                responses={200: {"description": "One row a line.", "content": content}, **answers(422, 503)},
            )

    def export_engagements(
        self,
        request: Request,
        asked: AskedFor,
        form: Annotated[RowsAs, Query(description="Lines of JSON, or a table of comma-separated values.")] = (
            RowsAs.NDJSON
        ),
    ) -> Response:
        """Give all engagements that fit, oldest first, as rows: those of `memcon list`."""
        record = self.records.record()
        rows = (row_of(e) for e in record.each(asked))
        if form is RowsAs.CSV:
            return self._sent(request, csv_lines(rows), CSV)
        return self._sent(request, _json_lines(rows), NDJSON)

    def export_codings(self, request: Request) -> Response:
        """Give what every document of the record says, by the codebook: lines of JSON as `memcon code` writes them."""
        record = self.records.record()
        return self._sent(request, _json_lines(_codings(record)), NDJSON)

    def export_decisions(self, request: Request) -> Response:
        """Give all decisions, oldest first: lines of JSON, to be taken over by another record."""
        record = self.records.record()
        return self._sent(request, (log_line(entry) + "\n" for entry in record.log()), NDJSON)

    def _sent(self, request: Request, lines: Iterable[str], media: str) -> Response:
        """Send lines as they come; the tag is that of the state of the record and of what was asked for."""
        state = (__version__, *self.records.state(), str(request.url.query), request.url.path)
        tag = f'"{hashlib.sha256(repr(state).encode()).hexdigest()[:32]}"'
        if is_known(request, tag):
            return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
        return StreamingResponse(lines, media_type=f"{media}; charset=utf-8", headers={"ETag": tag})


def _codings(record: Record) -> Iterator[dict[str, Any]]:
    after = None
    while page := record.document_page(after, _AT_ONCE):
        for line in page:
            yield coded(record.reading(line.id), line.name)
        after = document_key(page[-1])


def _json_lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
