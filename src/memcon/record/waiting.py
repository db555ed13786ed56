"""What waits in the review queue, read from the tables of doubts in the order of the queue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import sqlalchemy as sa

from memcon.linking.engagements import Engagement
from memcon.record import schema
from memcon.record.doubting import FIRST
from memcon.record.serial import unpack_engagement
from memcon.reviewing.items import ItemKind, Reference
from memcon.reviewing.joins import EVEN, doubt_of_parting


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item of the queue: the chance that it is wrong, and its weight, that chance times its use."""

    reference: Reference
    doubt: float
    weight: float
    put_off: bool = False

    @property
    def order(self) -> tuple[float, str, str]:
        """What the queue is ordered by: the heaviest first, of equals by the engagement's id and the field."""
        return (-self.weight, self.reference.engagement, self.reference.about)


def values_waiting(
    connection: sa.Connection,
    reviewer: str | None,
    about: str | None,
    after: Waiting | None,
    *,
    backwards: bool,
    limit: int,
    below: float | None = None,
    only: Reference | None = None,
) -> list[Waiting]:
    """Give the values, joins and decisions that wait after (or, backwards, before) an item; or ``only`` one of them.

    ``below`` leaves out what is at least that sure.
    """
    table = schema.doubts.c
    query = sa.select(schema.doubts)
    if only is not None:
        query = query.where(table.engagement == only.engagement, table.about == only.about)
    if below is not None:
        query = query.where(table.doubt > doubt_above(below))
    if about is not None:
        query = query.where(table.weight >= FIRST if about == ItemKind.LOOK else table.about == about)
    if reviewer is not None:
        mine = sa.select(schema.put_off.c.item).where(schema.put_off.c.reviewer == reviewer)
        query = query.where((table.engagement + "." + table.about).not_in(mine))
    if after is not None:
        key, of = sa.tuple_(table.engagement, table.about), (after.reference.engagement, after.reference.about)
        near, beyond = (table.weight >= after.weight, table.weight > after.weight)
        if not backwards:
            near, beyond = (table.weight <= after.weight, table.weight < after.weight)
        query = query.where(near, sa.or_(beyond, key < of if backwards else key > of))
    order = (table.weight.asc(), table.engagement.desc(), table.about.desc())
    if not backwards:
        order = (table.weight.desc(), table.engagement.asc(), table.about.asc())
    rows = connection.execute(query.order_by(*order).limit(limit))
    return [Waiting(Reference.of(f"{r.engagement}.{r.about}"), r.doubt, r.weight) for r in rows]


def doubt_above(below: float) -> float:
    """Give the doubt above which something is less sure than ``below``; doubts have four digits."""
    return round(1 - below, 4)


_NEAR = """
SELECT n.bits, n.weight, min(a.engagement, b.engagement) AS one, max(a.engagement, b.engagement) AS other
FROM near_joins AS n
CROSS JOIN engagement_accounts AS a ON a.document = n.document AND a.account = n.account
CROSS JOIN engagement_accounts AS b ON b.document = n.other_document AND b.account = n.other_account
WHERE a.engagement != b.engagement
"""


_HEAVIEST = f"""
SELECT bits, weight, one, other FROM (
    SELECT n.*, row_number() OVER (PARTITION BY one, other ORDER BY weight DESC, bits DESC) AS rank FROM ({_NEAR}) AS n
) AS n WHERE rank = 1
"""
"""Of the pairs of two engagements' accounts the one that weighs most: the others do not stand in the queue."""


