"""Plain text files; the encoding is detected."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from charset_normalizer import from_bytes

from memcon.model import Document
from memcon.sources.given import Input, InputError
from memcon.sources.made import document_from_text

# UTF-32 before UTF-16: the mark of the one begins with the mark of the other
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.4


def read(given: Input) -> Iterator[Document | InputError]:
    """Give the one document of a text file; raises SourceError for what is no text."""
    data = given.read()
    yield document_from_text(decode(data, given.origin), name=given.name, raw=data, origin=given.origin)


def decode(data: bytes, origin: str) -> str:
    """Decode bytes: by their byte order mark, as UTF-8, else by the detected encoding.

    Raises SourceError where no encoding fits.
    """
    encoding = marked_encoding(data) or _unmarked_utf_16(data)
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            raise InputError(origin, f"begins as {encoding} and is not; save it as UTF-8") from None
    if b"\0" in data:
        raise InputError(origin, "is no text (it holds zero bytes)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise InputError(origin, "is no text in an encoding that can be told; save it as UTF-8")
    return str(best)


def marked_encoding(data: bytes) -> str | None:
    """Give the encoding that a byte order mark at the beginning of ``data`` tells, if there is one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _unmarked_utf_16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: in most languages of Europe every second byte is zero."""
    half = len(data) // 2
    if half and data[1::2].count(0) > _MOSTLY * half and data[::2].count(0) == 0:
        return "utf-16-le"
    if half and data[::2].count(0) > _MOSTLY * half and data[1::2].count(0) == 0:
        return "utf-16-be"
    return None
