"""Which items a round of blind review is made of: the heaviest of the queue, or a sample by chance."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from memcon.decisions.values import Field
from memcon.linking.engagements import Engagement
from memcon.record import schema
from memcon.record.filters import Filters, conditions
from memcon.record.serial import unpack_engagement
from memcon.reviewing.doubting import REVIEWED, values_of

_AT_ONCE = 200
"""Rows of doubts that are held against the filters at once."""

Drawn = Iterator[tuple[Engagement, Field]]


def heaviest(connection: sa.Connection, size: int, filters: Filters, fields: Sequence[Field]) -> Drawn:
    """Give the first ``size`` values of the queue that are of some fields and of engagements that fit."""
    doubt, table, left = schema.doubts, schema.engagements, size
    query = sa.select(doubt.c.engagement, doubt.c.about)
    query = query.order_by(doubt.c.weight.desc(), doubt.c.engagement, doubt.c.about)
    wanted = {f.value for f in fields}
    rows = connection.execution_options(stream_results=True).execute(query)
    for part in rows.partitions(_AT_ONCE):
        told = [row for row in part if row.about in wanted]
        fits = sa.select(table.c.json).where(table.c.id.in_({r.engagement for r in told}), *conditions(filters))
        found = {e.id: e for e in (unpack_engagement(row.json) for row in connection.execute(fits))}
        for row in [row for row in told if row.engagement in found][:left]:
            left -= 1
            yield found[row.engagement], Field(row.about)
        if not left:
            return


def sample(connection: sa.Connection, size: int, seed: int, filters: Filters, fields: Sequence[Field]) -> Drawn:
    """Give ``size`` engagements that fit, by chance, each with one of the fields that it tells, by chance."""
    table, chance, left = schema.engagements, random.Random(seed), size
    query = sa.select(table.c.id).where(*conditions(filters)).order_by(table.c.id)
    ids = [row.id for row in connection.execute(query)]
    chance.shuffle(ids)
    for name in ids:
        told_by = unpack_engagement(connection.execute(sa.select(table.c.json).where(table.c.id == name)).scalar_one())
        told = [f for f in fields if f in {field for field, _ in values_of(told_by)}]
        if told:
            left -= 1
            yield told_by, chance.choice(told)
        if not left:
            return


def narrowed(filters: Filters, fields: Sequence[Field]) -> str:
    """Say what a round was drawn from, beginning with a comma; nothing where that is everything."""
    told = [f"of {', '.join(f.value for f in fields)}"] if tuple(fields) != REVIEWED else []
    told += [f"with {' and '.join(filters.parties)}"] if filters.parties else []
    told += [f"from {filters.since}"] if filters.since else []
    told += [f"to {filters.until}"] if filters.until else []
    told += [] if filters.main_only else ["mentions too"]
    return "".join(f", {words}" for words in told)