def near_waiting(
    connection: sa.Connection,
    reviewer: str | None,
    after: Waiting | None,
    *,
    backwards: bool,
    limit: int,
    below: float | None = None,
    only: Reference | None = None,
    until: float | None = None,
) -> list[Waiting]:
    """Give the pairs of engagements that were nearly joined, after (or, backwards, before) an item; or ``only`` one.

    ``until`` is the last weight that is wanted, None for any.
    """
    found: list[Waiting] = []
    if below is not None and doubt_above(below) >= EVEN:
        return found
    mine = _put_off_by(connection, reviewer)
    asked = _NEAR if below is None else _HEAVIEST  # of those that are left out, each would be asked for by itself
    for near in _pairs(connection, asked, after, backwards=backwards, only=only, until=until):
        if str(near.reference) in mine or (after is not None and not _beyond(near, after, backwards=backwards)):
            continue
        if below is not None and near.doubt <= doubt_above(below):
            continue
        heaviest = asked == _HEAVIEST or near == _heaviest(connection, near.reference)
        if heaviest and _may_be_one(connection, near.reference):
            found.append(near)
            if len(found) >= limit:
                break
    return found


def _beyond(near: Waiting, after: Waiting, *, backwards: bool) -> bool:
    return near.order < after.order if backwards else near.order > after.order


def _pairs(
    connection: sa.Connection,
    asked: str,
    after: Waiting | None,
    *,
    backwards: bool,
    only: Reference | None,
    until: float | None,
) -> Iterator[Waiting]:
    if only is not None:
        heaviest = _heaviest(connection, only)
        yield from [heaviest] if heaviest is not None else []
        return
    bound = "" if after is None else f" AND n.weight {'>=' if backwards else '<='} :weight"
    if until is not None:
        bound += f" AND n.weight {'<=' if backwards else '>='} :until"
    order = f" ORDER BY n.weight {'ASC' if backwards else 'DESC'}"
    values = {"weight": after.weight if after is not None else None, "until": until}
    rows = connection.execution_options(stream_results=True).execute(
        sa.text(asked + bound + order), {name: value for name, value in values.items() if value is not None}
    )
    for _, alike in groupby(rows, key=lambda row: row.weight):
        yield from sorted({_near(row) for row in alike}, key=lambda w: w.order, reverse=backwards)


def _near(row: sa.Row[tuple[float, float, str, str]]) -> Waiting:
    reference = Reference(row.one, ItemKind.NEAR, row.other)
    return Waiting(reference, round(doubt_of_parting(row.bits), 4), row.weight)


def _heaviest(connection: sa.Connection, reference: Reference) -> Waiting | None:
    ids = {"one": reference.engagement, "other": reference.about}
    accounts = schema.engagement_accounts
    query = sa.select(accounts.c.document).where(accounts.c.engagement.in_(ids.values())).distinct()
    documents = [row.document for row in connection.execute(query)]
    told = sa.text(
        f"{_NEAR} AND n.document IN :documents AND n.other_document IN :documents "
        "AND min(a.engagement, b.engagement) = :one AND max(a.engagement, b.engagement) = :other "
        "ORDER BY n.weight DESC, n.bits DESC LIMIT 1"
    ).bindparams(sa.bindparam("documents", expanding=True))
    row = connection.execute(told, {**ids, "documents": documents}).first()
    return _near(row) if row is not None else None


def _may_be_one(connection: sa.Connection, reference: Reference) -> bool:
    """Whether nothing says already that two engagements are different: a document that tells both, a human."""
    table = schema.engagements
    query = sa.select(table.c.json).where(table.c.id.in_((reference.engagement, reference.about)))
    found = [unpack_engagement(row.json) for row in connection.execute(query)]
    return len(found) > 1 and not _told_apart(found[0], found[1])


def _told_apart(a: Engagement, b: Engagement) -> bool:
    if a.part_of == b.id or b.part_of == a.id or a.dismissed or b.dismissed:
        return True
    if {key.document for key in a.accounts} & {key.document for key in b.accounts}:
        return True
    held = [{r.decision for r in e.rulings if r.in_force and r.verb in ("apart", "split")} for e in (a, b)]
    return bool(held[0] & held[1])


def _put_off_by(connection: sa.Connection, reviewer: str | None) -> set[str]:
    if reviewer is None:
        return set()
    query = sa.select(schema.put_off.c.item).where(schema.put_off.c.reviewer == reviewer)
    return {row.item for row in connection.execute(query)}
