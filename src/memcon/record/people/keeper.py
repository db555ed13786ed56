"""What a record can tell of people."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager

import sqlalchemy as sa

from memcon.linking.engagements import AccountKey
from memcon.linking.people import Mention, Person, Remark, Tenure, tenures_of
from memcon.record import schema
from memcon.record.people.rows import mention_of, of_people, person_of, remark_of, sightings_in
from memcon.record.portions import portions
from memcon.vocabulary.office_forms import is_of_the_moment
from memcon.vocabulary.spellings import any_word_fits, is_bare, one_name


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
            found = [person_of(row) for row in rows]
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
        found = [(mention_of(row._mapping), row.engagement) for row in rows]
        return sorted(found, key=lambda told: (told[0].date or "9999", told[0].key, told[0].number))

    def _held(self, persons: Sequence[Person], party: str | None) -> list[tuple[Mention, Person]]:
        """The mentions of some persons or for a party, with whom they are of, in order."""
        m, query = schema.person_mentions.c, of_people()
        if party is not None:
            query = query.where(m.party == party)
        queries = [query]
        if persons:
            ids = [person.id for person in persons]
            queries = [query.where(m.person.in_(some)) for some in portions(ids)]
        with self._reading() as connection:
            return sightings_in(connection, *queries)

    def remarks(self, accounts: Iterable[AccountKey]) -> list[Remark]:
        """Give the remarks on the participants of some accounts, in the order of document, account and number."""
        table, keys = schema.person_remarks, set(accounts)
        found: list[Remark] = []
        with self._reading() as connection:
            for some in portions(sorted({key.document for key in keys})):
                rows = connection.execute(sa.select(table).where(table.c.document.in_(some)))
                found += [remark_of(row._mapping) for row in rows]
        ours = [remark for remark in found if remark.key in keys]
        return sorted(ours, key=lambda r: (r.key, r.number, r.kind))


def _tenures(told: Sequence[tuple[Mention, Person]]) -> list[Tenure]:
    """The tenures that mentions show, whatever their order."""
    ordered = sorted(told, key=lambda pair: (pair[0].key, pair[0].number))
    return tenures_of([mention for mention, _ in ordered], {(m.key, m.number): person for m, person in ordered})
