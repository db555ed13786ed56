"""PDF files with a text layer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2

from memcon.model import Document
from memcon.sources.given import Input, InputError
from memcon.sources.made import document_from_text
from memcon.sources.pdf_lines import all_lines, paragraphs

# what programs write into the title of a file for want of one
_NO_TITLE = re.compile(r"(?i)microsoft \w+ - .*|.*\.(?:docx?|odt|rtf|pdf|indd|pages|txt)|untitled.*|document ?\d*")


def read(given: Input) -> Iterator[Document | InputError]:
    """Give the one document of a PDF; raises SourceError for a file that is encrypted, broken or has no text layer.

    The day on which the file was made is not taken for a day of publication: scans and reprints are made later.
    """
    data = given.read()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        reason = "is encrypted; save it without a password" if locked else "is not a readable PDF"
        raise InputError(given.origin, reason) from None
    try:
        text = paragraphs(list(all_lines(document)))
        title = document.get_metadata_value("Title").strip()
    except pypdfium2.PdfiumError:
        raise InputError(given.origin, "is not a readable PDF") from None
    finally:
        document.close()
    if not text.strip():
        raise InputError(given.origin, "has no text layer; run OCR first")
    yield document_from_text(
        text,
        name=given.name,
        raw=data,
        media_type="application/pdf",
        title=None if _NO_TITLE.fullmatch(title) else title,
        origin=given.origin,
    )
