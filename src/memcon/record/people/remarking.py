"""Keep the remarks in step with whoever was told apart anew, and with tenures that have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from memcon.linking.people import Mention, Person, Remark, RemarkKind, Tenure
from memcon.linking.people.stage import Of, Told, remarks_on
from memcon.linking.people.surnames import Completion
from memcon.linking.people.tenures import is_of_one_holder, tenure_order
from memcon.record import schema
from memcon.record.people.nearby import Nearby
from memcon.record.people.rows import Row, mention_at, mention_of, remark_of, remark_row
from memcon.record.people.seen import Change
from memcon.record.portions import portions
from memcon.vocabulary.office_forms import office_keys
from memcon.vocabulary.roster import last_day
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import is_bare

_m, _p, _t, _r = schema.person_mentions.c, schema.persons.c, schema.tenures.c, schema.person_remarks.c
_MONTH = len("2024-03")
_YEAR = len("2024")
_COUNTED = {"times", "written"}
"""What of a tenure no remark depends on."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise than before: whose some mentions are, what some persons (ids) are called, tenures."""

    mentions: Collection[Of]
    persons: Collection[str]
    tenures: Collection[Change]


def remark_anew(connection: sa.Connection, around: Nearby, changes: Changes, roster: Roster) -> None:
    """Make the remarks anew on all mentions on which something else may be remarked now."""
    of_mention, completed = dict(around.told.of_mention), dict(around.told.completed)
    mentions = {(m.key, m.number): m for m in around.mentions if _told_anew(m, around, changes)}
    others = _left_open(connection, changes)
    before = _remarks(connection, {*mentions, *others, *changes.mentions})
    for at, (mention, person) in others.items():
        mentions.setdefault(at, mention)
        if person is not None and at not in around.before:
            of_mention[at] = person
            named = next((r for r in before.get(at, ()) if r.kind is RemarkKind.NAME), None)
            completed |= {at: _completion(named)} if named is not None else {}
    ordered = [mentions[at] for at in sorted(mentions)]
    tenures = _tenures(connection, ordered, of_mention)
    now = remarks_on(ordered, Told((), of_mention, completed), tenures, roster)
    _write(connection, {r for remarks in before.values() for r in remarks}, set(now))


def _told_anew(mention: Mention, around: Nearby, changes: Changes) -> bool:
    at = (mention.key, mention.number)
    if at in changes.mentions or around.told.of_mention[at].id in changes.persons:
        return True
    return mention.name is not None and is_bare(mention.name)


def _completion(remark: Remark) -> Completion:
    return Completion(remark.value, remark.rule, remark.source, None, remark.span)


def _left_open(connection: sa.Connection, changes: Changes) -> dict[Of, tuple[Mention, Person | None]]:
    """The mentions without a name or an office of which something else may be told now, and whose they are."""
    query = sa.select(schema.person_mentions, _p.name.label("full"), _p.party.label("home"), _p.qid)
    query = query.join_from(schema.person_mentions, schema.persons, _m.person == _p.id, isouter=True)
    telling = [change for change in changes.tenures if _tells(change)]
    persons = {str(row["person"]) for change in telling for row in (change.before, change.now) if row}
    documents = sorted({key.document for key, _ in changes.mentions})
    queries = [query.where(_m.document.in_(some), _m.person.is_(None)) for some in portions(documents)]
    queries += [
        query.where(_m.person.in_(some), _m.office.is_(None)) for some in portions(sorted(persons | {*changes.persons}))
    ]
    for party, begins, ends in sorted(_days(connection, telling, changes.persons)):
        days = sa.or_(_m.date.between(begins[:_MONTH], ends), _m.date == begins[:_YEAR])
        queries.append(query.where(_m.person.is_(None), _m.party == party, days))
    found: dict[Of, tuple[Mention, Person | None]] = {}
    for row in (row for asked in queries for row in connection.execute(asked)):
        person = None if row.person is None else Person(row.person, row.full, row.home, row.qid)
        found[mention_at(row._mapping)] = mention_of(row._mapping), person
    return found


def _tells(change: Change) -> bool:
    one, other = change.before, change.now
    return one is None or other is None or any(one[name] != other[name] for name in one.keys() - _COUNTED)


