"""Engagements and documents as rows of the record's tables: what they are, and what they are found by."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from memcon.linking.engagements import Engagement
from memcon.model import Account, Document
from memcon.reading.names import fold_name
from memcon.record import schema
from memcon.record.serial import pack
from memcon.vocabulary.office_forms import as_written, office_keys
from memcon.vocabulary.topics import topics_of

Row = dict[str, object]


def engagement_rows(
    engagement: Engagement, neighbourhood: str, accounts: Iterable[Account]
) -> Iterator[tuple[sa.Table, Row]]:
    """Give the rows of an engagement, that of the engagement itself first; ``accounts`` are all of its accounts."""
    yield schema.engagements, _engagement(engagement)
    name: Row = {"engagement": engagement.id}
    for key in engagement.accounts:
        told = {"document": key.document, "account": key.account, "neighbourhood": neighbourhood}
        yield schema.engagement_accounts, name | told
    for party in dict.fromkeys(p.value for p in engagement.parties):
        yield schema.engagement_parties, name | {"party": party}
    for person in _people(engagement):
        yield schema.engagement_people, name | person
    offices = ((p.office.value, p.party.value if p.party else None) for p in engagement.participants if p.office)
    for office, written in offices_in(offices).items():
        yield schema.engagement_offices, name | {"office": office, "written": written}
    for topic in topics_in(accounts):
        yield schema.engagement_topics, name | {"topic": topic}


def offices_in(offices: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Give the offices, each as its words in one form and as it was written first.

    ``offices`` are told as written, each with the party that it is of. "Foreign Minister" and "Minister of Foreign
    Affairs" have one form (:mod:`memcon.vocabulary.office_forms`); a double office is two.
    """
    found: dict[str, str] = {}
    for office, party in offices:
        for key, written in as_written(office, party).items():
            found.setdefault(" ".join(sorted(key)), written)
    return found


def office_forms(office: str, party: str | None = None) -> list[str]:
    """Give the forms of an office by which it is found."""
    return [" ".join(sorted(key)) for key in office_keys(office, party)]


def topics_in(accounts: Iterable[Account]) -> list[str]:
    """Give the codes of the topics of what was said, in order."""
    return sorted({m.topic.code for a in accounts for s in a.statements for m in topics_of(s.text)})


def _engagement(engagement: Engagement) -> Row:
    place, forum = engagement.place.preferred, engagement.forum.preferred
    assert engagement.kind.preferred is not None
    assert engagement.status.preferred is not None
    return {
        "id": engagement.id,
        "kind": engagement.kind.preferred.value.value,
        "status": engagement.status.preferred.value.value,
        "start": engagement.start.preferred.value if engagement.start.preferred else None,
        "end": engagement.end.preferred.value if engagement.end.preferred else None,
        "city": place.value.city if place else None,
        "country": place.value.country if place else None,
        "forum": forum.value if forum else None,
        "main": engagement.main,
        "sure": engagement.sure(),
        "mode": engagement.mode.preferred.value.value if engagement.mode.preferred else None,
        "dismissed": engagement.dismissed,
        "reviewed": engagement.review.value,
        "json": pack(engagement),
    }


def _people(engagement: Engagement) -> Iterator[dict[str, Any]]:
    for number, person in enumerate(engagement.participants):
        yield {
            "number": number,
            "name": person.name.value if person.name else None,
            "folded": " ".join(fold_name(person.name.value)) if person.name else "",
            "office": person.office.value if person.office else None,
            "party": person.party.value if person.party else None,
        }


def document_row(document: Document) -> Row:
    """Give the row of a document, added now."""
    return {
        "id": document.id,
        "name": document.name,
        "raw": zlib.compress(document.raw, 6),
        "media_type": document.media_type,
        "text": document.text,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published,
        "language": document.language,
        "origin": document.origin,
        "retrieved": document.retrieved,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def document_of(row: sa.Row[tuple[object, ...]]) -> Document:
    """Give the document of a row."""
    values = dict(row._mapping)
    values.pop("added")
    values["raw"] = zlib.decompress(values["raw"])
    return Document(**values)
