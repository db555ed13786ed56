"""The record: documents, what was read from them, and the engagements they tell of, in one SQLite file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import sqlalchemy as sa

from memcon.decisions.statements import as_corrected
from memcon.errors import RecordError, UsageError
from memcon.linking.constraints import NONE, Constraints
from memcon.linking.engagements import Engagement
from memcon.linking.reprints import Reprint
from memcon.model import Account, Document, Reading
from memcon.record import reprinting, schema
from memcon.record.browsing import Browser
from memcon.record.database import prepare, reason
from memcon.record.filters import Filters, conditions
from memcon.record.forums import ForumKeeper
from memcon.record.keeping import engagements_changed
from memcon.record.known_people import remake_people, remake_some, standing
from memcon.record.links import Linked, link_all, link_some, once_called
from memcon.record.overview import Overview
from memcon.record.pages import PageKeeper
from memcon.record.people import PeopleKeeper
from memcon.record.portions import portions
from memcon.record.replaying import Replayer, read_readings
from memcon.record.rosters import RosterKeeper, roster_of
from memcon.record.rounds import RoundKeeper
from memcon.record.rows import document_of, document_row
from memcon.record.saving import SearchKeeper
from memcon.record.search import CLOSE, OPEN, Hit, fts_query
from memcon.record.serial import pack, unpack_engagement, unpack_reading
from memcon.record.upgrading import upgrade
from memcon.record.watching import Watch, unwatched

_SHORTEST_PREFIX = 4
_ENGAGEMENT_ID = len("E-01234567")
_FULL_ID = re.compile("[0-9a-f]{64}")


class Record(RosterKeeper, PeopleKeeper, ForumKeeper, PageKeeper, Overview, Browser, SearchKeeper, RoundKeeper):
    """An open record; use it as a context manager or :meth:`close` it."""

    def __init__(self, engine: sa.Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True) -> Record:
        """Open the record at ``path``; make it where it is not there and ``create`` is true.

        Raises RecordError where the file cannot be opened, is no record, or is of a newer version.
        """
        path = Path(path)
        if not path.exists() and not create:
            raise RecordError(f"{path}: there is no record")
        if path.is_dir():
            raise RecordError(f"{path}: is a folder; a record is one file")
        engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))
        sa.event.listen(engine, "connect", prepare)
        record = cls(engine, path)
        with record._errors():
            upgrade(engine, path)
        return record

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def __enter__(self) -> Record:
        """Give the record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn the database's errors into one line for people."""
        try:
            yield
        except sa.exc.DatabaseError as error:
            raise RecordError(f"{self.path}: {reason(error.orig)}") from None

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._errors(), self._engine.connect() as connection:
            yield connection

    def has(self, document: str) -> bool:
        """Tell whether the document with this id is in the record."""
        with self._reading() as connection:
            query = sa.select(schema.documents.c.id).where(schema.documents.c.id == document)
            return connection.execute(query).first() is not None

    def add(self, document: Document, reading: Reading) -> bool:
        """Keep a document with its reading; give False where it is known already, and leave that as it is."""
        if self.has(document.id):
            return False
        with self._writing() as connection:
            connection.execute(schema.documents.insert(), document_row(document))
            connection.execute(
                schema.readings.insert(),
                {
                    "document": document.id,
                    "reader": reading.reader,
                    "kind": reading.kind.value.value,
                    "json": pack(reading),
                },
            )
            adding = schema.word_documents.insert().returning(schema.word_documents.c.number)
            number = connection.execute(adding, {"document": document.id}).scalar_one()
            words = {"title": document.title or "", "text": document.text, "id": document.id, "number": number}
            connection.execute(
                sa.text("INSERT INTO document_words (rowid, title, text, id) VALUES (:number, :title, :text, :id)"),
                words,
            )
        return True

    def remove(self, reference: str) -> Document:
        """Remove the document with this id, beginning of an id, or name, and give it; see :meth:`document`."""
        document = self.document(reference)
        with self._writing() as connection:
            number = sa.select(schema.word_documents.c.number).where(schema.word_documents.c.document == document.id)
            where = {"number": connection.execute(number).scalar_one()}
            connection.execute(sa.text("DELETE FROM document_words WHERE rowid = :number"), where)
            connection.execute(schema.documents.delete().where(schema.documents.c.id == document.id))
            engagements_changed(connection, with_forum=True)
        return document

    def documents(self) -> list[Document]:
        """Give all documents in the order of publication, then of their ids."""
        with self._reading() as connection:
            order = (sa.func.coalesce(schema.documents.c.published, "9999"), schema.documents.c.id)
            return [document_of(row) for row in connection.execute(sa.select(schema.documents).order_by(*order))]

    def document(self, reference: str) -> Document:
        """Give the document with this id, this beginning of an id (4 characters or more), or this name.

        Raises UsageError where none or several fit.
        """
        c = schema.documents.c
        fits = c.id == reference if _FULL_ID.fullmatch(reference) else sa.or_(c.name == reference, c.id == reference)
        if not _FULL_ID.fullmatch(reference) and len(reference) >= _SHORTEST_PREFIX:
            fits = sa.or_(fits, c.id.startswith(reference, autoescape=True))
        with self._reading() as connection:
            found = [
                document_of(row) for row in connection.execute(sa.select(schema.documents).where(fits).order_by(c.id))
            ]
        return _one(found, reference, "document", [f"{d.name} ({d.id[:12]})" for d in found])

    def reading(self, document: str) -> Reading:
        """Give what was read from the document with this id; raises UsageError where it is not in the record."""
        with self._reading() as connection:
            query = sa.select(schema.readings.c.json).where(schema.readings.c.document == document)
            row = connection.execute(query).first()
        if row is None:
            raise UsageError(f"there is no document {document[:12]} in {self.path}")
        return unpack_reading(row.json)

    def some_documents(self, ids: Iterable[str]) -> list[Document]:
        """Give the documents with these ids, in the order of their ids; what is not in the record is left out."""
        found: list[Document] = []
        with self._reading() as connection:
            for some in portions(sorted(set(ids))):
                rows = connection.execute(sa.select(schema.documents).where(schema.documents.c.id.in_(some)))
                found += [document_of(row) for row in rows]
        return sorted(found, key=lambda d: d.id)

    def some_readings(self, documents: Iterable[str]) -> list[Reading]:
        """Give what was read from the documents with these ids, in their order; what is not there is left out."""
        with self._reading() as connection:
            found = read_readings(connection, documents)
        return sorted(found.values(), key=lambda r: r.document)

    def readings(self) -> list[Reading]:
        """Give all readings in the order of their documents' ids."""
        with self._reading() as connection:
            query = sa.select(schema.readings.c.json).order_by(schema.readings.c.document)
            return [unpack_reading(row.json) for row in connection.execute(query)]

    def relink(self, constraints: Constraints = NONE) -> int:
        """Rebuild the reprints, engagements and people from all readings and give the number of engagements.

        Rebuilding twice changes nothing. ``constraints`` are asked for besides what the record's decisions ask for.
        """
        with self._writing() as connection:
            made = link_all(connection, Replayer(connection, constraints=constraints).all())
            remake_people(connection, roster_of(connection))
        return made

    def link(self, documents: Iterable[str], constraints: Constraints = NONE, watch: Watch = unwatched) -> int:
        """Rebuild the engagements that newly added documents, given by their ids, have to do with; give their number.

        The record is then the same as after :meth:`relink`, which is done where decisions rest on the documents. People
        are told apart anew whom the documents have to do with, all of them where a roster or the vocabulary is another
        than before. ``watch`` is told how far it is where texts that are not in the index of reprints are compared.
        """
        documents = list(documents)
        with self._writing() as connection:
            decided = Replayer(connection, constraints=constraints)
            then = standing(connection, decided.decisions)
            if decided.rest_on(documents):
                linked = Linked(link_all(connection, decided.all()), None)
            else:
                linked = link_some(connection, documents, decided, watch)
            if linked.documents is None:
                remake_people(connection, roster_of(connection))
            else:
                remake_some(connection, linked.documents, then, roster_of(connection))
        return linked.made

    def reprints(self, document: str | None = None) -> list[Reprint]:
        """Give the reprints in the order of their copies' ids: all, or those of which a document is copy or source."""
        with self._reading() as connection:
            return reprinting.read(connection, document)

    def copies(self, documents: Iterable[str]) -> list[Reprint]:
        """Give the reprints of which one of some documents is the copy, in the order of :meth:`reprints`."""
        with self._reading() as connection:
            return reprinting.read_copies(connection, sorted(set(documents)))

    def engagements(self, filters: Filters | None = None) -> list[Engagement]:
        """Give the engagements that fit, by date and then by id; undated ones last."""
        table = schema.engagements
        order = (sa.func.coalesce(table.c.start, "9999"), table.c.id)
        query = sa.select(table.c.json).where(*conditions(filters or Filters())).order_by(*order)
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query)]

    def engagement(self, reference: str) -> Engagement:
        """Give the engagement with this id or beginning of an id; raises UsageError where none or several fit.

        An id that an engagement had before it was joined with another still leads to it.
        """
        table = schema.engagements
        whole = len(reference) == _ENGAGEMENT_ID
        fits = table.c.id == reference if whole else table.c.id.startswith(reference or "?", autoescape=True)
        query = sa.select(table.c.json).order_by(table.c.id)
        with self._reading() as connection:
            found = [unpack_engagement(row.json) for row in connection.execute(query.where(fits))]
            if not found and len(reference) >= _SHORTEST_PREFIX:
                joined = table.c.id.in_(once_called(connection, reference))
                found = [unpack_engagement(row.json) for row in connection.execute(query.where(joined))]
        return _one(found, reference, "engagement", [e.id for e in found])

    def accounts_of(self, engagement: Engagement) -> list[tuple[Document, Account]]:
        """Give the accounts of an engagement with their documents, in the order of its keys.

        Their statements are those that people corrected; all else is as it was read.
        """
        found = []
        for key in engagement.accounts:
            account = next(a for a in self.reading(key.document).accounts if a.id == key.account)
            found.append((self.document(key.document), as_corrected(engagement, key, account)))
        return found

    def search(self, words: str, limit: int = 20, skip: int = 0) -> list[Hit]:
        """Find documents by words, the best first, after ``skip`` of them; raises UsageError where there is no word."""
        query = sa.text(
            "SELECT d.id, d.name, d.title, snippet(document_words, 1, :open, :close, '…', 24) AS snippet "
            "FROM document_words JOIN word_documents AS n ON n.number = document_words.rowid "
            "JOIN documents AS d ON d.id = n.document "
            "WHERE document_words MATCH :words ORDER BY bm25(document_words, 4.0, 1.0), d.id LIMIT :limit OFFSET :skip"
        )
        values = {"open": OPEN, "close": CLOSE, "words": fts_query(words), "limit": limit, "skip": skip}
        with self._reading() as connection:
            return [Hit(row.id, row.name, row.title, row.snippet) for row in connection.execute(query, values)]


Found = TypeVar("Found", Document, Engagement)


def _one(found: list[Found], reference: str, what: str, names: list[str]) -> Found:
    """Give the only one found; raises UsageError where none or several are."""
    if not found:
        raise UsageError(f"there is no {what} {reference!r}; see 'memcon list' and 'memcon search'")
    if len(found) > 1:
        raise UsageError(f"{reference!r} fits {len(found)} {what}s: {', '.join(names[:6])}; give more of the id")
    return found[0]
