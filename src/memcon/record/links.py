"""Keep the engagements of a record in step with its readings: all of them, or those about some documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from memcon.decisions.replaying import Replay
from memcon.decisions.ruling import ruled
from memcon.decisions.statements import as_corrected
from memcon.linking.blocking import keys_of
from memcon.linking.constraints import Constraints
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.joining import neighbourhoods
from memcon.linking.neighbourhoods import Near, Neighbourhoods
from memcon.linking.reprints import Reprint, by_copy, dated_by_sources, independent
from memcon.linking.resolving import name_of
from memcon.linking.tellings import Telling, tellings_of
from memcon.model import Layout, Reading
from memcon.record import reprinting, schema
from memcon.record.doubting import forget_near, rows_of, write_near
from memcon.record.keeping import engagements_changed
from memcon.record.moments import now
from memcon.record.portions import portions
from memcon.record.replaying import Replayer, read_readings
from memcon.record.rows import Row, engagement_rows
from memcon.record.serial import unpack_engagement, unpack_reading
from memcon.record.watching import Watch


def link_all(connection: sa.Connection, decided: Replay) -> int:
    """Make all reprints and engagements anew and give the number of engagements."""
    rows = connection.execute(sa.select(schema.readings.c.json).order_by(schema.readings.c.document))
    readings = [unpack_reading(row.json) for row in rows]
    reprints = reprinting.rebuild(connection, {r.document: r.layout for r in readings})
    tellings = [t for reading in dated_by_sources(readings, reprints) for t in tellings_of(reading)]
    before = _taken_out(connection, sa.true())
    connection.execute(schema.blocks.delete())
    write_blocks(connection, tellings)
    near = Neighbourhoods(decided.constraints)
    near.add(tellings)
    connection.execute(schema.near_joins.delete())
    write_near(connection, _apart(near), near.tellings, decided.constraints)
    return _write(connection, near, by_copy(reprints), decided, before)


def all_dated(connection: sa.Connection) -> list[Reading]:
    """Give all readings, reprinted accounts with the dates of their sources, in the order of their documents' ids."""
    rows = connection.execute(sa.select(schema.readings.c.json).order_by(schema.readings.c.document))
    return dated_by_sources([unpack_reading(row.json) for row in rows], reprinting.read(connection))


def once_called(connection: sa.Connection, reference: str) -> list[str]:
    """Give the ids of the engagements with an account whose own engagement would have an id that begins so."""
    table = schema.engagement_accounts
    rows = connection.execute(sa.select(table.c.document, table.c.account, table.c.engagement))
    return sorted({r.engagement for r in rows if name_of(AccountKey(r.document, r.account)).startswith(reference)})[:2]


@dataclass(frozen=True, slots=True)
class Linked:
    """How many engagements were made, and whose accounts may have got other dates (ids); None for all documents."""

    made: int
    documents: frozenset[str] | None


def link_some(connection: sa.Connection, documents: Iterable[str], decided: Replayer, watch: Watch) -> Linked:
    """Make the engagements anew that the accounts of ``documents`` have to do with.

    ``documents`` are new to the record, and no decision rests on them; the result is the same as that of
    :func:`link_all`.
    """
    if not _complete(connection):
        return Linked(link_all(connection, decided.all()), None)
    other_sources = reprinting.extend(connection, _Layouts(connection), watch)
    changed = reprinting.copied_from(connection, other_sources | set(documents))
    return Linked(_remake(connection, changed, decided), frozenset(changed))


def remake(connection: sa.Connection, documents: Iterable[str], decided: Replayer, *, joining: bool = True) -> int:
    """Make the engagements anew whose accounts in ``documents`` were decided upon, and give their number.

    Without ``joining`` nothing is decided otherwise on what is joined, so that nobody else's neighbourhood can change.
    """
    if not _complete(connection):
        return link_all(connection, decided.all())
    wanted = set(documents)
    if joining:
        return _remake(connection, wanted, decided)
    old = _neighbourhoods_in(connection, wanted)
    return _rewrite(connection, old, _members(connection, old), decided)


