"""RSS and Atom files: one document an entry, with its full content."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import feedparser
from lxml import etree

from memcon.model import Document
from memcon.sources.given import Input, InputError
from memcon.sources.made import document_from_text
from memcon.sources.markup import text_of

_ENTRIES = frozenset({"item", "entry"})
_PARENTS = frozenset({"channel", "feed", "RDF", "rss"})


def read(given: Input) -> Iterator[Document | InputError]:
    """Give the documents of a feed; raises SourceError for what is no feed, or one without entries.

    The bytes of a document are its entry's element in canonical XML, so that an entry is the same document in
    whichever download of the feed it stands.
    """
    data = given.read()
    # as a stream, since feedparser takes bytes for the name of a file
    try:
        feed = feedparser.parse(io.BytesIO(data))
    except ValueError:  # a declared encoding that is none
        raise InputError(given.origin, "is no RSS or Atom feed") from None
    if not feed.entries:
        raise InputError(given.origin, "is a feed without entries" if feed.get("version") else "is no RSS or Atom feed")
    raws = _elements(data)
    for number, entry in enumerate(feed.entries):
        raw = raws[number] if len(raws) == len(feed.entries) else _dump(entry)
        try:
            yield _document(entry, raw, feed.feed.get("title"), f"{given.origin}#{number + 1}")
        except InputError as error:
            yield error


def _document(entry: Any, raw: bytes, feed_title: str | None, where: str) -> Document:
    url = entry.get("link")
    return document_from_text(
        _body(entry),
        name=entry.get("id") or url or where,
        raw=raw,
        media_type="application/xml",
        title=_text(entry.get("title_detail")),
        publisher=text_of(feed_title or "") or None,
        url=url,
        published=entry.get("published") or entry.get("updated"),
        origin=where,
    )


def _body(entry: Any) -> str:
    """Give the full content where the feed has it, else the summary."""
    texts = [_text(part) for part in (*entry.get("content", []), entry.get("summary_detail"))]
    return next((text for text in texts if text), "")


def _text(part: Any) -> str:
    """Give the text of a construct of feedparser: a value with its type."""
    if not part:
        return ""
    value: str = part.get("value") or ""
    return value if part.get("type") == "text/plain" and "&" not in value and "</" not in value else text_of(value)


def _elements(data: bytes) -> list[bytes]:
    """Give each entry's element as bytes; no entity is resolved and nothing is fetched."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
        return [] if root is None else [_bytes(e) for e in root.iter(tag=etree.Element) if _is_entry(e)]
    except (etree.LxmlError, ValueError):  # also for names that are none, and bytes that are not in the encoding
        return []


def _is_entry(element: Any) -> bool:
    parent = element.getparent()
    return (
        parent is not None
        and _local_name(element) in _ENTRIES
        and isinstance(parent.tag, str)
        and _local_name(parent) in _PARENTS
    )


def _local_name(element: Any) -> str:
    # not etree.QName, which refuses the prefixes that a feed forgot to declare
    return str(element.tag).rpartition("}")[2]


def _bytes(element: Any) -> bytes:
    try:
        written: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    except etree.C14NError:  # an entity that was left unresolved has no canonical form
        written = etree.tostring(element, encoding="utf-8", with_tail=False)
    return written


def _dump(entry: Any) -> bytes:
    """Give an entry's bytes where its element cannot be told, in a feed that is no well-formed XML."""
    parts = {key: entry.get(key) for key in ("id", "link", "title", "published", "updated", "summary")}
    contents = [part.get("value") for part in entry.get("content", [])]
    return json.dumps({**parts, "content": contents}, ensure_ascii=False, sort_keys=True).encode(
        "utf-8", "surrogatepass"
    )
