"""Which documents have their text from another, and the index by which a new one finds those like it."""

from __future__ import annotations

import sqlalchemy as sa

from memcon.record.schema.base import metadata, of_document


def _of_text() -> sa.Column[int]:
    return sa.Column("text", sa.Integer, sa.ForeignKey("reprint_texts.number", ondelete="CASCADE"), primary_key=True)


reprint_texts = sa.Table(
    "reprint_texts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    of_document(),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("bands", sa.Integer, nullable=False),
    sa.Column("host", sa.Text),
)

reprint_bands = sa.Table("reprint_bands", metadata, sa.Column("band", sa.BigInteger, primary_key=True), _of_text())

reprint_addresses = sa.Table("reprint_addresses", metadata, sa.Column("address", sa.Text, primary_key=True), _of_text())

reprint_pairs = sa.Table(
    "reprint_pairs",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    of_document("copy"),
    of_document("source", nullable=True),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

reprints = sa.Table(
    "reprints",
    metadata,
    of_document("copy", primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    of_document("source", nullable=True),
    sa.Column("manner", sa.String(12), nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)
