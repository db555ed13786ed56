"""Rounds of blind review, kept in the record: made, answered, opened when all have answered, settled into decisions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from memcon.decisions.changes import NONE
from memcon.decisions.values import Decision, Field
from memcon.errors import UsageError
from memcon.linking.engagements import AccountKey, Engagement
from memcon.record import moments, schema
from memcon.record.drawing import heaviest, narrowed, sample
from memcon.record.filters import Filters
from memcon.record.reviewing import ReviewKeeper
from memcon.record.serial import unpack_engagement
from memcon.reviewing.doubting import REVIEWED
from memcon.reviewing.rounds import (
    LARGEST,
    SEED,
    Answer,
    Draw,
    Round,
    RoundAnswer,
    RoundItem,
    Settled,
    Verdict,
    answered,
    in_words,
    reviewers_of,
)
from memcon.reviewing.values import words_of

_ROUNDS, _ITEMS = schema.rounds, schema.round_items
_ANSWERS, _SETTLEMENTS = schema.round_answers, schema.round_settlements


class RoundKeeper(ReviewKeeper):
    """What a record can do with rounds of blind review.

    Nobody is given another reviewer's answers before every reviewer of the round has answered every item.
    """

    def make_round(
        self,
        name: str,
        reviewers: Sequence[str],
        size: int,
        *,
        author: str,
        draw: Draw = Draw.QUEUE,
        seed: int = SEED,
        filters: Filters | None = None,
        fields: Sequence[Field] = REVIEWED,
    ) -> Round:
        """Draw ``size`` items (fewer where there are not so many) and keep them as a round.

        The queue gives its heaviest values; a random draw takes engagements by chance, by ``seed``, and of each one
        field by chance. ``filters`` say of which engagements. Raises UsageError where the name is taken or empty, where
        there are not two reviewers, or where nothing fits.
        """
        called, who = " ".join(name.split()), reviewers_of(reviewers)
        if not called:
            raise UsageError("give the round a name")
        if not 1 <= size <= LARGEST:
            raise UsageError(f"a round has 1 to {LARGEST} items, not {size}")
        if any(r.name.casefold() == called.casefold() for r in self.rounds()):
            raise UsageError(f"there is a round {called!r} already; give another name")
        chosen = filters or Filters()
        with self._reading() as connection:
            queue = draw is Draw.QUEUE
            drawn = list(
                heaviest(connection, size, chosen, fields) if queue else sample(connection, size, seed, chosen, fields)
            )
        if not drawn:
            raise UsageError("nothing on record fits what the round is to be drawn from")
        how = "the first of the queue" if queue else f"by chance, seed {seed}"
        at = datetime.now(UTC).isoformat(timespec="seconds")
        identity = "R-" + hashlib.sha256(called.encode()).hexdigest()[:8]
        made = Round(identity, called, " ".join(author.split()), at, who, f"{how}{narrowed(chosen, fields)}")
        with self._writing() as connection:
            connection.execute(_ROUNDS.insert(), _round_row(made))
            connection.execute(_ITEMS.insert(), [_item_row(identity, n, *one) for n, one in enumerate(drawn, start=1)])
        return made

    def rounds(self) -> list[Round]:
        """Give all rounds, the latest first."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(_ROUNDS).order_by(_ROUNDS.c.at.desc(), _ROUNDS.c.id)).all()
        return [Round(r.id, r.name, r.author, r.at, tuple(json.loads(r.reviewers)), r.drawn) for r in rows]

    def round(self, reference: str) -> Round:
        """Give the round with this id or name; raises UsageError where there is none."""
        found = next((r for r in self.rounds() if reference in (r.id, r.name)), None)
        if found is None:
            raise UsageError(f"there is no round {reference!r}; see 'memcon round list'")
        return found

    def round_items(self, reference: str) -> list[RoundItem]:
        """Give the items of a round, in the order in which every reviewer sees them."""
        query = sa.select(_ITEMS).where(_ITEMS.c.round == self.round(reference).id).order_by(_ITEMS.c.number)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return [RoundItem(r.number, r.engagement, Field(r.field), r.value, _keys(r.accounts)) for r in rows]

    def engagement_of_item(self, item: RoundItem) -> Engagement | None:
        """Give the engagement that an item is about as it is now, None where its first account is gone."""
        member, table, key = schema.engagement_accounts, schema.engagements, item.accounts[0]
        query = sa.select(table.c.json).join(member, member.c.engagement == table.c.id)
        query = query.where(member.c.document == key.document, member.c.account == key.account)
        with self._reading() as connection:
            row = connection.execute(query).first()
        return unpack_engagement(row.json) if row is not None else None

    def answer_item(
        self,
        reference: str,
        number: int,
        reviewer: str,
        verdict: Verdict,
        *,
        value: str | None = None,
        remark: str | None = None,
    ) -> Answer:
        """Keep a reviewer's answer to an item; a later one takes its place as long as the round is blind.

        Raises UsageError where the reviewer is none of the round's, the value none, or the round is open already.
        """
        found = self.round(reference)
        if reviewer not in found.reviewers:
            raise UsageError(f"{reviewer} is no reviewer of {found.name}; they are {', '.join(found.reviewers)}")
        if not self.is_blind(found.id):
            raise UsageError(f"all have answered {found.name}; what they differ in is settled now")
        item = self._item(found, number)
        given = answered(item, verdict, value)
        self._say(_ANSWERS, found.id, number, reviewer, given, " ".join(remark.split()) if remark else None)
        return given

    def own_answers(self, reference: str, reviewer: str) -> dict[int, RoundAnswer]:
        """Give one reviewer's latest answers by the number of the item."""
        return self._answers(self.round(reference)).get(reviewer, {})

    def progress(self, reference: str) -> dict[str, int]:
        """Give how many items each reviewer has answered."""
        found = self.round(reference)
        answers = self._answers(found)
        return {reviewer: len(answers.get(reviewer, {})) for reviewer in found.reviewers}

    def is_blind(self, reference: str) -> bool:
        """Tell whether somebody has not answered everything yet."""
        size = len(self.round_items(reference))
        return any(number < size for number in self.progress(reference).values())

    def answers(self, reference: str) -> dict[str, dict[int, RoundAnswer]]:
        """Give everybody's answers; raises UsageError as long as the round is blind."""
        found = self.round(reference)
        if self.is_blind(found.id):
            size = len(self.round_items(found.id))
            left = [who for who, number in self.progress(found.id).items() if number < size]
            raise UsageError(f"{found.name} is blind until {' and '.join(left)} answered everything")
        return self._answers(found)

    def differences(self, reference: str) -> list[RoundItem]:
        """Give the items on which the reviewers do not all say the same; raises UsageError while it is blind."""
        answers = self.answers(reference)
        return [i for i in self.round_items(reference) if len({a[i.number].answer for a in answers.values()}) > 1]

    def settled(self, reference: str) -> dict[int, Settled]:
        """Give what was settled, by the number of the item."""
        query = sa.select(_SETTLEMENTS).where(_SETTLEMENTS.c.round == self.round(reference).id)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(_SETTLEMENTS.c.number)).all()
        return {r.item: Settled(r.item, r.author, r.at, _answer(r), tuple((r.told or "").split())) for r in rows}

    def settle(
        self,
        reference: str,
        number: int,
        verdict: Verdict,
        *,
        author: str,
        value: str | None = None,
        because: str | None = None,
    ) -> tuple[Decision, ...]:
        """Say what holds of an item, and decide accordingly; the reason of the decisions has what each reviewer said.

        Gives the decisions that were made, none where the words do not tell or the record says so already. Raises
        UsageError while the round is blind, or where the item was settled before.
        """
        found, answers = self.round(reference), self.answers(reference)
        item = self._item(found, number)
        if number in self.settled(found.id):
            raise UsageError(f"item {number} of {found.name} was settled already; undo its decision first")
        said = "; ".join(f"{who} said {in_words(a[number].answer)}" for who, a in answers.items())
        reason = f"settled in round {found.name}: {said}" + (
            f". {because.strip()}" if because and because.strip() else ""
        )
        holds = answered(item, verdict, value)
        made = self._follow_answer(item, holds, author, reason)
        self._say(_SETTLEMENTS, found.id, number, author, holds, " ".join(d.id for d in made))
        return made

    def apply_agreed(self, reference: str) -> int:
        """Decide, in the names of all reviewers, what they all say the same of; give the number of items.

        One that the record cannot follow is left to be settled.
        """
        found, answers = self.round(reference), self.answers(reference)
        names, done, number = " and ".join(found.reviewers), self.settled(found.id), 0
        differ = {item.number for item in self.differences(found.id)}
        for item in self.round_items(found.id):
            if item.number in differ or item.number in done:
                continue
            answer = answers[found.reviewers[0]][item.number].answer
            reason = f"agreed in round {found.name}"
            try:
                made = self._follow_answer(item, answer, names, reason)
            except UsageError:
                continue
            self._say(_SETTLEMENTS, found.id, item.number, names, answer, " ".join(d.id for d in made))
            number += 1
        return number

    def _follow_answer(self, item: RoundItem, answer: Answer, author: str, because: str) -> tuple[Decision, ...]:
        if answer.verdict is Verdict.UNKNOWN:
            return ()
        now = self.engagement_of_item(item)
        if now is None:
            raise UsageError(f"the account that item {item.number} rests on is no longer on record")
        wanted = {Verdict.ACCEPT: item.value, Verdict.REJECT: NONE}.get(answer.verdict, answer.value or NONE)
        if wanted != words_of(now, item.field):
            return self.set_field(now.id, item.field, wanted, author=author, because=because)
        if wanted == NONE or now.is_checked(item.field.value):
            return ()
        return (self.accept(now.id, item.field, author=author, because=because),)

    def _item(self, found: Round, number: int) -> RoundItem:
        item = next((i for i in self.round_items(found.id) if i.number == number), None)
        if item is None:
            raise UsageError(f"{found.name} has no item {number}")
        return item

    def _answers(self, found: Round) -> dict[str, dict[int, RoundAnswer]]:
        query = sa.select(_ANSWERS).where(_ANSWERS.c.round == found.id).order_by(_ANSWERS.c.number)
        answers: dict[str, dict[int, RoundAnswer]] = {reviewer: {} for reviewer in found.reviewers}
        with self._reading() as connection:
            for r in connection.execute(query):
                answers.setdefault(r.author, {})[r.item] = RoundAnswer(r.item, r.author, _answer(r), r.told, r.at)
        return answers

    def _say(self, table: sa.Table, of: str, item: int, author: str, answer: Answer, told: str | None) -> None:
        row = {"round": of, "item": item, "author": author, "verdict": answer.verdict.value, "value": answer.value}
        at = moments.now()
        with self._writing() as connection:
            connection.execute(table.insert(), row | {"told": told, "at": at})


def _round_row(made: Round) -> dict[str, str]:
    names = json.dumps(list(made.reviewers), ensure_ascii=False)
    return {
        "id": made.id,
        "name": made.name,
        "author": made.author,
        "at": made.at,
        "reviewers": names,
        "drawn": made.drawn,
    }


def _item_row(of: str, number: int, engagement: Engagement, field: Field) -> dict[str, object]:
    keys = json.dumps([[key.document, key.account] for key in engagement.accounts])
    value = words_of(engagement, field)
    return {
        "round": of,
        "number": number,
        "engagement": engagement.id,
        "field": field.value,
        "value": value,
        "accounts": keys,
    }


def _keys(told: str) -> tuple[AccountKey, ...]:
    return tuple(AccountKey(document, account) for document, account in json.loads(told))


def _answer(row: sa.Row[tuple[object, ...]]) -> Answer:
    return Answer(Verdict(row.verdict), row.value)
