"""Engagements, what they are found by, and what is made of them and kept."""

from __future__ import annotations

import sqlalchemy as sa

from memcon.record.schema.base import metadata, of_document, of_engagement

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
    sa.Column("mode", sa.String(20)),
    sa.Column("dismissed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("reviewed", sa.String(10), nullable=False, server_default="unchecked"),
    sa.Column("changed", sa.String(32)),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

engagement_accounts = sa.Table(
    "engagement_accounts",
    metadata,
    of_engagement(),
    of_document(primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    sa.Column("neighbourhood", sa.String(12), index=True),
)

blocks = sa.Table(
    "blocks",
    metadata,
    sa.Column("block", sa.Text, primary_key=True),
    of_document(primary_key=True),
)

engagement_parties = sa.Table(
    "engagement_parties",
    metadata,
    of_engagement(),
    sa.Column("party", sa.Text, primary_key=True),
)

engagement_people = sa.Table(
    "engagement_people",
    metadata,
    of_engagement(),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("folded", sa.Text),
    sa.Column("office", sa.Text),
    sa.Column("party", sa.Text),
)

engagement_offices = sa.Table(
    "engagement_offices",
    metadata,
    of_engagement(),
    sa.Column("office", sa.Text, primary_key=True),
    sa.Column("written", sa.Text, nullable=False),
)

engagement_topics = sa.Table(
    "engagement_topics",
    metadata,
    of_engagement(),
    sa.Column("topic", sa.String(12), primary_key=True),
)

forum_series = sa.Table(
    "forum_series",
    metadata,
    sa.Column("slug", sa.Text, primary_key=True),
    sa.Column("id", sa.String(12), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
)

forum_sessions = sa.Table(
    "forum_sessions",
    metadata,
    sa.Column("series", sa.Text, sa.ForeignKey("forum_series.slug", ondelete="CASCADE"), primary_key=True),
    sa.Column("engagement", sa.String(12), primary_key=True),
)

made_of = sa.Table(
    "made_of",
    metadata,
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
)
"""Of which state of the record what is made when it is asked for was made last."""

saved_searches = sa.Table(
    "saved_searches",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("query", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
)
