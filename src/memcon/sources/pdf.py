"""PDF files with a text layer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2

from memcon.errors import SourceError
from memcon.model import Document
from memcon.sources.days import iso_day
from memcon.sources.made import document_from_text
from memcon.sources.plain import name_of

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\ufffe\u0002]\n(?=[a-z])")
_SENTENCE_END = re.compile(r"[.:!?”\"»)\]]$")


def read(data: bytes, origin: str) -> Iterator[Document | SourceError]:
    """Give the one document of a PDF; raises SourceError for a file that is encrypted, broken or has no text layer."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "is encrypted; save it without a password" if "assword" in str(error) else "is not a readable PDF"
        raise SourceError(f"{origin}: {reason}") from None
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        title = document.get_metadata_value("Title") or None
        made = document.get_metadata_value("CreationDate")
    finally:
        document.close()
    text = "\n\n".join(filter(None, (_flowing(page) for page in pages)))
    if not text.strip():
        raise SourceError(f"{origin}: has no text layer; run OCR on it first")
    day = re.match(r"D:(\d{4})(\d\d)(\d\d)", made or "")
    yield document_from_text(
        text,
        name=name_of(origin),
        raw=data,
        media_type="application/pdf",
        title=title,
        published=iso_day("-".join(day.groups())) if day else None,
        origin=origin,
    )


def _flowing(page: str) -> str:
    """Join the lines of a paragraph: a line that is full and does not end a sentence goes on in the next."""
    lines = [line.strip() for line in _HYPHEN.sub("", page.replace("\r\n", "\n").replace("\r", "\n")).split("\n")]
    longest = max(map(len, lines), default=0)
    flowing = ""
    for number, line in enumerate(lines):
        flowing += line
        full = len(line) > 0.7 * longest
        last = number + 1 == len(lines)
        goes_on = (
            full and not last and lines[number + 1] and not (_SENTENCE_END.search(line) and len(line) < 0.9 * longest)
        )
        flowing += " " if goes_on else "\n" if last or not line else "\n\n"
    return re.sub(r"\n{3,}", "\n\n", flowing).strip()
