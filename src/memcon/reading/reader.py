"""Read a document: from its text to its layout, its kind and the accounts it gives of engagements."""

from __future__ import annotations

from functools import cache

from memcon._version import __version__
from memcon.model import Cited, DateRole, Document, DocumentKind, Layout, Reading
from memcon.reading.casting import scene_of
from memcon.reading.confidence import with_confidence
from memcon.reading.details import add_details
from memcon.reading.document_kind import document_kind
from memcon.reading.engagements import drafts_of
from memcon.reading.language import language_of
from memcon.reading.layout import read_layout
from memcon.reading.parts import find_parts
from memcon.reading.statements import attach_statements
from memcon.reading.subjects import attendees
from memcon.reading.transcripts import spoken_turns

ENGLISH = "en"


@cache
def reader_version() -> str:
    """Name the reader that made a reading, so that a reading by an older one is known for it."""
    return f"memcon {__version__}"


def read_document(document: Document) -> Reading:
    """Read one document; a pure function of the document and the reader's version.

    A document in another language than English is laid out and kept, and no accounts are read from it.
    """
    layout = read_layout(document)
    kind = document_kind(document, layout)
    language = document.language or language_of(document.text)
    if language != ENGLISH:
        note = f"not read: the text is in {language}, and memcon reads English"
        other = Cited(DocumentKind.OTHER, kind.spans, "document.other-language")
        return with_confidence(Reading(document.id, reader_version(), other, language, layout, notes=(note,)))
    anchor = anchor_of(document, layout)
    scene = scene_of(document, layout, kind, anchor)
    drafts = drafts_of(scene)
    attach_statements(scene, drafts)
    attendees(scene, drafts)  # after the statements: "the two sides" are the principals
    add_details(scene, drafts)
    find_parts(drafts)
    ids = {id(draft): f"e{n}" for n, draft in enumerate(drafts, start=1)}
    accounts = tuple(
        draft.account(n, document.id, ids.get(id(draft.whole)) if draft.whole else None)
        for n, draft in enumerate(drafts, start=1)
    )
    turns = tuple(spoken_turns(scene))
    return with_confidence(
        Reading(document.id, reader_version(), kind, language, layout, accounts, turns, dated=anchor)
    )


def anchor_of(document: Document, layout: Layout) -> Cited[str] | None:
    """The document's own date: one it states of the event or itself, else its source's date of publication.

    The date of a reprint dates nothing; a page that carries a reprint line and no other date has none.
    """
    for role in (DateRole.EVENT, DateRole.PUBLISHED):
        for stated in layout.dates:
            if document.published and role is DateRole.EVENT and stated.date > document.published[:10]:
                continue  # "Minister X to meet with Minister Y (Athens, 17.06.2021)", issued the day before
            if stated.role is role and len(stated.date) == 10:
                return Cited(stated.date, (stated.span,), stated.rule)
    if document.published and not layout.reprints:
        return Cited(document.published, (), "date.publication")
    return None
