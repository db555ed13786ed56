"""Leafing through a record: pages of lists, counts to choose by, and what stands beside an engagement."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.people import Person
from memcon.record import schema
from memcon.record.counting import KEPT, Counts, Facet, counted, from_kept, is_whole, to_keep
from memcon.record.filters import Filters, conditions, with_person
from memcon.record.keeping import kept
from memcon.record.portions import portions
from memcon.record.search import CLOSE, OPEN, fts_query
from memcon.record.serial import unpack_engagement


class Browser(ABC):
    """What a record can tell of many engagements without taking each one up."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def count(self, filters: Filters) -> int:
        """Give the number of engagements that fit."""
        query = sa.select(sa.func.count()).select_from(schema.engagements).where(*conditions(filters, ordered=False))
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def newest(self, filters: Filters, limit: int, skip: int = 0) -> list[Engagement]:
        """Give at most ``limit`` engagements that fit, the latest day first, undated ones last, after ``skip``."""
        table = schema.engagements
        order = (table.c.start.desc(), table.c.id.desc())
        query = sa.select(table.c.json).where(*conditions(filters)).order_by(*order).limit(limit).offset(skip)
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query)]

    def latest(self, filters: Filters, limit: int) -> list[Engagement]:
        """Give at most ``limit`` engagements that fit, those made or changed in the record last first."""
        e = schema.engagements.c
        query = sa.select(e.json).where(*conditions(filters)).order_by(e.changed.desc(), e.id.desc()).limit(limit)
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query)]

    def each(self, filters: Filters) -> Iterator[Engagement]:
        """Give the engagements that fit one after the other, by date and id, undated ones last; only ids are kept.

        Raises UsageError at once where the filters make no sense.
        """
        e = schema.engagements.c
        query = sa.select(e.id).where(*conditions(filters)).order_by(sa.func.coalesce(e.start, "9999"), e.id)
        with self._reading() as connection:
            ids = [row.id for row in connection.execute(query)]
        return self._taken_up(ids)

    def _taken_up(self, ids: Sequence[str]) -> Iterator[Engagement]:
        e = schema.engagements.c
        for some in portions(ids):
            with self._reading() as connection:
                found = {r.id: r.json for r in connection.execute(sa.select(e.id, e.json).where(e.id.in_(some)))}
            yield from (unpack_engagement(found[name]) for name in some if name in found)

    def counts(self, filters: Filters, wanted: Mapping[Facet, int | None]) -> Counts:
        """Give the values of the facets wanted with the number of engagements that fit, at most so many of each.

        The commonest values stand first, years in order. An engagement without a value is not counted under the facet;
        one with several counts under each. Counts of the whole record are kept until its engagements change.
        """
        if is_whole(filters, wanted):
            most = {facet: None if facet is Facet.YEAR else KEPT for facet in Facet}
            name = f"counts of {'main' if filters.main_only else 'all'}"
            whole = kept(name, lambda: to_keep(self._counted(filters, most)), self._reading, self._writing)
            return from_kept(whole, wanted)
        return self._counted(filters, wanted)

    def _counted(self, filters: Filters, wanted: Mapping[Facet, int | None]) -> Counts:
        with self._reading() as connection:
            counts = counted(connection, filters, wanted)
            connection.rollback()
        return counts

    def documents_count(self) -> int:
        """Give the number of documents."""
        with self._reading() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(schema.documents)).scalar_one())

    def beside(self, engagement: Engagement) -> list[Engagement]:
        """Give the other engagements told of in its documents or linked with it as visit and part, by date and id."""
        member, table = schema.engagement_accounts, schema.engagements
        told_in = sa.select(member.c.document).where(member.c.engagement == engagement.id)
        own = sa.select(member.c.neighbourhood).where(member.c.engagement == engagement.id)
        near = sa.or_(member.c.document.in_(told_in), member.c.neighbourhood.in_(own))
        ids = sa.select(member.c.engagement).where(near)
        query = sa.select(table.c.json).where(table.c.id.in_(ids), table.c.id != engagement.id)
        query = query.order_by(sa.func.coalesce(table.c.start, "9999"), table.c.id)
        with self._reading() as connection:
            found = [unpack_engagement(row.json) for row in connection.execute(query)]
        shared = {key.document for key in engagement.accounts}
        return [
            e
            for e in found
            if engagement.id == e.part_of or e.id == engagement.part_of or shared & {key.document for key in e.accounts}
        ]

    def of_document(self, document: str) -> dict[str, Engagement]:
        """Give the engagements of a document's accounts, by the account's id."""
        member, table = schema.engagement_accounts, schema.engagements
        query = sa.select(member.c.account, table.c.json).join(table, member.c.engagement == table.c.id)
        with self._reading() as connection:
            rows = connection.execute(query.where(member.c.document == document))
            return {row.account: unpack_engagement(row.json) for row in rows}

    def people_in(self, accounts: Iterable[AccountKey]) -> dict[str, Person]:
        """Give who the names in some accounts are, by the names as the accounts have them."""
        mention, person, keys = schema.person_mentions, schema.persons, set(accounts)
        documents = sorted({key.document for key in keys})
        found: dict[str, Person] = {}
        with self._reading() as connection:
            for some in portions(documents):
                query = sa.select(mention.c.document, mention.c.account, mention.c.name.label("said"), person)
                query = query.join(person, mention.c.person == person.c.id)
                for row in connection.execute(query.where(mention.c.document.in_(some))):
                    if row.said and AccountKey(row.document, row.account) in keys:
                        found.setdefault(row.said, Person(row.id, row.name, row.party, row.qid))
        return found

    def newest_with(self, person: Person, limit: int) -> list[Engagement]:
        """Give at most ``limit`` engagements in which a person takes part, the latest day first, undated ones last."""
        table = schema.engagements
        order = (table.c.start.desc(), table.c.id.desc())
        query = (
            sa.select(table.c.json)
            .where(table.c.id.in_(with_person(person.id)), ~table.c.dismissed)
            .order_by(*order)
            .limit(limit)
        )
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query)]

    def years_with(self, person: Person) -> list[tuple[str, int]]:
        """Give the years with the number of engagements in which a person takes part, in order."""
        table = schema.engagements
        year = sa.func.substr(table.c.start, 1, 4)
        query = sa.select(year.label("value"), sa.func.count().label("number"))
        query = (
            query.where(table.c.id.in_(with_person(person.id)), ~table.c.dismissed, year.is_not(None))
            .group_by(year)
            .order_by(year)
        )
        with self._reading() as connection:
            return [(row.value, row.number) for row in connection.execute(query)]

    def seen_for(self, party: str, limit: int) -> list[tuple[Person, int]]:
        """Give at most ``limit`` persons seen for a party with the number of engagements, those with most first."""
        member, mention, person = schema.engagement_accounts, schema.person_mentions, schema.persons
        same = sa.and_(member.c.document == mention.c.document, member.c.account == mention.c.account)
        number = sa.func.count(sa.distinct(member.c.engagement))
        query = (
            sa.select(person, number.label("number"))
            .join(mention, mention.c.person == person.c.id)
            .join(member, same)
            .where(person.c.party == party)
            .group_by(person.c.id)
            .order_by(number.desc(), person.c.name, person.c.id)
            .limit(limit)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return [(Person(row.id, row.name, row.party, row.qid), row.number) for row in rows]

    def snippets(self, words: str, documents: Collection[str]) -> dict[str, str]:
        """Give, for those of some documents that have the words, a stretch of text with the words marked ⟦ ⟧."""
        ids = sorted(documents)
        n = schema.word_documents.c
        query = sa.text(
            "SELECT rowid, snippet(document_words, 1, :open, :close, '…', 28) AS snippet "
            "FROM document_words WHERE document_words MATCH :words AND rowid = :number"
        )
        values = {"open": OPEN, "close": CLOSE, "words": fts_query(words)}
        found: dict[str, str] = {}
        with self._reading() as connection:
            numbers = connection.execute(sa.select(n.number, n.document).where(n.document.in_(ids)))
            for number, document in numbers.all():
                row = connection.execute(query, values | {"number": number}).first()
                if row is not None:
                    found[document] = row.snippet
        return found
