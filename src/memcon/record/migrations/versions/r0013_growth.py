"""What names, tenures and sightings a new mention has to do with, so that adding costs by the neighbourhood.

The indexes of doubts get the doubt, so that a narrowed queue is read from them alone.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the words of names, the index of names, sightings, and tenures in another form; all from what is stored."""
    # the words are filled in below: what is told apart is found by them
    op.add_column("persons", sa.Column("words", sa.Text, nullable=False, server_default=""))
    op.add_column("person_mentions", sa.Column("words", sa.Text))
    op.create_table(
        "name_forms",
        sa.Column("begins", sa.String(2), primary_key=True),
        sa.Column("full", sa.Boolean, primary_key=True),
        sa.Column("party", sa.Text, primary_key=True),
        sa.Column("words", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sightings",
        sa.Column("party", sa.Text, primary_key=True),
        sa.Column("form", sa.Text, primary_key=True),
        sa.Column("date", sa.String(10), primary_key=True),
        *_mention(),
        _person(),
        sqlite_with_rowid=False,
    )
    op.drop_table("tenures")
    op.create_table(
        "tenures",
        *_mention(),
        sa.Column("form", sa.Text, primary_key=True),
        _person(),
        sa.Column("party", sa.Text),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("first", sa.String(10), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("written", sa.Text, nullable=False),
        sa.Column("at", sa.Integer),
        sa.Column("said", sa.Text),
        sa.Column("decided", sa.Text),
    )
    op.create_index("tenures_by_party", "tenures", ["party", "office", "person"])
    op.create_index("tenures_by_person", "tenures", ["person"])
    op.create_index("sightings_by_person", "sightings", ["person"])
    op.create_index("sightings_by_document", "sightings", ["document"])
    op.create_index("name_forms_by_words", "name_forms", ["words", "full"])
    op.create_index("persons_by_words", "persons", ["words", "party"])
    op.create_index("mentions_by_words", "person_mentions", ["words", "party"])
    # with the doubt itself, so that what is in less doubt than asked for is passed over in the index
    for index, columns in (
        ("doubts_by_weight", ["weight DESC", "engagement", "about", "doubt"]),
        ("doubts_by_about", ["about", "weight DESC", "engagement", "doubt"]),
    ):
        op.drop_index(index, "doubts")
        op.create_index(index, "doubts", [sa.text(column) for column in columns])
    nameless = sa.text("person IS NULL")
    op.create_index("mentions_of_nobody", "person_mentions", ["party", "date"], sqlite_where=nameless)
    from memcon.record.known_people import remake_people, standing
    from memcon.record.people import index_people
    from memcon.record.replaying import read_decisions
    from memcon.record.rosters import roster_of

    connection = op.get_bind()
    if standing(connection, read_decisions(connection)):  # older versions told nobody apart by corrections
        remake_people(connection, roster_of(connection))
    else:
        index_people(connection)


def _mention() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("account", sa.String(12), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
    ]


def _person() -> sa.Column[str]:
    return sa.Column("person", sa.String(12), sa.ForeignKey("persons.id", ondelete="CASCADE"), nullable=False)
