"""The tables of the record, as the newest migration leaves them."""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x6D656D63
"""SQLite's ``application_id`` of a record: "memc"."""

metadata = sa.MetaData()

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
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

engagements = sa.Table(
    "engagements",
    metadata,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("start", sa.String(10)),
    sa.Column("end", sa.String(10)),
    sa.Column("city", sa.Text),
    sa.Column("country", sa.String(2)),
    sa.Column("forum", sa.Text),
    sa.Column("main", sa.Boolean, nullable=False),
    sa.Column("sure", sa.Float),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

engagement_accounts = sa.Table(
    "engagement_accounts",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("neighbourhood", sa.String(12), index=True),
)

blocks = sa.Table(
    "blocks",
    metadata,
    sa.Column("block", sa.Text, primary_key=True),
    sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
)

engagement_parties = sa.Table(
    "engagement_parties",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("party", sa.Text, primary_key=True),
)

engagement_people = sa.Table(
    "engagement_people",
    metadata,
    sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("folded", sa.Text),
    sa.Column("office", sa.Text),
    sa.Column("party", sa.Text),
)
