"""A record seen from above: where engagements took place, some of each year, and those of an office."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.linking.engagements import Engagement
from memcon.linking.people import Person, Tenure
from memcon.record import schema
from memcon.record.filters import Filters, conditions
from memcon.record.people import portions
from memcon.record.serial import unpack_engagement
from memcon.vocabulary.office_forms import asked_for


class Overview(ABC):
    """What a record can tell of many engagements at once."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    @abstractmethod
    def persons(self, name: str | None = None) -> list[Person]:
        """Give the persons."""

    @abstractmethod
    def tenures(self, persons: Sequence[Person] = (), party: str | None = None) -> list[Tenure]:
        """Give the tenures that documents show."""

    def countries(self, filters: Filters) -> list[tuple[str, int]]:
        """Give the countries (codes) with the number of engagements that fit and took place there, most first."""
        country, number = schema.engagements.c.country, sa.func.count()
        query = sa.select(country, number.label("number")).where(country.is_not(None), *conditions(filters))
        with self._reading() as connection:
            rows = connection.execute(query.group_by(country).order_by(number.desc(), country)).all()
        return [(row.country, row.number) for row in rows]

    def of_each_year(self, filters: Filters, limit: int) -> list[Engagement]:
        """Give of each year at most ``limit`` engagements that fit, the latest, by day; undated ones are left out."""
        e = schema.engagements.c
        place = sa.func.row_number().over(
            partition_by=sa.func.substr(e.start, 1, 4), order_by=(e.start.desc(), e.id.desc())
        )
        told = sa.select(e.id, place.label("place")).where(e.start.is_not(None), *conditions(filters)).subquery()
        ids = sa.select(told.c.id).where(told.c.place <= limit)
        query = sa.select(e.json).where(e.id.in_(ids)).order_by(e.start, e.id)
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query)]

    def tenures_in(self, office: str, party: str) -> list[Tenure]:
        """Give the tenures for a party in what ``office`` asks for that documents show, by their first day.

        Only the mentions of people who are seen in such an office are looked at.
        """
        m = schema.person_mentions.c
        forms, ids = self.forms_of_office(office, party), set[str]()
        with self._reading() as connection:
            for some in portions(forms):
                rows = connection.execute(
                    sa.select(m.person).where(m.party == party, m.office.in_(some), m.person.is_not(None)).distinct()
                )
                ids |= {row.person for row in rows}
        found = [person for person in self.persons() if person.id in ids]
        told = self.tenures(found) if found else []
        return [t for t in told if t.party == party and asked_for(office, t.office, party)]

    def forms_of_office(self, office: str, party: str) -> list[str]:
        """Give the offices of a party, as documents write them, that are what ``office`` asks for."""
        m = schema.person_mentions.c
        query = sa.select(m.office).where(m.party == party, m.office.is_not(None)).distinct().order_by(m.office)
        with self._reading() as connection:
            return [row.office for row in connection.execute(query) if asked_for(office, row.office, party)]

    def newest_in(self, tenures: Sequence[Tenure], limit: int) -> list[Engagement]:
        """Give at most ``limit`` engagements in which people took part in these offices, the latest day first."""
        e = schema.engagements.c
        query = sa.select(e.json).where(e.id.in_(_in_office(tenures))).order_by(e.start.desc(), e.id.desc())
        with self._reading() as connection:
            return [unpack_engagement(row.json) for row in connection.execute(query.limit(limit))]

    def years_in(self, tenures: Sequence[Tenure]) -> list[tuple[str, int]]:
        """Give the years with the number of engagements in which people took part in these offices, in order."""
        e = schema.engagements.c
        year = sa.func.substr(e.start, 1, 4)
        query = sa.select(year.label("value"), sa.func.count().label("number")).where(e.start.is_not(None))
        query = query.where(e.id.in_(_in_office(tenures))).group_by(year).order_by(year)
        with self._reading() as connection:
            return [(row.value, row.number) for row in connection.execute(query)]


def _in_office(tenures: Sequence[Tenure]) -> sa.Select[tuple[str]]:
    """The ids of the engagements with an account in which one of these people is named in one of these offices."""
    member, m = schema.engagement_accounts, schema.person_mentions
    same = sa.and_(member.c.document == m.c.document, member.c.account == m.c.account)
    persons = sorted({t.person.id for t in tenures})
    offices = sorted({s.office for t in tenures for s in t.sightings if s.office})
    parties = sorted({t.party for t in tenures if t.party})
    told = sa.and_(m.c.person.in_(persons), m.c.office.in_(offices), m.c.party.in_(parties))
    return sa.select(member.c.engagement).join(m, same).where(told)
