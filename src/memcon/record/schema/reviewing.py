"""What people decided, what they have still to look at, and rounds in which several look at the same."""

from __future__ import annotations

import sqlalchemy as sa

from memcon.record.schema.base import metadata, of_document, of_engagement

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(12), nullable=False, unique=True),
    sa.Column("verb", sa.String(10), nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("of", sa.String(12)),
    sa.Column("decision", sa.Text, nullable=False),
)

doubts = sa.Table(
    "doubts",
    metadata,
    of_engagement(),
    sa.Column("about", sa.String(12), primary_key=True),
    sa.Column("doubt", sa.Float, nullable=False),
    sa.Column("weight", sa.Float, nullable=False),
)

near_joins = sa.Table(
    "near_joins",
    metadata,
    of_document(primary_key=True),
    sa.Column("account", sa.String(12), primary_key=True),
    of_document("other_document", primary_key=True),
    sa.Column("other_account", sa.String(12), primary_key=True),
    sa.Column("bits", sa.Float, nullable=False),
    sa.Column("weight", sa.Float, nullable=False),
)

put_off = sa.Table(
    "put_off",
    metadata,
    sa.Column("reviewer", sa.Text, primary_key=True),
    sa.Column("item", sa.String(32), primary_key=True),
    sa.Column("at", sa.String(32), nullable=False),
)

rounds = sa.Table(
    "rounds",
    metadata,
    sa.Column("id", sa.String(12), primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("reviewers", sa.Text, nullable=False),
    sa.Column("drawn", sa.Text, nullable=False),
)

round_items = sa.Table(
    "round_items",
    metadata,
    sa.Column("round", sa.String(12), sa.ForeignKey("rounds.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("engagement", sa.String(12), nullable=False),
    sa.Column("field", sa.String(12), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("accounts", sa.Text, nullable=False),
)


def _said_of_items(name: str) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("round", sa.String(12), sa.ForeignKey("rounds.id"), nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("told", sa.Text),
        sa.Column("at", sa.String(32), nullable=False),
    )


round_answers = _said_of_items("round_answers")
"""``told`` is the reviewer's remark."""

round_settlements = _said_of_items("round_settlements")
"""``told`` are the ids of the decisions that were made of it, with a space between."""
