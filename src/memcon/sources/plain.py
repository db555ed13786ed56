"""Plain text files; the encoding is detected."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.made import document_from_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(data: bytes, origin: str) -> Iterator[Document | SourceError]:
    """Give the one document of a text file."""
    yield document_from_text(decode(data, origin), name=name_of(origin), raw=data, origin=origin)


def name_of(origin: str) -> str:
    """Give the name of a file's document: its file name without the suffix."""
    return Path(origin).stem or origin


def decode(data: bytes, origin: str) -> str:
    """Decode bytes: by their byte order mark, as UTF-8, else by the detected encoding.

    Raises SourceError where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, origin)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise SourceError(f"{origin}: is no text in an encoding that can be told")
    return str(best)


def _decode_as(data: bytes, encoding: str, origin: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise SourceError(f"{origin}: begins as {encoding} and is not") from None
