"""What is in doubt, how nearly accounts were joined, what reviewers put off, and rounds of blind review."""

from __future__ import annotations

import json
import zlib

import msgspec
import sqlalchemy as sa
from alembic import op

from memcon.linking.engagements import Engagement
from memcon.record.doubting import doubt_rows
from memcon.record.serial import unpack_engagement

revision = "0009"
down_revision = "0008"
_TOGETHER = 1000


def _document(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


def _in_round() -> sa.Column[str]:
    return sa.Column("round", sa.String(12), sa.ForeignKey("rounds.id"), nullable=False)


def upgrade() -> None:
    """Make the tables; doubts follow from what is known, near joins come with the next linking of a document."""
    op.create_table(
        "doubts",
        sa.Column("engagement", sa.String(12), sa.ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("about", sa.String(12), primary_key=True),
        sa.Column("doubt", sa.Float, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
    )
    op.create_index("doubts_by_weight", "doubts", [sa.text("weight DESC"), "engagement", "about"])
    op.create_index("doubts_by_about", "doubts", ["about", sa.text("weight DESC"), "engagement"])
    op.create_table(
        "near_joins",
        _document("document"),
        sa.Column("account", sa.String(12), primary_key=True),
        _document("other_document"),
        sa.Column("other_account", sa.String(12), primary_key=True),
        sa.Column("bits", sa.Float, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
    )
    op.create_index("near_joins_by_weight", "near_joins", [sa.text("weight DESC")])
    op.create_index("near_joins_by_other", "near_joins", ["other_document"])
    op.create_table(
        "put_off",
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("item", sa.String(32), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
    )
    _rounds()
    _fill(op.get_bind())


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("reviewers", sa.Text, nullable=False),
        sa.Column("drawn", sa.Text, nullable=False),
    )
    op.create_table(
        "round_items",
        sa.Column("round", sa.String(12), sa.ForeignKey("rounds.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("engagement", sa.String(12), nullable=False),
        sa.Column("field", sa.String(12), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("accounts", sa.Text, nullable=False),
    )
    for name in ("round_answers", "round_settlements"):
        op.create_table(
            name,
            sa.Column("number", sa.Integer, primary_key=True),
            _in_round(),
            sa.Column("item", sa.Integer, nullable=False),
            sa.Column("author", sa.Text, nullable=False),
            sa.Column("verdict", sa.String(10), nullable=False),
            sa.Column("value", sa.Text),
            sa.Column("told", sa.Text),
            sa.Column("at", sa.String(32), nullable=False),
        )
        op.create_index(f"{name}_by_round", name, ["round", "item"])
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {name}_no_{change.lower()} BEFORE {change} ON {name} "
                "BEGIN SELECT RAISE(ABORT, 'answers are only ever added'); END"
            )


def _fill(connection: sa.Connection) -> None:
    """Find the doubts of the engagements on record; of readings only the number of statements is needed."""
    statements: dict[tuple[str, str], int] = {}
    for row in connection.execute(sa.text("SELECT document, json FROM readings")):
        for account in json.loads(zlib.decompress(row.json))["accounts"]:
            statements[row.document, account["id"]] = len(account.get("statements", ()))
    table = sa.table("doubts", *(sa.column(name) for name in ("engagement", "about", "doubt", "weight")))
    ids = [row.id for row in connection.execute(sa.text("SELECT id FROM engagements ORDER BY id"))]
    query = sa.text("SELECT json FROM engagements WHERE id IN :ids").bindparams(sa.bindparam("ids", expanding=True))
    for at in range(0, len(ids), _TOGETHER):
        found = connection.execute(query, {"ids": ids[at : at + _TOGETHER]})
        made = [e for row in found if (e := _unpacked(row.json)) is not None]
        rows = [
            row
            for e in made
            for row in doubt_rows(e, sum(statements.get((k.document, k.account), 0) for k in e.accounts))
        ]
        if rows:
            connection.execute(table.insert(), rows)


def _unpacked(data: bytes) -> Engagement | None:
    """An engagement, None where a much older memcon wrote it, whose engagements come anew with the next linking."""
    try:
        return unpack_engagement(data)
    except msgspec.ValidationError:
        return None
