"""What people decided, kept in the record: entries are only ever added, and engagements follow them at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager

import msgspec
import sqlalchemy as sa

from memcon.decisions import making
from memcon.decisions.anchoring import anchored
from memcon.decisions.log import Entry, entries
from memcon.decisions.replaying import Outcome, Replay, documents_of
from memcon.decisions.values import JOINING, Anchor, Change, Decision, Field, Verb, identified
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.model import Account, Document, Reading
from memcon.record import schema
from memcon.record.links import remake
from memcon.record.portions import portions
from memcon.record.replaying import Replayer, read_decisions, read_readings
from memcon.record.serial import unpack_engagement

_TABLE = schema.decisions
_SHORTEST = 4


class DecisionKeeper(ABC):
    """What a record can do with decisions.

    Those that make one take its ``author`` and, if there is one, the reason in words (``because``), keep it, make anew
    the engagements that it touches, and give it. They raise UsageError where it makes no sense or contradicts another
    that holds; the record is then as it was.
    """

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    @abstractmethod
    def engagement(self, reference: str) -> Engagement:
        """Give the engagement with this id or beginning of an id."""

    @abstractmethod
    def accounts_of(self, engagement: Engagement) -> list[tuple[Document, Account]]:
        """Give the accounts of an engagement with their documents."""

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
            return entries(replayed, _engagements(connection, keys))

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

    def merge(self, references: Sequence[str], *, author: str, because: str | None = None) -> Decision:
        """Say that engagements, two or more by their ids, are one, with all their accounts."""
        several = self._several(references)
        return self._decide(making.draft(Verb.MERGE, [self._anchors(e) for e in several], author, because))

    def apart(self, references: Sequence[str], *, author: str, because: str | None = None) -> Decision:
        """Say that two engagements are never the same."""
        several = self._several(references)
        if len(several) > 2:
            raise UsageError(f"{len(several)} engagements cannot be told apart at once; give two")
        return self._decide(making.draft(Verb.APART, [self._anchors(e) for e in several], author, because))

    def split(
        self, reference: str, accounts: Iterable[AccountKey], *, author: str, because: str | None = None
    ) -> Decision:
        """Take accounts out of an engagement as an engagement of their own."""
        return self._decide(making.draft(Verb.SPLIT, self._sides(reference, accounts), author, because))

    def _sides(self, reference: str, accounts: Iterable[AccountKey]) -> tuple[tuple[Anchor, ...], ...]:
        """Some accounts of an engagement, and the rest of it; neither may be empty."""
        engagement, out = self.engagement(reference), set(accounts)
        if strange := out - set(engagement.accounts):
            raise UsageError(f"{engagement.id} has no account {min(strange).account} of {min(strange).document[:12]}")
        if not out or out == set(engagement.accounts):
            count = len(engagement.accounts)
            if count == 1:
                raise UsageError(f"{engagement.id} has one account only; there is nothing to split")
            raise UsageError(f"{engagement.id} has {count} accounts; name some to take out, not all")
        anchors = dict(zip(engagement.accounts, self._anchors(engagement), strict=True))
        return tuple(tuple(a for key, a in anchors.items() if (key in out) is taken) for taken in (True, False))

    def confirm_joined(
        self, reference: str, accounts: Iterable[AccountKey], *, author: str, because: str | None = None
    ) -> Decision:
        """Say that some accounts of an engagement are rightly joined with the rest of it."""
        return self._decide(making.draft(Verb.MERGE, self._sides(reference, accounts), author, because))

    def correct(
        self, reference: str, change: Change, *, author: str, because: str | None = None, along: str | None = None
    ) -> Decision:
        """Put a value in the place of what was read; see :func:`memcon.decisions.changes.change`."""
        engagement = self.engagement(reference)
        plan = making.draft(Verb.CORRECT, [self._anchors(engagement)], author, because, along)
        return self._decide(making.correction(plan, engagement, change))

    def accept(
        self,
        reference: str,
        field: Field | None = None,
        *,
        author: str,
        because: str | None = None,
        along: str | None = None,
    ) -> Decision:
        """Say that a field of an engagement, or all of it, was checked."""
        engagement = self.engagement(reference)
        plan = making.draft(Verb.ACCEPT, [self._anchors(engagement)], author, because, along)
        return self._decide(making.acceptance(plan, engagement, field))

    def dismiss(self, reference: str, *, author: str, because: str | None = None) -> Decision:
        """Say that what an engagement's accounts tell of is no engagement; it is kept, and no longer listed."""
        engagement = self.engagement(reference)
        plan = making.draft(Verb.DISMISS, [self._anchors(engagement)], author, because)
        return self._decide(making.dismissal(plan, engagement))

    def confirm(
        self, reference: str, engagement: str | None = None, *, author: str, because: str | None = None
    ) -> Decision:
        """Say, after a second look, that a decision, given by its id, holds for its accounts as they are now.

        A decision on a field whose accounts are of several engagements now holds for the ``engagement`` given.
        """
        outcome = self._outcome(reference)
        if outcome.decision.verb in JOINING:
            sides = [self._anchors_of([p.key for p in side if p.key is not None]) for side in outcome.placed]
            plan = making.draft(Verb.ACCEPT, sides, author, because)
            return self._decide(making.confirmation(plan, outcome, None))
        about = self._about(outcome, engagement)
        plan = making.draft(Verb.ACCEPT, [self._anchors(about)], author, because)
        without = self._without(outcome.decision, about) if outcome.decision.verb is Verb.CORRECT else about
        return self._decide(making.confirmation(plan, outcome, without))

    def undo(self, reference: str, *, author: str, because: str | None = None) -> Decision:
        """Undo a decision, given by its id; an undo can be undone."""
        outcome = self._outcome(reference)
        return self._decide(making.undoing(making.draft(Verb.UNDO, (), author, because), outcome))

    def take(self, decisions: Iterable[Decision]) -> int:
        """Take decisions over from another record, and give the number of those that were new.

        One that contradicts what is here is kept and set aside for a second look. Raises UsageError where the content
        of one does not make its id.
        """
        given = {d.id: d for d in decisions}
        for decision in given.values():
            if identified(decision).id != decision.id:
                raise UsageError(f"{decision.id} was changed after it was made: its content does not make its id")
        with self._writing() as connection:
            before = Replayer(connection)
            known = {d.id for d in before.decisions}
            new = [d for d in sorted(given.values(), key=lambda d: d.order) if d.id not in known]
            if new:
                _insert(connection, new)
                _follow(connection, before, before.with_([*before.decisions, *new]), new)
        return len(new)

    def _several(self, references: Sequence[str]) -> list[Engagement]:
        several = list({e.id: e for e in map(self.engagement, references)}.values())
        if len(references) < 2:
            raise UsageError("give two engagements")
        if len(several) < 2:
            if len(set(references)) < 2:
                raise UsageError(f"{references[0]} stands twice; give two engagements")
            raise UsageError(f"{' and '.join(references)} are one engagement already, {several[0].id}")
        return several

    def _anchors(self, engagement: Engagement) -> tuple[Anchor, ...]:
        readings: dict[str, Reading] = {}
        with self._reading() as connection:
            readings = read_readings(connection, {key.document for key in engagement.accounts})
        return tuple(
            anchored(readings[document.id], account, document.name)
            for document, account in self.accounts_of(engagement)
        )

    def _outcome(self, reference: str) -> Outcome:
        wanted = self.decision(reference).id
        with self._reading() as connection:
            return next(o for o in Replayer(connection).about((), [wanted]).outcomes if o.decision.id == wanted)

    def _about(self, outcome: Outcome, reference: str | None) -> Engagement:
        """The engagement that a decision on a field is about now."""
        if reference is not None:
            return self.engagement(reference)
        with self._reading() as connection:
            found = {e.id: e for e in _engagements(connection, outcome.keys).values()}
        if len(found) == 1:
            return next(iter(found.values()))
        name = outcome.decision.id
        if not found:
            raise UsageError(f"{name} has lost its accounts; undo it, or add their documents again")
        raise UsageError(
            f"the accounts of {name} are of {' and '.join(found)} now; say for which it holds: "
            f"memcon accept {name} {next(iter(found))}"
        )

    def _without(self, decision: Decision, engagement: Engagement) -> Engagement:
        """Give an engagement as it would be without a decision; the record stays as it is."""
        with self._reading() as connection:
            others = Replayer(connection, [d for d in read_decisions(connection) if d.id != decision.id])
            remake(connection, {key.document for key in engagement.accounts}, others)
            found = _engagements(connection, engagement.accounts[:1])[engagement.accounts[0]]
            connection.rollback()
        return found

    def _anchors_of(self, keys: Iterable[AccountKey]) -> tuple[Anchor, ...]:
        wanted = list(dict.fromkeys(keys))
        with self._reading() as connection:
            readings = read_readings(connection, {key.document for key in wanted})
            table = schema.documents
            rows = connection.execute(sa.select(table.c.id, table.c.name).where(table.c.id.in_(readings)))
            names = {row.id: row.name for row in rows}
        accounts = {AccountKey(r.document, a.id): a for r in readings.values() for a in r.accounts}
        return tuple(anchored(readings[k.document], accounts[k], names[k.document]) for k in wanted)

    def _decide(self, plan: Decision) -> Decision:
        """Keep a decision unless it contradicts another, and make anew the engagements that follow from it."""
        with self._writing() as connection:
            before = Replayer(connection)
            decision = making.stamped(plan, before.decisions[-1].at if before.decisions else None)
            after = before.with_([*before.decisions, decision])
            making.check(decision, *_both(before, after, [decision]))
            _insert(connection, [decision])
            _follow(connection, before, after, [decision])
        return decision


