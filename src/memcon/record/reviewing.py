"""The review queue of a record: what waits, in which order, and what a reviewer's answer does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypedDict

import sqlalchemy as sa

from memcon.decisions.values import JOINING, Change, Decision, Field, Verb
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.evidence import Weighed, weigh
from memcon.linking.tellings import Telling
from memcon.record import schema
from memcon.record.decisions import DecisionKeeper
from memcon.record.links import tellings_from
from memcon.record.portions import portions
from memcon.record.replaying import Replayer
from memcon.record.waiting import Waiting, doubt_above, near_waiting, values_waiting
from memcon.reviewing.doubting import doubts_of, values_of
from memcon.reviewing.items import JOIN, Action, ItemKind, Reference
from memcon.reviewing.joins import weakest_join
from memcon.reviewing.values import changes, without


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two accounts with what speaks for and against their being of one occasion.

    ``side`` are the accounts of the engagement that hang together with ``one`` but for this pair.
    """

    one: AccountKey
    other: AccountKey
    weighed: Weighed
    side: tuple[AccountKey, ...]


class _By(TypedDict):
    """Who decides, and why."""

    author: str
    because: str | None


class ReviewKeeper(DecisionKeeper):
    """What a record can tell and do in review."""

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
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        table, item = schema.put_off, str(reference)
        with self._writing() as connection:
            connection.execute(table.delete().where(table.c.reviewer == reviewer, table.c.item == item))
            connection.execute(table.insert(), {"reviewer": reviewer, "item": item, "at": at})

    def pairing(self, reference: Reference) -> Pairing | None:
        """Give the two accounts that a join or a near join hangs on; None where the engagement has one account."""
        one = self.engagement(reference.engagement)
        if reference.kind is ItemKind.NEAR:
            other = self.engagement(reference.about)
            told = self._tellings({*one.accounts, *other.accounts})
            pairs = [(weigh(told[a], told[b]), a, b) for a in one.accounts for b in other.accounts]
            weighed, a, b = max(pairs, key=lambda p: (p[0].bits, p[1], p[2]))
            return Pairing(a, b, weighed, one.accounts)
        told = self._tellings(set(one.accounts))
        with self._reading() as connection:
            decided = Replayer(connection).about({key.document for key in one.accounts}).constraints
        join = weakest_join(one.accounts, lambda a, b: weigh(told[a], told[b]).bits, decided)
        if join is None:
            return None
        a, b = (join.one, join.other) if join.one in join.side else (join.other, join.one)
        return Pairing(a, b, weigh(told[a], told[b]), join.side)

    def tellings_of(self, engagement: Engagement) -> dict[AccountKey, Telling]:
        """Give the accounts of an engagement as linking compares them."""
        return self._tellings(set(engagement.accounts))

    def added(self, documents: Iterable[str]) -> dict[str, str]:
        """Give when documents came into the record (UTC, ISO 8601), by their ids."""
        table, wanted = schema.documents, sorted(set(documents))
        with self._reading() as connection:
            found: dict[str, str] = {}
            for some in portions(wanted):
                query = sa.select(table.c.id, table.c.added).where(table.c.id.in_(some))
                found |= {row.id: row.added for row in connection.execute(query)}
        return found

    def _tellings(self, keys: set[AccountKey]) -> dict[AccountKey, Telling]:
        with self._reading() as connection:
            found = tellings_from(connection, {key.document for key in keys})
        return {t.key: t for t in found if t.key in keys}

    def answer(
        self,
        reference: Reference,
        action: Action,
        *,
        author: str,
        because: str | None = None,
        value: str | None = None,
        other: str | None = None,
        accounts: Iterable[AccountKey] = (),
    ) -> tuple[Decision, ...]:
        """Do what a reviewer says of an item, and give the decisions that were made, none where it was put off.

        ``value`` is the right value for an edit, and for a rejection of one party or person which it is; ``other`` the
        other engagement of a merge or of two held apart, ``accounts`` those that a split takes out. Raises UsageError
        where the answer makes no sense or contradicts a decision; nothing is decided then.
        """
        by: _By = {"author": author, "because": because}
        match action:
            case Action.ACCEPT:
                return (self._accepted(reference, by),)
            case Action.REJECT:
                return self._rejected(reference, value, by)
            case Action.EDIT:
                return self._edited(reference, value or "", by)
            case Action.MERGE | Action.APART:
                ids = [reference.engagement, self._other(reference, other)]
                return (self.merge(ids, **by) if action is Action.MERGE else self.apart(ids, **by),)
            case Action.SPLIT:
                out = tuple(accounts) or self._side(reference)
                return (self.split(reference.engagement, out, **by),)
            case Action.DISMISS:
                return (self.dismiss(reference.engagement, **by),)
            case Action.LATER:
                self.put_off(reference, author)
                return ()
            case _:
                raise UsageError("an undo is of the last decision, not of an item")

    def _accepted(self, reference: Reference, by: _By) -> Decision:
        match reference.kind:
            case ItemKind.VALUE:
                return self.accept(reference.engagement, reference.field, **by)
            case ItemKind.JOIN:
                return self.confirm_joined(reference.engagement, self._side(reference), **by)
            case ItemKind.NEAR:
                return self.apart([reference.engagement, reference.about], **by)
            case _:
                joins = self.decision(reference.about).verb in JOINING
                about = None if joins else reference.engagement
                return self.confirm(reference.about, about, **by)

    def _rejected(self, reference: Reference, which: str | None, by: _By) -> tuple[Decision, ...]:
        match reference.kind:
            case ItemKind.VALUE:
                engagement = self.engagement(reference.engagement)
                return self._corrected(engagement.id, without(engagement, reference.field, which), by)
            case ItemKind.JOIN:
                return (self.split(reference.engagement, self._side(reference), **by),)
            case ItemKind.NEAR:
                return (self.merge([reference.engagement, reference.about], **by),)
            case _:
                return (self.undo(reference.about, **by),)

    def _edited(self, reference: Reference, value: str, by: _By) -> tuple[Decision, ...]:
        return self.set_field(reference.engagement, reference.field, value, **by)

    def set_field(
        self, engagement: str, field: Field, value: str, *, author: str, because: str | None = None
    ) -> tuple[Decision, ...]:
        """Make a field what its words say (:mod:`memcon.reviewing.values`), in as many corrections as it takes.

        Who gives all parties or all people anew has checked them: the field is then accepted too.
        """
        found = self.engagement(engagement)
        by: _By = {"author": author, "because": because}
        made = self._corrected(found.id, changes(found, field, value), by)
        if field in (Field.PARTIES, Field.PARTICIPANTS) and value.strip() != "none":
            made += (self.accept(found.id, field, along=made[0].id, **by),)
        return made

    def _corrected(self, engagement: str, several: Sequence[Change], by: _By) -> tuple[Decision, ...]:
        made: list[Decision] = []
        for one in several:
            along = made[0].id if made else None
            made.append(self.correct(engagement, one, along=along, **by))
        return tuple(made)

    def _side(self, reference: Reference) -> tuple[AccountKey, ...]:
        pairing = self.pairing(reference) if reference.kind is not ItemKind.NEAR else None
        if pairing is None:
            raise UsageError(f"{reference.engagement} has no accounts to take apart")
        return pairing.side

    def _other(self, reference: Reference, given: str | None) -> str:
        if given and given.strip():
            return given.strip()
        if reference.kind is not ItemKind.NEAR:
            raise UsageError("say which other engagement, by its id")
        return reference.about

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

    def undo_last(self, author: str, *, because: str | None = None) -> tuple[Decision, ...]:
        """Undo what the author decided last, and give what was undone; raises UsageError where there is nothing."""
        found = self.last_of(author)
        if not found:
            raise UsageError(f"there is no decision of {author} to undo")
        for decision in found:
            self.undo(decision.id, author=author, because=because)
        return found


def _reference(engagement: str, about: str) -> Reference:
    return Reference.of(f"{engagement}.{about}")
