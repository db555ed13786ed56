"""What a list of engagements can be narrowed by."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from memcon.errors import UsageError
from memcon.linking.engagements import Review
from memcon.model import EngagementKind, Mode, Status
from memcon.reading.names import fold_name
from memcon.record.rows import office_forms
from memcon.record.schema import (
    documents,
    engagement_accounts,
    engagement_offices,
    engagement_parties,
    engagement_people,
    engagement_topics,
    engagements,
    forum_sessions,
    person_mentions,
    word_documents,
)
from memcon.record.search import fts_query
from memcon.vocabulary.fold import fold
from memcon.vocabulary.office_forms import parties_with_forms
from memcon.vocabulary.parties import party_code
from memcon.vocabulary.topics import topic_named

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Band(StrEnum):
    """How sure the least sure value of an engagement is; :data:`BANDS` has the limits."""

    DOUBTFUL = "doubtful"
    FAIR = "fair"
    GOOD = "good"
    HIGH = "high"


BANDS: Mapping[Band, tuple[float, float]] = {
    Band.DOUBTFUL: (0.0, 0.5),
    Band.FAIR: (0.5, 0.7),
    Band.GOOD: (0.7, 0.9),
    Band.HIGH: (0.9, 1.01),
}
"""From which confidence on, and up to which, that one not included."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters, all of which must fit.

    ``parties``: codes or names, all of which take part; ``person``: words of a participant's name; ``since`` and
    ``until``: ISO prefixes, inclusive, touching the engagement's days; ``place``: a city or country; ``text``: words
    in its documents; ``main_only``: only what a document reports as its subject; ``sure``: only engagements whose
    every value has at least this confidence (0 to 1); ``publisher``: the publisher of one of its documents, as
    written; ``dismissed``: only what a human said is no engagement, which is left out otherwise; ``who``: a person's
    id; ``forum``: a series, by the last part of its address (:meth:`memcon.record.Record.series_page`); ``office``: an
    office in which somebody takes part, in any of its forms ("Minister of Foreign Affairs" is also "Foreign Minister");
    ``country`` and ``city``: both of the place, the country by its code or name; ``topics``: names or codes of topics
    (:mod:`memcon.vocabulary.topics`), all of which were spoken of; ``band``: how sure its least sure value is;
    ``review``: whether somebody has checked it; ``changed_since``: made or changed in the record after this time (UTC,
    ISO 8601).
    """

    parties: tuple[str, ...] = ()
    person: str | None = None
    kind: EngagementKind | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    text: str | None = None
    main_only: bool = True
    sure: float | None = None
    mode: Mode | None = None
    publisher: str | None = None
    dismissed: bool = False
    who: str | None = None
    forum: str | None = None
    office: str | None = None
    country: str | None = None
    city: str | None = None
    topics: tuple[str, ...] = ()
    band: Band | None = None
    review: Review | None = None
    changed_since: str | None = None


def conditions(filters: Filters, *, ordered: bool = True) -> list[sa.ColumnElement[bool]]:
    """Give the filters as SQL conditions; raises UsageError for what is no date, confidence or topic.

    Where all that fit are wanted and not the first in order of dates (``ordered`` false), SQLite is led to go from
    what other tables have to the engagements, and not through all engagements.
    """
    e, others = engagements.c, _of_others(filters)
    led = bool(others) and not ordered
    found = [(_no_index(e.dismissed) if led else e.dismissed).is_(filters.dismissed)]
    if filters.main_only and not filters.dismissed:
        found.append((_no_index(e.main) if led else e.main).is_(True))
    return found + _of_columns(filters) + others


def _no_index(column: sa.Column[bool]) -> sa.ColumnElement[bool]:
    """A column by which SQLite looks for no rows: the sign + does nothing else."""
    return sa.literal_column(f"+{column.table.name}.{column.name}", sa.Boolean)


def _of_columns(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """What the engagement's own row tells."""
    e = engagements.c
    given = (
        (e.kind, filters.kind and filters.kind.value),
        (e.status, filters.status and filters.status.value),
        (e.mode, filters.mode and filters.mode.value),
        (e.reviewed, filters.review and filters.review.value),
        (e.country, filters.country and party_code(filters.country)),
    )
    found: list[sa.ColumnElement[bool]] = [column == value for column, value in given if value]
    if filters.city:
        found.append(sa.func.lower(e.city) == filters.city.casefold())
    if filters.place:
        country = party_code(filters.place)
        found.append(sa.or_(sa.func.lower(e.city) == filters.place.casefold(), e.country == country))
    if filters.sure is not None:
        found.append(e.sure >= _share(filters.sure))
    if filters.band:
        least, below = BANDS[filters.band]
        found += [e.sure >= least, e.sure < below]
    if filters.since:
        found.append(sa.func.coalesce(e.end, e.start) + "~" >= checked_date(filters.since, "--since"))
    if filters.until:
        found.append(e.start <= checked_date(filters.until, "--until") + "~")
    if filters.changed_since:
        found.append(e.changed > filters.changed_since)
    return found


