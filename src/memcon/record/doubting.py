"""The rows of what is in doubt, kept in step with the engagements, so that the queue is read and not made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from memcon.linking.constraints import Constraints
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.evidence import weigh
from memcon.linking.neighbourhoods import Near
from memcon.linking.tellings import Telling
from memcon.record import schema
from memcon.record.portions import portions
from memcon.reviewing.doubting import doubts_of, use_of
from memcon.reviewing.items import JOIN
from memcon.reviewing.joins import SURE, doubt_of, doubt_of_parting, weakest_join

FIRST = 1_000_000.0
"""What a decision that wants a second look weighs: it comes before all values."""


def doubt_rows(engagement: Engagement, statements: int) -> list[dict[str, object]]:
    """Give the rows of an engagement's fields in doubt and of the decisions on it that want a second look."""
    told = [(d.field.value, d.doubt, d.weight) for d in doubts_of(engagement, statements)]
    told += [(ruling.decision, 1.0, FIRST) for ruling in engagement.rulings if ruling.looks]
    return [{"engagement": engagement.id, "about": a, "doubt": d, "weight": w} for a, d, w in told]


def rows_of(
    engagement: Engagement, tellings: Mapping[AccountKey, Telling], constraints: Constraints
) -> list[dict[str, object]]:
    """Give all rows of an engagement, its weakest join among them; ``tellings`` are those of its accounts."""
    statements = sum(len(tellings[key].account.statements) for key in engagement.accounts)
    rows = doubt_rows(engagement, statements)
    join = weakest_join(engagement.accounts, lambda a, b: weigh(tellings[a], tellings[b]).bits, constraints)
    if join is not None and join.bits < SURE and not engagement.dismissed:
        doubt = doubt_of(join.bits)
        weight = doubt * use_of(len(engagement.accounts), statements, main=engagement.main)
        rows.append({"engagement": engagement.id, "about": JOIN, "doubt": round(doubt, 4), "weight": round(weight, 4)})
    return rows


def write_near(
    connection: sa.Connection, near: Iterable[Near], tellings: Mapping[AccountKey, Telling], constraints: Constraints
) -> None:
    """Add the pairs of accounts that were nearly joined, but for those that a human joined or parted."""
    decided = constraints.together | constraints.apart
    rows = [_near_row(n, tellings) for n in sorted(near) if frozenset((n.one, n.other)) not in decided]
    if rows:
        connection.execute(schema.near_joins.insert(), rows)


def forget_near(connection: sa.Connection, documents: Iterable[str]) -> None:
    """Take out the pairs that an account of some documents is one of."""
    table, wanted = schema.near_joins, sorted(documents)
    for part in portions(wanted):
        connection.execute(table.delete().where(table.c.document.in_(part)))
        connection.execute(table.delete().where(table.c.other_document.in_(part)))


def _near_row(near: Near, tellings: Mapping[AccountKey, Telling]) -> dict[str, object]:
    both = (tellings[near.one].account, tellings[near.other].account)
    statements = sum(len(account.statements) for account in both)
    use = use_of(len(both), statements, main=all(account.main for account in both))
    weight = doubt_of_parting(near.bits) * use
    return {
        "document": near.one.document,
        "account": near.one.account,
        "other_document": near.other.document,
        "other_account": near.other.account,
        "bits": round(near.bits, 4),
        "weight": round(weight, 4),
    }
