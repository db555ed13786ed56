"""Find, in a record, the mentions among which some names are to be told apart: their neighbourhood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from memcon.linking.people import Mention
from memcon.linking.people.nearness import Form, circle, form_of, is_full, may_be_one
from memcon.linking.people.stage import Of, Told, told_apart
from memcon.record import schema
from memcon.record.people.rows import NO_PARTY, mention_at, mention_of
from memcon.record.portions import portions
from memcon.vocabulary.rosters import Roster
from memcon.vocabulary.spellings import may_be_named, name_letters, name_words

_f, _m, _p = schema.name_forms.c, schema.person_mentions.c, schema.persons.c


@dataclass(frozen=True, slots=True)
class Nearby:
    """Mentions in order, told apart, with whose they were before (ids of persons)."""

    mentions: tuple[Mention, ...]
    told: Told
    before: dict[Of, str | None]
    bare: frozenset[Form]
    """The bare names of which all is told anew; what else bare there is in the record stays as it was told."""


def nearby(connection: sa.Connection, forms: Iterable[Form], persons: Iterable[str], roster: Roster) -> Nearby:
    """Tell apart all mentions of which something else may be told now than before.

    ``forms`` are the names of the mentions that were added, changed or taken out, ``persons`` those whose they were.
    """
    index, seeds = _Index(connection), set(forms)
    core = circle((f for f in seeds if is_full(f[1])), index)
    bare = {f for f in seeds if not is_full(f[1])} | index.standing_for(core)
    bare |= index.bare_of({*persons, *index.persons_in(core)})
    full, asked = set(core), set[Form]()
    while True:
        full |= circle({f for form in bare - asked for f in index.meant_by(form)} - full, index)
        asked |= bare
        rows = index.mentions(full | bare)
        mentions = tuple(mention_of(row) for row in rows)
        told = told_apart(mentions, roster)
        more = {f for form in _by_roster(told) for f in may_be_one(form[1], form[0], index)} - full
        left = index.bare_of(index.persons_called(_by_bare_names(mentions, told))) - bare
        if not more and not left:
            before = {mention_at(row): row["person"] for row in rows}
            return Nearby(mentions, told, before, frozenset(bare))
        full |= circle(more, index)
        bare |= left


def _by_roster(told: Told) -> set[Form]:
    """The full names that a roster gives for bare ones."""
    found = ((at, c) for at, c in told.completed.items() if c.known is None)
    return {form_of(c.name, party) for at, c in found for party in {told.of_mention[at].party}}


def _by_bare_names(mentions: Iterable[Mention], told: Told) -> set[Form]:
    """The names of those whom no mention names in full."""
    named = {
        told.of_mention[m.key, m.number].id for m in mentions if m.name is not None and is_full(name_words(m.name))
    }
    return {form_of(p.name, p.party) for p in told.persons if p.id not in named}


class _Index:
    """The index of names in a record; each question is asked once."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._found: dict[tuple[str, str | None, bool], list[Form]] = {}

    def beginning(self, begins: str, party: str | None) -> list[Form]:
        """Give forms of full names; see :class:`memcon.linking.people.nearness.Forms`."""
        return self._beginning(begins, party, full=True)

    def spelt(self, words: tuple[str, ...]) -> Iterator[Form]:
        """Give the forms of full names of these words in any party."""
        query = sa.select(_f.party, _f.words).where(_f.words == " ".join(words), _f.full).distinct()
        return map(_form, self._connection.execute(query))

    def _beginning(self, begins: str, party: str | None, *, full: bool) -> list[Form]:
        if (begins, party, full) not in self._found:
            query = sa.select(_f.party, _f.words).where(_f.begins == begins, _f.full == full)
            if party is not None:
                query = query.where(_f.party.in_((party, NO_PARTY)))
            self._found[begins, party, full] = list(map(_form, self._connection.execute(query)))
        return self._found[begins, party, full]

    def meant_by(self, bare: Form) -> Iterator[Form]:
        """Give the forms of full names that a bare one can stand for."""
        party, words = bare
        for letter in name_letters(words):
            yield from (f for f in self._beginning(letter, party, full=True) if may_be_named(words, f[1]))

    def standing_for(self, full: Collection[Form]) -> set[Form]:
        """Give the forms of bare names that can stand for any of some people whose full names are given."""
        parties, names = {party for party, _ in full}, {words for _, words in full}
        near = {
            other
            for party in parties
            for letter in {letter for words in names for letter in name_letters(words)}
            for other in self._beginning(letter, party, full=False)
        }
        return {other for other in near if any(may_be_named(other[1], words) for words in names)}

    def persons_in(self, forms: Collection[Form]) -> set[str]:
        """Give the ids of the persons whom mentions of these forms were of."""
        rows = self._rows(sa.select(_m.words, _m.party, _m.person).distinct(), _m.words, forms)
        return {row["person"] for row in rows if row["person"] is not None}

    def persons_called(self, forms: Collection[Form]) -> set[str]:
        """Give the ids of the persons with these names."""
        return {row["id"] for row in self._rows(sa.select(_p.words, _p.party, _p.id), _p.words, forms)}

    def bare_of(self, persons: Collection[str]) -> set[Form]:
        """Give the bare forms of names in the mentions of some persons."""
        found: set[Form] = set()
        for some in portions(sorted(persons)):
            query = sa.select(_m.party, _m.words).where(_m.person.in_(some), _m.words.is_not(None)).distinct()
            found |= {_form(row) for row in self._connection.execute(query)}
        return {form for form in found if not is_full(form[1])}

    def mentions(self, forms: Collection[Form]) -> list[Any]:
        """Give the rows of the mentions of some forms, in order of document, account and number."""
        rows = self._rows(sa.select(schema.person_mentions), _m.words, forms)
        return sorted(rows, key=mention_at)

    def _rows(self, query: sa.Select[Any], column: sa.ColumnElement[Any], forms: Collection[Form]) -> list[Any]:
        found = []
        for some in portions(sorted({" ".join(words) for _, words in forms})):
            rows = self._connection.execute(query.where(column.in_(some)))
            found += [row._mapping for row in rows if _form(row) in forms]
        return found


def _form(row: Any) -> Form:
    return row.party or None, tuple(row.words.split())
