"""Searches that people saved under a name."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass

import sqlalchemy as sa

from memcon.errors import UsageError
from memcon.record import schema
from memcon.record.moments import now

LONGEST_NAME = 80
_TABLE = schema.saved_searches


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name: its query as it stands in an address, who saved it, and when (UTC, ISO 8601)."""

    name: str
    query: str
    author: str
    at: str


class SearchKeeper(ABC):
    """What a record does with saved searches."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def saved_searches(self) -> list[SavedSearch]:
        """Give the saved searches by their names."""
        with self._reading() as connection:
            rows = [SavedSearch(**row._mapping) for row in connection.execute(sa.select(_TABLE))]
        return sorted(rows, key=lambda s: (s.name.casefold(), s.name))

    def saved_search(self, name: str) -> SavedSearch:
        """Give the search saved under a name, whatever its capitals; raises UsageError where there is none."""
        wanted = _plain(name).casefold()
        found = next((s for s in self.saved_searches() if s.name.casefold() == wanted), None)
        if found is None:
            raise UsageError(f"no search is saved as {name!r}")
        return found

    def save_search(self, name: str, query: str, *, author: str) -> SavedSearch:
        """Save a search; raises UsageError where the name is none or taken."""
        saved = SavedSearch(self._free(name), query, author, now())
        values = {"name": saved.name, "query": saved.query, "author": saved.author, "at": saved.at}
        with self._writing() as connection:
            connection.execute(_TABLE.insert(), values)
        return saved

    def rename_search(self, name: str, to: str) -> SavedSearch:
        """Give a saved search another name; raises UsageError where there is none, or the name is none or taken."""
        old = self.saved_search(name)
        new = self._free(to, but=old.name)
        with self._writing() as connection:
            connection.execute(_TABLE.update().where(_TABLE.c.name == old.name).values(name=new))
        return self.saved_search(new)

    def remove_search(self, name: str) -> SavedSearch:
        """Remove a saved search, and give it; raises UsageError where there is none."""
        old = self.saved_search(name)
        with self._writing() as connection:
            connection.execute(_TABLE.delete().where(_TABLE.c.name == old.name))
        return old

    def changes(self, engagements: Collection[str]) -> dict[str, str]:
        """Give when each of some engagements was made or changed in the record (UTC, ISO 8601)."""
        e = schema.engagements.c
        query = sa.select(e.id, e.changed).where(e.id.in_(sorted(engagements)), e.changed.is_not(None))
        with self._reading() as connection:
            return {row.id: row.changed for row in connection.execute(query)}

    def _free(self, name: str, but: str | None = None) -> str:
        plain = _plain(name)
        if not plain:
            raise UsageError("a saved search needs a name")
        if any(unicodedata.category(c)[0] == "C" for c in plain):
            raise UsageError("the name of a saved search cannot hold characters that are not seen; leave them out")
        if len(plain) > LONGEST_NAME:
            raise UsageError(f"the name {plain[:30]}… is too long; give at most {LONGEST_NAME} characters")
        if any(s.name.casefold() == plain.casefold() and s.name != but for s in self.saved_searches()):
            raise UsageError(f"a search is saved as {plain!r} already; give another name, or remove that one first")
        return plain


def _plain(name: str) -> str:
    return " ".join(name.split())
