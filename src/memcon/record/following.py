"""Keep new decisions, and make anew what follows from them: engagements, and who the people are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from memcon.decisions.replaying import Replay, documents_of
from memcon.decisions.values import Decision
from memcon.linking.engagements import AccountKey, Engagement
from memcon.record import schema
from memcon.record.known_people import Standing, standing
from memcon.record.links import remake
from memcon.record.portions import portions
from memcon.record.replaying import Replayer
from memcon.record.serial import unpack_engagement

_TABLE = schema.decisions


def both(before: Replayer, after: Replayer, new: Sequence[Decision]) -> tuple[Replay, Replay]:
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


def follow(connection: sa.Connection, before: Replayer, after: Replayer, new: Sequence[Decision]) -> Standing | None:
    """Keep new decisions, and make anew the engagements of all accounts for which something else is decided now.

    Gives what stood before of all that changes whom the accounts name, where something else stands now; people are then
    to be told apart anew.
    """
    then_standing = standing(connection, after.decisions)
    _insert(connection, new)
    was, now = both(before, after, new)
    then = {o.decision.id: o for o in was.outcomes}
    changed = [o for o in now.outcomes if then.get(o.decision.id) != o]
    documents = {key.document for o in changed for key in o.keys}
    documents |= {k.document for o in changed if (old := then.get(o.decision.id)) is not None for k in old.keys}
    if documents:
        remake(connection, documents, after, joining=was.constraints != now.constraints)
    return then_standing if standing(connection, after.decisions) != then_standing else None


def engagements_of(connection: sa.Connection, keys: Iterable[AccountKey]) -> dict[AccountKey, Engagement]:
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
