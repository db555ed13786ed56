"""A user's own roster of office-holders; persons, which participants they are, and remarks on these."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; persons, mentions and remarks stay empty until the engagements are made anew."""
    op.create_table(
        "roster",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("office", "party")),
        *(sa.Column(name, sa.String(10)) for name in ("start", "start_exact", "end", "end_exact")),
        sa.Column("qid", sa.Text),
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("party", sa.Text),
        sa.Column("qid", sa.Text),
    )
    op.create_table(
        "person_mentions",
        *_participant(),
        sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE")),
        sa.Column("date", sa.String(10)),
        *(sa.Column(name, sa.Text) for name in ("name", "office", "party")),
        sa.Column("name_at", sa.Integer),
        sa.Column("name_said", sa.Text),
        sa.Column("office_at", sa.Integer),
        sa.Column("office_said", sa.Text),
    )
    op.create_table(
        "person_remarks",
        *_participant(),
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("said_in", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE")),
        sa.Column("said_at", sa.Integer),
        sa.Column("said", sa.Text),
    )
    op.create_index("mentions_by_person", "person_mentions", ["person"])
    op.create_index("mentions_by_party", "person_mentions", ["party"])


def _participant() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("account", sa.String(12), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
    ]
