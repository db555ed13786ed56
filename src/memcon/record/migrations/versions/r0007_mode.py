"""How the parties met as a column of its own, so that a list can be narrowed by it; indexes for lists and counts."""

from __future__ import annotations

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column, filled from what is known, and the indexes."""
    op.add_column("engagements", sa.Column("mode", sa.String(20)))
    op.create_index("engagements_by_main", "engagements", ["main", "start", "id", "kind", "status", "mode"])
    op.create_index("engagements_by_start", "engagements", ["start", "id", "kind", "status", "mode"])
    op.create_index("parties_by_party", "engagement_parties", ["party", "engagement"])
    op.create_index("documents_by_publisher", "documents", ["id", "publisher"])
    connection = op.get_bind()
    table = sa.table("engagements", sa.column("id"), sa.column("mode"), sa.column("json"))
    for row in connection.execute(sa.select(table.c.id, table.c.json)).all():
        preferred = json.loads(zlib.decompress(row.json))["mode"]["preferred"]
        if preferred is not None:
            connection.execute(table.update().where(table.c.id == row.id).values(mode=preferred["value"]))
