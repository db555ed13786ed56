"""How sure an engagement's least sure value is, so that a list can be narrowed by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; it stays empty until the engagements are made anew."""
    op.add_column("engagements", sa.Column("sure", sa.Float))
