"""The log of a record: what people decided, each decision with what has become of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.decisions.log import Entry, entries
from memcon.decisions.replaying import Outcome
from memcon.decisions.values import Decision, Verb
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.record import schema
from memcon.record.following import engagements_of
from memcon.record.replaying import Replayer, read_decisions

_SHORTEST = 4


class LogKeeper(ABC):
    """What a record can tell of decisions."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    @abstractmethod
    def engagement(self, reference: str) -> Engagement:
        """Give the engagement with this id or beginning of an id."""

    def decisions(self) -> list[Decision]:
        """Give all decisions in the order of their times."""
        with self._reading() as connection:
            return read_decisions(connection)

    def log(self, reference: str | None = None) -> list[Entry]:
        """Give the decisions, oldest first, each with what has become of it.

        ``reference`` is an engagement's id, for all that rest on its accounts, or a decision's, for that and what undid
        or confirmed it. Raises UsageError where there is none.
        """
        if reference is None:
            return self._entries(None)
        if reference.startswith("D-"):
            keys, wanted = frozenset[AccountKey](), {self.decision(reference).id}
        else:
            keys, wanted = frozenset(self.engagement(reference).accounts), set()
        found = self._entries(({key.document for key in keys}, wanted))
        wanted |= {e.decision.id for e in found if not keys.isdisjoint(e.keys)}
        more = {e.decision.id for e in found if e.decision.of in wanted}
        more |= {e.decision.id for e in found if e.decision.of in more}
        return [e for e in found if e.decision.id in wanted | more]

    def _entries(self, about: tuple[set[str], set[str]] | None) -> list[Entry]:
        """The log of all decisions, or of those that have to do with some documents or decisions."""
        with self._reading() as connection:
            replayer = Replayer(connection)
            replayed = replayer.all() if about is None else replayer.about(*about)
            keys = {key for outcome in replayed.outcomes for key in outcome.keys}
            return entries(replayed, engagements_of(connection, keys))

    def second_looks(self) -> list[Entry]:
        """Give the decisions at which a human should look again, oldest first."""
        return [entry for entry in self.log() if entry.looks]

    def decision(self, reference: str) -> Decision:
        """Give the decision with this id or beginning of an id; raises UsageError where none or several fit."""
        found = [d for d in self.decisions() if len(reference) >= _SHORTEST and d.id.startswith(reference)]
        if not found:
            raise UsageError(f"there is no decision {reference!r}; see 'memcon log'")
        if len(found) > 1:
            raise UsageError(f"{reference!r} fits {len(found)} decisions: {', '.join(d.id for d in found[:6])}")
        return found[0]

    def last_of(self, author: str) -> tuple[Decision, ...]:
        """Give the last decision of an author that is not undone, with those that were made along with it."""
        table = schema.decisions
        query = sa.select(table.c.id, table.c.verb, table.c.of, table.c.author).order_by(table.c.at, table.c.id)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        undone: dict[str, str] = {}
        for row in reversed(rows):
            if row.verb == Verb.UNDO and row.of is not None and row.id not in undone:
                undone.setdefault(row.of, row.id)
        mine = (r.id for r in reversed(rows) if r.author == author and r.verb != Verb.UNDO and r.id not in undone)
        return tuple(self._together(mine))

    def _together(self, latest: Iterator[str]) -> Iterator[Decision]:
        first: str | None = None
        for name in latest:
            decision = self.decision(name)
            if first is not None and first not in (decision.along, decision.id):
                return
            yield decision
            if decision.along is None:
                return
            first = decision.along

    def _outcome(self, reference: str) -> Outcome:
        wanted = self.decision(reference).id
        with self._reading() as connection:
            return next(o for o in Replayer(connection).about((), [wanted]).outcomes if o.decision.id == wanted)
