"""Documents, what was read from them, and the words that they are found by."""

from __future__ import annotations

import sqlalchemy as sa

from memcon.record.schema.base import metadata, of_document

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.String(10)),
    sa.Column("language", sa.String(8)),
    sa.Column("origin", sa.Text),
    sa.Column("retrieved", sa.Text),
    sa.Column("added", sa.String(32), nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    of_document(primary_key=True),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

word_documents = sa.Table(
    "word_documents",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    of_document(),
)
"""Which document a row of ``document_words`` is of, by its rowid."""
