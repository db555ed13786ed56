"""Reprints in the record: an index of bands, all pairs of like texts, and the reprints made of them.

A document is compared, once, with those that share bands or addresses with it; the pairs stay with the record until
one of their documents leaves it. Reprints are made anew of all pairs that have to do with one another, so the order of
adding does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from memcon.linking.reprints import Reprint, nearest
from memcon.linking.reprints.candidates import METHOD, bands_of, near
from memcon.linking.reprints.pairs import named_outside, pair
from memcon.linking.reprints.texts import Text, host_of
from memcon.model import Document, Layout
from memcon.record import schema
from memcon.record.portions import portions
from memcon.record.serial import pack, unpack_reprint
from memcon.record.watching import Watch, unwatched, watched

_TEXTS_KEPT = 512
_WITHOUT_BYTES = [c for c in schema.documents.c if c.name not in ("raw", "added")]


def rebuild(connection: sa.Connection, layouts: Mapping[str, Layout]) -> tuple[Reprint, ...]:
    """Compare the documents that are new to the index, and make the reprints of all pairs anew."""
    _compare(connection, layouts)
    pairs = (unpack_reprint(row.json) for row in connection.execute(sa.select(schema.reprint_pairs.c.json)))
    found = nearest(pairs, _hosts(connection))
    connection.execute(schema.reprints.delete())
    _write(connection, found)
    return found


def extend(connection: sa.Connection, layouts: Mapping[str, Layout], watch: Watch = unwatched) -> set[str]:
    """Compare the documents that are new to the index, and make the reprints anew that have to do with them.

    Gives the documents, by their ids, that are copies of something else than before. The reprints are then those of
    :func:`rebuild`: documents that no chain of pairs leads to have nothing to do with one another.
    """
    documents = sorted(_together(connection, _compare(connection, layouts, watch)))
    before = read_copies(connection, documents)
    p, pairs = schema.reprint_pairs.c, list[Reprint]()
    for some in portions(documents):
        rows = connection.execute(sa.select(p.json).where(p.copy.in_(some)))
        pairs += [unpack_reprint(row.json) for row in rows]
        connection.execute(schema.reprints.delete().where(schema.reprints.c.copy.in_(some)))
    found = nearest(pairs, _hosts(connection, documents))
    _write(connection, found)
    return {copy for copy, *_ in set(map(_telling, before)) ^ set(map(_telling, found))}


def _telling(reprint: Reprint) -> tuple[Any, ...]:
    """What of a reprint dates of accounts and counts of sources depend on."""
    return reprint.copy, reprint.source, reprint.named, reprint.sure, reprint.passages


def _compare(connection: sa.Connection, layouts: Mapping[str, Layout], watch: Watch = unwatched) -> set[str]:
    """Put documents that are new into the index and keep their pairs; give them and those that lost a pair."""
    t, d = schema.reprint_texts, schema.documents
    touched = _drop_other_methods(connection)
    query = sa.select(d.c.id).where(d.c.id.not_in(sa.select(t.c.document))).order_by(d.c.id)
    new = [row.id for row in connection.execute(query)]
    text_of = lru_cache(maxsize=_TEXTS_KEPT)(_loader(connection, layouts))
    for document in watched(new, "comparing texts", watch):
        for reprint in _take_in(connection, text_of(document), text_of):
            connection.execute(schema.reprint_pairs.insert(), _row(reprint))
    return touched.union(new)


def _together(connection: sa.Connection, documents: set[str]) -> set[str]:
    """Give the documents to which a chain of pairs leads from any of some, which are among them."""
    p, found, rest = schema.reprint_pairs.c, set(documents), set(documents)
    while rest:
        beside: set[str] = set()
        for some in portions(sorted(rest)):
            for asked, told in ((p.copy, p.source), (p.source, p.copy)):
                query = sa.select(told).where(asked.in_(some), told.is_not(None)).distinct()
                beside |= set(connection.execute(query).scalars())
        rest = beside - found
        found |= rest
    return found


def _hosts(connection: sa.Connection, documents: Sequence[str] | None = None) -> dict[str, str | None]:
    """The hosts of the addresses of documents: of all, or of some."""
    t = schema.reprint_texts.c
    query = sa.select(t.document, t.host)
    queries = [query] if documents is None else [query.where(t.document.in_(some)) for some in portions(documents)]
    return {row.document: row.host for asked in queries for row in connection.execute(asked)}


def _write(connection: sa.Connection, found: Sequence[Reprint]) -> None:
    """Write reprints, those of each copy in their order."""
    numbers: dict[str, int] = defaultdict(int)
    rows = []
    for reprint in found:
        rows.append(_row(reprint) | {"number": numbers[reprint.copy], "manner": reprint.manner.value})
        numbers[reprint.copy] += 1
    if rows:
        connection.execute(schema.reprints.insert(), rows)


def read(connection: sa.Connection, document: str | None = None) -> list[Reprint]:
    """Give the reprints in the order of their copies: all, or those of which ``document`` is the copy or the source."""
    table = schema.reprints
    query = sa.select(table.c.json).order_by(table.c.copy, table.c.number)
    if document is not None:
        query = query.where(sa.or_(table.c.copy == document, table.c.source == document))
    return [unpack_reprint(row.json) for row in connection.execute(query)]


def read_copies(connection: sa.Connection, documents: Sequence[str]) -> list[Reprint]:
    """Give the reprints of which one of some documents is the copy, in the order of :func:`read`."""
    table, found = schema.reprints, list[Reprint]()
    for some in portions(documents):
        query = sa.select(table.c.json).where(table.c.copy.in_(some))
        rows = connection.execute(query.order_by(table.c.copy, table.c.number))
        found += [unpack_reprint(row.json) for row in rows]
    return found


def read_back(connection: sa.Connection, documents: Iterable[str]) -> list[Reprint]:
    """Give the reprints of which some documents are copies, and their sources', back to the first; by copy."""
    found: dict[str, list[Reprint]] = {}
    rest = set(documents)
    while rest:
        found |= {document: [] for document in rest}
        more = read_copies(connection, sorted(rest))
        for reprint in more:
            found[reprint.copy].append(reprint)
        rest = {r.source for r in more if r.source is not None} - found.keys()
    return [reprint for document in sorted(found) for reprint in found[document]]


