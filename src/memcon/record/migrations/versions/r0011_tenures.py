"""Tenures that documents show, kept with the people, so that an office is answered without reading every mention.

They are made with the next version, which keeps them in another form.

The index of days gets the last day too, so that those between two days are found in it alone.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "tenures",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
        sa.Column("party", sa.Text),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("first", sa.String(10), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("written", sa.Text, nullable=False),
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.Integer),
        sa.Column("said", sa.Text),
    )
    op.create_index("tenures_by_party", "tenures", ["party", "office", "person"])
    op.drop_index("engagements_by_start", "engagements")
    shown = ["dismissed", "start", "id", "main", "kind", "status", "mode", "country", "city", "sure", "reviewed", "end"]
    op.create_index("engagements_by_start", "engagements", shown)
