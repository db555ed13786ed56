"""memcon reads public diplomatic reporting and keeps a record of engagements, every word of it traceable.

>>> import memcon
>>> document = memcon.document("Foreign Minister A. Virta of Finland met today with ...", published="2022-05-09")
>>> accounts = memcon.read(document)
>>> record = memcon.open("work.memcon")
"""

from __future__ import annotations

from pathlib import Path

from memcon._version import __version__
from memcon.attribution import Attribution
from memcon.decisions import Decision
from memcon.errors import MemconError, RecordError, SourceError, UsageError, VocabularyError
from memcon.linking import Engagement, join
from memcon.model import Account, Cited, Document, Participant, Place, Reading, Span, Statement
from memcon.reading.attributions import find_attributions
from memcon.reading.reader import read_document
from memcon.record import Filters, Record
from memcon.sources import document_from_text as document
from memcon.sources import documents
from memcon.sources.made import identity

__all__ = [
    "Account",
    "Attribution",
    "Cited",
    "Decision",
    "Document",
    "Engagement",
    "Filters",
    "MemconError",
    "Participant",
    "Place",
    "Reading",
    "Record",
    "RecordError",
    "SourceError",
    "Span",
    "Statement",
    "UsageError",
    "VocabularyError",
    "__version__",
    "attributions",
    "document",
    "documents",
    "join",
    "open",
    "read",
    "read_document",
]


def read(document: Document) -> tuple[Account, ...]:
    """Give the accounts that ``document`` gives of engagements, its subjects first.

    :func:`read_document` gives the whole reading (kind, language, layout, turns) with them. Raises MemconError where
    no English model is installed.
    """
    return read_document(document).accounts


def open(path: str | Path) -> Record:
    """Open the record at ``path``, and make it where it is not there; raises RecordError where that cannot be done."""
    return Record.open(path, create=True)


def attributions(text: str | Document) -> tuple[Attribution, ...]:
    """Give who says, thinks or wants what in an English text, in order of where the content begins.

    ``text`` may be a document; the offsets are code points of the text given, or of the document's canonical text. The
    id in the spans is the document's, of a bare text that of its bytes in UTF-8. Raises MemconError where no English
    model is installed.
    """
    if isinstance(text, Document):
        return tuple(find_attributions(text.text, text.id))
    return tuple(find_attributions(text, identity(text.encode("utf-8", "surrogatepass"))))
