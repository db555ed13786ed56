"""What people decided, kept in the record: entries are only ever added, and engagements follow them at once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

import sqlalchemy as sa

from memcon.decisions import making
from memcon.decisions.anchoring import anchored
from memcon.decisions.replaying import Outcome
from memcon.decisions.statements import find_words, same_elsewhere, statement_change
from memcon.decisions.values import BETWEEN, Anchor, Change, Decision, Field, Verb, identified
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.model import Account, Document, Reading, Span
from memcon.record import schema
from memcon.record.following import both, engagements_of, follow
from memcon.record.known_people import Standing, remake_some
from memcon.record.links import remake
from memcon.record.log import LogKeeper
from memcon.record.replaying import Replayer, read_decisions, read_readings
from memcon.record.rosters import roster_of

_due: ContextVar[list[Standing] | None] = ContextVar("people due to be told apart", default=None)


class DecisionKeeper(LogKeeper):
    """What a record can do with decisions.

    Those that make one take its ``author`` and, if there is one, the reason in words (``because``), keep it, make anew
    the engagements that it touches, and give it. They raise UsageError where it makes no sense or contradicts another
    that holds; the record is then as it was.
    """

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def accounts_of(self, engagement: Engagement) -> list[tuple[Document, Account]]:
        """Give the accounts of an engagement with their documents."""

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

    def restate(
        self,
        reference: str,
        words: str | Span,
        *,
        speakers: Sequence[str] = (),
        act: str | None = None,
        remove: bool = False,
        author: str,
        because: str | None = None,
    ) -> Decision:
        """Say of some words of an engagement's sources who speaks and by which act, or that they are no statement.

        ``words`` are as they stand in a source, or where; copies that say the same are meant too. See
        :func:`memcon.decisions.statements.statement_change`.
        """
        engagement = self.engagement(reference)
        sources = self.accounts_of(engagement)
        words_at = same_elsewhere(sources, words) if isinstance(words, Span) else None
        at = words_at or find_words(engagement, sources, str(words))
        wanted = statement_change(engagement, sources, at, speakers=speakers, act=act, remove=remove)
        return self.correct(engagement.id, wanted, author=author, because=because)

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

    def part_of(self, reference: str, whole: str | None, *, author: str, because: str | None = None) -> Decision:
        """Say which visit or conference an engagement is a part of; None for none."""
        part, wholes = self.engagement(reference), list[Engagement]()
        while whole is not None and whole not in {w.id for w in wholes}:
            wholes.append(self.engagement(whole))
            whole = wholes[-1].part_of
        sides = [self._anchors(part), *(self._anchors(w) for w in wholes[:1])]
        return self._decide(making.placing(making.draft(Verb.PART_OF, sides, author, because), part, wholes))

    def confirm(
        self, reference: str, engagement: str | None = None, *, author: str, because: str | None = None
    ) -> Decision:
        """Say, after a second look, that a decision, given by its id, holds for its accounts as they are now.

        A decision on a field whose accounts are of several engagements now holds for the ``engagement`` given.
        """
        outcome = self._outcome(reference)
        if outcome.decision.verb in BETWEEN:
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
                self._people_changed(
                    connection, follow(connection, before, before.with_([*before.decisions, *new]), new)
                )
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

    def _about(self, outcome: Outcome, reference: str | None) -> Engagement:
        """The engagement that a decision on a field is about now."""
        if reference is not None:
            return self.engagement(reference)
        with self._reading() as connection:
            found = {e.id: e for e in engagements_of(connection, outcome.keys).values()}
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
            found = engagements_of(connection, engagement.accounts[:1])[engagement.accounts[0]]
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
            making.check(decision, *both(before, after, [decision]))
            self._people_changed(connection, follow(connection, before, after, [decision]))
        return decision

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Open what tells people apart once, after several decisions, and not after each."""
        if _due.get() is not None:  # inside of another
            yield
            return
        due: list[Standing] = []
        token = _due.set(due)
        try:
            yield
        finally:
            _due.reset(token)
            if due:
                with self._writing() as connection:
                    self._people_changed(connection, due[0])

    def _people_changed(self, connection: sa.Connection, before: Standing | None) -> None:
        if before is None:
            return
        due = _due.get()
        if due is not None:
            due.append(before)
        else:
            remake_some(connection, (), before, roster_of(connection))
