"""Markdown files with front matter: title, date, url and publisher in the head, the body as written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import frontmatter
import yaml

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.days import iso_day
from memcon.sources.made import document_from_text
from memcon.sources.plain import decode, name_of


def read(data: bytes, origin: str) -> Iterator[Document | SourceError]:
    """Give the one document of a Markdown file; raises SourceError where its front matter is no YAML."""
    text = decode(data, origin).replace("\r\n", "\n")
    try:
        post = frontmatter.loads(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f"{origin}:{line + 2}" if line is not None else origin
        raise SourceError(f"{where}: the front matter is not YAML") from None
    head = {key.casefold(): value for key, value in post.metadata.items()}
    url = _text(head, "url", "source_url", "link")
    publisher = _text(head, "publisher", "source", "author")
    yield document_from_text(
        post.content,
        name=name_of(origin),
        raw=data,
        media_type="text/markdown",
        title=_text(head, "title"),
        publisher=publisher,
        url=url,
        published=iso_day(_text(head, "published", "date"), url=url, publisher=publisher),
        language=_text(head, "language", "lang"),
        origin=origin,
        retrieved=_text(head, "retrieved"),
    )


def _text(head: dict[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = head.get(key)
        if isinstance(value, date):
            return value.isoformat()
        if value is not None and str(value).strip():
            return str(value).strip()
    return None
