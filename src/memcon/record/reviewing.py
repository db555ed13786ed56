"""What a reviewer's answer does, and what is laid before him of two accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

import sqlalchemy as sa

from memcon.decisions.values import BETWEEN, Change, Decision, Field
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.evidence import Weighed, weigh
from memcon.linking.tellings import Telling
from memcon.record import schema
from memcon.record.links import tellings_from
from memcon.record.portions import portions
from memcon.record.queue import QueueKeeper
from memcon.record.replaying import Replayer
from memcon.reviewing.items import Action, ItemKind, Reference
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


class ReviewKeeper(QueueKeeper):
    """What a record can tell and do in review."""

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
        other engagement of a merge, of two held apart, or the whole of a part ("none" for none), ``accounts`` those
        that a split takes out. Raises UsageError where the answer makes no sense or contradicts a decision; nothing is
        decided then.
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
            case Action.PART_OF:
                whole = (other or "").strip()
                if not whole:
                    raise UsageError("say which visit or conference, by its id, or 'none'")
                return (self.part_of(reference.engagement, None if whole == "none" else whole, **by),)
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
                joins = self.decision(reference.about).verb in BETWEEN
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
        with self._at_once():
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

    def undo_last(self, author: str, *, because: str | None = None) -> tuple[Decision, ...]:
        """Undo what the author decided last, and give what was undone; raises UsageError where there is nothing."""
        found = self.last_of(author)
        if not found:
            raise UsageError(f"there is no decision of {author} to undo")
        with self._at_once():
            for decision in found:
                self.undo(decision.id, author=author, because=because)
        return found
