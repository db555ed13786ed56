"""Markdown files with front matter: title, date, url and publisher in the head, the body as written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from memcon.model import Document
from memcon.sources.given import Input, InputError
from memcon.sources.made import document_from_text, publisher_and_url
from memcon.sources.plain import decode


def read(given: Input) -> Iterator[Document | InputError]:
    """Give the one document of a Markdown file; raises SourceError where its front matter is no YAML."""
    data = given.read()
    head, body = _split(decode(data, given.origin), given.origin)
    publisher, url = publisher_and_url(
        _text(head, "publisher", "author"), _text(head, "url", "source_url", "link"), _text(head, "source")
    )
    yield document_from_text(
        body,
        name=given.name,
        raw=data,
        media_type="text/markdown",
        title=_text(head, "title"),
        publisher=publisher,
        url=url,
        published=_text(head, "published", "date"),
        language=_text(head, "language", "lang"),
        origin=given.origin,
        retrieved=_text(head, "retrieved"),
    )


def _split(text: str, origin: str) -> tuple[dict[str, Any], str]:
    """Part the head from the body, which begins after the empty lines under the head."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    handler = YAMLHandler()
    if not handler.detect(text):
        return {}, text
    try:
        written, body = handler.split(text)
        head = handler.load(written)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = origin if line is None else f"{origin}:{line + 1}"
        raise InputError(where, "the front matter is not YAML") from None
    except ValueError:
        return {}, text  # a rule at the top of the page that no second one closes
    if not isinstance(head, dict):
        return {}, text
    return {str(key).casefold(): value for key, value in head.items()}, body.lstrip("\n")


def _text(head: dict[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = head.get(key)
        if isinstance(value, date):
            return value.isoformat()
        if value is not None and str(value).strip():
            return str(value).strip()
    return None
