"""HTML pages: the main text by trafilatura; the page as it came is kept as the document's bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import trafilatura
from trafilatura.settings import use_config

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.days import iso_day
from memcon.sources.made import document_from_text
from memcon.sources.plain import decode, name_of

_LATEST = datetime.max.replace(tzinfo=UTC).strftime("%Y-%m-%d")


def read(data: bytes, origin: str) -> Iterator[Document | SourceError]:
    """Give the one document of a page; raises SourceError where no main text is found in it."""
    page = decode(data, origin)
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "20")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "10")
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        config=config,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LATEST},
    )
    fields: dict[str, str | None] = found.as_dict() if found is not None and not isinstance(found, dict) else {}
    text = fields.get("text")
    if not text or not text.strip():
        raise SourceError(f"{origin}: no main text is found in this page; save its text as a .txt file")
    yield document_from_text(
        text,
        name=name_of(origin),
        raw=data,
        media_type="text/html",
        title=fields.get("title"),
        publisher=fields.get("sitename"),
        url=fields.get("url"),
        published=iso_day(fields.get("date")),
        language=fields.get("language"),
        origin=origin,
    )
