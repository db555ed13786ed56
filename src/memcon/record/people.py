"""Persons, their mentions and the remarks on them, kept in the record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import msgspec
import sqlalchemy as sa

from memcon.linking.engagements import CORRECTED, AccountKey
from memcon.linking.people import ByHand, Mention, People, Person, Remark, RemarkKind, Seen, Tenure, seen, tenures_of
from memcon.model import STATED, Cited, Participant, Span
from memcon.record import schema
from memcon.record.portions import portions
from memcon.vocabulary.office_forms import is_of_the_moment
from memcon.vocabulary.roster import first_day
from memcon.vocabulary.spellings import any_word_fits, is_bare, one_name

_Rows = list[dict[str, object]]
_DECIDED = msgspec.json.Decoder(tuple[ByHand, ...])


def keep_people(connection: sa.Connection, people: People) -> None:
    """Put the people in the place of those in the record."""
    persons: _Rows = [{"id": p.id, "name": p.name, "party": p.party, "qid": p.qid} for p in people.persons]
    mentions: _Rows = [_mention_row(m, people.person(m.key, m.number)) for m in people.mentions]
    remarks: _Rows = [_remark_row(remark) for remark in people.remarks]
    tables = ((schema.persons, persons), (schema.person_mentions, mentions), (schema.person_remarks, remarks))
    for table, _ in reversed(tables):
        connection.execute(table.delete())
    for table, rows in tables:
        if rows:
            connection.execute(table.insert(), rows)
    mentioned = [(m, person) for m in people.mentions if (person := people.person(m.key, m.number)) is not None]
    _keep_tenures(connection, _tenures(mentioned))


def remake_tenures(connection: sa.Connection) -> None:
    """Make the tenures anew from the mentions in the record."""
    m = schema.person_mentions.c
    parties = [row.party for row in connection.execute(sa.select(m.party).distinct())]
    found = [
        tenure for party in parties for tenure in _tenures(_read(connection, _of_people().where(m.party == party)))
    ]
    _keep_tenures(connection, found + _tenures(_read(connection, _of_people().where(m.party.is_(None)))))


def _keep_tenures(connection: sa.Connection, tenures: Iterable[Tenure]) -> None:
    """Put tenures in the place of those in the record; those of one party are given in their order."""
    ordered = sorted(tenures, key=lambda t: (first_day(t.first), t.person, t.office, t.party or ""))
    connection.execute(schema.tenures.delete())
    rows = [_tenure_row(number, seen(tenure)) for number, tenure in enumerate(ordered)]
    if rows:
        connection.execute(schema.tenures.insert(), rows)


def _tenure_row(number: int, told: Seen) -> dict[str, object]:
    return {
        "number": number,
        "person": told.person.id,
        "party": told.party,
        "office": told.office,
        "first": told.first,
        "last": told.last,
        "times": told.times,
        "written": msgspec.json.encode(told.written).decode(),
        "document": told.document,
        "at": told.cited.start if told.cited else None,
        "said": told.cited.text if told.cited else None,
        "decided": packed(told.decided),
    }


class PeopleKeeper(ABC):
    """What a record can tell of people."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def persons(self, name: str | None = None) -> list[Person]:
        """Give the persons, or those whose name ``name`` fits in any spelling, by name and party."""
        table = schema.persons
        with self._reading() as connection:
            rows = connection.execute(sa.select(table).order_by(table.c.name, table.c.party, table.c.id))
            found = [Person(**row._mapping) for row in rows]
        if name is None:
            return found
        if is_bare(name):
            return [p for p in found if any_word_fits(name, p.name)]
        return [p for p in found if one_name(name, p.name) or p.name == name]

    def tenures(self, persons: Sequence[Person] = (), party: str | None = None) -> list[Tenure]:
        """Give the tenures that documents show, of some persons or for a party, by their first day."""
        return _tenures(self._held(persons, party))

    def undated(self, persons: Sequence[Person] = (), party: str | None = None) -> list[tuple[Mention, Person]]:
        """Give the mentions in an office for which no date is told, of some persons or for a party; no tenures."""
        told = self._held(persons, party)
        return [(m, p) for m, p in told if m.date is None and m.office and is_of_the_moment(m.office)]

    def corrected(self, person: Person) -> list[tuple[Mention, str]]:
        """Give the mentions of a person that people corrected or added, each with its engagement's id, by date."""
        m, member = schema.person_mentions, schema.engagement_accounts
        same = sa.and_(member.c.document == m.c.document, member.c.account == m.c.account)
        query = sa.select(m, member.c.engagement).join(member, same)
        with self._reading() as connection:
            rows = connection.execute(query.where(m.c.person == person.id, m.c.decided.is_not(None))).all()
        found = [(_mention(row._mapping), row.engagement) for row in rows]
        return sorted(found, key=lambda told: (told[0].date or "9999", told[0].key, told[0].number))

    def _held(self, persons: Sequence[Person], party: str | None) -> list[tuple[Mention, Person]]:
        """The mentions of some persons or for a party, with whom they are of, in order."""
        m, query = schema.person_mentions.c, _of_people()
        if party is not None:
            query = query.where(m.party == party)
        queries = [query]
        if persons:
            ids = [person.id for person in persons]
            queries = [query.where(m.person.in_(some)) for some in portions(ids)]
        with self._reading() as connection:
            return _read(connection, *queries)

    def remarks(self, accounts: Iterable[AccountKey]) -> list[Remark]:
        """Give the remarks on the participants of some accounts, in the order of document, account and number."""
        table, keys = schema.person_remarks, set(accounts)
        found: list[Remark] = []
        with self._reading() as connection:
            for some in portions(sorted({key.document for key in keys})):
                rows = connection.execute(sa.select(table).where(table.c.document.in_(some)))
                found += [_remark(row._mapping) for row in rows]
        ours = [remark for remark in found if remark.key in keys]
        return sorted(ours, key=lambda r: (r.key, r.number, r.kind))


