"""What engagements are found by: offices, topics, whether they were checked, when they changed; saved searches."""

from __future__ import annotations

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the tables, columns and indexes, filled from what is stored."""
    op.add_column("engagements", sa.Column("reviewed", sa.String(10), nullable=False, server_default="unchecked"))
    op.add_column("engagements", sa.Column("changed", sa.String(32)))
    _tables()
    connection = op.get_bind()
    _number_words(connection)
    _look_through(connection)
    _fill_offices(connection)
    _fill_topics(connection)
    _indexes()


def _engagement() -> sa.Column[str]:
    return sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True)


def _tables() -> None:
    op.create_table(
        "engagement_offices",
        _engagement(),
        sa.Column("office", sa.Text, primary_key=True),
        sa.Column("written", sa.Text, nullable=False),
    )
    op.create_table("engagement_topics", _engagement(), sa.Column("topic", sa.String(12), primary_key=True))
    op.create_table(
        "word_documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_table(
        "forum_series",
        sa.Column("slug", sa.Text, primary_key=True),
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "forum_sessions",
        sa.Column("series", sa.Text, sa.ForeignKey("forum_series.slug", ondelete="CASCADE"), primary_key=True),
        sa.Column("engagement", sa.String(12), primary_key=True),
    )
    op.create_table(
        "made_of", sa.Column("what", sa.Text, primary_key=True), sa.Column("state", sa.Text, nullable=False)
    )
    op.create_table(
        "saved_searches",
        sa.Column("name", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("query", "author")),
        sa.Column("at", sa.String(32), nullable=False),
    )


def _indexes() -> None:
    """Indexes that hold all that a count or a list asks for, so that the rows with their long JSON are not read."""
    op.create_index("words_by_document", "word_documents", ["document", "number"], unique=True)
    op.drop_index("engagements_by_main", "engagements")
    op.drop_index("engagements_by_start", "engagements")
    shown = ["dismissed", "kind", "status", "mode", "country", "city", "sure", "reviewed"]
    op.create_index("engagements_by_main", "engagements", ["main", "dismissed", "start", "id", *shown[1:]])
    op.create_index("engagements_by_start", "engagements", ["dismissed", "start", "id", "main", *shown[1:]])
    op.create_index("engagements_shown", "engagements", ["id", "main", "start", *shown])
    op.create_index("engagements_by_change", "engagements", ["changed", "id"])
    op.create_index("engagements_by_country", "engagements", ["country", "start", "id"])
    op.create_index("engagements_by_forum", "engagements", ["forum", "id"])
    op.drop_index("accounts_by_document", "engagement_accounts")
    op.create_index("accounts_by_document", "engagement_accounts", ["document", "account", "engagement"])
    op.create_index("people_by_engagement", "engagement_people", ["engagement", "name"])
    op.create_index("people_by_name", "engagement_people", ["folded", "engagement"])
    op.create_index("offices_by_engagement", "engagement_offices", ["engagement", "office", "written"])
    op.create_index("offices_by_office", "engagement_offices", ["office", "engagement"])
    op.create_index("series_by_number", "forum_series", ["number"])
    op.create_index("series_by_id", "forum_series", ["id"])
    op.create_index("sessions_by_engagement", "forum_sessions", ["engagement"])
    op.create_index("topics_by_topic", "engagement_topics", ["topic", "engagement"])
    op.drop_index("mentions_by_person", "person_mentions")
    op.create_index("mentions_by_person", "person_mentions", ["person", "document", "account"])
    op.drop_index("mentions_by_party", "person_mentions")
    op.create_index("mentions_by_party", "person_mentions", ["party", "office", "person", "document", "account"])
    op.create_index("documents_by_source", "documents", ["publisher", "id"])
    op.create_index("documents_by_day", "documents", ["published", "id"])


def _number_words(connection: sa.Connection) -> None:
    connection.exec_driver_sql(
        "INSERT INTO word_documents (number, document) "
        "SELECT w.rowid, w.id FROM document_words AS w JOIN documents AS d ON d.id = w.id"
    )


def _look_through(connection: sa.Connection) -> None:
    """Whether each engagement was checked, and the time of its newest document or decision."""
    e = sa.table("engagements", *map(sa.column, ("id", "json", "reviewed", "changed")))
    rows = connection.exec_driver_sql(
        "SELECT engagement, max(added) FROM engagement_accounts JOIN documents ON id = document GROUP BY engagement"
    )
    added = {row[0]: row[1] for row in rows}
    for row in connection.execute(sa.select(e.c.id, e.c.json)).all():
        rulings = json.loads(zlib.decompress(row.json)).get("rulings", [])
        times = [t for t in (added.get(row.id), *(r["at"] for r in rulings)) if t]
        told = {"changed": max(times, default=None), "reviewed": _reviewed(rulings)}
        connection.execute(e.update().where(e.c.id == row.id).values(**told))


def _reviewed(rulings: list[dict[str, object]]) -> str:
    if any(r["looks"] for r in rulings):
        return "again"
    whole = any(r["in_force"] and r["verb"] == "accept" and r["field"] is None for r in rulings)
    return "checked" if whole else "unchecked"


def _fill_offices(connection: sa.Connection) -> None:
    from memcon.record.rows import offices_in

    people = connection.exec_driver_sql(
        "SELECT engagement, office, party FROM engagement_people WHERE office IS NOT NULL ORDER BY engagement, number"
    )
    told: dict[str, list[tuple[str, str | None]]] = {}
    for engagement, office, party in people:
        told.setdefault(engagement, []).append((office, party))
    rows = [(e, form, written) for e, offices in told.items() for form, written in offices_in(offices).items()]
    if rows:
        connection.exec_driver_sql("INSERT INTO engagement_offices VALUES (?, ?, ?)", rows)


def _fill_topics(connection: sa.Connection) -> None:
    from memcon.record.rows import topics_in
    from memcon.record.serial import unpack_reading

    of: dict[str, list[tuple[str, str]]] = {}
    for engagement, document, account in connection.exec_driver_sql(
        "SELECT engagement, document, account FROM engagement_accounts"
    ):
        of.setdefault(document, []).append((account, engagement))
    found: set[tuple[str, str]] = set()
    for document, data in connection.exec_driver_sql("SELECT document, json FROM readings"):
        if document in of:
            accounts = {account.id: account for account in unpack_reading(data).accounts}
            told = ((accounts[name], e) for name, e in of[document] if name in accounts)
            found |= {(engagement, topic) for account, engagement in told for topic in topics_in([account])}
    if found:
        connection.exec_driver_sql("INSERT INTO engagement_topics VALUES (?, ?)", sorted(found))
