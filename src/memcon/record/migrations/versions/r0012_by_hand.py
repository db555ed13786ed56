"""Which corrections by hand the mentions of people, the tenures and the remarks rest on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns, and make the tenures anew; where people corrected who took part, the people too."""
    op.add_column("person_mentions", sa.Column("decided", sa.Text))
    op.add_column("tenures", sa.Column("decided", sa.Text))
    op.add_column("person_remarks", sa.Column("called", sa.Text))
    from memcon.record.known_people import remake_people, standing
    from memcon.record.people import remake_tenures
    from memcon.record.replaying import read_decisions
    from memcon.record.rosters import roster_of

    connection = op.get_bind()
    if standing(connection, read_decisions(connection)):
        remake_people(connection, roster_of(connection))
    else:
        remake_tenures(connection)