def copied_from(connection: sa.Connection, documents: Iterable[str]) -> set[str]:
    """Give some documents and all that are, by whatever way, copies of them."""
    found, table = set(documents), schema.reprints.c
    rest = set(found)
    while rest:
        copies: set[str] = set()
        for some in portions(sorted(rest)):
            copies |= set(connection.execute(sa.select(table.copy).where(table.source.in_(some))).scalars())
        rest = copies - found
        found |= rest
    return found


def _drop_other_methods(connection: sa.Connection) -> set[str]:
    """Forget what was found by another method than today's, so that it is found anew; give whose pairs are gone."""
    t, p = schema.reprint_texts, schema.reprint_pairs
    others = [row.document for row in connection.execute(sa.select(t.c.document).where(t.c.method != METHOD))]
    gone: set[str] = set()
    for document in others:
        theirs = sa.or_(p.c.copy == document, p.c.source == document)
        for row in connection.execute(sa.select(p.c.copy, p.c.source).where(theirs)):
            gone |= {name for name in row if name is not None}
        connection.execute(p.delete().where(theirs))
        connection.execute(t.delete().where(t.c.document == document))
    return gone


def _loader(connection: sa.Connection, layouts: Mapping[str, Layout]) -> Callable[[str], Text]:
    def load(document: str) -> Text:
        row = connection.execute(sa.select(*_WITHOUT_BYTES).where(schema.documents.c.id == document)).one()
        return Text(Document(raw=b"", **row._mapping), layouts[document])

    return load


def _take_in(connection: sa.Connection, text: Text, text_of: Callable[[str], Text]) -> Iterator[Reprint]:
    """Put a document into the index and give its pairs with those that are there."""
    bands = bands_of(text.words)
    row = {"document": text.id, "method": METHOD, "bands": len(bands), "host": host_of(text.document.url)}
    adding = schema.reprint_texts.insert().returning(schema.reprint_texts.c.number)
    number: int = connection.execute(adding, row).scalar_one()
    for table, column, values in (
        (schema.reprint_bands, "band", bands),
        (schema.reprint_addresses, "address", text.addresses),
    ):
        if values:
            connection.execute(table.insert(), [{column: value, "text": number} for value in sorted(values)])
    for other in sorted(_near(connection, number, len(bands)) | _by_address(connection, number)):
        found = pair(text, text_of(other))
        if found is not None:
            yield found
    yield from named_outside(text)


def _near(connection: sa.Connection, number: int, size: int) -> set[str]:
    b, t = schema.reprint_bands, schema.reprint_texts
    mine = b.alias()
    query = (
        sa.select(t.c.document, t.c.bands, sa.func.count().label("shared"))
        .select_from(mine.join(b, b.c.band == mine.c.band).join(t, t.c.number == b.c.text))
        .where(mine.c.text == number, b.c.text != number)
        .group_by(t.c.number)
    )
    rows = connection.execute(query).all()
    return set(near({r.document: r.shared for r in rows}, size, {r.document: r.bands for r in rows}))


def _by_address(connection: sa.Connection, number: int) -> set[str]:
    a, t = schema.reprint_addresses, schema.reprint_texts
    mine = a.alias()
    query = (
        sa.select(t.c.document)
        .select_from(mine.join(a, a.c.address == mine.c.address).join(t, t.c.number == a.c.text))
        .where(mine.c.text == number, a.c.text != number)
    )
    return {row.document for row in connection.execute(query)}


def _row(reprint: Reprint) -> dict[str, object]:
    return {"copy": reprint.copy, "source": reprint.source, "json": pack(reprint)}
