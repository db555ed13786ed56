"""Who the people of a record are, told anew by all that was read and decided; and whether a decision calls for it."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from memcon.decisions.mentions import Concern, concerns_people, decided_mentions, what_concerns_people
from memcon.decisions.replaying import documents_of
from memcon.decisions.values import Decision, Field, Verb
from memcon.linking.engagements import Engagement
from memcon.linking.people import people_among
from memcon.record import schema
from memcon.record.links import all_dated, dated_from
from memcon.record.people import keep_people, keep_some, told_now
from memcon.record.portions import portions
from memcon.record.replaying import read_decisions
from memcon.record.serial import unpack_engagement
from memcon.vocabulary.rosters import Roster

_FIELDS = frozenset({Field.PARTICIPANTS, Field.START, Field.DATE})
Standing = frozenset[Concern]
"""All that people decided which changes who the people are."""


def remake_people(connection: sa.Connection, roster: Roster) -> None:
    """Tell anew who the people are; engagements are up to date."""
    decisions = read_decisions(connection)
    mentions = decided_mentions(all_dated(connection), _concerned(connection, decisions), {d.id: d for d in decisions})
    keep_people(connection, people_among(mentions, roster))


def remake_some(connection: sa.Connection, documents: Iterable[str], before: Standing, roster: Roster) -> None:
    """Tell anew who the people are in some documents, and where something else stands now than ``before``.

    Engagements are up to date; the record is then the same as after :func:`remake_people`, which is done where a roster
    or the vocabulary is another than when people were told apart last.
    """
    if not told_now(connection):
        remake_people(connection, roster)
        return
    decisions = read_decisions(connection)
    concerned = _concerned(connection, decisions)
    otherwise = before ^ frozenset(map(what_concerns_people, concerned))
    wanted = {*documents, *(key.document for told in otherwise for key in told.accounts)}
    touched = [e for e in concerned if any(key.document in wanted for key in e.accounts)]
    readings = dated_from(connection, wanted | {key.document for e in touched for key in e.accounts})
    mentions = decided_mentions(readings, touched, {d.id: d for d in decisions})
    keep_some(connection, wanted, [m for m in mentions if m.key.document in wanted], roster)


def standing(connection: sa.Connection, decisions: Iterable[Decision]) -> Standing:
    """Give all that people decided which changes who the people are; where that is the same, so are they."""
    return frozenset(map(what_concerns_people, _concerned(connection, decisions)))


def _concerned(connection: sa.Connection, decisions: Iterable[Decision]) -> list[Engagement]:
    """The engagements on which something was decided that changes whom their accounts name."""
    on_people = (d for d in decisions if d.verb is Verb.DISMISS or (d.change and d.change.field in _FIELDS))
    member, table = schema.engagement_accounts.c, schema.engagements.c
    found: dict[str, Engagement] = {}
    for some in portions(sorted(documents_of(on_people))):
        ids = sa.select(member.engagement).where(member.document.in_(some))
        rows = connection.execute(sa.select(table.json).where(table.id.in_(ids)))
        found |= {e.id: e for e in (unpack_engagement(row.json) for row in rows)}
    return [e for e in found.values() if concerns_people(e)]
