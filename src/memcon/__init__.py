"""memcon reads public diplomatic reporting and keeps a record of engagements, every word of it traceable.

>>> import memcon
>>> document = memcon.document("Foreign Minister A. Virta of Finland met today with ...", published="2022-05-09")
>>> accounts = memcon.read(document)
>>> record = memcon.open("work.memcon")
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon._version import __version__
from memcon.errors import MemconError, RecordError, SourceError, UsageError, VocabularyError

if TYPE_CHECKING:
    from memcon.attribution import Attribution
    from memcon.decisions import Decision
    from memcon.linking import Engagement, join
    from memcon.model import Account, Cited, Document, Participant, Place, Reading, Span, Statement
    from memcon.reading.reader import read_document
    from memcon.record import Filters, Record
    from memcon.sources import document_from_text as document
    from memcon.sources import documents

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

_FROM = {
    "Account": "memcon.model:Account",
    "Attribution": "memcon.attribution:Attribution",
    "Cited": "memcon.model:Cited",
    "Decision": "memcon.decisions:Decision",
    "Document": "memcon.model:Document",
    "Engagement": "memcon.linking:Engagement",
    "Filters": "memcon.record:Filters",
    "Participant": "memcon.model:Participant",
    "Place": "memcon.model:Place",
    "Reading": "memcon.model:Reading",
    "Record": "memcon.record:Record",
    "Span": "memcon.model:Span",
    "Statement": "memcon.model:Statement",
    "document": "memcon.sources:document_from_text",
    "documents": "memcon.sources:documents",
    "join": "memcon.linking:join",
    "read_document": "memcon.reading.reader:read_document",
}
"""Where names come from when they are first asked for: the model of English and the database take seconds to load,
and the command, which is in this package too, should not wait for what it does not use."""


def __getattr__(name: str) -> Any:
    """Give a public name, from the module that has it."""
    if name not in _FROM:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    module, _, called = _FROM[name].partition(":")
    globals()[name] = value = getattr(import_module(module), called)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def read(document: Document) -> tuple[Account, ...]:
    """Give the accounts that ``document`` gives of engagements, its subjects first.

    :func:`read_document` gives the whole reading (kind, language, layout, turns) with them. Raises MemconError where
    no English model is installed.
    """
    from memcon.reading.reader import read_document

    return read_document(document).accounts


def open(path: str | Path) -> Record:
    """Open the record at ``path``, and make it where it is not there; raises RecordError where that cannot be done."""
    from memcon.record import Record

    return Record.open(path, create=True)


def attributions(text: str | Document) -> tuple[Attribution, ...]:
    """Give who says, thinks or wants what in an English text, in order of where the content begins.

    ``text`` may be a document; the offsets are code points of the text given, or of the document's canonical text. The
    id in the spans is the document's, of a bare text that of its bytes in UTF-8. Raises MemconError where no English
    model is installed.
    """
    from memcon.model import Document
    from memcon.reading.attributions import find_attributions
    from memcon.sources.made import identity

    if isinstance(text, Document):
        return tuple(find_attributions(text.text, text.id))
    return tuple(find_attributions(text, identity(text.encode("utf-8", "surrogatepass"))))
