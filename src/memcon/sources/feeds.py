"""RSS and Atom files: one document an entry, with its full content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import feedparser
from lxml import etree
from lxml import html as lxml_html

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.days import iso_day
from memcon.sources.made import document_from_text

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "section",
        "hr",
    }
)
_DROPPED = frozenset({"script", "style", "noscript", "iframe", "template", "form", "button", "svg"})
_ENTRIES = frozenset({"item", "entry"})


def read(data: bytes, origin: str) -> Iterator[Document | SourceError]:
    """Give the documents of a feed; raises SourceError for what is no feed. The bytes of an entry are its element."""
    feed = feedparser.parse(data)
    if not feed.entries:
        raise SourceError(f"{origin}: is no feed with entries")
    raws = _elements(data)
    publisher = feed.feed.get("title")
    for number, entry in enumerate(feed.entries):
        raw = raws[number] if len(raws) == len(feed.entries) else repr(sorted(entry.items())).encode()
        yield _document(entry, raw, publisher, f"{origin}#{number + 1}")


def _document(entry: Any, raw: bytes, publisher: str | None, where: str) -> Document | SourceError:
    contents = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", "")]
    text = text_of(max(contents, key=len))
    url = entry.get("link")
    try:
        return document_from_text(
            text,
            name=entry.get("id") or url or where,
            raw=raw,
            media_type="application/xml",
            title=text_of(entry.get("title", "")) or None,
            publisher=publisher,
            url=url,
            published=iso_day(entry.get("published") or entry.get("updated"), url=url, publisher=publisher),
            origin=where,
        )
    except SourceError as error:
        return error


def _elements(data: bytes) -> list[bytes]:
    """Each entry's element as bytes; no entity is resolved and nothing is fetched."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    if root is None:
        return []
    found = (e for e in root.iter(tag=etree.Element) if etree.QName(e).localname in _ENTRIES)
    return [etree.tostring(e, encoding="utf-8", with_tail=False) for e in found]


def text_of(markup: str) -> str:
    """Give the text of an HTML fragment: paragraphs apart by an empty line, scripts and styles dropped."""
    if not markup.strip():
        return ""
    root = lxml_html.fragment_fromstring(markup, create_parent="div")
    pieces: list[str] = []
    _collect(root, pieces)
    paragraphs = ("".join(pieces)).split("\n")
    return "\n\n".join(p.strip(" \t") for p in paragraphs if p.strip())


def _collect(element: Any, pieces: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return
    block = element.tag in _BLOCKS
    if block:
        pieces.append("\n")
    pieces.append((element.text or "").replace("\n", " "))
    for child in element:
        _collect(child, pieces)
        pieces.append((child.tail or "").replace("\n", " "))
    if block:
        pieces.append("\n")
