"""The series of forums that a record's engagements are sessions of."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress

import sqlalchemy as sa

from memcon.errors import RecordError
from memcon.linking.forums import Series, series_of
from memcon.record import schema
from memcon.record.keeping import SERIES
from memcon.record.replaying import read_readings
from memcon.record.serial import pack, unpack_engagement, unpack_series
from memcon.vocabulary.fold import fold

Named = tuple[str, Series]
"""A series with the last part of its address."""


class ForumKeeper(ABC):
    """What a record can tell of forums: made of its engagements when asked for, and kept until these change."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[sa.Connection]:
        """Open a transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection to read from."""

    def series(self) -> tuple[Series, ...]:
        """Give the series, those with most sessions first; planned sessions are seen from the newest document's day."""
        return tuple(one for _, one in self.series_page(-1))

    def series_page(self, limit: int, skip: int = 0) -> list[Named]:
        """Give at most ``limit`` series (-1: all) after ``skip``, in the order of :meth:`series`."""
        if (made := self.make_series()) is not None:
            return made[skip:] if limit < 0 else made[skip : skip + limit]
        s = schema.forum_series.c
        return self._kept(sa.select(s.slug, s.json).order_by(s.number).limit(limit).offset(skip))

    def series_count(self) -> int:
        """Give the number of series."""
        if (made := self.make_series()) is not None:
            return len(made)
        with self._reading() as connection:
            query = sa.select(sa.func.count()).select_from(schema.forum_series)
            return int(connection.execute(query).scalar_one())

    def series_names(self) -> list[tuple[str, str]]:
        """Give the names of the series as they were made last, each after the last part of its address."""
        s = schema.forum_series.c
        with self._reading() as connection:
            rows = connection.execute(sa.select(s.slug, s.name).order_by(s.number))
            return [(row.slug, row.name) for row in rows]

    def series_at(self, slug: str) -> Series | None:
        """Give the series at this last part of an address, or with this id."""
        if (made := self.make_series()) is not None:
            return next((one for name, one in made if slug in (name, one.id)), None)
        s = schema.forum_series.c
        found = self._kept(sa.select(s.slug, s.json).where(sa.or_(s.slug == slug, s.id == slug)))
        return found[0][1] if found else None

    def series_with(self, engagement: str) -> Named | None:
        """Give the series that an engagement, given by its id, is a session of."""
        if (made := self.make_series()) is not None:
            return next((named for named in made if engagement in named[1].engagements), None)
        s, e = schema.forum_series.c, schema.forum_sessions.c
        of = sa.select(e.series).where(e.engagement == engagement)
        found = self._kept(sa.select(s.slug, s.json).where(s.slug.in_(of)).order_by(s.number))
        return found[0] if found else None

    def make_series(self) -> list[Named] | None:
        """Make the series anew where engagements or the newest day have changed since they were made last.

        None where they are kept in the record now, else (a record that cannot be written to) the series.
        """
        documents, made = schema.documents.c, schema.made_of.c
        with self._reading() as connection:
            as_of = connection.execute(sa.select(sa.func.max(documents.published))).scalar()
            state = connection.execute(sa.select(made.state).where(made.what == SERIES)).scalar()
            if state == (as_of or ""):
                return None
            found = _named(_made(connection, as_of))
        with suppress(RecordError), self._writing() as writing:
            _keep(writing, found, as_of)
            return None
        return found

    def _kept(self, query: sa.Select[tuple[str, bytes]]) -> list[Named]:
        with self._reading() as connection:
            return [(row.slug, unpack_series(row.json)) for row in connection.execute(query)]


def _made(connection: sa.Connection, as_of: str | None) -> tuple[Series, ...]:
    e = schema.engagements.c
    rows = connection.execute(sa.select(e.json).where(e.forum.is_not(None), ~e.dismissed))
    found = [unpack_engagement(row.json) for row in rows]
    wanted = {key.document for engagement in found for key in engagement.accounts}
    return series_of(found, read_readings(connection, wanted).values(), as_of)


def _named(series: Sequence[Series]) -> list[Named]:
    """The series with the last parts of their addresses: name and parties, and a number where two are alike."""
    found: dict[str, Series] = {}
    numbers: dict[str, int] = {}
    for one in series:
        words = fold(" ".join((one.name, *one.parties))).casefold()
        slug = re.sub(r"[^a-z0-9]+", "-", words).strip("-") or "forum"
        numbers[slug] = number = numbers.get(slug, 0) + 1
        name = slug if number == 1 else f"{slug}-{number}"
        while name in found:
            number += 1
            name = f"{slug}-{number}"
        found[name] = one
    return list(found.items())


def _keep(connection: sa.Connection, found: Sequence[Named], as_of: str | None) -> None:
    connection.execute(schema.forum_sessions.delete())
    connection.execute(schema.forum_series.delete())
    connection.execute(schema.made_of.delete().where(schema.made_of.c.what == SERIES))
    rows = [
        {"id": one.id, "slug": slug, "number": number, "name": one.name, "json": pack(one)}
        for number, (slug, one) in enumerate(found)
    ]
    sessions = {(slug, engagement) for slug, one in found for engagement in one.engagements}
    if rows:
        connection.execute(schema.forum_series.insert(), rows)
    if sessions:
        told = [{"series": series, "engagement": engagement} for series, engagement in sorted(sessions)]
        connection.execute(schema.forum_sessions.insert(), told)
    connection.execute(schema.made_of.insert(), {"what": SERIES, "state": as_of or ""})
