"""The decisions of a record, replayed over its readings: all of them, or those that have to do with some documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from memcon.decisions.replaying import NOTHING_DECIDED, Replay, documents_of, related, replay
from memcon.decisions.values import Decision
from memcon.linking.constraints import NONE, Constraints
from memcon.model import Reading
from memcon.record import schema
from memcon.record.portions import portions
from memcon.record.serial import unpack_reading

_TABLE = schema.decisions
_DECODER = msgspec.json.Decoder(Decision)


class Replayer:
    """Decisions, and further constraints that they are replayed with; readings are read once, when they are needed."""

    def __init__(
        self, connection: sa.Connection, decisions: Sequence[Decision] | None = None, constraints: Constraints = NONE
    ) -> None:
        self._connection = connection
        self._constraints = constraints
        self._readings: dict[str, Reading] = {}
        self._asked: set[str] = set()
        self.decisions = read_decisions(connection) if decisions is None else list(decisions)

    def with_(self, decisions: Iterable[Decision]) -> Replayer:
        """Give one for other decisions of the same record."""
        other = Replayer(self._connection, list(decisions), self._constraints)
        other._readings, other._asked = self._readings, self._asked
        return other

    def all(self) -> Replay:
        """Replay all decisions."""
        return self._replay(self.decisions)

    def about(self, documents: Iterable[str], ids: Iterable[str] = ()) -> Replay:
        """Replay the decisions that rest on some documents, or have some ids, and all that these have to do with.

        What becomes of them is what becomes of them among all.
        """
        return self._replay(related(self.decisions, documents, ids))

    def rest_on(self, documents: Iterable[str]) -> bool:
        """Tell whether any decision rests on any of the documents."""
        return not documents_of(self.decisions).isdisjoint(documents)

    def _replay(self, decisions: Sequence[Decision]) -> Replay:
        if not decisions:
            return NOTHING_DECIDED.and_also(self._constraints)
        missing = documents_of(decisions) - self._asked
        self._asked |= missing
        self._readings.update(read_readings(self._connection, missing))
        return replay(decisions, self._readings).and_also(self._constraints)


def read_decisions(connection: sa.Connection) -> list[Decision]:
    """Give all decisions of a record in the order of their times."""
    rows = connection.execute(sa.select(_TABLE.c.decision).order_by(_TABLE.c.at, _TABLE.c.id))
    return [_DECODER.decode(row.decision) for row in rows]


def read_readings(connection: sa.Connection, documents: Iterable[str]) -> dict[str, Reading]:
    """Give the readings of those of the documents that are in the record, by their ids."""
    table, wanted = schema.readings, sorted(documents)
    found: dict[str, Reading] = {}
    for some in portions(wanted):
        query = sa.select(table.c.document, table.c.json).where(table.c.document.in_(some))
        found |= {row.document: unpack_reading(row.json) for row in connection.execute(query)}
    return found
