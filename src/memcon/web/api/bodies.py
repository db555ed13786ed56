"""Bodies that are no JSON value: files, lines of JSON, tables."""

from __future__ import annotations

from typing import Any

from memcon.web.api.problems import Guarded
from memcon.web.intake import LARGEST

BYTES = "application/octet-stream"
FILES = (
    BYTES,
    "text/plain",
    "text/markdown",
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
    "application/json",
    "application/x-ndjson",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "text/xml",
)
"""What documents come as; the name of the file, else its bytes, tell what it is."""
JSON_LINES = ("application/x-ndjson", "application/jsonl", BYTES)
TABLES = ("text/csv", "text/tab-separated-values", BYTES)


_BINARY = {"type": "string", "format": "binary"}


class Uploading(Guarded):
    """A route that takes more bytes than others."""

    largest = LARGEST


def body_of(types: tuple[str, ...]) -> dict[str, Any]:
    """Describe, for OpenAPI, a body of bytes of these media types; what comes as another is refused."""
    content = {media: {"schema": {} if media == "application/json" else _BINARY} for media in types}
    return {"requestBody": {"required": True, "content": content}}
