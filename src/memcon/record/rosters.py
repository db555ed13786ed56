"""A user's own roster, kept in the record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from memcon.errors import UsageError
from memcon.record import schema
from memcon.record.known_people import remake_people
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
            return _own(connection)

    def rebuild_people(self) -> None:
        """Tell anew who the people are, as is due where the roster has changed."""
        with self._writing() as connection:
            remake_people(connection, roster_of(connection))

    def roster(self) -> Roster:
        """Give the roster that ships with memcon together with the user's own."""
        with self._reading() as connection:
            return roster_of(connection)


def roster_of(connection: sa.Connection) -> Roster:
    """Give the roster that ships with memcon together with the user's own in a record."""
    return Roster.with_own(_own(connection))


def _own(connection: sa.Connection) -> list[RosterEntry]:
    rows = connection.execute(sa.select(_TABLE).order_by(_TABLE.c.source, _TABLE.c.number))
    return [_entry(dict(row._mapping)) for row in rows]


def _entry(row: dict[str, Any]) -> RosterEntry:
    del row["number"]
    for name in ("start_exact", "end_exact"):
        row[name] = Exact(row[name]) if row[name] else None
    return RosterEntry(**row)
