"""Persons, mentions, remarks and tenures as rows of the record's tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from memcon.linking.engagements import CORRECTED, AccountKey
from memcon.linking.people import ByHand, Mention, Person, Remark, RemarkKind, Sighting, Tenure, seen
from memcon.linking.people.nearness import beginnings, is_full
from memcon.model import STATED, Cited, Participant, Span
from memcon.record import schema
from memcon.vocabulary.office_forms import Key
from memcon.vocabulary.spellings import name_letters, name_words

Row = dict[str, object]
NO_PARTY = ""
"""What stands for no party in a primary key."""
_DECIDED = msgspec.json.Decoder(tuple[ByHand, ...])


def person_row(person: Person) -> Row:
    """Give the row of a person."""
    return {**{name: getattr(person, name) for name in ("id", "name", "party", "qid")}, "words": words_of(person.name)}


def person_of(row: Any) -> Person:
    """Give the person of a row."""
    return Person(row.id, row.name, row.party, row.qid)


def words_of(name: str | None) -> str | None:
    """Give the words of a name in one spelling, by which it is found."""
    return None if name is None else " ".join(name_words(name))


def mention_row(mention: Mention, person: Person | None) -> Row:
    """Give the row of a mention that is of ``person``."""
    return {
        "document": mention.key.document,
        "account": mention.key.account,
        "number": mention.number,
        "person": person.id if person else None,
        "date": mention.date,
        "name": mention.name,
        "words": words_of(mention.name),
        "office": mention.office,
        "party": mention.party,
        **_said("name", mention.participant.name),
        **_said("office", mention.participant.office),
        "decided": packed(mention.decided),
        "added": mention.added,
    }


def _said(field: str, cited: Cited[str] | None) -> Row:
    """Where a value is said first: the beginning of its span, and the words."""
    span = cited.spans[0] if cited is not None and cited.spans else None
    return {f"{field}_at": span.start if span else None, f"{field}_said": span.text if span else None}


def mention_of(row: Any) -> Mention:
    """Give the mention of a row; what it says is cited by the first of its spans alone."""

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
    key = AccountKey(row["document"], row["account"])
    return Mention(key, row["number"], row["date"], participant, decided, row["added"])


def of_people() -> sa.Select[Any]:
    """Ask for the mentions that are somebody's, with whose they are; see :func:`sightings_in`."""
    m, p = schema.person_mentions, schema.persons
    return sa.select(m, p.c.name.label("full"), p.c.party.label("home"), p.c.qid).join(p, m.c.person == p.c.id)


def sightings_in(connection: sa.Connection, *queries: sa.Select[Any]) -> list[Sighting]:
    """Give what queries made of :func:`of_people` find, in order of document, account and number."""
    rows = (row._mapping for query in queries for row in connection.execute(query))
    persons: dict[str, Person] = {}
    told = []
    for row in rows:
        whose = persons.get(row["person"]) or Person(row["person"], row["full"], row["home"], row["qid"])
        told.append((mention_of(row), persons.setdefault(whose.id, whose)))
    return sorted(told, key=lambda pair: (pair[0].key, pair[0].number))


def remark_row(remark: Remark) -> Row:
    """Give the row of a remark."""
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


def remark_of(row: Any) -> Remark:
    """Give the remark of a row."""
    said_in, said_at, said = row["said_in"], row["said_at"], row["said"]
    span = Span(said_in, said_at, said_at + len(said), said) if said_in is not None else None
    key = AccountKey(row["document"], row["account"])
    kind = RemarkKind(row["kind"])
    return Remark(key, row["number"], kind, row["value"], row["rule"], row["source"], span, row["called"])


def tenure_row(tenure: Tenure, key: Key) -> Row:
    """Give the row of a tenure in the office that ``key`` is."""
    told, first = seen(tenure), tenure.sightings[0]
    return {
        "document": told.document,
        "account": first.key.account,
        "number": first.number,
        "form": form_of_office(key),
        "person": told.person.id,
        "party": told.party,
        "office": told.office,
        "first": told.first,
        "last": told.last,
        "times": told.times,
        "written": msgspec.json.encode(told.written).decode(),
        "at": told.cited.start if told.cited else None,
        "said": told.cited.text if told.cited else None,
        "decided": packed(told.decided),
    }


def form_of_office(key: Key) -> str:
    """Give an office as its words in one form."""
    return " ".join(sorted(key))


def sighting_row(mention: Mention, person: Person, key: Key) -> Row:
    """Give the row of a mention in an office that has one holder at a time."""
    at = {"document": mention.key.document, "account": mention.key.account, "number": mention.number}
    return {"party": mention.party or NO_PARTY, "form": form_of_office(key), "date": mention.date, **at} | {
        "person": person.id
    }


def form_rows(forms: Iterable[tuple[str | None, tuple[str, ...]]]) -> list[Row]:
    """Give the rows by which names, given by party and words, are found."""
    rows: list[Row] = []
    for party, words in forms:
        full = is_full(words)
        for begins in sorted(name_letters(words) | (beginnings(words) if full else frozenset())):
            rows.append({"begins": begins, "full": full, "party": party or NO_PARTY, "words": " ".join(words)})
    return rows


def write_forms(connection: sa.Connection, forms: Iterable[tuple[str | None, tuple[str, ...]]]) -> None:
    """Add names to those that are found; what is there already stays."""
    rows = form_rows(forms)
    if rows:
        connection.execute(sa.insert(schema.name_forms).prefix_with("OR IGNORE"), rows)


def mention_at(row: Any) -> tuple[AccountKey, int]:
    """Give which mention a row is of."""
    return AccountKey(row["document"], row["account"]), row["number"]


def packed(decided: Sequence[ByHand]) -> str | None:
    """Give corrections as they are kept."""
    return msgspec.json.encode(decided).decode() if decided else None


def unpacked(kept: str | None) -> tuple[ByHand, ...]:
    """Give back what was packed."""
    return _DECIDED.decode(kept) if kept else ()
