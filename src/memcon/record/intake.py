"""Documents into a record: read, kept, and linked with what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.model import Document
from memcon.reading.reader import read_document
from memcon.record.store import Record
from memcon.record.watching import Watch, unwatched, watched


@dataclass(frozen=True, slots=True)
class Intake:
    """The ids of the documents that were new to the record, in order, and how many it had, or came twice."""

    new: tuple[str, ...]
    known: int


def take_in(record: Record, documents: Iterable[Document], *, whole: bool = False, watch: Watch = unwatched) -> Intake:
    """Read the documents that the record does not have, keep them, and link what they tell of.

    Where reading is cut short, what was read before is kept and linked; if ``whole``, nothing is. ``watch`` is told how
    many have been read, and what else takes long.
    """
    fresh: dict[str, Document] = {}
    known = 0
    for document in documents:
        if document.id in fresh or record.has(document.id):
            known += 1
        else:
            fresh[document.id] = document
    read = ((document, read_document(document)) for document in watched(list(fresh.values()), "reading", watch))
    new: list[str] = []
    try:
        for document, reading in list(read) if whole else read:
            if record.add(document, reading):
                new.append(document.id)
            else:
                known += 1  # another program brought it meanwhile
    finally:
        if new:
            record.link(sorted(new), watch=watch)
    return Intake(tuple(new), known)
