"""Count what a search found by facets: looked for once, however many the facets are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from memcon.record import schema
from memcon.record.filters import BANDS, Filters, conditions
from memcon.record.rows import office_forms
from memcon.vocabulary.parties import party_code


class Facet(StrEnum):
    """What engagements are counted by."""

    YEAR = "year"
    PARTY = "party"
    PERSON = "person"
    """Names as they are written."""
    WHO = "who"
    """People, by their ids; none of a search that found thousands, unless all or many are wanted: names tell enough."""
    OFFICE = "office"
    """Offices in the form in which most of the engagements found have them and by which they are found."""
    TOPIC = "topic"
    """Codes of topics."""
    COUNTRY = "country"
    CITY = "city"
    KIND = "kind"
    STATUS = "status"
    MODE = "mode"
    PUBLISHER = "publisher"
    BAND = "band"
    """How sure the least sure value is (:class:`memcon.record.filters.Band`)."""
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many engagements fit a search, and the values of facets with the number of engagements that have them.

    ``otherwise`` is how many fit if what documents only mention is wanted too, or no longer.
    """

    total: int
    otherwise: int
    by: Mapping[Facet, list[tuple[str, int]]]


KEPT = 300
"""So many values of each facet are kept of the counts of the whole record, years all."""
_FEW, _MOST = 2000, 50
"""Of more than so many engagements, where no more than so many people are wanted, people are not counted."""
_COLUMNS = ("id", "main", "start", "kind", "status", "mode", "country", "city", "sure", "reviewed")
_FOUND = (
    "CREATE TEMP TABLE IF NOT EXISTS found (id TEXT PRIMARY KEY, main, start, kind, status, mode, country, city, sure, "
    "reviewed) WITHOUT ROWID"
)
_found = sa.table("found", *map(sa.column, _COLUMNS))
"""What a search found, kept for one connection while it is counted."""

_BAND = " ".join(f"WHEN sure < {below} THEN '{band}'" for band, (_, below) in BANDS.items())
_OF_ROW = {
    Facet.YEAR: "substr(start, 1, 4)",
    Facet.COUNTRY: "country",
    Facet.CITY: "city",
    Facet.KIND: "kind",
    Facet.STATUS: "status",
    Facet.MODE: "mode",
    Facet.BAND: f"CASE WHEN sure IS NULL THEN NULL {_BAND} END",
    Facet.REVIEW: "reviewed",
}
"""Facets that are columns of what was found."""

_JOINED = {
    Facet.PARTY: ("party", "count(*)", "engagement_parties ON engagement = found.id"),
    Facet.TOPIC: ("topic", "count(*)", "engagement_topics ON engagement = found.id"),
    Facet.PERSON: (
        "name",
        "count(DISTINCT found.id)",
        "engagement_people INDEXED BY people_by_engagement ON engagement = found.id",
    ),
    Facet.PUBLISHER: (
        "publisher",
        "count(DISTINCT found.id)",
        "engagement_accounts ON engagement = found.id "
        "CROSS JOIN documents INDEXED BY documents_by_publisher ON documents.id = document",
    ),
}
"""The value, how it is counted and the tables of the other facets.

CROSS JOIN has SQLite go from what was found, which is mostly little, to the tables, which are long."""


def counted(connection: sa.Connection, filters: Filters, wanted: Mapping[Facet, int | None]) -> Counts:
    """Give the counts of a search; writes to a table of the connection's own, to be rolled back."""
    table = schema.engagements.c
    chosen = sa.select(*(table[name] for name in _COLUMNS)).where(
        *conditions(replace(filters, main_only=False), ordered=False)
    )
    connection.execute(sa.text(_FOUND))
    connection.execute(_found.delete())
    connection.execute(_found.insert().from_select(list(_COLUMNS), chosen))
    everything, main = connection.execute(sa.text("SELECT count(*), coalesce(sum(main), 0) FROM found")).one()
    main_only = filters.main_only and not filters.dismissed
    counting = _Counting(connection, int(main_only), tuple(map(party_code, filters.parties)))
    told = {facet: counting.values(facet, limit) for facet, limit in wanted.items()}
    return Counts(main, everything, told) if main_only else Counts(everything, main, told)


