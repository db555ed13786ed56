"""The note on an engagement, with all that the record has for it."""

from __future__ import annotations

from memcon.exporting.copies import Source
from memcon.exporting.note import note
from memcon.linking.engagements import Engagement
from memcon.record import Record


def note_of(record: Record, engagement: Engagement) -> str:
    """Write the note on an engagement of the record."""
    remarks = record.remarks(engagement.accounts)
    said_in = sorted({remark.span.document for remark in remarks if remark.span is not None})
    names = {document.id: document.title or document.name for document in map(record.document, said_in)}
    documents = {key.document for key in engagement.accounts}
    related = [e for e in record.beside(engagement) if documents & {key.document for key in e.accounts}]
    return note(engagement, sources_of(record, engagement), related, record.copies(documents), remarks, names)


def sources_of(record: Record, engagement: Engagement) -> list[Source]:
    """Give the accounts of an engagement with their documents and readings, in the order of publication."""
    found = [(document, record.reading(document.id), account) for document, account in record.accounts_of(engagement)]
    return sorted(found, key=lambda s: (s[0].published or "9999", s[0].id))
