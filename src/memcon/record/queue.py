"""The review queue of a record: what waits, in which order, and what a reviewer has put off."""

from __future__ import annotations

import sqlalchemy as sa

from memcon.decisions.values import Verb
from memcon.errors import UsageError
from memcon.linking.engagements import Engagement
from memcon.record import moments, schema
from memcon.record.decisions import DecisionKeeper
from memcon.record.waiting import Waiting, doubt_above, near_waiting, values_waiting
from memcon.reviewing.doubting import doubts_of, values_of
from memcon.reviewing.items import JOIN, ItemKind, Reference


class QueueKeeper(DecisionKeeper):
    """What a record can tell of what waits for review."""

    def waiting(
        self,
        reviewer: str | None = None,
        *,
        about: str | None = None,
        below: float | None = None,
        after: Waiting | None = None,
        backwards: bool = False,
        limit: int = 1,
    ) -> list[Waiting]:
        """Give what waits for a reviewer, after an item or, ``backwards``, before it.

        Decisions that want a second look come first, then what weighs most (doubt times use), and last what the
        reviewer has put off. ``about`` is a field, "join", "near" or "look", for only such items; ``below`` leaves out
        what is right with at least that chance, 0 to 1.
        """
        if after is not None and after.put_off:
            rest = self._put_off(reviewer, about, below)
            at = next((n for n, w in enumerate(rest) if w.reference == after.reference), len(rest))
            found = rest[:at][::-1] if backwards else rest[at + 1 :]
            if not backwards or len(found) >= limit:
                return found[:limit]
            return [*found, *self._first(reviewer, about, below, None, backwards=True, limit=limit - len(found))]
        found = self._first(reviewer, about, below, after, backwards=backwards, limit=limit)
        if len(found) < limit and not backwards:
            found += self._put_off(reviewer, about, below)[: limit - len(found)]
        return found

    def _first(
        self,
        reviewer: str | None,
        about: str | None,
        below: float | None,
        after: Waiting | None,
        *,
        backwards: bool,
        limit: int,
    ) -> list[Waiting]:
        with self._reading() as connection:
            found: list[Waiting] = []
            if about != ItemKind.NEAR:
                found += values_waiting(
                    connection, reviewer, about, after, backwards=backwards, limit=limit, below=below
                )
            if about in (None, ItemKind.NEAR):
                until = found[-1].weight if len(found) >= limit else None
                found += near_waiting(
                    connection, reviewer, after, backwards=backwards, limit=limit, below=below, until=until
                )
        return sorted(found, key=lambda w: w.order, reverse=backwards)[:limit]

    def _put_off(self, reviewer: str | None, about: str | None, below: float | None) -> list[Waiting]:
        """What a reviewer has put off and is still in doubt, the earliest first."""
        table = schema.put_off
        query = sa.select(table.c.item).where(table.c.reviewer == reviewer).order_by(table.c.at, table.c.item)
        with self._reading() as connection:
            items = [Reference.of(row.item) for row in connection.execute(query)] if reviewer else []
        found = [w for reference in items if (w := self.item(reference, put_off=True)) is not None]
        found = [w for w in found if below is None or w.doubt > doubt_above(below)]
        return [w for w in found if about is None or about in (w.reference.about, w.reference.kind)]

    def item(self, reference: Reference, *, put_off: bool = False) -> Waiting | None:
        """Give an item as it waits, None where it is in no doubt any more."""
        with self._reading() as connection:
            if reference.kind is ItemKind.NEAR:
                found = near_waiting(connection, None, None, backwards=False, limit=1, only=reference)
            else:
                found = values_waiting(connection, None, None, None, backwards=False, limit=1, only=reference)
        return Waiting(reference, found[0].doubt, found[0].weight, put_off) if found else None

    def is_put_off(self, reference: Reference, reviewer: str | None) -> bool:
        """Tell whether a reviewer has put an item off."""
        table = schema.put_off
        query = sa.select(table.c.item).where(table.c.reviewer == reviewer, table.c.item == str(reference))
        with self._reading() as connection:
            return reviewer is not None and connection.execute(query).first() is not None

    def waiting_count(self) -> int:
        """Give the number of values, joins and decisions that are in doubt; near joins are not counted."""
        with self._reading() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(schema.doubts)).scalar_one())

    def items_of(self, engagement: Engagement) -> list[Waiting]:
        """Give everything that can be reviewed of one engagement: second looks, its joining, all fields unchecked."""
        table = schema.doubts
        with self._reading() as connection:
            rows = connection.execute(sa.select(table).where(table.c.engagement == engagement.id))
            known = {row.about: (row.doubt, row.weight) for row in rows}
        told = dict.fromkeys(f for f, v in values_of(engagement) if not engagement.is_checked(f.value))
        doubted = {d.field for d in doubts_of(engagement, 0)}
        corrected = {r.field for r in engagement.rulings if r.in_force and r.verb == Verb.CORRECT}
        fields = [f.value for f in told if f in doubted or f.value not in corrected]
        looks = sorted(about for about in known if about.startswith("D-"))
        order = [*looks, *([JOIN] if JOIN in known else []), *fields]
        return [Waiting(_reference(engagement.id, name), *known.get(name, (0.0, 0.0))) for name in order]

    def put_off(self, reference: Reference, reviewer: str) -> None:
        """Put an item at the end of the queue, for one reviewer."""
        if not reviewer.strip():
            raise UsageError("say who you are, so that it is put off for you alone")
        at = moments.now()
        table, item = schema.put_off, str(reference)
        with self._writing() as connection:
            connection.execute(table.delete().where(table.c.reviewer == reviewer, table.c.item == item))
            connection.execute(table.insert(), {"reviewer": reviewer, "item": item, "at": at})


def _reference(engagement: str, about: str) -> Reference:
    return Reference.of(f"{engagement}.{about}")
