"""A user's own roster, kept in the record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from memcon.errors import UsageError
from memcon.linking.people import people_of
from memcon.linking.reprints import Reprint, dated_by_sources
from memcon.model import Reading
from memcon.record import schema
from memcon.record.people import keep_people
from memcon.vocabulary.roster import Exact, RosterEntry
from memcon.vocabulary.rosters import Roster

_TABLE = schema.roster


class RosterKeeper(ABC):
    """What a record can do with a user's own roster."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    @abstractmethod
    def readings(self) -> list[Reading]:
        """Give all readings."""

    @abstractmethod
    def reprints(self, document: str | None = None) -> list[Reprint]:
        """Give all reprints, or those of one document."""

    def add_roster(self, entries: Sequence[RosterEntry]) -> None:
        """Keep entries; what an earlier roster of the same source (file name) held goes."""
        numbered = [{**asdict(entry), "number": number} for number, entry in enumerate(entries, start=1)]
        with self._writing() as connection:
            for source in {entry.source for entry in entries}:
                connection.execute(_TABLE.delete().where(_TABLE.c.source == source))
            if numbered:
                connection.execute(_TABLE.insert(), numbered)

    def remove_roster(self, source: str) -> int:
        """Remove the roster of a source and give the number of its entries; raises UsageError if there is none."""
        with self._writing() as connection:
            gone = connection.execute(_TABLE.delete().where(_TABLE.c.source == source)).rowcount
        if not gone:
            known = ", ".join(sorted({entry.source for entry in self.own_roster()})) or "there are none"
            raise UsageError(f"there is no roster {source!r} in the record; its own rosters: {known}")
        return gone

    def own_roster(self) -> list[RosterEntry]:
        """Give the user's own entries, by source, in the order of their files."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(_TABLE).order_by(_TABLE.c.source, _TABLE.c.number))
            return [_entry(dict(row._mapping)) for row in rows]

    def rebuild_people(self) -> None:
        """Tell anew who the people are, as is due where the roster has changed."""
        people = people_of(dated_by_sources(self.readings(), self.reprints()), self.roster())
        with self._writing() as connection:
            keep_people(connection, people)

    def roster(self) -> Roster:
        """Give the roster that ships with memcon together with the user's own."""
        return Roster.with_own(self.own_roster())


def _entry(row: dict[str, Any]) -> RosterEntry:
    del row["number"]
    for name in ("start_exact", "end_exact"):
        row[name] = Exact(row[name]) if row[name] else None
    return RosterEntry(**row)
