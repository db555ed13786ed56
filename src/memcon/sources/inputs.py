"""Go from paths to documents: expand folders and globs, choose the reader, report what cannot be read."""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources import feeds, html, jsonl, markdown, pdf, plain

Reader = Callable[[bytes, str], Iterator[Document | SourceError]]

_BY_SUFFIX: dict[str, Reader] = {
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
    ".xml": feeds.read,
}
_GLOB_SIGNS = frozenset("*?[")
_SNIFFED = 4096


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it stands and why, in words."""

    origin: str
    reason: str


def documents(
    paths: Iterable[str | Path], *, on_failure: Callable[[Failure], None] | None = None
) -> Iterator[Document]:
    """Read every document under ``paths``: files, folders (recursively, hidden files left out), globs, ``-``.

    The order is that of the paths, sorted inside folders and globs. What cannot be read goes to ``on_failure``; where
    that is None, SourceError is raised at the first.
    """
    for path in paths:
        for origin, data in _inputs(str(path)):
            for found in _read(origin, data):
                if isinstance(found, Document):
                    yield found
                elif on_failure is None:
                    raise found
                else:
                    origin_of, _, reason = str(found).partition(": ")
                    on_failure(Failure(origin_of, reason))


def _inputs(path: str) -> Iterator[tuple[str, bytes | SourceError]]:
    """Give each file's origin and bytes, or the error that reading it met."""
    if path == "-":
        yield "standard input", sys.stdin.buffer.read()
        return
    here = Path(path)
    if here.is_dir():
        files = sorted(p for p in here.rglob("*") if p.is_file() and not _hidden(p, here))
    elif here.exists() or not _GLOB_SIGNS & set(path):
        files = [here]
    else:
        files = [Path(p) for p in sorted(glob.glob(path, recursive=True)) if Path(p).is_file()]
    if not files:
        yield path, SourceError(f"{path}: nothing is there to read")
    for file in files:
        try:
            yield str(file), file.read_bytes()
        except OSError as error:
            yield str(file), SourceError(f"{file}: cannot be opened ({error.strerror or error})")


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(top).parts)


def _read(origin: str, data: bytes | SourceError) -> Iterator[Document | SourceError]:
    if isinstance(data, SourceError):
        yield data
        return
    try:
        yield from reader_for(origin, data)(data, origin)
    except SourceError as error:
        yield error


def reader_for(origin: str, data: bytes) -> Reader:
    """Choose the reader by the file's suffix, else by how its bytes begin; raises SourceError for unknown binaries."""
    suffix = Path(origin).suffix.casefold()
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if start.startswith(b"%PDF-"):
        return pdf.read
    lowered = start[:1024].lower()
    if b"<rss" in lowered or b"<feed" in lowered or b"<rdf:rdf" in lowered:
        return feeds.read
    if lowered.startswith(b"<!doctype html") or b"<html" in lowered:
        return html.read
    if start.startswith((b"{", b"[")):
        return jsonl.read
    if b"\x00" in data[:_SNIFFED] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(
            f"{origin}: is not a kind of document that memcon reads (text, Markdown, HTML, PDF, JSON, feeds)"
        )
    return plain.read