def _remake(connection: sa.Connection, changed: set[str], decided: Replayer) -> int:
    constraints = decided.about(changed).constraints
    fresh = tellings_from(connection, changed)
    for part in portions(sorted(changed)):
        connection.execute(schema.blocks.delete().where(schema.blocks.c.document.in_(part)))
    write_blocks(connection, fresh)
    sharing = _sharing(connection, fresh) | _bound(changed, constraints)
    known = {t.key: t for t in tellings_from(connection, sharing)}
    near = Neighbourhoods(constraints)
    near.add(known[key] for key in sorted(known))
    forget_near(connection, changed)
    write_near(connection, _apart(near, changed), near.tellings, constraints)
    touched = {t.key for group in near.of(sorted(t.key for t in fresh)) for t in group}
    old = _neighbourhoods_of(connection, touched)
    members = _members(connection, old) | {t.key for t in fresh}
    return _rewrite(connection, old, members, decided)


def _rewrite(
    connection: sa.Connection,
    old: set[str],
    members: set[AccountKey],
    decided: Replayer,
) -> int:
    """Make the engagements of some accounts anew, in the place of those of their old neighbourhoods."""
    documents = {k.document for k in members}
    accounts = tellings_from(connection, documents)
    doomed = sa.select(schema.engagement_accounts.c.engagement)
    before: dict[str, Kept] = {}
    for part in portions(sorted(old)):
        where = schema.engagements.c.id.in_(doomed.where(schema.engagement_accounts.c.neighbourhood.in_(part)))
        before |= _taken_out(connection, where)
    replayed = decided.about(documents)
    near = Neighbourhoods(replayed.constraints)
    near.add(t for t in accounts if t.key in members)
    return _write(connection, near, by_copy(reprinting.read_back(connection, documents)), replayed, before)


class _Layouts(dict[str, Layout]):
    """The layouts of documents, each read from the record when it is asked for."""

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, document: str) -> Layout:
        query = sa.select(schema.readings.c.json).where(schema.readings.c.document == document)
        return unpack_reading(self._connection.execute(query).scalar_one()).layout


def _complete(connection: sa.Connection) -> bool:
    """Whether all that is linked was linked with blocks and neighbourhoods.

    The neighbourhood tells: an account that shares no key with any other has no block.
    """
    table = schema.engagement_accounts
    query = sa.select(table.c.account).where(table.c.neighbourhood.is_(None)).limit(1)
    return connection.execute(query).first() is None


def tellings_from(connection: sa.Connection, documents: Iterable[str]) -> list[Telling]:
    """Give the accounts of documents, reprinted ones with the dates of their sources, in the order of their keys."""
    return sorted((t for r in dated_from(connection, documents) for t in tellings_of(r)), key=lambda t: t.key)


def dated_from(connection: sa.Connection, documents: Iterable[str]) -> list[Reading]:
    """Give the readings of documents, reprinted accounts with the dates of their sources, in the order of their ids."""
    wanted = set(documents)
    reprints = reprinting.read_back(connection, wanted)
    sources = {r.source for r in reprints if r.source is not None}
    readings = read_readings(connection, wanted | sources)
    dated = dated_by_sources(sorted(readings.values(), key=lambda r: r.document), reprints)
    return [reading for reading in dated if reading.document in wanted]


def _sharing(connection: sa.Connection, tellings: list[Telling]) -> set[str]:
    """Give the documents that share a block with any of the accounts, their own among them."""
    wanted = sorted({_name(key) for t in tellings for key in keys_of(t)})
    table = schema.blocks
    found = {t.key.document for t in tellings}
    for part in portions(wanted):
        found |= {
            row.document for row in connection.execute(sa.select(table.c.document).where(table.c.block.in_(part)))
        }
    return found


def _bound(documents: set[str], constraints: Constraints) -> set[str]:
    """Give the documents whose accounts a human put together with accounts of ``documents``, or made parts of them."""
    pairs = (wanted for wanted in constraints.linked if {k.document for k in wanted} & documents)
    return {key.document for wanted in pairs for key in wanted}