def _days(connection: sa.Connection, changes: Iterable[Change], persons: Collection[str]) -> set[tuple[str, str, str]]:
    """The days on which somebody else may be told to hold an office, by party: first day and last day."""
    found: set[tuple[str, str, str]] = set()
    for change in changes:
        one, other = change.before, change.now
        if one and other and all(one[name] == other[name] for name in one.keys() - _COUNTED - {"last"}):
            lasts = sorted(str(row["last"]) for row in (one, other))
            _note(found, one, lasts[0], lasts[1])
        else:
            for row in (one, other):
                if row is not None:
                    _note(found, row, str(row["first"]), str(row["last"]))
    for some in portions(sorted(persons)):
        for told in connection.execute(sa.select(schema.tenures).where(_t.person.in_(some))):
            _note(found, dict(told._mapping), told.first, told.last)
    return found


def _note(found: set[tuple[str, str, str]], row: Mapping[str, Any], begins: str, ends: str) -> None:
    party = row["party"]
    if party is not None and any(map(is_of_one_holder, office_keys(row["office"], party))):
        found.add((party, begins, last_day(ends)))


def _tenures(connection: sa.Connection, mentions: Iterable[Mention], of_mention: Mapping[Of, Person]) -> list[Tenure]:
    """The tenures that tell what mentions leave open, in order."""
    persons: set[str] = set()
    nameless: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        person = of_mention.get((mention.key, mention.number))
        if person is not None and mention.office is None and mention.date is not None:
            persons.add(person.id)
        elif person is None and mention.party is not None and mention.office and mention.date:
            nameless[mention.party].append(mention)
    queries = [_held().where(_t.person.in_(some)) for some in portions(sorted(persons))]
    for party, told in sorted(nameless.items()):
        queries += _in_offices(connection, party, told)
    found = {}
    for row in (row._mapping for query in queries for row in connection.execute(query)):
        person = Person(row["held_by"], row["full"], row["home"], row["qid"])
        tenure = Tenure(person, row["held"], row["held_for"], row["first"], row["last"], (mention_of(row),))
        found[mention_at(row), row["form"]] = tenure
    return sorted(found.values(), key=tenure_order)


def _held() -> sa.Select[Any]:
    """Ask for tenures with their first mentions and persons."""
    labelled = (_t.person.label("held_by"), _t.office.label("held"), _t.party.label("held_for"))
    query = sa.select(
        schema.person_mentions, *labelled, _t.first, _t.last, _t.form, _p.name.label("full"), _p.party.label("home")
    ).add_columns(_p.qid)
    first = sa.and_(_t.document == _m.document, _t.account == _m.account, _t.number == _m.number)
    return query.join_from(schema.tenures, schema.person_mentions, first).join(schema.persons, _t.person == _p.id)


def _in_offices(connection: sa.Connection, party: str, mentions: Sequence[Mention]) -> Iterator[sa.Select[Any]]:
    """Ask for who held, about the days of mentions, the offices that these name without a holder."""
    wanted = {key for m in mentions for key in office_keys(m.office or "", party) if is_of_one_holder(key)}
    offices = [row.office for row in connection.execute(sa.select(_t.office).where(_t.party == party).distinct())]
    alike = sorted(office for office in offices if wanted & set(office_keys(office, party)))
    years = sorted((m.date or "")[:_YEAR] for m in mentions)
    around = (_t.first < f"{years[-1]}~", _t.last >= years[0])
    yield from (_held().where(_t.party == party, _t.office.in_(some), *around) for some in portions(alike))


def _remarks(connection: sa.Connection, mentions: Collection[Of]) -> dict[Of, list[Remark]]:
    found: dict[Of, list[Remark]] = defaultdict(list)
    for some in portions(sorted({key.document for key, _ in mentions})):
        for row in connection.execute(sa.select(schema.person_remarks).where(_r.document.in_(some))):
            if (at := mention_at(row._mapping)) in mentions:
                found[at].append(remark_of(row._mapping))
    return found


def _write(connection: sa.Connection, before: set[Remark], now: set[Remark]) -> None:
    which = [c == sa.bindparam(f"{c.name}_") for c in (_r.document, _r.account, _r.number, _r.kind)]
    gone: list[Row] = [
        {"document_": r.key.document, "account_": r.key.account, "number_": r.number, "kind_": r.kind.value}
        for r in _ordered(before - now)
    ]
    if gone:
        connection.execute(schema.person_remarks.delete().where(*which), gone)
    if made := [remark_row(r) for r in _ordered(now - before)]:
        connection.execute(schema.person_remarks.insert(), made)


def _ordered(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda r: (r.key, r.number, r.kind))
