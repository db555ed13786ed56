"""Which corrections by hand the mentions of people rest on, and whom the remarks on somebody added call."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns; they are filled with the next version, since people are read with all that it adds."""
    op.add_column("person_mentions", sa.Column("decided", sa.Text))
    op.add_column("person_mentions", sa.Column("added", sa.Text))
    op.add_column("person_remarks", sa.Column("called", sa.Text))