def _neighbourhoods_of(connection: sa.Connection, keys: set[AccountKey]) -> set[str]:
    table = schema.engagement_accounts
    found: set[str] = set()
    for part in portions(sorted({key.document for key in keys})):
        query = sa.select(table.c.document, table.c.account, table.c.neighbourhood).where(table.c.document.in_(part))
        found |= {
            row.neighbourhood for row in connection.execute(query) if AccountKey(row.document, row.account) in keys
        }
    return found


def _neighbourhoods_in(connection: sa.Connection, documents: set[str]) -> set[str]:
    table = schema.engagement_accounts
    found: set[str] = set()
    for part in portions(sorted(documents)):
        query = sa.select(table.c.neighbourhood).where(table.c.document.in_(part))
        found |= {row.neighbourhood for row in connection.execute(query)}
    return found


def _members(connection: sa.Connection, names: set[str]) -> set[AccountKey]:
    table = schema.engagement_accounts
    found: set[AccountKey] = set()
    for part in portions(sorted(names)):
        query = sa.select(table.c.document, table.c.account).where(table.c.neighbourhood.in_(part))
        found |= {AccountKey(row.document, row.account) for row in connection.execute(query)}
    return found


def _name(key: tuple[str, ...]) -> str:
    return "|".join(key)


def write_blocks(connection: sa.Connection, tellings: Iterable[Telling]) -> None:
    """Keep the blocks of accounts, by which those that come later find them."""
    pairs = sorted({(_name(key), t.key.document) for t in tellings for key in keys_of(t)})
    if pairs:
        connection.execute(schema.blocks.insert(), [{"block": block, "document": doc} for block, doc in pairs])


def _apart(near: Neighbourhoods, documents: set[str] | None = None) -> Iterator[Near]:
    """Give the pairs of different documents with evidence, joined or not; which are apart the queue finds out."""
    return (n for n in near.near_pairs(documents) if n.one.document != n.other.document)


def _write(
    connection: sa.Connection,
    near: Neighbourhoods,
    copies: Mapping[str, Sequence[Reprint]],
    decided: Replay,
    before: Mapping[str, Kept],
) -> int:
    """Write the engagements of some accounts, and give their number; ``before`` are those that stood there."""
    at = now()
    rows: dict[sa.Table, list[Row]] = {}
    made = 0
    for name, group in neighbourhoods(near):
        for joined in group:
            engagement = ruled(replace(joined, sources=independent(joined, copies)), decided)
            accounts = [as_corrected(engagement, key, near.tellings[key].account) for key in engagement.accounts]
            for table, row in engagement_rows(engagement, name, accounts):
                if table is schema.engagements:
                    was = before.get(engagement.id)
                    row["changed"] = was.changed if was and was.is_(engagement, row["json"]) else at
                rows.setdefault(table, []).append(row)
            rows.setdefault(schema.doubts, []).extend(rows_of(engagement, near.tellings, decided.constraints))
            made += 1
    engagements_changed(connection, with_forum=any(row["forum"] for row in rows.get(schema.engagements, ())))
    for table, values in rows.items():
        if values:
            connection.execute(table.insert(), values)
    return made


@dataclass(frozen=True, slots=True)
class Kept:
    """An engagement as it is kept: its JSON, and when it was made or changed last."""

    json: bytes
    changed: str | None

    def is_(self, engagement: Engagement, json: object) -> bool:
        """Tell whether an engagement, ``json`` as it would be kept now, is the same; older versions kept less."""
        return self.json == json or unpack_engagement(self.json) == engagement


def _taken_out(connection: sa.Connection, which: sa.ColumnElement[bool]) -> dict[str, Kept]:
    """Delete engagements, and give them by their ids."""
    e = schema.engagements.c
    rows = connection.execute(sa.select(e.id, e.json, e.changed, e.forum).where(which)).all()
    connection.execute(schema.engagements.delete().where(which))
    engagements_changed(connection, with_forum=any(row.forum for row in rows))
    return {row.id: Kept(row.json, row.changed) for row in rows}
