"""What comes in over HTTP, by the page or by the API: bytes to documents, documents into the record."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.linking.engagements import Engagement
from memcon.model import Document
from memcon.record import Record
from memcon.record.intake import take_in
from memcon.sources.detect import reader_for
from memcon.sources.given import Failure, Input, InputError

LARGEST = 10_000_000
"""Bytes that an upload may have."""
MOST = 100
"""Documents that may come at once, since whoever sends them waits until all are read."""
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that came in, and the engagements that it tells of, as they are now, by date."""

    document: Document
    new: bool
    """False where the record had it already, and nothing was changed."""
    engagements: tuple[Engagement, ...]


def documents_in(name: str, data: bytes) -> tuple[list[Document], list[Failure]]:
    """Give the documents in the bytes of a file, and what of it could not be read.

    The suffix of ``name`` tells what it is, else the bytes do. Raises InputError where it is nothing that memcon reads.
    """
    given = Input(name.replace("\0", ""), data[:_HEAD], io.BytesIO(data[_HEAD:]))
    found = list(reader_for(given)(given))
    return (
        [one for one in found if isinstance(one, Document)],
        [one.failure for one in found if isinstance(one, InputError)],
    )


def taken_in(record: Record, documents: Sequence[Document]) -> list[Taken]:
    """Keep documents, all or none, link what they tell of, and give each with that."""
    new = set(take_in(record, documents, whole=True).new)
    return [Taken(d, d.id in new, tuple(record.engagements_of(d.id))) for d in documents]


def is_only_in(engagement: Engagement, documents: Iterable[str]) -> bool:
    """Tell whether no document but these, given by their ids, tells of an engagement."""
    return {key.document for key in engagement.accounts} <= set(documents)
