"""A record seen from above: where engagements took place, and some of each year."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.linking.engagements import Engagement
from memcon.record import schema
from memcon.record.filters import Filters, conditions
from memcon.record.serial import unpack_engagement


class Overview(ABC):
    """What a record can tell of many engagements at once."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

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