@dataclass(frozen=True, slots=True)
class _Counting:
    """What was found, to be counted: with ``main`` 1 only documents' subjects; ``parties`` are those asked for."""

    connection: sa.Connection
    main: int
    parties: tuple[str, ...]

    def values(self, facet: Facet, limit: int | None) -> list[tuple[str, int]]:
        """Give the first values of a facet with their numbers."""
        if facet is Facet.OFFICE:
            return self._offices(limit)
        if facet is Facet.WHO:
            return self._people(limit)
        value, number, tables = _JOINED.get(facet) or (_OF_ROW[facet], "count(*)", "")
        order = "value" if facet is Facet.YEAR else "number DESC, value"
        query = (
            f"SELECT {value} AS value, {number} AS number FROM found {f'CROSS JOIN {tables}' if tables else ''} "
            "WHERE found.main >= :main GROUP BY 1 HAVING value IS NOT NULL AND value != '' "
            f"ORDER BY {order} LIMIT :limit"
        )
        rows = self._rows(query, limit=-1 if limit is None else limit)
        return [(row.value, row.number) for row in rows]

    def _offices(self, limit: int | None) -> list[tuple[str, int]]:
        """Offices by their forms, each under the words that are written most often, of equals the shortest.

        Words under which a search would look for another office are no name for it: "Secretary of State" is that of
        foreign ministers where the US must take part, and not where anybody may.
        """
        query = (
            "SELECT office, written, count(*) AS number FROM found "
            "CROSS JOIN engagement_offices INDEXED BY offices_by_engagement ON engagement = found.id "
            "WHERE found.main >= :main GROUP BY office, written ORDER BY office, number DESC, length(written), written"
        )
        words: dict[str, str] = {}
        numbers: dict[str, int] = {}
        for row in self._rows(query):
            if row.office not in words and self._leads_to(row.written, row.office):
                words[row.office] = row.written
            numbers[row.office] = numbers.get(row.office, 0) + row.number
        told = sorted(numbers.items(), key=lambda v: (-v[1], v[0]))
        return [(words.get(office, office), number) for office, number in told][:limit]

    def _leads_to(self, written: str, office: str) -> bool:
        """Tell whether a search for words finds an office."""
        return any(office in office_forms(written, party) for party in (None, *self.parties))

    def _people(self, limit: int | None) -> list[tuple[str, int]]:
        """People by their ids, as :func:`memcon.record.filters.with_person` finds them; none where it takes long."""
        number = self._rows("SELECT count(*) FROM found").scalar_one()
        if number > _FEW and limit is not None and limit <= _MOST:
            return []
        query = (
            "SELECT person, count(DISTINCT found.id) AS number FROM found "
            "CROSS JOIN engagement_accounts AS a ON a.engagement = found.id "
            "CROSS JOIN person_mentions AS m ON m.document = a.document AND m.account = a.account "
            "WHERE found.main >= :main AND person IS NOT NULL GROUP BY 1 ORDER BY number DESC, person LIMIT :limit"
        )
        return [(row.person, row.number) for row in self._rows(query, limit=-1 if limit is None else limit)]

    def _rows(self, query: str, **values: object) -> sa.CursorResult[Any]:
        told = {"main": self.main} | values
        return self.connection.execute(sa.text(query), {k: v for k, v in told.items() if f":{k}" in query})


def found_by_topic(connection: sa.Connection) -> dict[str, dict[str, int]]:
    """Give the topics of what :func:`counted` found last, each with its numbers by year, the commonest first.

    What has no date stands under the year "".
    """
    query = (
        "SELECT topic, coalesce(substr(start, 1, 4), '') AS year, count(*) AS number FROM found "
        "CROSS JOIN engagement_topics ON engagement = found.id GROUP BY 1, 2"
    )
    by_topic: dict[str, dict[str, int]] = {}
    for row in sorted(connection.execute(sa.text(query))):
        by_topic.setdefault(row.topic, {})[row.year] = row.number
    return dict(sorted(by_topic.items(), key=lambda told: (-sum(told[1].values()), told[0])))


def newest_found(connection: sa.Connection, limit: int) -> list[bytes]:
    """Give the newest of what :func:`counted` found last as they are kept, undated ones last."""
    query = (
        "SELECT json FROM (SELECT id, start FROM found ORDER BY start DESC, id DESC LIMIT :limit) AS newest "
        "JOIN engagements USING (id) ORDER BY newest.start DESC, newest.id DESC"
    )
    return [row.json for row in connection.execute(sa.text(query), {"limit": limit})]


def is_whole(filters: Filters, wanted: Mapping[Facet, int | None]) -> bool:
    """Tell whether the counts of the whole record, as they are kept, answer a search that asks for all of it."""
    everything = replace(filters, main_only=True) == Filters()
    return everything and all(f is Facet.YEAR or (limit is not None and limit <= KEPT) for f, limit in wanted.items())


def to_keep(counts: Counts) -> dict[str, object]:
    """Give counts as plain values."""
    return {"total": counts.total, "otherwise": counts.otherwise, "by": {f.value: v for f, v in counts.by.items()}}


def from_kept(kept: Mapping[str, Any], wanted: Mapping[Facet, int | None]) -> Counts:
    """Give back counts that were kept, as many values of each facet as are wanted."""
    by = {
        facet: [(value, number) for value, number in kept["by"][facet.value]][:limit] for facet, limit in wanted.items()
    }
    return Counts(kept["total"], kept["otherwise"], by)
