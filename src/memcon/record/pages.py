"""Lists of the record a page at a time, and what is counted over them.

A page begins after the key of the last row of the page before, so that each row is given once however long the list
is, and a page costs by its own length.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.people import Person
from memcon.model import DocumentKind
from memcon.record import schema
from memcon.record.filters import Filters, conditions
from memcon.record.keeping import kept
from memcon.record.people import person_of
from memcon.record.portions import portions
from memcon.record.serial import unpack_engagement

_LAST = "9999"
"""What stands in the order for a date that is not known."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list, without its text and bytes; fields as in :class:`memcon.model.Document`.

    ``kind`` is what the reader took it for, ``added`` the time when it came into the record (UTC, ISO 8601).
    """

    id: str
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None
    media_type: str
    kind: DocumentKind
    added: str


@dataclass(frozen=True, slots=True)
class PartyCount:
    """In how many engagements a party takes part, how many of them a document reports as its subject, and their days.

    ``first`` and ``last`` are ISO prefixes of the first days of the earliest and the latest, None where none is dated.
    """

    party: str
    engagements: int
    main: int
    first: str | None
    last: str | None


def document_key(document: DocumentLine) -> Key:
    """What documents are put in order by."""
    return (document.published or _LAST, document.id)


def engagement_key(engagement: Engagement) -> Key:
    """What engagements are put in order by: the first day, undated ones last, then the id."""
    start = engagement.start.preferred
    return (start.value if start else _LAST, engagement.id)


def person_key(person: Person) -> Key:
    """What persons are put in order by."""
    return (person.name, person.party or "", person.id)


class PageKeeper(ABC):
    """What a record gives page by page.

    ``after`` is the key of the row after which a page begins, None for the first page; ``limit`` how many rows it has
    at most.
    """

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def document_page(self, after: Key | None, limit: int) -> list[DocumentLine]:
        """Give documents in the order of publication, then of their ids."""
        d, r = schema.documents.c, schema.readings.c
        order = (sa.func.coalesce(d.published, _LAST), d.id)
        columns = (d.id, d.name, d.title, d.publisher, d.url, d.published, d.language, d.media_type, r.kind, d.added)
        query = sa.select(*columns).join(schema.readings, r.document == d.id)
        with self._reading() as connection:
            rows = connection.execute(_page(query, order, after, limit))
            return [DocumentLine(**{**row._mapping, "kind": DocumentKind(row.kind)}) for row in rows]

    def engagement_page(self, filters: Filters, after: Key | None, limit: int) -> list[Engagement]:
        """Give engagements that fit, by date and then by id, undated ones last."""
        e = schema.engagements.c
        query = sa.select(e.json).where(*conditions(filters))
        with self._reading() as connection:
            rows = connection.execute(_page(query, (sa.func.coalesce(e.start, _LAST), e.id), after, limit))
            return [unpack_engagement(row.json) for row in rows]

    def engagement_count(self, filters: Filters) -> int:
        """Give the number of engagements that fit."""
        query = sa.select(sa.func.count()).select_from(schema.engagements).where(*conditions(filters))
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def person_page(self, after: Key | None, limit: int) -> list[Person]:
        """Give persons by name and party."""
        p = schema.persons.c
        order = (p.name, sa.func.coalesce(p.party, ""), p.id)
        with self._reading() as connection:
            rows = connection.execute(_page(sa.select(schema.persons), order, after, limit))
            return [person_of(row) for row in rows]

    def person(self, reference: str) -> Person:
        """Give the person with this id; raises UsageError where there is none."""
        query = sa.select(schema.persons).where(schema.persons.c.id == reference)
        with self._reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise UsageError(f"there is no person {reference!r}")
        return person_of(row)

    def party_counts(self) -> list[PartyCount]:
        """Give the parties of all engagements, those of most first; kept until the engagements change."""
        rows = kept("parties", self._party_counts, self._reading, self._writing)
        return [PartyCount(*row) for row in rows]

    def _party_counts(self) -> list[list[Any]]:
        e, p = schema.engagements.c, schema.engagement_parties.c
        main = sa.func.sum(sa.case((e.main, 1), else_=0))
        query = (
            sa.select(p.party, sa.func.count(), main, sa.func.min(e.start), sa.func.max(e.start))
            .join(schema.engagements, e.id == p.engagement)
            .where(~e.dismissed)
            .group_by(p.party)
            .order_by(sa.func.count().desc(), p.party)
        )
        with self._reading() as connection:
            return [list(row) for row in connection.execute(query)]

    def parts_of(self, engagement: Engagement) -> list[Engagement]:
        """Give the engagements that are parts of a visit or conference, by date and then by id."""
        # a part is always in the neighbourhood of its whole, so that no other rows need to be read
        a, e = schema.engagement_accounts.c, schema.engagements.c
        near = sa.select(a.neighbourhood).where(a.engagement == engagement.id)
        ids = sa.select(a.engagement).where(a.neighbourhood.in_(near))
        with self._reading() as connection:
            rows = connection.execute(sa.select(e.json).where(e.id.in_(ids), e.id != engagement.id))
            found = [unpack_engagement(row.json) for row in rows]
        return sorted((x for x in found if x.part_of == engagement.id), key=engagement_key)

    def engagements_of(self, document: str) -> list[Engagement]:
        """Give the engagements of which the document with this id has accounts, by date and then by id."""
        return self._telling({document})

    def engagements_with(self, person: str) -> list[Engagement]:
        """Give the engagements in which the person with this id is mentioned, by date and then by id."""
        m = schema.person_mentions.c
        with self._reading() as connection:
            rows = connection.execute(sa.select(m.document, m.account).where(m.person == person))
            wanted = {AccountKey(row.document, row.account) for row in rows}
        found = self._telling({key.document for key in wanted})
        return [e for e in found if not wanted.isdisjoint(e.accounts)]

    def _telling(self, documents: Iterable[str]) -> list[Engagement]:
        a, e = schema.engagement_accounts.c, schema.engagements.c
        ids, found = sorted(documents), dict[str, Engagement]()
        with self._reading() as connection:
            for some in portions(ids):
                told = sa.select(a.engagement).where(a.document.in_(some))
                rows = connection.execute(sa.select(e.id, e.json).where(e.id.in_(told)))
                found |= {row.id: unpack_engagement(row.json) for row in rows}
        return sorted(found.values(), key=engagement_key)


def _page(
    query: sa.Select[tuple[object, ...]], order: Sequence[sa.ColumnElement[str]], after: Key | None, limit: int
) -> sa.Select[tuple[object, ...]]:
    if after is not None:
        query = query.where(sa.tuple_(*order) > sa.tuple_(*(sa.literal(value) for value in after)))
    return query.order_by(*order).limit(limit)
