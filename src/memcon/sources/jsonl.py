"""JSON and JSON Lines: one document an object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.made import document_from_record
from memcon.sources.plain import decode


def read(data: bytes, origin: str) -> Iterator[Document | SourceError]:
    """Give the documents of a JSON object, an array of objects, or one object a line; a wrong line is named."""
    text = decode(data, origin)
    whole = _whole(text)
    if whole is not None:
        if len(whole) == 1 and not text.lstrip("\ufeff \n\t").startswith("["):
            yield _document(whole[0], text.strip().encode(), origin)
            return
        for number, record in enumerate(whole, start=1):
            yield _document(record, None, f"{origin}#{number}")
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{origin}:{number}"
        try:
            record = json.loads(line)
        except ValueError:
            yield SourceError(f"{where}: is not JSON")
            continue
        yield _document(record, line.strip().encode(), where)


def _whole(text: str) -> list[Any] | None:
    """The records of a file that is one JSON value; None where it is JSON Lines (or no JSON)."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, list) else [value]


def _document(record: Any, raw: bytes | None, where: str) -> Document | SourceError:
    if not isinstance(record, dict):
        return SourceError(f'{where}: is not an object with a "text"')
    try:
        return document_from_record(record, raw=raw, origin=where)
    except SourceError as error:
        return error
