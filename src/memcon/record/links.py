"""Keep the engagements of a record in step with its readings: all of them, or those about some documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from memcon.linking.blocking import keys_of
from memcon.linking.constraints import Constraints
from memcon.linking.engagements import AccountKey, Engagement
from memcon.linking.joining import neighbourhoods
from memcon.linking.neighbourhoods import Neighbourhoods
from memcon.linking.tellings import Telling, tellings_of
from memcon.reading.names import fold_name
from memcon.record import schema
from memcon.record.serial import pack, unpack_reading

_MANY = 500
"""Values in one condition; SQLite takes at least 999."""


def link_all(connection: sa.Connection, constraints: Constraints) -> int:
    """Make all engagements anew and give their number."""
    rows = connection.execute(sa.select(schema.readings.c.json).order_by(schema.readings.c.document))
    tellings = [t for row in rows for t in tellings_of(unpack_reading(row.json))]
    connection.execute(schema.engagements.delete())
    connection.execute(schema.blocks.delete())
    _write_blocks(connection, tellings)
    return _write(connection, tellings, constraints)


def link_some(connection: sa.Connection, documents: Iterable[str], constraints: Constraints) -> int:
    """Make the engagements anew that the accounts of ``documents`` have to do with, and give their number.

    ``documents`` are new to the record; the result is the same as that of :func:`link_all`.
    """
    if not _complete(connection, documents := set(documents)):
        return link_all(connection, constraints)
    fresh = _tellings(connection, documents)
    _write_blocks(connection, fresh)
    known = {t.key: t for t in _tellings(connection, _sharing(connection, fresh) | _bound(documents, constraints))}
    near = Neighbourhoods(constraints)
    near.add(known[key] for key in sorted(known))
    touched = {t.key for group in near.of(sorted(t.key for t in fresh)) for t in group}
    old = _neighbourhoods_of(connection, touched)
    members = _members(connection, old)
    accounts = {t.key: t for t in _tellings(connection, {k.document for k in members}) if t.key in members}
    accounts.update((t.key, t) for t in fresh)
    doomed = sa.select(schema.engagement_accounts.c.engagement)
    for part in _parts(sorted(old)):
        where = schema.engagements.c.id.in_(doomed.where(schema.engagement_accounts.c.neighbourhood.in_(part)))
        connection.execute(schema.engagements.delete().where(where))
    return _write(connection, [accounts[key] for key in sorted(accounts)], constraints)


def _complete(connection: sa.Connection, new: set[str]) -> bool:
    """Whether the record's other documents were linked with blocks and neighbourhoods."""
    table = schema.engagement_accounts
    if connection.execute(sa.select(table.c.account).where(table.c.neighbourhood.is_(None)).limit(1)).first():
        return False
    linked = {row.document for row in connection.execute(sa.select(table.c.document).distinct())}
    blocked = {row.document for row in connection.execute(sa.select(schema.blocks.c.document).distinct())}
    return linked - new <= blocked or not linked


def _tellings(connection: sa.Connection, documents: set[str]) -> list[Telling]:
    table = schema.readings
    found: list[Telling] = []
    for part in _parts(sorted(documents)):
        for row in connection.execute(sa.select(table.c.json).where(table.c.document.in_(part))):
            found += tellings_of(unpack_reading(row.json))
    return sorted(found, key=lambda t: t.key)


def _sharing(connection: sa.Connection, tellings: list[Telling]) -> set[str]:
    """Give the documents that share a block with any of the accounts, their own among them."""
    wanted = sorted({_name(key) for t in tellings for key in keys_of(t)})
    table = schema.blocks
    found = {t.key.document for t in tellings}
    for part in _parts(wanted):
        found |= {
            row.document for row in connection.execute(sa.select(table.c.document).where(table.c.block.in_(part)))
        }
    return found


def _bound(documents: set[str], constraints: Constraints) -> set[str]:
    """Give the documents whose accounts a human put together with accounts of ``documents``."""
    pairs = (wanted for wanted in constraints.together if {k.document for k in wanted} & documents)
    return {key.document for wanted in pairs for key in wanted}


def _neighbourhoods_of(connection: sa.Connection, keys: set[AccountKey]) -> set[str]:
    table = schema.engagement_accounts
    found: set[str] = set()
    for part in _parts(sorted({key.document for key in keys})):
        query = sa.select(table.c.document, table.c.account, table.c.neighbourhood).where(table.c.document.in_(part))
        found |= {
            row.neighbourhood for row in connection.execute(query) if AccountKey(row.document, row.account) in keys
        }
    return found


def _members(connection: sa.Connection, names: set[str]) -> set[AccountKey]:
    table = schema.engagement_accounts
    found: set[AccountKey] = set()
    for part in _parts(sorted(names)):
        query = sa.select(table.c.document, table.c.account).where(table.c.neighbourhood.in_(part))
        found |= {AccountKey(row.document, row.account) for row in connection.execute(query)}
    return found


def _parts(values: list[str]) -> Iterator[list[str]]:
    return (values[at : at + _MANY] for at in range(0, len(values), _MANY))


def _name(key: tuple[str, ...]) -> str:
    return "|".join(key)


def _write_blocks(connection: sa.Connection, tellings: list[Telling]) -> None:
    pairs = sorted({(_name(key), t.key.document) for t in tellings for key in keys_of(t)})
    if pairs:
        connection.execute(schema.blocks.insert(), [{"block": block, "document": doc} for block, doc in pairs])


def _write(connection: sa.Connection, tellings: list[Telling], constraints: Constraints) -> int:
    found = [(name, e) for name, made in neighbourhoods(tellings, constraints) for e in made]
    rows: list[tuple[sa.Table, list[dict[str, object]]]] = [
        (schema.engagements, [_engagement_row(e) for _, e in found]),
        (schema.engagement_accounts, [row for name, e in found for row in _account_rows(name, e)]),
        (schema.engagement_parties, [{"engagement": e.id, "party": p.value} for _, e in found for p in e.parties]),
        (schema.engagement_people, [row for _, e in found for row in _people_rows(e)]),
    ]
    for table, values in rows:
        if values:
            connection.execute(table.insert(), values)
    return len(found)


def _engagement_row(engagement: Engagement) -> dict[str, object]:
    place = engagement.place.preferred
    assert engagement.kind.preferred is not None
    assert engagement.status.preferred is not None
    return {
        "id": engagement.id,
        "kind": engagement.kind.preferred.value.value,
        "status": engagement.status.preferred.value.value,
        "start": engagement.start.preferred.value if engagement.start.preferred else None,
        "end": engagement.end.preferred.value if engagement.end.preferred else None,
        "city": place.value.city if place else None,
        "country": place.value.country if place else None,
        "forum": engagement.forum.preferred.value if engagement.forum.preferred else None,
        "main": engagement.main,
        "sure": engagement.sure(),
        "json": pack(engagement),
    }


def _account_rows(neighbourhood: str, engagement: Engagement) -> Iterator[dict[str, object]]:
    for key in engagement.accounts:
        yield {
            "engagement": engagement.id,
            "document": key.document,
            "account": key.account,
            "neighbourhood": neighbourhood,
        }


def _people_rows(engagement: Engagement) -> Iterator[dict[str, object]]:
    for number, person in enumerate(engagement.participants):
        yield {
            "engagement": engagement.id,
            "number": number,
            "name": person.name.value if person.name else None,
            "folded": " ".join(fold_name(person.name.value)) if person.name else "",
            "office": person.office.value if person.office else None,
            "party": person.party.value if person.party else None,
        }
