"""Where engagements took place, counted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.record import schema
from memcon.record.filters import Filters, conditions


class PlaceKeeper(ABC):
    """What a record can tell of places."""

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
