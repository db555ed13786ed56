"""What a list of engagements can be narrowed by."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

import sqlalchemy as sa

from memcon.errors import UsageError
from memcon.model import EngagementKind, Mode, Status
from memcon.reading.names import fold_name
from memcon.record.schema import documents, engagement_accounts, engagement_parties, engagement_people, engagements
from memcon.record.search import fts_query
from memcon.vocabulary.parties import party_code

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters, all of which must fit.

    ``parties``: codes or names, all of which take part; ``person``: words of a participant's name; ``since`` and
    ``until``: ISO prefixes, inclusive, touching the engagement's days; ``place``: a city or country; ``text``: words
    in its documents; ``main_only``: only what a document reports as its subject; ``sure``: only engagements whose
    every value has at least this confidence (0 to 1); ``publisher``: the publisher of one of its documents, as
    written; ``dismissed``: only what a human said is no engagement, which is left out
    otherwise.
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


def conditions(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """Give the filters as SQL conditions; raises UsageError for a date or a confidence that is none."""
    found: list[sa.ColumnElement[bool]] = []
    e = engagements.c
    found.append(e.dismissed.is_(filters.dismissed))
    if filters.main_only and not filters.dismissed:
        found.append(e.main.is_(True))
    if filters.sure is not None:
        found.append(e.sure >= _share(filters.sure))
    if filters.kind:
        found.append(e.kind == filters.kind.value)
    if filters.status:
        found.append(e.status == filters.status.value)
    if filters.mode:
        found.append(e.mode == filters.mode.value)
    if filters.publisher:
        published = sa.select(documents.c.id).where(documents.c.publisher == filters.publisher)
        found.append(_in(engagement_accounts.c.engagement, engagement_accounts.c.document.in_(published)))
    if filters.since:
        found.append(sa.func.coalesce(e.end, e.start) + "~" >= checked_date(filters.since, "--since"))
    if filters.until:
        found.append(e.start <= checked_date(filters.until, "--until") + "~")
    found += [
        _in(engagement_parties.c.engagement, engagement_parties.c.party == party_code(p)) for p in filters.parties
    ]
    if filters.person:
        words = fold_name(filters.person)
        folded = " " + engagement_people.c.folded + " "
        found.append(
            _in(engagement_people.c.engagement, sa.and_(*(folded.contains(f" {w}", autoescape=True) for w in words)))
        )
    if filters.place:
        country = party_code(filters.place)
        found.append(sa.or_(sa.func.lower(e.city) == filters.place.casefold(), e.country == country))
    if filters.text:
        found.append(_with_words(filters.text))
    return found


def _in(column: sa.ColumnElement[str], condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return engagements.c.id.in_(sa.select(column).where(condition))


def _with_words(words: str) -> sa.ColumnElement[bool]:
    match = sa.text("SELECT id FROM document_words WHERE document_words MATCH :words").bindparams(
        words=fts_query(words)
    )
    hits = match.columns(sa.column("id", sa.String)).subquery()
    accounts = sa.select(engagement_accounts.c.engagement).where(
        engagement_accounts.c.document.in_(sa.select(hits.c.id))
    )
    return engagements.c.id.in_(accounts)


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
