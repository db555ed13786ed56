"""Make documents of texts and records at hand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.days import iso_day

_TEXT_KEYS = ("text", "content", "body")
_NAME_KEYS = ("doc", "id", "url", "title")


def identity(raw: bytes) -> str:
    """Give the id of a document: the SHA-256 of its bytes, in hex."""
    return hashlib.sha256(raw).hexdigest()


def canonical_text(title: str | None, body: str) -> str:
    """Make the canonical text: line ends ``\\n``, a title of its own at the head, followed by an empty line."""
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    if not title:
        return body
    head = " ".join(title.split())
    first = body.lstrip().split("\n", 1)[0]
    return body if " ".join(first.split()) == head else f"{head}\n\n{body}"


def document_from_text(
    text: str,
    *,
    name: str = "text",
    raw: bytes | None = None,
    media_type: str = "text/plain",
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    origin: str | None = None,
    retrieved: str | None = None,
) -> Document:
    """Make a document of ``text``.

    ``raw`` are the bytes as they came, by default the text in UTF-8; ``published`` the publisher's local day (ISO).
    Raises SourceError where the text is blank.
    """
    if not text.strip():
        raise SourceError(f"{origin or name}: holds no text")
    data = text.encode("utf-8", "surrogatepass") if raw is None else raw
    head = " ".join(title.split()) if title and title.strip() else None
    return Document(
        id=identity(data),
        name=name,
        raw=data,
        media_type=media_type,
        text=canonical_text(head, text),
        title=head,
        publisher=publisher or None,
        url=url or None,
        published=published,
        language=language,
        origin=origin,
        retrieved=retrieved,
    )


def document_from_record(record: Mapping[str, Any], *, raw: bytes | None = None, origin: str | None = None) -> Document:
    """Make a document of a mapping with ``doc``, ``title``, ``url``, ``publisher``, ``published`` and ``text``.

    ``content`` or ``body`` may stand for ``text``, ``date`` for ``published``, ``source`` for ``publisher``; any but
    the text may be missing. Raises SourceError where there is no text.
    """
    text = next((record[k] for k in _TEXT_KEYS if isinstance(record.get(k), str)), None)
    if text is None:
        raise SourceError(f'{origin or "record"}: has no "text"')
    data = raw if raw is not None else json.dumps(dict(record), ensure_ascii=False, sort_keys=True).encode()
    name = next((str(record[k]) for k in _NAME_KEYS if record.get(k)), identity(data)[:12])
    return document_from_text(
        text,
        name=name,
        raw=data,
        media_type="application/json",
        title=_text(record.get("title")),
        publisher=_text(record.get("publisher") or record.get("source")),
        url=_text(record.get("url")),
        published=iso_day(_text(record.get("published") or record.get("date"))),
        language=_text(record.get("language")),
        origin=origin,
        retrieved=_text(record.get("retrieved")),
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
