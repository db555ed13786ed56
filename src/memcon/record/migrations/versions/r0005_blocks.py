"""What finds the neighbourhood of a document, so that linking it costs no more than that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table and the column; they stay empty until the engagements are made anew."""
    op.create_table(
        "blocks",
        sa.Column("block", sa.Text, primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    )
    op.add_column("engagement_accounts", sa.Column("neighbourhood", sa.String(12)))
    op.create_index("ix_engagement_accounts_neighbourhood", "engagement_accounts", ["neighbourhood"])