def _tenures(told: Sequence[tuple[Mention, Person]]) -> list[Tenure]:
    """The tenures that mentions show, whatever their order."""
    ordered = sorted(told, key=lambda pair: (pair[0].key, pair[0].number))
    return tenures_of([mention for mention, _ in ordered], {(m.key, m.number): person for m, person in ordered})


def _of_people() -> sa.Select[Any]:
    """The mentions that are somebody's, with whose they are."""
    m, p = schema.person_mentions, schema.persons
    return sa.select(m, p.c.name.label("full"), p.c.party.label("home"), p.c.qid).join(p, m.c.person == p.c.id)


def _read(connection: sa.Connection, *queries: sa.Select[Any]) -> list[tuple[Mention, Person]]:
    rows = [row._mapping for query in queries for row in connection.execute(query)]
    told = [(_mention(row), Person(row["person"], row["full"], row["home"], row["qid"])) for row in rows]
    return sorted(told, key=lambda pair: (pair[0].key, pair[0].number))


def _mention_row(mention: Mention, person: Person | None) -> dict[str, object]:
    return {
        "document": mention.key.document,
        "account": mention.key.account,
        "number": mention.number,
        "person": person.id if person else None,
        "date": mention.date,
        "name": mention.name,
        "office": mention.office,
        "party": mention.party,
        **_said("name", mention.participant.name),
        **_said("office", mention.participant.office),
        "decided": packed(mention.decided),
    }


def _said(field: str, cited: Cited[str] | None) -> dict[str, object]:
    """Where a value is said first: the beginning of its span, and the words."""
    span = cited.spans[0] if cited is not None and cited.spans else None
    return {f"{field}_at": span.start if span else None, f"{field}_said": span.text if span else None}


def _mention(row: Any) -> Mention:
    def cited(field: str) -> Cited[str] | None:
        value, at, said = row[field], row[f"{field}_at"], row[f"{field}_said"]
        if value is None:
            return None
        if at is None:
            return Cited(value, (), CORRECTED if decided else STATED)
        return Cited(value, (Span(row["document"], at, at + len(said), said),))

    decided = unpacked(row["decided"])
    party = Cited(row["party"], ()) if row["party"] is not None else None
    participant = Participant(cited("name"), cited("office"), party)
    return Mention(AccountKey(row["document"], row["account"]), row["number"], row["date"], participant, decided)


def _remark_row(remark: Remark) -> dict[str, object]:
    span = remark.span
    return {
        "document": remark.key.document,
        "account": remark.key.account,
        "number": remark.number,
        "kind": remark.kind.value,
        "value": remark.value,
        "rule": remark.rule,
        "source": remark.source,
        "said_in": span.document if span else None,
        "said_at": span.start if span else None,
        "said": span.text if span else None,
        "called": remark.called,
    }


def _remark(row: Any) -> Remark:
    said_in, said_at, said = row["said_in"], row["said_at"], row["said"]
    span = Span(said_in, said_at, said_at + len(said), said) if said_in is not None else None
    key = AccountKey(row["document"], row["account"])
    kind = RemarkKind(row["kind"])
    return Remark(key, row["number"], kind, row["value"], row["rule"], row["source"], span, row["called"])


def packed(decided: Sequence[ByHand]) -> str | None:
    """Give corrections as they are kept."""
    return msgspec.json.encode(decided).decode() if decided else None


def unpacked(kept: str | None) -> tuple[ByHand, ...]:
    """Give back what was packed."""
    return _DECIDED.decode(kept) if kept else ()