def _both(before: Replayer, after: Replayer, new: Sequence[Decision]) -> tuple[Replay, Replay]:
    """What has become, before and after, of decisions that have to do with new ones."""
    ids = {d.id for d in new} | {d.of for d in new if d.of}
    return before.about(documents_of(new), ids), after.about(documents_of(new), ids)


def _insert(connection: sa.Connection, decisions: Iterable[Decision]) -> None:
    rows = [
        {"id": d.id, "verb": d.verb.value, "author": d.author, "at": d.at, "of": d.of}
        | {"decision": msgspec.json.encode(d).decode()}
        for d in decisions
    ]
    connection.execute(_TABLE.insert(), rows)


def _follow(connection: sa.Connection, before: Replayer, after: Replayer, new: Sequence[Decision]) -> None:
    """Make anew the engagements of all accounts for which something else is decided now."""
    was, now = _both(before, after, new)
    then = {o.decision.id: o for o in was.outcomes}
    changed = [o for o in now.outcomes if then.get(o.decision.id) != o]
    documents = {key.document for o in changed for key in o.keys}
    documents |= {k.document for o in changed if (old := then.get(o.decision.id)) is not None for k in old.keys}
    if documents:
        remake(connection, documents, after, joining=was.constraints != now.constraints)


def _engagements(connection: sa.Connection, keys: Iterable[AccountKey]) -> dict[AccountKey, Engagement]:
    """Give the engagement of each account."""
    wanted = set(keys)
    documents = sorted({key.document for key in wanted})
    member, table = schema.engagement_accounts, schema.engagements
    of: dict[AccountKey, str] = {}
    made: dict[str, Engagement] = {}
    for some in portions(documents):
        query = sa.select(member).where(member.c.document.in_(some))
        rows = [(AccountKey(r.document, r.account), r.engagement) for r in connection.execute(query)]
        of |= {key: name for key, name in rows if key in wanted}
    ids = sorted(set(of.values()))
    for some in portions(ids):
        query = sa.select(table.c.json).where(table.c.id.in_(some))
        made |= {e.id: e for e in (unpack_engagement(row.json) for row in connection.execute(query))}
    return {key: made[name] for key, name in of.items()}
