"""The first version: documents, readings, engagements, full-text search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _documents()
    _engagements()
    op.execute(
        "CREATE VIRTUAL TABLE document_words USING fts5(title, text, id UNINDEXED, tokenize = 'unicode61 "
        "remove_diacritics 2')"
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "publisher", "url")),
        sa.Column("published", sa.String(10)),
        sa.Column("language", sa.String(8)),
        *(sa.Column(name, sa.Text) for name in ("origin", "retrieved")),
        sa.Column("added", sa.String(32), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
    )


def _engagement() -> sa.Column[str]:
    return sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True)


def _engagements() -> None:
    op.create_table(
        "engagements",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("start", sa.String(10)),
        sa.Column("end", sa.String(10)),
        sa.Column("city", sa.Text),
        sa.Column("country", sa.String(2)),
        sa.Column("forum", sa.Text),
        sa.Column("main", sa.Boolean, nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "engagement_accounts",
        _engagement(),
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("account", sa.String(12), primary_key=True),
    )
    op.create_table("engagement_parties", _engagement(), sa.Column("party", sa.Text, primary_key=True))
    op.create_table(
        "engagement_people",
        _engagement(),
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text) for name in ("name", "folded", "office", "party")),
    )
    op.create_index("engagements_by_day", "engagements", ["start"])
    op.create_index("accounts_by_document", "engagement_accounts", ["document"])
