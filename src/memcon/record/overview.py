"""A record seen from above: what was spoken of by year, and the engagements of an office."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from memcon.linking.engagements import Engagement
from memcon.linking.people import Person, Seen, seen_order
from memcon.model import Span
from memcon.record import schema
from memcon.record.counting import Counts, Facet, counted, found_by_topic, newest_found
from memcon.record.filters import Filters
from memcon.record.people import person_of, unpacked
from memcon.record.portions import portions
from memcon.record.serial import unpack_engagement
from memcon.vocabulary.office_forms import asked_for

_WRITTEN = sa.text(
    "WITH RECURSIVE written (office) AS (SELECT min(office) FROM person_mentions WHERE party = :party UNION ALL "
    "SELECT (SELECT min(office) FROM person_mentions WHERE party = :party AND office > written.office) "
    "FROM written WHERE written.office IS NOT NULL) SELECT office FROM written"
)
"""The offices that are written for a party: from one to the next in the index, past the many mentions of each."""


@dataclass(frozen=True, slots=True)
class InOffice:
    """Who is seen for ``party`` in an office: ``forms`` are the ways in which it is written, ``tenures`` what is dated.

    ``named`` are the people who are named in it without a date.
    """

    party: str
    forms: tuple[str, ...]
    tenures: tuple[Seen, ...]
    named: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Dealings:
    """What a search found: ``counts``, ``topics`` (codes) with their numbers by year, the commonest first, ``newest``.

    The newest stand first, undated ones last.
    """

    counts: Counts
    topics: Mapping[str, Mapping[str, int]]
    newest: tuple[Engagement, ...]


class Overview(ABC):
    """What a record can tell of many engagements at once."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def dealings(self, filters: Filters, wanted: Mapping[Facet, int | None], newest: int) -> Dealings:
        """Give the counts of a search, its topics by year and its newest engagements, looked for once.

        What documents only mention is always among the topics and the newest. An engagement counts once for each topic
        that comes up in what was said; undated ones under the year "".
        """
        with self._reading() as connection:
            counts = counted(connection, filters, wanted)
            topics = found_by_topic(connection)
            rows = newest_found(connection, newest)
            connection.rollback()
        return Dealings(counts, topics, tuple(map(unpack_engagement, rows)))

    def in_office(self, office: str, party: str) -> InOffice:
        """Give who is seen for a party in what ``office`` asks for, and how the office is written there.

        Tenures come by their first day, then by person.
        """
        t, m, p = schema.tenures.c, schema.person_mentions.c, schema.persons.c
        with self._reading() as connection:
            written = connection.execute(_WRITTEN, {"party": party})
            forms = sorted(row.office for row in written if row.office and asked_for(office, row.office, party))
            held = connection.execute(sa.select(t.office).where(t.party == party).distinct())
            offices = [row.office for row in held if asked_for(office, row.office, party)]
            query = sa.select(schema.tenures, p.name, p.party.label("home"), p.qid).join(
                schema.persons, p.id == t.person
            )
            query = query.where(t.party == party, t.office.in_(offices))
            tenures = tuple(sorted(_seen(connection.execute(query)), key=seen_order)) if offices else ()
            named = sa.select(m.person).where(m.party == party, m.office.in_(forms), m.person.is_not(None))
            ids = {row.person for row in connection.execute(named.distinct())} if forms else set[str]()
        return InOffice(party, tuple(forms), tenures, tuple(self._persons_of(ids - {s.person.id for s in tenures})))

    def _persons_of(self, ids: Collection[str]) -> list[Person]:
        """The persons with some ids, by name and party."""
        p, rows = schema.persons.c, list[Person]()
        with self._reading() as connection:
            for some in portions(sorted(ids)):
                found = connection.execute(sa.select(schema.persons).where(p.id.in_(some)))
                rows += [person_of(row) for row in found]
        return sorted(rows, key=lambda p: (p.name, p.party or "", p.id))

    def engagements_in(
        self, office: InOffice, limit: int, year: str = ""
    ) -> tuple[list[tuple[str, int]], list[Engagement]]:
        """Give the engagements in which somebody took part in this office: their number by year, and the newest.

        Years come in order; of the newest, of one year where one is told, at most ``limit``, the latest day first,
        undated ones last.
        """
        if not office.forms:
            return [], []
        e = schema.engagements.c
        query = sa.select(e.id, e.start).where(e.id.in_(_in_office(office)), ~e.dismissed)
        with self._reading() as connection:
            found = sorted(((row.start or "", row.id) for row in connection.execute(query)), reverse=True)
            newest = [name for start, name in found if start.startswith(year)][:limit]
            rows = connection.execute(sa.select(e.id, e.json).where(e.id.in_(newest)))
            made = {row.id: unpack_engagement(row.json) for row in rows}
        years = Counter(start[:4] for start, _ in found if start)
        return sorted(years.items()), [made[name] for name in newest]


def _seen(rows: Iterable[Any]) -> Iterator[Seen]:
    persons: dict[str, Person] = {}
    for r in rows:
        person = persons.get(r.person) or persons.setdefault(r.person, Person(r.person, r.name, r.home, r.qid))
        cited = None if r.at is None else Span(r.document, r.at, r.at + len(r.said), r.said)
        written = msgspec.json.decode(r.written)
        decided = unpacked(r.decided)
        yield Seen(person, r.office, r.party, r.first, r.last, r.times, written, r.document, cited, decided)


def _in_office(office: InOffice) -> sa.Select[tuple[str]]:
    """The ids of the engagements with an account in which somebody is named in this office, also by a shorter form."""
    member, m = schema.engagement_accounts, schema.person_mentions
    same = sa.and_(member.c.document == m.c.document, member.c.account == m.c.account)
    persons = sorted({t.person.id for t in office.tenures})
    shorter = sorted({form for t in office.tenures for form in t.written} - set(office.forms))
    by_either = sa.or_(m.c.office.in_(office.forms), m.c.person.in_(persons)) if shorter else sa.true()
    named = sa.and_(m.c.party == office.party, m.c.office.in_([*office.forms, *shorter]), by_either)
    return sa.select(member.c.engagement).join(m, same).where(named)