def _of_others(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """What stands in other tables."""
    a, p, t = engagement_accounts.c, engagement_parties.c, engagement_topics.c
    found = [_in(p.engagement, p.party == party_code(party)) for party in filters.parties]
    if filters.person:
        people = engagement_people.c
        found.append(_in(people.engagement, people.folded.in_(_names_with(filters.person))))
    if filters.who:
        found.append(engagements.c.id.in_(with_person(filters.who)))
    if filters.forum:
        sessions = forum_sessions.c
        found.append(_in(sessions.engagement, sessions.series == filters.forum))
    if filters.office:
        found.append(sa.or_(*_of_office(filters.office, [party_code(party) for party in filters.parties])))
    found += [_in(t.engagement, t.topic == topic_named(topic).code) for topic in filters.topics]
    if filters.publisher:
        published = sa.select(documents.c.id).where(documents.c.publisher == filters.publisher)
        found.append(_in(a.engagement, a.document.in_(published)))
    if filters.text:
        found.append(_in(a.engagement, a.document.in_(_with_words(filters.text))))
    return found


def _of_office(office: str, parties: Sequence[str]) -> Iterator[sa.ColumnElement[bool]]:
    """Ways in which somebody can take part in an office, one of which must fit.

    What a title stands for can depend on the party: a Secretary of State of the US is a foreign minister. Without the
    party, the title is looked for as each of the parties that use it so has it, and no office else that it stands for.
    """
    o, people = engagement_offices.c, engagement_people.c
    plainly = {form for party in (None, *parties) for form in office_forms(office, party)}
    yield _in(o.engagement, o.office.in_(sorted(plainly) or [""]))
    title, written = fold(office).casefold(), sa.func.lower(people.office)
    # of several offices in one ("Secretary of State and ...") the title is one
    one_of = [written == title, *(written.like(form, escape="/") for form in _among_others(title))]
    for party in () if parties else parties_with_forms():
        theirs = sorted({*office_forms(office, party)} - plainly)
        if theirs:
            by_title = sa.select(people.engagement).where(
                people.engagement == o.engagement, people.party == party, sa.or_(*one_of)
            )
            yield _in(o.engagement, sa.and_(o.office.in_(theirs), by_title.exists()))


def _among_others(title: str) -> tuple[str, ...]:
    plain = re.sub(r"([/%_])", r"/\1", title)
    return f"{plain} and %", f"{plain}, %", f"% and {plain}"


def _names_with(words: str) -> sa.Select[tuple[str]]:
    """The names that have some words; each name is looked at once, however many engagements have it."""
    # LIMIT keeps SQLite from looking for the words in all rows before it makes them distinct
    names = sa.select(engagement_people.c.folded).distinct().limit(-1).subquery("names")
    folded = " " + names.c.folded + " "
    return sa.select(names.c.folded).where(*(folded.contains(f" {w}", autoescape=True) for w in fold_name(words)))


def with_person(person: str) -> sa.Select[tuple[str]]:
    """Give the ids of the engagements with an account in which the person with this id is a participant."""
    a, m = engagement_accounts.c, person_mentions.c
    same = sa.and_(a.document == m.document, a.account == m.account)
    return sa.select(a.engagement).join_from(person_mentions, engagement_accounts, same).where(m.person == person)


def _in(column: sa.ColumnElement[str], condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return engagements.c.id.in_(sa.select(column).where(condition))


def _with_words(words: str) -> sa.Select[tuple[str]]:
    """The documents that have the words."""
    match = sa.text("SELECT rowid FROM document_words WHERE document_words MATCH :words")
    hits = match.bindparams(words=fts_query(words)).columns(sa.column("rowid", sa.Integer)).subquery()
    return sa.select(word_documents.c.document).where(word_documents.c.number.in_(sa.select(hits.c.rowid)))


def _share(number: float) -> float:
    if not 0 <= number <= 1:
        raise UsageError(f"--sure {number:g} is no confidence; give a number from 0 to 1 such as 0.9")
    return number


def checked_date(text: str, option: str) -> str:
    """Give ``text`` back; raises UsageError where it is no ISO prefix of a date that the calendar has."""
    found = _DATE.fullmatch(text)
    year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise UsageError(
            f"{option} {text!r} is no date; give a year, a month or a day such as 2022, 2022-05, 2022-05-09"
        )
    return text
