"""A document's original as it came, made harmless: HTML cleaned for a frame that may do nothing, PDF as pictures.

Nothing of an original ever stands in a page of ours as markup: it is shown as text, as pictures made here, or in a
sandboxed frame whose answer forbids all loading and all scripts. As a file it is only ever handed out to be saved.
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import threading
import zlib
from enum import StrEnum
from html import escape
from urllib.parse import quote

import nh3
import pypdfium2

from memcon.errors import MemconError
from memcon.model import Document
from memcon.sources.markup import without_controls
from memcon.sources.plain import decode

FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""For an original that is handed out as a file, should a browser open it all the same."""
LONGEST = 400_000
"""So many characters of an original are shown; the rest is in the file."""
_WIDTH = 900
"""The width of a picture of a page, in pixels."""
_MOST_PIXELS = 8_000_000
_ENDINGS = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/xml": "xml",
    "text/html": "html",
    "text/markdown": "md",
    "text/plain": "txt",
}
_KEPT = """
    a abbr address article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption
    figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins li main mark nav ol p pre q rp rt ruby s samp section small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
_GONE = """
    script style template noscript iframe frame frameset object embed applet svg math form button select textarea title
    head canvas audio video
"""
"""Elements that go with all they hold; those in neither list go, and what they hold stays."""
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start"}}
_STYLE = (
    "html{color-scheme:light dark;font:16px/1.6 Georgia,serif;overflow-wrap:break-word}body{margin:1.2rem 1.4rem}"
    "table{border-collapse:collapse}td,th{padding:.2rem .6rem;vertical-align:top;text-align:left}"
    "nav,footer,aside{font-size:.85em;opacity:.75}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
FRAME_POLICY = (
    f"sandbox; default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'none'; frame-ancestors 'self'"
)
"""What the frame of a cleaned original may do: be looked at, in this one style of ours."""
_PDFIUM = threading.Lock()
"""PDFium answers one thread at a time."""


class Manner(StrEnum):
    """How an original is shown."""

    FRAME = "frame"
    PAGES = "pages"
    SOURCE = "source"


def manner_of(document: Document) -> Manner:
    """Tell how an original is shown: HTML in a frame, PDF as pictures of its pages, everything else as its source."""
    told = {"text/html": Manner.FRAME, "application/pdf": Manner.PAGES}
    return told.get(document.media_type, Manner.SOURCE)


def source_of(document: Document) -> tuple[str, bool]:
    """Give the bytes as text, and whether that is all; bytes that are no text are given as Latin 1."""
    try:
        text = decode(document.raw, document.name)
    except MemconError:
        text = document.raw.decode("latin-1")
    text = without_controls(text)
    return text[:LONGEST], len(text) <= LONGEST


def cleaned(document: Document) -> str:
    """Give an HTML original as a page of bare structure: no script, style, picture, form, frame, link or address."""
    text, _ = source_of(document)
    body = nh3.clean(
        text,
        tags=set(_KEPT.split()),
        clean_content_tags=set(_GONE.split()),
        attributes=_ATTRIBUTES,
        url_schemes=set(),
        strip_comments=True,
        link_rel=None,
    )
    language = escape(document.language or "en")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>The original</title>'
        f"<style>{_STYLE}</style></head><body>{body}</body></html>"
    )


def pages_of(document: Document) -> int:
    """Give the number of a PDF's pages; 0 where it cannot be read."""
    with _PDFIUM:
        try:
            opened = pypdfium2.PdfDocument(document.raw)
        except pypdfium2.PdfiumError:
            return 0
        try:
            return len(opened)
        finally:
            opened.close()


def picture_of(document: Document, number: int) -> bytes | None:
    """Give a page of a PDF (from 1) as a PNG, without what it holds beside its looks; None where there is none."""
    with _PDFIUM:
        try:
            opened = pypdfium2.PdfDocument(document.raw)
        except pypdfium2.PdfiumError:
            return None
        try:
            if not 1 <= number <= len(opened):
                return None
            page = opened[number - 1]
            width, height = page.get_size()
            scale = min(_WIDTH / max(width, 1), (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
            pixels = page.render(scale=scale, may_draw_forms=False).to_numpy()[:, :, :3][:, :, ::-1]
            return _png(pixels.shape[1], pixels.shape[0], [row.tobytes() for row in pixels])
        except pypdfium2.PdfiumError:
            return None
        finally:
            opened.close()


def _png(width: int, height: int, rows: list[bytes]) -> bytes:
    """Rows of red, green and blue bytes as a PNG (ISO/IEC 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def saved_as(document: Document) -> str:
    """Give the Content-Disposition under which an original is saved (RFC 6266), by the document's name."""
    ending = _ENDINGS.get(document.media_type, "bin")
    name = document.name if document.name.casefold().endswith(f".{ending}") else f"{document.name}.{ending}"
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or f"original.{ending}"
    whole = re.sub(r"[\x00-\x1f\x7f/\\]+", "-", name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"
