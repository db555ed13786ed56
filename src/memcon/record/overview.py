"""A record seen from above: what was spoken of by year, and the engagements of an office."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

import sqlalchemy as sa

from memcon.linking.engagements import Engagement
from memcon.linking.people import Person, Tenure
from memcon.record import schema
from memcon.record.filters import Filters, conditions
from memcon.record.people import portions
from memcon.record.serial import unpack_engagement
from memcon.vocabulary.office_forms import asked_for


@dataclass(frozen=True, slots=True)
class InOffice:
    """Who is seen for ``party`` in an office: ``forms`` are the ways in which it is written, ``tenures`` what is dated.

    ``named`` are the people who are named in it without a date.
    """

    party: str
    forms: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    named: tuple[Person, ...]


class Overview(ABC):
    """What a record can tell of many engagements at once."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    @abstractmethod
    def tenures(self, persons: Sequence[Person] = (), party: str | None = None) -> list[Tenure]:
        """Give the tenures that documents show."""

    def topics_by_year(self, filters: Filters) -> dict[str, dict[str, int]]:
        """Give the topics (codes) of the engagements that fit, each with its numbers by year, the commonest first.

        An engagement counts once for each topic that comes up in what was said; undated ones are left out.
        """
        e, t = schema.engagements.c, schema.engagement_topics.c
        year = sa.func.substr(e.start, 1, 4)
        query = sa.select(t.topic, year.label("year"), sa.func.count().label("number"))
        query = query.join_from(schema.engagements, schema.engagement_topics, t.engagement == e.id)
        query = query.where(e.start.is_not(None), *conditions(filters)).group_by(t.topic, year).order_by(t.topic, year)
        found: dict[str, dict[str, int]] = {}
        with self._reading() as connection:
            for row in connection.execute(query):
                found.setdefault(row.topic, {})[row.year] = row.number
        return dict(sorted(found.items(), key=lambda told: (-sum(told[1].values()), told[0])))

    def in_office(self, office: str, party: str) -> InOffice:
        """Give who is seen for a party in what ``office`` asks for, and how the office is written there.

        Only the mentions of people who are seen in such an office are looked at.
        """
        m = schema.person_mentions.c
        ids = set[str]()
        with self._reading() as connection:
            written = connection.execute(sa.select(m.office).where(m.party == party, m.office.is_not(None)).distinct())
            forms = sorted(row.office for row in written if asked_for(office, row.office, party))
            for some in portions(forms):
                named = sa.select(m.person).where(m.party == party, m.office.in_(some), m.person.is_not(None))
                ids |= {row.person for row in connection.execute(named.distinct())}
        found = self._persons_of(ids)
        told = self.tenures(found) if found else []
        tenures = tuple(t for t in told if t.party == party and asked_for(office, t.office, party))
        dated = {t.person for t in tenures}
        return InOffice(party, tuple(forms), tenures, tuple(p for p in found if p not in dated))

    def _persons_of(self, ids: Collection[str]) -> list[Person]:
        """The persons with some ids, by name and party."""
        p, rows = schema.persons.c, list[Person]()
        with self._reading() as connection:
            for some in portions(sorted(ids)):
                found = connection.execute(sa.select(schema.persons).where(p.id.in_(some)))
                rows += [Person(**row._mapping) for row in found]
        return sorted(rows, key=lambda p: (p.name, p.party or "", p.id))

    def newest_in(self, office: InOffice, limit: int) -> list[Engagement]:
        """Give at most ``limit`` engagements in which somebody took part in this office, the latest day first."""
        e = schema.engagements.c
        query = sa.select(e.json).where(e.id.in_(_in_office(office)), ~e.dismissed)
        query = query.order_by(e.start.desc(), e.id.desc())
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query.limit(limit))]

    def years_in(self, office: InOffice) -> list[tuple[str, int]]:
        """Give the years with the number of engagements in which somebody took part in this office, in order."""
        e = schema.engagements.c
        year = sa.func.substr(e.start, 1, 4)
        query = sa.select(year.label("value"), sa.func.count().label("number")).where(
            e.start.is_not(None), ~e.dismissed
        )
        query = query.where(e.id.in_(_in_office(office))).group_by(year).order_by(year)
        with self._reading() as connection:
            return [(row.value, row.number) for row in connection.execute(query)]


def _in_office(office: InOffice) -> sa.Select[tuple[str]]:
    """The ids of the engagements with an account in which somebody is named in this office, also by a shorter form."""
    member, m = schema.engagement_accounts, schema.person_mentions
    same = sa.and_(member.c.document == m.c.document, member.c.account == m.c.account)
    persons = sorted({t.person.id for t in office.tenures})
    shorter = sorted({s.office for t in office.tenures for s in t.sightings if s.office} - set(office.forms))
    by_form = m.c.office.in_(office.forms)
    by_person = sa.and_(m.c.person.in_(persons), m.c.office.in_(shorter))
    return sa.select(member.c.engagement).join(m, same).where(m.c.party == office.party, sa.or_(by_form, by_person))
