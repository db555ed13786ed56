"""The series of forums that a record's engagements are sessions of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.linking.forums import Series, series_of
from memcon.model import Reading
from memcon.record import schema
from memcon.record.serial import unpack_engagement, unpack_reading

_ROWS_AT_ONCE = 500
"""SQLite takes only so many values in one query."""


class ForumKeeper(ABC):
    """What a record can tell of forums; made from its engagements when asked for, and kept nowhere."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def series(self) -> tuple[Series, ...]:
        """Give the series, those with most sessions first; planned sessions are seen from the newest document's day."""
        engagements, documents = schema.engagements.c, schema.documents.c
        with self._reading() as connection:
            rows = connection.execute(sa.select(engagements.json).where(engagements.forum.is_not(None)))
            found = [unpack_engagement(row.json) for row in rows]
            as_of = connection.execute(sa.select(sa.func.max(documents.published))).scalar()
            wanted = sorted({key.document for engagement in found for key in engagement.accounts})
            readings = _readings(connection, wanted)
        return series_of(found, readings, as_of)


def _readings(connection: sa.Connection, documents: Sequence[str]) -> list[Reading]:
    table, found = schema.readings.c, list[Reading]()
    for at in range(0, len(documents), _ROWS_AT_ONCE):
        query = sa.select(table.json).where(table.document.in_(documents[at : at + _ROWS_AT_ONCE]))
        found += [unpack_reading(row.json) for row in connection.execute(query)]
    return found
