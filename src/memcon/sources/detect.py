"""Which reader reads an input: by its suffix, else by how its bytes begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from memcon.model import Document
from memcon.sources import feeds, html, jsonl, markdown, pdf, plain
from memcon.sources.given import Input, InputError
from memcon.sources.plain import marked_encoding

Reader = Callable[[Input], Iterator[Document | InputError]]

BY_SUFFIX: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".pdf": pdf.read,
    ".json": jsonl.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".rss": feeds.read,
    ".atom": feeds.read,
}

_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]")
_HTML = re.compile(rb"<(?:!doctype html|html|head|body)[\s>]")

# how other kinds of file begin, and what is to be done with them
_OTHER_BEGINNINGS = (
    (b"PK\x03\x04", "an archive, or a document of Word or another office program; save it as PDF or text"),
    (b"\xd0\xcf\x11\xe0", "a document of an old office program; save it as PDF or text"),
    (b"{\\rtf", "rich text; save it as text"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"\x89PNG", "a picture; run OCR first"),
    (b"\xff\xd8\xff", "a picture; run OCR first"),
    (b"GIF8", "a picture; run OCR first"),
    (b"II*\x00", "a picture; run OCR first"),
    (b"MM\x00*", "a picture; run OCR first"),
)
# texts that are no documents, as they lie beside saved pages
_OTHER_SUFFIXES = frozenset({".css", ".js", ".csv", ".tsv", ".svg", ".py", ".yaml", ".yml", ".toml", ".ini", ".log"})
_READ = "text, Markdown, HTML, PDF, JSON, RSS and Atom are read"


def reader_for(given: Input) -> Reader:
    """Choose the reader of an input; raises SourceError for a kind of file that memcon does not read."""
    suffix = Path(given.origin).suffix.casefold()
    for beginning, words in _OTHER_BEGINNINGS:
        if given.head.startswith(beginning):
            raise _unknown(given, words)
    if given.head.startswith(b"%PDF-"):
        return pdf.read
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix]
    if suffix in _OTHER_SUFFIXES:
        raise _unknown(given, f"a {suffix} file; {_READ}")
    return _by_beginning(given)


def _by_beginning(given: Input) -> Reader:
    encoding = marked_encoding(given.head)
    start = given.head.decode(encoding, "ignore").encode() if encoding else given.head
    start = start.lstrip()
    if _FEED.search(start.lower()):
        return feeds.read
    if start.startswith(b"<") and _HTML.search(start.lower()):
        return html.read
    if start.startswith((b"{", b"[{")) or re.match(rb"\[\s*\{", start):
        return jsonl.read
    if re.match(rb"---[ \t]*\r?\n\w[^\n]*:", start):
        return markdown.read
    if start.startswith(b"<?xml"):
        raise _unknown(given, f"XML, but no feed and no page; {_READ}")
    if b"\0" in start and start.count(b"\0") < len(start) // 4:
        raise _unknown(given, f"a binary file; {_READ}")
    return plain.read


def _unknown(given: Input, words: str) -> InputError:
    return InputError(given.origin, f"is not a kind of document that memcon reads ({words})")
