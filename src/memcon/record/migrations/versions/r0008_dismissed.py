"""Whether a human said that it is no engagement, as a column, so that lists leave it out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column: nothing was dismissed before."""
    op.add_column("engagements", sa.Column("dismissed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.drop_index("engagements_by_main", "engagements")
    op.drop_index("engagements_by_start", "engagements")
    op.create_index(
        "engagements_by_main", "engagements", ["main", "dismissed", "start", "id", "kind", "status", "mode"]
    )
    op.create_index("engagements_by_start", "engagements", ["dismissed", "start", "id", "kind", "status", "mode"])
