"""Make documents of texts and records at hand."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from memcon.model import Document
from memcon.sources.days import iso_day
from memcon.sources.given import InputError

LONGEST = 500_000
"""Code points that a text may have. The longest of 2,305 releases has 61,557; what is longer is a book or a heap of
documents, and would be read for minutes."""
_TEXT_KEYS = ("text", "content", "body")
_NAME_KEYS = ("doc", "id", "url", "title")
_LINE_END = re.compile(r"\s*[\r\n]\s*")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def identity(raw: bytes) -> str:
    """Give the id of a document: the SHA-256 of its bytes, in hex."""
    return hashlib.sha256(raw).hexdigest()


def canonical_text(title: str | None, body: str) -> str:
    """Make the canonical text: line ends ``\\n``, a title of its own at the head, followed by an empty line.

    A body whose first line is the title, be it a Markdown heading, stays as it is.
    """
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    head = one_line(title or "")
    first = body.lstrip().split("\n", 1)[0]
    said = any(line.split() == head.split() for line in (first, first.lstrip("#")))
    return body if said or not head else f"{head}\n\n{body}"


def one_line(title: str) -> str:
    """Give a title without line ends and without white space around it; no-break spaces inside it stay."""
    return _LINE_END.sub(" ", title).strip()


def document_from_text(
    text: str,
    *,
    name: str = "text",
    raw: bytes | None = None,
    media_type: str = "text/plain",
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | date | None = None,
    language: str | None = None,
    origin: str | None = None,
    retrieved: str | None = None,
) -> Document:
    """Make a document of ``text``.

    ``raw`` are the bytes as they came, by default the text in UTF-8. ``published`` is the date as the source writes
    it: the document has the ISO day of it, local to the publisher, or None where it is no complete date.
    Raises SourceError where the text is blank, longer than :data:`LONGEST`, or holds half a character (a lone
    surrogate, which no encoding can write).
    """
    where = origin or name
    if not text.strip():
        raise InputError(where, "holds no text")
    if len(text) > LONGEST:
        raise InputError(
            where, f"holds {len(text):,} characters, and at most {LONGEST:,} are read; cut it into its documents"
        )
    head = one_line(title or "") or None
    broken = _HALF_CHARACTER.search("\n".join(filter(None, (text, name, head, publisher, url, language, retrieved))))
    if broken:
        raise InputError(where, f"holds half a character (\\u{ord(broken[0]):04x}); have its source written as UTF-8")
    data = text.encode() if raw is None else raw
    return Document(
        id=identity(data),
        name=name,
        raw=data,
        media_type=media_type,
        text=canonical_text(head, text),
        title=head,
        publisher=publisher or None,
        url=url or None,
        published=iso_day(published, url=url, publisher=publisher),
        language=language or None,
        origin=origin,
        retrieved=retrieved or None,
    )


def document_from_record(record: Mapping[str, Any], *, raw: bytes | None = None, origin: str | None = None) -> Document:
    """Make a document of a mapping with ``doc``, ``title``, ``url``, ``publisher``, ``published`` and ``text``.

    ``content`` or ``body`` may stand for ``text``, ``date`` for ``published``, ``source`` for ``publisher`` (or, with
    an address in it, for ``url``); any but the text may be missing. ``raw`` are the bytes as they came, by default the
    mapping as JSON with sorted keys. Raises SourceError where there is no text.
    """
    where = origin or "record"
    text = next((record[k] for k in _TEXT_KEYS if _text(record.get(k))), None)
    if text is None:
        raise InputError(where, "holds no text" if "text" in record else 'has no "text"')
    data = canonical_dump(record) if raw is None else raw
    publisher, url = publisher_and_url(
        _text(record.get("publisher")), _text(record.get("url")), _text(record.get("source"))
    )
    when = record.get("published") or record.get("date")
    return document_from_text(
        text,
        name=next((str(record[k]) for k in _NAME_KEYS if record.get(k)), identity(data)[:12]),
        raw=data,
        media_type="application/json",
        title=_text(record.get("title")),
        publisher=publisher,
        url=url,
        published=when if isinstance(when, str | date) else None,
        language=_text(record.get("language")),
        origin=where,
        retrieved=_text(record.get("retrieved")),
    )


def canonical_dump(record: Mapping[str, Any]) -> bytes:
    """Give the bytes of a record that did not come as bytes of its own: JSON in UTF-8 with sorted keys."""
    return json.dumps(dict(record), ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")


def publisher_and_url(publisher: str | None, url: str | None, source: str | None) -> tuple[str | None, str | None]:
    """Complete publisher and URL by a field called "source", in which either is written."""
    if source and re.match(r"https?://", source):
        return publisher, url or source
    return publisher or source, url


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
